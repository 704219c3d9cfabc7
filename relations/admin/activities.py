"""What was done with a city, in the city's own form: the latest lines, and the way to add one that keeps the city."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import NOTHING
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.desk.sections import OPEN
from iad_portal.lib.intake.sent_numbers import key_in
from relations.models import City, Exchange

# So many of the latest are lines in the city's form; the list has all.
LATEST = 20
# The parameter with which the form of an exchange is opened from a city's form.
OF_CITY = "cities"


@dataclass(frozen=True, slots=True)
class Line:
    """One exchange: its first day in the officer's era, its title, kind and state in words, the address of its form."""

    day: str
    title: str
    about: str
    url: str


def _line(exchange: Exchange) -> Line:
    return Line(
        day=format_date(exchange.starts_on, get_language(), "short") or NOTHING,
        title=str(exchange),
        about=f"{exchange.get_kind_display()} · {exchange.get_status_display()}",
        url=reverse("admin:relations_exchange_change", args=[exchange.pk]),
    )


class WithActivities:
    """For the admin of cities: a section that lists the exchanges of the city."""

    def get_readonly_fields(self, request: HttpRequest, obj: City | None = None) -> Any:
        return [*super().get_readonly_fields(request, obj), *([self._lines_for(request)] if obj else [])]

    def sections(self, request: HttpRequest, obj: City | None = None) -> list[tuple[Any, ...]]:
        first, *others = super().sections(request, obj)
        lines = {"fields": [self._lines_for(request)], "classes": ["activities", OPEN]}
        return [first, *([(_("Visits and joint work"), lines)] if obj else []), *others]

    def _lines_for(self, request: HttpRequest) -> str:
        may_add = self.admin_site._registry[Exchange].has_add_permission(request)
        return "activities" if may_add else "activities_to_read"

    @admin.display(description=_("latest"))
    def activities(self, city: City) -> SafeString:
        """The latest exchanges of `city`, and the way to add one."""
        return _lines(city, f"{reverse('admin:relations_exchange_add')}?{urlencode({OF_CITY: city.pk})}")

    @admin.display(description=_("latest"))
    def activities_to_read(self, city: City) -> SafeString:
        """The same for who may not add any."""
        return _lines(city, "")


def _lines(city: City, add_url: str) -> SafeString:
    """The latest exchanges of `city` with links, in whatever state: one query."""
    rows = list(Exchange.objects.of_city(city).newest_first()[: LATEST + 1])
    context = {
        "lines": [_line(exchange) for exchange in rows[:LATEST]],
        "has_more": len(rows) > LATEST,
        "list_url": f"{reverse('admin:relations_exchange_changelist')}?{urlencode({'city': city.pk})}",
        "add_url": add_url,
    }
    return SafeString(render_to_string("admin/relations/activities.html", context))


class CityFilter(admin.SimpleListFilter):
    """The exchanges of one city: reached from the city's form, it has no choices of its own."""

    title, parameter_name = _("city"), "city"

    def lookups(self, request, model_admin):
        city = City.objects.filter(pk=key_in(self.value())).first() if key_in(self.value()) else None
        return [(str(city.pk), str(city))] if city else []

    def queryset(self, request, queryset):
        key = key_in(self.value())
        return queryset if key is None else queryset.filter(pk__in=Exchange.objects.of_city(key).values("pk"))


class KeepsCity:
    """For the admin of exchanges: a form that was opened from a city's form leads back there, or on to the next one."""

    def response_add(self, request: HttpRequest, obj: Exchange, post_url_continue: str | None = None) -> HttpResponse:
        answer = super().response_add(request, obj, post_url_continue)
        city = key_in(request.GET.get(OF_CITY))
        if city is None or not isinstance(answer, HttpResponseRedirect):
            return answer
        if "_addanother" in request.POST:
            return HttpResponseRedirect(f"{request.path}?{urlencode({OF_CITY: city})}")
        if answer.url.startswith(reverse("admin:relations_exchange_changelist")) and "_continue" not in request.POST:
            return HttpResponseRedirect(f"{reverse('admin:relations_city_change', args=[city])}#activities")
        return answer
