"""What the contact page shows: the office's facts, the page a message is about, and what is wrong with the form."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext as _

from iad_portal.lib.components import Fact
from iad_portal.lib.text.bilingual import LANGUAGES, reader_language
from iad_portal.office.pages.office_words import OfficeWords

LONGEST_PATH = 300


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
