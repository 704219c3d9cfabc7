"""How a page names another record: by a link when it is published, as plain text when withdrawn, a draft not at all."""

from django.db import models
from django.utils.html import format_html

from iad_portal.lib.bilingual import Text, text_of
from iad_portal.templatetags.portal import marked


def name_link(record: models.Model | None, field: str = "name") -> dict:
    """{label, url} of a publishable `record`, both empty for a draft or nothing; url empty for a withdrawn one."""
    if record is None or not record.is_readable():
        return {"label": "", "url": ""}
    return {"label": text_of(record, field), "url": record.get_absolute_url() if record.is_published() else ""}


def link_to(record: models.Model, label: Text | str):
    """`label` as HTML, a link to `record` where that is published."""
    if not record.is_published():
        return marked(label)
    return format_html('<a href="{}">{}</a>', record.get_absolute_url(), marked(label))
