"""The city's agencies and their focal points."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.listing import kept_page
from relations.pages import agencies as page


@require_safe
def agency_list(request: HttpRequest) -> HttpResponse:
    """All agencies on one page, each with an anchor of its own."""
    context = kept_page(request, ("relations", "networks", "plans"), page.context)
    return render(request, "relations/agency_list.html", context)
