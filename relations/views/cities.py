"""The register of cities, and the page of one city."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.components import CityMap
from iad_portal.lib.dates import calendar
from iad_portal.lib.registers.days import as_of, asked_day, of_a_day
from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import kept_page, part_of_list
from relations.forms import CityFilter
from relations.models import City, Measure, Standing
from relations.pages import city_list as register
from relations.pages.citations import SourceList
from relations.pages.city_page import city_and_neighbours, city_page, is_outside_menu, news_part
from relations.pages.city_then import city_then
from relations.pages.figures import figure_facts, stated_by_office
from relations.pages.partner_map import partner_map
from relations.pages.partner_total import PartnerTotal, undated_now
from relations.pages.ties import fetch_agreements, first_ties

# More names than these find no room on the map, and looking for it would keep the reader waiting.
ON_A_MAP = 80


def _rows(form: CityFilter) -> QuerySet[City]:
    return form.rows()


@require_safe
@of_a_day
@short_address(**CityFilter.usual)
def city_list(request: HttpRequest) -> HttpResponse:
    """Cities in a roll beside a small map, partners of today unless asked otherwise; totals of today or of `?at=`."""
    context = kept_page(request, ("relations", "networks"), lambda: _cities(request))
    return render(request, "relations/city_list.html", context)


def _cities(request: HttpRequest) -> dict[str, Any]:
    form = CityFilter(request, asked_day(request))
    day = form.past or calendar.today()
    part = part_of_list(request, form.kept_rows(_rows))
    cities = list(part)
    fetch_agreements(cities)
    stated = stated_by_office(Measure.PARTNER_CITIES_STATED, Measure.PARTNER_COUNTRIES_STATED)
    sources = SourceList(stated)
    total = PartnerTotal.on(day) if form.past else PartnerTotal.today()
    return {
        "lead": register.lead_then(total, day) if form.past else register.lead(total),
        "as_of": as_of(request, register.figure(total, day), register.left_out(undated_now()) if form.past else ""),
        "form": form,
        "result": register.result(form),
        "page": part,
        "is_empty": not cities,
        "map": _map(cities, day, form.standing),
        "groups": register.roll(
            cities,
            day,
            by_region=not form.order,
            is_whole=not part.has_other_pages(),
            shows_state=form.standing == "all",
        ),
        "evidence": sources.evidence(stated=figure_facts(stated, sources)),
    }


def _map(cities: list[City], day: date, standing: str) -> CityMap | None:
    if not cities or len(cities) > ON_A_MAP:
        return None
    return partner_map(cities, first_ties(cities, day), are_partners=standing == Standing.PARTNER)


@require_safe
@of_a_day
def city_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One city: ties, exchanges, people, figures, meetings, news, papers, sources; or its ties on a day, `?at=`."""
    city, neighbours = city_and_neighbours(slug)
    if day := asked_day(request):
        return render(request, "relations/city_then.html", city_then(request, city, day))
    context = kept_page(
        request,
        ("relations", "networks"),
        lambda: {"city": city, **city_page(city, neighbours, calendar.today()), "as_of": as_of(request)},
        is_outside_menu=is_outside_menu(city),
        **news_part(city),
    )
    return render(request, "relations/city_detail.html", context)
