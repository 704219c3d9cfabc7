"""Thin filters over lib/ that every template may use."""

from typing import Any

from django import template
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_year
from iad_portal.lib.records.record_links import with_addresses
from iad_portal.lib.records.sides import behind_in_words
from iad_portal.lib.text.bilingual import Text, reader_language, text_of

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
        return format_html('<span lang="{}">{}</span>', value.language, value.value)
    return value


@register.filter
def rich(value: Text) -> str:
    """The HTML of a rich text, which the field itself sanitised when it was written (lib.rich_text.fields).

    Its links to our own records lead to where these stand now (lib.records.record_links): one query, or none.
    A table stands in a frame of its own, which a narrow screen moves sideways and the keyboard reaches.
    """
    frame = format_html('<div class="rich__frame" role="group" tabindex="0" aria-label="{}"><table', _("Table"))
    html = with_addresses(value.value).replace("<table", frame).replace("</table>", "</table></div>")
    return mark_safe(html)  # noqa: S308 - sanitised by RichTextField wherever a write passes


@register.filter
def era_year(year: int | None) -> str:
    """A C.E. year as the reader counts it: พ.ศ. on Thai pages."""
    return format_year(year, reader_language()) if year else ""
