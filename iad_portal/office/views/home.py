"""The home page: the map, the computed totals, what happened lately, what comes next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.office.pages import home as page


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Everything on it is computed on the day of reading; the template keeps what the news does not change."""
    return render(request, "portal/home.html", page.context())
