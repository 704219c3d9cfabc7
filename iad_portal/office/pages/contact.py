"""What the contact page shows: the office's facts, the page a message is about, and what is wrong with the form."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.forms import Form
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.translation import gettext as _

from iad_portal.lib.components import Fact, Link
from iad_portal.lib.intake.readers_forms import form_errors
from iad_portal.lib.text.bilingual import LANGUAGES, reader_language
from iad_portal.office.models import Message
from iad_portal.office.pages.frame import frame_now
from iad_portal.office.pages.office_words import OfficeWords, office_words

LONGEST_PATH = 300


def context() -> dict[str, Any]:
    """All that portal/contact.html needs but for `form_part()`: how to reach the office."""
    known = office_words(frame_now().agency)
    return {"contact": known, "facts": contact_facts(known)}


def form_part(form: Form, *, is_variant: bool) -> dict[str, Any]:
    """The part of the page that is its reader's own: the form, what is wrong with it, the page that it is about.

    `is_variant`: the page holds somebody's choices. Whatever it was opened with, it is one page.
    """
    url = settings.SITE_URL + reverse("contact")
    return {
        "form": form,
        "errors": form_errors(form),
        "about": page_link(page_of_this_site(form["about"].value() or "")),
        "canonical_url": url,
        "page_url": url,
        "is_variant": is_variant,
        **({"alternates": []} if is_variant else {}),
    }


def sent_context(message: Message) -> dict[str, Any]:
    """All that portal/contact_sent.html needs."""
    crumbs = [Link(_("Contact"), reverse("contact"))]
    return {"message": message, "crumbs": crumbs, "back": page_link(message.about)}


def contact_facts(office: OfficeWords) -> list[Fact]:
    """The known facts for components/facts.html, in the order in which people look for them."""
    facts = [
        Fact(_("Address"), office.address),
        Fact(_("Telephone"), office.phone),
        Fact(_("E-mail"), office.email, f"mailto:{office.email}"),
        Fact(_("Facebook"), office.facebook, office.facebook),
    ]
    return [fact for fact in facts if fact.value]


def page_of_this_site(address: str) -> str:
    """`address` when it is the path of one of this site's public pages (/th/..., /en/...); "" for anything else."""
    if not address.isprintable() or len(address) > LONGEST_PATH:
        return ""
    try:
        parts = urlsplit(address)
        path = unquote(parts.path)
        is_public = path.startswith(tuple(f"/{language}/" for language in LANGUAGES))
        if not is_public or parts.scheme or parts.netloc or not path.isprintable():
            return ""
        with translation.override(path.split("/")[1]):
            resolve(path)
    except (ValueError, Resolver404):
        return ""
    return path


@dataclass(frozen=True, slots=True)
class PageLink:
    """The page that a message is about; `language` is "" where it is the reader's own."""

    url: str
    language: str


def page_link(path: str) -> PageLink | None:
    """The page at `path`; None for ""."""
    if not path:
        return None
    language = path.split("/")[1]
    return PageLink(path, "" if language == reader_language() else language)
