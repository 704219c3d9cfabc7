"""The register of city networks, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import page_of, readable_or_404
from networks.models import Network
from networks.pages import network_page, network_register
from relations.pages.citations import SourceList
from relations.pages.figures import figure_facts


@require_safe
@short_address()
def network_list(request: HttpRequest) -> HttpResponse:
    """Bangkok's networks: how many, which, since when; and the older counts quoted beside."""
    form = network_register.NetworkFilter(request)
    page = page_of(request, form.narrow(network_register.register_rows()), count=form.found)
    stated = network_register.stated_figures()
    sources = SourceList(stated)
    context = {
        "form": form,
        "result": network_register.result(form),
        "page": page,
        "ledger": network_register.ledger(page, shows_counts=not page.has_other_pages()),
        "totals": network_register.totals(),
        "totals_note": network_register.totals_note(),
        "stated": figure_facts(stated, sources),
        "sources": sources.entries(),
    }
    return render(request, "networks/network_list.html", context)


@require_safe
def network_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One network, and Bangkok's part in it."""
    rows = Network.objects.select_related("secretariat_city__country", "secretariat_country")
    network = readable_or_404(rows, slug=slug)
    return render(request, "networks/network_detail.html", network_page.context(network))
