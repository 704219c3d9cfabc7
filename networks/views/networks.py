"""The register of city networks, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.bilingual import reader_language
from iad_portal.lib.listing import readable_or_404
from networks.models import Network


@require_safe
def network_list(request: HttpRequest) -> HttpResponse:
    """All published networks."""
    rows = Network.objects.published().by_name(reader_language())
    return render(request, "networks/network_list.html", {"networks": rows})


@require_safe
def network_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One network."""
    return render(request, "networks/network_detail.html", {"network": readable_or_404(Network.objects, slug=slug)})
