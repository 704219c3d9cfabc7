"""The register of embassies, the page of one embassy, and the register of those who head them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import kept_page, part_of_list, readable_or_404
from relations.forms import EmbassyFilter, HeadFilter
from relations.pages import embassies as register
from relations.pages import embassy_page, head_register


@require_safe
@short_address()
def embassy_list(request: HttpRequest) -> HttpResponse:
    """All published missions by region. There is one a country, so the register is always whole."""
    context = kept_page(request, ("relations",), lambda: register.context(EmbassyFilter(request)))
    return render(request, "relations/embassy_list.html", context)


@require_safe
def embassy_detail(request: HttpRequest, iso: str) -> HttpResponse:
    """One mission: where it is, who heads it, what was done with it, and the partner cities of its country."""
    if iso != iso.lower():
        return redirect("relations:embassy_detail", iso.lower(), permanent=True)
    embassy = readable_or_404(embassy_page.with_country, country_id=iso.upper())
    news = embassy_page.news_part(embassy)
    context = kept_page(request, ("relations",), lambda: embassy_page.context(embassy), **news)
    return render(request, "relations/embassy_detail.html", context)


@require_safe
@short_address()
def head_list(request: HttpRequest) -> HttpResponse:
    """Who heads or headed the published missions, country by country."""
    context = kept_page(request, ("relations",), lambda: _heads(request))
    return render(request, "relations/head_list.html", context)


def _heads(request: HttpRequest) -> dict[str, Any]:
    form = HeadFilter(request)
    part = part_of_list(request, form.kept_rows(head_register.register_rows))
    return head_register.context(form, part)
