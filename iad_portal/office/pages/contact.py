"""What the contact page shows: the office's facts, the page a message is about, and what is wrong with the form."""

from urllib.parse import unquote, urlsplit

from django.forms import BoundField, Form
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext as _

from iad_portal.lib.text.bilingual import LANGUAGES, reader_language

LONGEST_PATH = 300


def contact_facts(known: dict) -> list[dict]:
    """The known facts for components/facts.html, in the order in which people look for them."""
    rows = [
        {"label": _("Address"), "value": known.get("address")},
        {"label": _("Telephone"), "value": known.get("phone")},
        {"label": _("E-mail"), "value": known.get("email"), "url": f"mailto:{known.get('email')}"},
        {"label": _("Facebook"), "value": known.get("facebook"), "url": known.get("facebook")},
    ]
    return [row for row in rows if row["value"]]


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


def page_link(path: str) -> dict | None:
    """A link to the page that a message is about; `language` is set where it is not the reader's own."""
    if not path:
        return None
    language = path.split("/")[1]
    return {"url": path, "language": "" if language == reader_language() else language}


def form_errors(form: Form) -> list[dict]:
    """Every fault of `form` for components/errors.html, in the order of the page, each with the way to its field."""
    found = [{"text": text, "url": ""} for text in form.non_field_errors()]
    for field in form:
        found += [{"text": text, "url": f"#{first_control(field)}"} for text in field.errors]
    return found


def first_control(field: BoundField) -> str:
    """The id of what the keyboard reaches first in `field`."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.auto_id
