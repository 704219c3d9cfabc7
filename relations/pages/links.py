"""How a page names another record: by a link when it is published, as plain text when withdrawn, a draft not at all."""

from django.db import models
from django.utils.html import format_html

from iad_portal.lib.records.faults import shown
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import Text, text_of


def name_link(record: models.Model | None, field: str = "name") -> dict:
    """{label, url} of a publishable `record`, both empty for a draft or nothing; url empty for a withdrawn one."""
    if record is None or not record.is_readable():
        return {"label": "", "url": ""}
    return {"label": text_of(record, field), "url": _address(record)}


def link_to(record: models.Model, label: Text | str):
    """`label` as HTML, a link to `record` where that is published."""
    url = _address(record)
    return format_html('<a href="{}">{}</a>', url, marked(label)) if url else marked(label)


def _address(record: models.Model) -> str:
    """Of a published record; the page that names it stands without a link, should its address fail."""
    published = [record] if record.is_published() else []
    return "".join(shown(published, lambda one: one.get_absolute_url(), "links to it"))
