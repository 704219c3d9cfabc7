"""The register of cities, and the page of one city."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.listing import readable_or_404
from relations.models import City


@require_safe
def city_list(request: HttpRequest) -> HttpResponse:
    """Partner cities on the map and in a register."""
    return render(request, "section.html")


@require_safe
def city_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One city: ties, exchanges, figures, meetings, news."""
    return render(request, "section.html", {"city": readable_or_404(City.objects, slug=slug)})
