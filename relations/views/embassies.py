"""The register of embassies, and the page of one embassy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.listing import readable_or_404
from relations.models import Embassy


@require_safe
def embassy_list(request: HttpRequest) -> HttpResponse:
    """All embassies."""
    return render(request, "section.html")


@require_safe
def embassy_detail(request: HttpRequest, iso: str) -> HttpResponse:
    """One embassy."""
    return render(request, "section.html", {"embassy": readable_or_404(Embassy.objects, country_id=iso.upper())})
