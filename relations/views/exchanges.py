"""The register of exchanges: they have no pages of their own, each has its row."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import kept_page, part_of_list
from relations.forms import ExchangeFilter
from relations.pages import exchange_register as register


@require_safe
@short_address()
def exchange_list(request: HttpRequest) -> HttpResponse:
    """All published exchanges, and the young people of each year."""
    context = kept_page(request, ("relations",), lambda: _exchanges(request))
    return render(request, "relations/exchange_list.html", context)


def _exchanges(request: HttpRequest) -> dict[str, Any]:
    form = ExchangeFilter(request)
    part = part_of_list(request, form.kept_rows(register.register_rows))
    return register.context(form, part)
