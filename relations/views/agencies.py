"""The city's agencies and their focal points."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def agency_list(request: HttpRequest) -> HttpResponse:
    """All agencies."""
    return render(request, "section.html")
