"""The register of cities, and the page of one city."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.dates import calendar
from iad_portal.lib.registers.days import asked_day, of_a_day
from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import kept_page, part_of_list
from relations.forms import CityFilter
from relations.models import City
from relations.pages import city_list as register
from relations.pages import city_page, city_then
from relations.pages.city_page import city_and_neighbours, is_outside_menu, news_part


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
    part = part_of_list(request, form.kept_rows(_rows))
    return register.context(request, form, part)


@require_safe
@of_a_day
def city_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One city: ties, exchanges, people, figures, meetings, news, papers, sources; or its ties on a day, `?at=`."""
    city, neighbours = city_and_neighbours(slug)
    if day := asked_day(request):
        return render(request, "relations/city_then.html", city_then.context(request, city, day))
    context = kept_page(
        request,
        ("relations", "networks"),
        lambda: city_page.context(request, city, neighbours, calendar.today()),
        is_outside_menu=is_outside_menu(city),
        **news_part(city),
    )
    return render(request, "relations/city_detail.html", context)
