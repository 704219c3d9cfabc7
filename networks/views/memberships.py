"""Which partner cities are in which networks of cities."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.listing import kept_page
from networks.pages import shared_memberships


@require_safe
def membership_list(request: HttpRequest) -> HttpResponse:
    """The networks with their partner cities, and the partner cities with their networks."""
    context = kept_page(request, ("relations", "networks"), shared_memberships.context)
    return render(request, "networks/membership_list.html", context)
