"""Bangkok's relations through time: agreements year by year, and the running total of partner cities.

Worked out from the agreements themselves, for any day. What has no date has no place in time: it is counted apart, and
said.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, GrowthPlot, Ledger, PlotLine, Row
from iad_portal.lib.dates.calendar import BE_OFFSET
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.drawings.plot_growth import Label, Staircase, flags
from iad_portal.lib.drawings.plots import YearAxis, columns, round_numbers
from iad_portal.lib.text.bilingual import reader_language, text_of
from relations.models import Agreement, AgreementState, City

from .links import link_to, listed
from .partner_map import short_name
from .ties import signed

# Agreements of fewer years than these are read faster in the register than in a drawing.
FEWEST_YEARS = 5
# A year with more new partner cities than these is named by their number.
NAMES = 4


@dataclass
class Growth:
    """What the years up to the day `at` brought."""

    first: int
    at: date
    signed: Counter[int] = field(default_factory=Counter[Any])  # year -> agreements
    totals: dict[int, int] = field(default_factory=dict)  # year -> partner cities at its end, or on the day `at`
    new: dict[int, list[City]] = field(default_factory=dict)  # year -> cities whose first dated tie it brought
    undated_cities: int = 0  # partners none of whose ties has a date
    undated: int = 0  # agreements without a date
    later: int = 0  # agreements dated after the day `at`


def all_agreements() -> QuerySet[Agreement]:
    """The published agreements with their cities: one query."""
    found: QuerySet[Agreement] = Agreement.objects.published().select_related("city").order_by("number")
    return found


def growth_of(agreements: Iterable[Agreement], at: date) -> Growth | None:
    """What `agreements` brought up to the day `at`; None when too few years are known to draw them."""
    agreements = list(agreements)
    dated = [agreement for agreement in agreements if signed(agreement)]
    past = [agreement for agreement in dated if signed(agreement).first_day <= at]
    by_year = Counter(signed(agreement).year for agreement in past)
    if len(by_year) < FEWEST_YEARS:
        return None
    growth = Growth(min(by_year), at, by_year, undated=len(agreements) - len(dated), later=len(dated) - len(past))
    ties = [agreement for agreement in agreements if agreement.makes_tie and agreement.city.is_published()]
    _count_partners(growth, [tie for tie in ties if tie.days_in_force and tie.days_in_force[0] <= at])
    bound = {tie.city_id for tie in ties if tie.state(at) == AgreementState.IN_FORCE}
    undated = {tie.city_id for tie in ties if tie.state(at) == AgreementState.IN_FORCE_UNDATED}
    growth.undated_cities = len(undated - bound)
    return growth


def _count_partners(growth: Growth, ties: Sequence[Agreement]) -> None:
    """Fill in the totals and the new cities of `growth` from `ties` that have a date."""
    moments = {year: min(date(year, 12, 31), growth.at) for year in range(growth.first, growth.at.year + 1)}
    bound: dict[int, set[int]] = {year: set() for year in moments}
    begun: dict[int, tuple[date, City]] = {}
    for tie in ties:
        begin, end = cast(tuple[date, date], tie.days_in_force)  # of a tie that has a date
        for year, moment in moments.items():
            if begin <= moment <= end:
                bound[year].add(tie.city_id)
        if tie.city_id not in begun or begin < begun[tie.city_id][0]:
            begun[tie.city_id] = (begin, tie.city)
    growth.totals = {year: len(cities) for year, cities in bound.items()}
    for begin, city in sorted(begun.values(), key=lambda begin: (begin[0], begin[1].pk)):
        growth.new.setdefault(begin.year, []).append(city)


def growth_plot(growth: Growth | None) -> GrowthPlot | None:
    """For components/plot_growth.html; nothing for nothing."""
    if growth is None:
        return None
    offset = BE_OFFSET if reader_language() == "th" else 0
    axis = YearAxis(growth.first - (growth.first + offset) % 10, growth.at.year)
    stairs = Staircase([growth.totals.get(year, 0) for year in axis.years])
    end = _cities(stairs.totals[-1])
    return GrowthPlot(
        title=_title(growth),
        total_label=_total_label(growth),
        stairs=stairs,
        lines=[PlotLine(stairs.height(number), number) for number in round_numbers(max(stairs.totals))],
        flags=flags(stairs, *_labels(growth, axis), end),
        end=PlotLine(stairs.height(stairs.totals[-1]), end),
        columns=columns(axis, growth.signed),
        columns_label=_columns_label(growth),
        ticks=axis.ticks(offset),
        table=_table(growth),
        notes=_notes(growth),
    )


def _year(year: int) -> str:
    return format_year(year, reader_language())


def _cities(number: int) -> str:
    return ngettext("%(number)s city", "%(number)s cities", number) % {"number": number}


def _title(growth: Growth) -> str:
    """What to see, in a sentence or two."""
    years = sorted(growth.totals)
    words = {
        "few": ngettext("%(number)s partner city", "%(number)s partner cities", growth.totals[years[0]])
        % {"number": growth.totals[years[0]]},
        "many": growth.totals[years[-1]],
        "first": _year(years[0]),
        "last": _year(years[-1]),
    }
    sentence = _("From %(few)s in %(first)s to %(many)s in %(last)s.") % words
    most = max(growth.signed.values())
    if most == 1:
        return sentence
    best = ", ".join(_year(year) for year in sorted(growth.signed) if growth.signed[year] == most)
    peak = _("The most agreements in one year: %(number)s, in %(years)s.") % {"number": most, "years": best}
    return f"{sentence} {peak}"


def _total_label(growth: Growth) -> str:
    """The accessible name of the staircase."""
    return _("Line: the number of partner cities year by year, from %(first)s to %(last)s.") % _span(growth)


def _columns_label(growth: Growth) -> str:
    """The accessible name of the columns."""
    return _("Columns: the agreements signed in each year, from %(first)s to %(last)s.") % _span(growth)


def _span(growth: Growth) -> dict[str, str]:
    return {"first": _year(growth.first), "last": _year(growth.at.year)}


def _notes(growth: Growth) -> list[str]:
    """What the drawing leaves out."""
    cities = ngettext(
        "Not in the line: %(number)s partner city whose tie has no date; with it there are %(all)s today.",
        "Not in the line: %(number)s partner cities whose ties have no date; with them there are %(all)s today.",
        growth.undated_cities,
    )
    papers = ngettext(
        "Not among the columns: %(number)s agreement without a recorded date.",
        "Not among the columns: %(number)s agreements without a recorded date.",
        growth.undated,
    )
    later = ngettext(
        "%(number)s agreement is dated later than today and left out.",
        "%(number)s agreements are dated later than today and left out.",
        growth.later,
    )
    counted = ((cities, growth.undated_cities), (papers, growth.undated), (later, growth.later))
    everyone = growth.totals[growth.at.year] + growth.undated_cities
    return [sentence % {"number": number, "all": everyone} for sentence, number in counted if number]


def _labels(growth: Growth, axis: YearAxis) -> tuple[Label | None, list[Label]]:
    """The words over the steps: the first tie, and the years that brought the most new cities, these ahead."""
    first = min(growth.new, default=None)
    many = [year for year, cities in growth.new.items() if year != first and len(cities) > 1]
    many.sort(key=lambda year: (-len(growth.new[year]), -year))
    named = {year: _named(growth.new[year]) for year in [first, *many] if year is not None}
    labels = {year: (year - axis.first, _year(year), words) for year, words in named.items() if words}
    return labels.get(first) if first is not None else None, [labels[year] for year in many if year in labels]


def _named(cities: Sequence[City]) -> str:
    """Their names; their number when they are many; empty when a name is in the other language only."""
    if len(cities) > NAMES:
        return _("%(number)s new partner cities") % {"number": len(cities)}
    names = [short_name(city) for city in cities]
    is_told = all(name and not name.is_fallback for name in names)
    return " · ".join(str(name) for name in names) if is_told else ""


def _table(growth: Growth) -> Ledger:
    """For components/ledger.html: the same in numbers and names, the years in which nothing was signed left out."""
    columns = [_("Year"), _("Agreements signed"), _("Partner cities at the end of the year"), _("New partner cities")]
    rows, register = [], reverse("relations:agreement_list")
    for year in sorted(growth.signed):
        cities = growth.new.get(year, [])
        names = listed(link_to(city, text_of(city, "name")) for city in cities)
        cells = [Cell(str(growth.signed[year])), Cell(str(growth.totals[year])), Cell(names)]
        rows.append(Row(_year(year), cells, f"{register}?year={year}"))
    return Ledger.of_rows(columns, rows, " ".join(_notes(growth)))
