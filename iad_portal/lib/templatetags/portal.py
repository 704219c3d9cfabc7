"""Thin filters over lib/ that every template may use."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import template
from django.db import models
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from iad_portal.lib.components import PhotoEntry
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.records.record_links import with_addresses
from iad_portal.lib.records.sides import behind_in_words
from iad_portal.lib.rich_text.photos import with_photos
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from iad_portal.lib.text.quick_html import quick_html

register = template.Library()


@register.simple_tag
def plain(record: models.Model, field: str) -> Text | str:
    """The text of `field` of `record` in the reader's language, as a Text that knows its own; "" without a record."""
    return text_of(record, field) if record is not None else ""


@register.simple_tag
def behind(record: models.Model) -> str:
    """That the reader's language does not follow the other one of `record`, as a sentence; "" when it does."""
    return behind_in_words(record)


@register.filter
def marked(value: Any) -> Any:
    """A Text as HTML: escaped, and inside `<span lang>` when it is not in the reader's language."""
    if isinstance(value, Text) and value.is_fallback:
        return quick_html('<span lang="{}">{}</span>', value.language, value.value)
    return value


@register.filter
def rich(value: Text, photos: Mapping[str, PhotoEntry] | None = None) -> str:
    """The HTML of a rich text, which the field itself sanitised when it was written (lib.rich_text.fields).

    Its links to our own records lead to where these stand now (lib.records.record_links): one query, or none. Where it
    names one of `photos` (by key), that stands as a figure, the first time; nothing stands in the place of others.
    A table stands in a frame of its own, which a narrow screen moves sideways and the keyboard reaches.
    """
    frame = quick_html('<div class="rich__frame" role="group" tabindex="0" aria-label="{}"><table', _("Table"))
    html = with_addresses(value.value).replace("<table", frame).replace("</table>", "</table></div>")
    html = with_photos(html, partial(_figure, dict(photos or {}), value.wanted if value.is_fallback else ""))
    return mark_safe(html)  # noqa: S308 - sanitised by RichTextField wherever a write passes


def _figure(left: dict[str, PhotoEntry], language: str, key: str) -> str:
    """The photo `key` of those `left`, taken from them; its words are in `language`, where its text is in another."""
    photo = left.pop(key, None)
    context = {"photo": photo, "lang": language}
    return render_to_string("components/figure.html", context).strip() if photo else ""


@register.filter
def era_year(year: int | None) -> str:
    """A C.E. year as the reader counts it: พ.ศ. on Thai pages."""
    return format_year(year, reader_language()) if year else ""
