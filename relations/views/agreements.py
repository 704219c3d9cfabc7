"""The register of agreements, and the page of one agreement."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.listing import readable_or_404
from relations.models import Agreement


@require_safe
def agreement_list(request: HttpRequest) -> HttpResponse:
    """All agreements."""
    return render(request, "section.html")


@require_safe
def agreement_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One agreement."""
    return render(request, "section.html", {"agreement": readable_or_404(Agreement.objects, number=number)})
