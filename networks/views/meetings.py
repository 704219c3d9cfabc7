"""The register of meetings, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.listing import readable_or_404
from networks.models import Meeting


@require_safe
def meeting_list(request: HttpRequest) -> HttpResponse:
    """All published meetings."""
    return render(request, "networks/meeting_list.html", {"meetings": Meeting.objects.published().newest_first()})


@require_safe
def meeting_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One meeting."""
    return render(request, "networks/meeting_detail.html", {"meeting": readable_or_404(Meeting.objects, slug=slug)})
