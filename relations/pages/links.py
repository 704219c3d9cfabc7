"""How a page names another record: by a link when it is published, as plain text when withdrawn, a draft not at all."""

import re
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import models
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.components import Link, Words
from iad_portal.lib.records.faults import shown
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import comma, reader_language, text_of
from iad_portal.lib.text.quick_html import escaped, quick_html
from relations.models import Agency

# The tags before the first letter of HTML.
_BEFORE_TEXT = re.compile("^(?:<[^>]*>)*")
Record = TypeVar("Record", bound=models.Model)


def name_link(record: models.Model | None, field: str = "name") -> Link:
    """The name of a publishable `record` and its address: empty for a draft or None, no address for a withdrawn one."""
    if record is None or not record.is_readable():
        return Link("")
    return Link(text_of(record, field), _address(record))


def seen(record: Record | None) -> Record | None:
    """The record, if a reader may learn of it now (published, or withdrawn under its notice); a draft gives None."""
    return record if record is not None and record.is_readable() else None


def linked(record: models.Model | None, field: str = "name") -> Words:
    """The name of a record as HTML, a link while lists show it; "" for a draft or None."""
    shown_record = seen(record)
    return link_to(shown_record, text_of(shown_record, field)) if shown_record else ""


def agency_link(agency: Agency) -> SafeString:
    """The name of an agency as HTML, which leads to its focal point."""
    return quick_html('<a href="{}">{}</a>', agency.get_absolute_url(), marked(text_of(agency, "name")))


def whole_name(name: Words) -> SafeString:
    """The name of a person as HTML: it goes to the next line whole."""
    return quick_html('<span class="name">{}</span>', marked(name))


def in_a_row(pieces: Iterable[Any], separator: str = "") -> SafeString:
    """Texts and links one after another, empty ones left out; `separator`: "" for a comma, as the reader has it."""
    found = _as_html(pieces)
    return SafeString(escaped(separator or comma()).join(found) if len(found) > 1 else "".join(found))


def listed(pieces: Iterable[Any]) -> SafeString:
    """Texts and links as a sentence lists them, empty ones left out: "A, B and C". Thai has no comma: "ก ข และค"."""
    found = _as_html(pieces)
    if len(found) < 2:
        return SafeString("".join(found))
    last = found[-1]
    if reader_language() == "th" and _BEFORE_TEXT.sub("", last, count=1)[:1].isascii():
        last = f" {last}"  # the word for "and" is joined to Thai letters only
    return SafeString(escaped(_("{first} and {last}")).format(first=comma().join(found[:-1]), last=last))


def _as_html(pieces: Iterable[Any]) -> list[str]:
    return [escaped(marked(piece)) for piece in pieces if piece]


def link_to(record: models.Model, label: Words) -> Words:
    """`label` as HTML, a link to `record` where that is published."""
    url = _address(record)
    return quick_html('<a href="{}">{}</a>', url, marked(label)) if url else marked(label)


def _address(record: models.Model) -> str:
    """Of a published record; the page that names it stands without a link, should its address fail."""
    published = [record] if record.is_published() else []
    return "".join(shown(published, lambda record: record.get_absolute_url(), "links to it"))
