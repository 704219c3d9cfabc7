"""What the list of sources shows."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page

from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import text_of
from relations.models import Source
from relations.pages.citations import entry
from relations.pages.cited import credits_due


def context(cited: Iterable[Source], part: Page[Source]) -> dict[str, Any]:
    """All that portal/sources.html needs: the sources of `part`, and the credits due to all `cited`."""
    whole = Source.objects.in_bulk([source.pk for source in part])
    return {
        "sources": shown((whole[source.pk] for source in part), entry, "list of sources"),
        "page": part,
        "credits": [text_of(row, "credit") for row in credits_due(cited)],
    }
