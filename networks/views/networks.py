"""The register of city networks, and the page of one."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import part_of_list, readable_or_404
from networks.forms import NetworkFilter
from networks.models import Network
from networks.pages import network_page, network_register


def _rows(form: NetworkFilter) -> QuerySet[Network]:
    return form.narrow(network_register.register_rows())


@require_safe
@short_address()
def network_list(request: HttpRequest) -> HttpResponse:
    """Bangkok's networks."""
    form = NetworkFilter(request)
    part = part_of_list(request, form.kept_rows(_rows))
    return render(request, "networks/network_list.html", network_register.context(form, part))


@require_safe
def network_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One network, and Bangkok's part in it."""
    network = readable_or_404(network_page.with_rows, slug=slug)
    return render(request, "networks/network_detail.html", network_page.context(network))
