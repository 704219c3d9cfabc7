"""What the list of cities shows: its totals, its map, its rows."""

from datetime import date
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from iad_portal.lib.components import CityMap, ListGroup, RollEntry
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.registers.days import as_of, is_past
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import Text, other_language, reader_language, text_of
from iad_portal.lib.text.quick_html import quick_html
from relations.forms import CityFilter
from relations.models import City, Measure, Region, Standing

from .citations import SourceList
from .figures import figure_facts, stated_by_office
from .links import in_a_row, listed
from .partner_map import partner_map
from .partner_total import PartnerTotal, undated_now
from .ties import Ties, fetch_agreements, first_ties

# More names than these find no room on the map, and looking for it would keep the reader waiting.
ON_A_MAP = 80


def context(request: HttpRequest, form: CityFilter, part: Page[City]) -> dict[str, Any]:
    """All that relations/city_list.html needs, of today, or of the past day of `form`."""
    day = form.past or calendar.today()
    cities = list(part)
    fetch_agreements(cities)
    stated = stated_by_office(Measure.PARTNER_CITIES_STATED, Measure.PARTNER_COUNTRIES_STATED)
    sources = SourceList(stated)
    total = PartnerTotal.on(day) if form.past else PartnerTotal.today()
    is_whole, shows_state = not part.has_other_pages(), form.standing == "all"
    return {
        "lead": lead_then(total, day) if form.past else lead(total),
        "as_of": as_of(request, figure(total, day), left_out(undated_now()) if form.past else ""),
        "form": form,
        "result": result(form),
        "page": part,
        "is_empty": not cities,
        "map": _map(cities, day, form.standing),
        "groups": roll(cities, day, by_region=not form.order, is_whole=is_whole, shows_state=shows_state),
        "evidence": sources.evidence(stated=figure_facts(stated, sources)),
    }


def _map(cities: list[City], day: date, standing: str) -> CityMap | None:
    if not cities or len(cities) > ON_A_MAP:
        return None
    return partner_map(cities, first_ties(cities, day), are_partners=standing == Standing.PARTNER)


def lead(total: PartnerTotal) -> str:
    """The sentence over the list: how many, in how many countries, and what the number is made of."""
    cities = ngettext("%(number)s city", "%(number)s cities", total.cities) % {"number": total.cities}
    countries = ngettext("%(number)s country", "%(number)s countries", total.countries) % {"number": total.countries}
    words = {"cities": cities, "countries": countries, "parts": total.made()}
    if total.cities:
        return _("Bangkok has ties with %(cities)s in %(countries)s: %(parts)s.") % words
    return _("Bangkok has ties with %(cities)s in %(countries)s.") % words


def lead_then(total: PartnerTotal, day: date) -> str:
    """The same of a past day, by dated ties alone."""
    words = {
        "day": format_date(day, reader_language()),
        "cities": ngettext("%(number)s city", "%(number)s cities", total.cities) % {"number": total.cities},
        "countries": ngettext("%(number)s country", "%(number)s countries", total.countries)
        % {"number": total.countries},
    }
    return _("On %(day)s Bangkok had dated ties with %(cities)s in %(countries)s.") % words


def left_out(number: int) -> str:
    """That so many partner cities of today are not counted for a past day; "" where all have a date."""
    words = ngettext(
        "Not counted: %(number)s partner city of today, whose tie has no recorded date.",
        "Not counted: %(number)s partner cities of today, whose ties have no recorded date.",
        number,
    )
    return words % {"number": number} if number else ""


def figure(total: PartnerTotal, day: date) -> str:
    """A sentence that quotes the total of the `day`, with its parts where some ties have no date."""
    words = {
        "day": format_date(day, reader_language()),
        "number": total.cities,
        "countries": total.countries,
        "parts": total.parts_by_date(),
    }
    if total.undated:
        return _("On %(day)s Bangkok had %(number)s partner cities (%(parts)s) in %(countries)s countries.") % words
    return _("On %(day)s Bangkok had %(number)s partner cities with dated ties, in %(countries)s countries.") % words


def result(form: CityFilter) -> str:
    """How many cities pass the filters, of how many in their state, in words."""
    words = {"number": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(number)s city", "%(number)s cities", form.total) % words
    return ngettext("%(number)s of %(total)s city", "%(number)s of %(total)s cities", form.total) % words


def roll(cities: list[City], at: date, *, by_region: bool, is_whole: bool, shows_state: bool = True) -> list[ListGroup]:
    """For components/roll.html: city, country, forms of agreement, since when; in groups by region if asked.

    A group is counted only when the whole list stands on this page. Where the list holds more than partners, the state
    of each stands beside it.
    """
    entries = shown(
        cities, lambda city: _entry(city, Ties(city.published_agreements, at), shows_state), "register of cities"
    )
    if not by_region:
        return [ListGroup("", entries)]
    groups = []
    for region in Region:
        here = [entry for entry in entries if entry.record.country.region == region]
        if here:
            count = ngettext("%(number)s city", "%(number)s cities", len(here)) % {"number": len(here)}
            groups.append(ListGroup(region.label, here, count if is_whole else ""))
    return groups


def _entry(city: City, ties: Ties, shows_state: bool) -> RollEntry:
    return RollEntry(
        text_of(city, "name"),
        city.get_absolute_url(),
        beside=text_of(city.country, "name"),
        form=in_a_row([ties.standing.label if shows_state else "", listed(ties.instruments)], " · "),
        since=_since(ties),
        shows=[*([ties.first] if ties.first else []), *ties.stated],
    )


def _since(ties: Ties) -> SafeString | str:
    """The year of the first tie; that it is to be added; "" for a city that never had one."""
    if not ties.first_on:
        return _("year to be added") if ties.made else ""
    is_now = ties.is_confirmed and not is_past(ties.at)
    words = pgettext("first year", "since {}") if is_now else pgettext("first year", "from {}")
    return quick_html(words, when(ties.first_on, style="year"))


def name_beside(city: City) -> Text | str:
    """The name in the portal's other language, marked as such; nothing when the reader has that one already."""
    language = reader_language()
    name, other = text_of(city, "name"), text_of(city, "name", other_language(language))
    return Text(other.value, other.language, language) if other.language != name.language else ""
