"""The press page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.office.pages import press_page


@require_safe
def press(request: HttpRequest) -> HttpResponse:
    """Whom to ask, what the office is in a few sentences, the totals, names to take away, terms of use, the logo."""
    return render(request, "portal/press.html", press_page.context())
