"""The city's agencies and their focal points."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.listing import kept_page
from iad_portal.lib.text.bilingual import reader_language
from relations.models import Agency
from relations.pages import agencies as page
from relations.pages.citations import SourceList


@require_safe
def agency_list(request: HttpRequest) -> HttpResponse:
    """All agencies on one page, each with an anchor of its own."""
    return render(
        request, "relations/agency_list.html", kept_page(request, ("relations", "networks", "plans"), _agencies)
    )


def _agencies() -> dict[str, Any]:
    agencies = list(Agency.objects.order_by(f"sort_{reader_language()}", "pk"))
    sources = SourceList(agencies)
    entries = page.entries_of(agencies, sources)
    return {
        "entries": entries,
        "awaits_contacts": not any(entry.contact for entry in entries if entry.slug != Agency.HOME_SLUG),
        "evidence": sources.evidence(),
    }
