"""What the list of the office's own pages shows."""

from typing import Any

from iad_portal.lib.components import Link
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import text_of
from iad_portal.office.models import Page


def context() -> dict[str, Any]:
    """All that portal/about.html needs: one query."""
    return {"items": shown(Page.objects.published(), _item, "pages of the office")}


def _item(page: Page) -> Link:
    return Link(text_of(page, "title"), page.get_absolute_url(), text_of(page, "lead"))
