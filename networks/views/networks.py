"""The register of city networks, and the page of one."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.days import asked_day, is_past, of_a_day
from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import kept_page, part_of_list, readable_or_404
from networks.forms import NetworkFilter, PastNetworkFilter
from networks.models import Network
from networks.pages import network_page, network_register, network_then, networks_then


def _rows(form: NetworkFilter) -> QuerySet[Network]:
    return form.narrow(networks_then.register_rows(form.past) if form.past else network_register.register_rows())


@require_safe
@of_a_day
@short_address()
def network_list(request: HttpRequest) -> HttpResponse:
    """Bangkok's networks, today or on the day `?at=`."""
    context = kept_page(request, ("relations", "networks"), lambda: _networks(request))
    return render(request, "networks/network_list.html", context)


def _networks(request: HttpRequest) -> dict[str, Any]:
    day = asked_day(request)
    form = PastNetworkFilter(request, day) if is_past(day) else NetworkFilter(request, day)
    part = part_of_list(request, form.kept_rows(_rows))
    register = networks_then if form.past else network_register
    return register.context(request, form, part)


@require_safe
@of_a_day
def network_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One network, and Bangkok's part in it; or that part on the day `?at=`."""
    network = readable_or_404(network_page.with_rows, slug=slug)
    if day := asked_day(request):
        return render(request, "networks/network_then.html", network_then.context(request, network, day))
    context = kept_page(
        request,
        ("relations", "networks"),
        lambda: network_page.context(request, network),
        **network_page.news_part(network),
    )
    return render(request, "networks/network_detail.html", context)
