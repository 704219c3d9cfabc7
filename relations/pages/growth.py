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
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, GrowthPlot, Ledger, PlotLine, Row, Words
from iad_portal.lib.dates.calendar import BE_OFFSET
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.drawings.plot_growth import Label, Staircase, flags
from iad_portal.lib.drawings.plots import YearAxis, columns, round_numbers
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.text.bilingual import reader_language, text_of
from iad_portal.lib.text.ordinals import ordinal
from iad_portal.lib.text.sorting import sort_key
from relations.models import Agreement, AgreementState, City

from .links import in_a_row, link_to, listed
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
    undated_cities: Sequence[City] = ()  # partners none of whose ties in force has a date
    announced: list[tuple[int, int]] = field(default_factory=list)  # (year, ordinal) that no dated ties bear out
    undated: int = 0  # agreements without a date
    later: int = 0  # agreements dated after the day `at`


@kept_query
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
    begun = [tie for tie in ties if tie.days_in_force and tie.days_in_force[0] <= at]
    _count_partners(growth, begun)
    growth.announced = _announced(begun)
    bound = {tie.city_id for tie in ties if tie.state(at) == AgreementState.IN_FORCE}
    undated = {tie.city_id: tie.city for tie in ties if tie.state(at) == AgreementState.IN_FORCE_UNDATED}
    growth.undated_cities = [city for key, city in undated.items() if key not in bound]
    return growth


def _announced(ties: Sequence[Agreement]) -> list[tuple[int, int]]:
    """The years and ordinals that were announced at a signing, where fewer of `ties` bound a city on that day."""
    found = []
    spans = [(tie.city_id, *cast(tuple[date, date], tie.days_in_force)) for tie in ties]
    for tie, (_city, day, _last) in zip(ties, spans, strict=True):
        bound = {city for city, begin, end in spans if begin <= day <= end}
        if tie.announced_ordinal and tie.announced_ordinal > len(bound):
            found.append((day.year, tie.announced_ordinal))
    return sorted(found)


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
    stairs = Staircase([growth.totals.get(year, 0) for year in axis.years], len(growth.undated_cities))
    end, undated = _cities(stairs.end), _undated(stairs)
    return GrowthPlot(
        title=_title(growth),
        total_label=_total_label(growth, stairs),
        stairs=stairs,
        lines=[PlotLine(stairs.height(number), number) for number in round_numbers(max(*stairs.totals, stairs.end))],
        flags=flags(stairs, *_labels(growth, axis), end, undated),
        end=PlotLine(stairs.height(stairs.end), end),
        dated=_dated(stairs) if undated else "",
        undated=undated,
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


def _dated(stairs: Staircase) -> str:
    """The words under the line."""
    number = stairs.totals[-1]
    return ngettext("%(number)s with a date", "%(number)s with a date", number) % {"number": number}


def _undated(stairs: Staircase) -> str:
    """The words beside the hatched part; "" without one."""
    number = stairs.undated
    words = ngettext("%(number)s more, date to be added", "%(number)s more, dates to be added", number)
    return words % {"number": number} if number else ""


def _title(growth: Growth) -> str:
    """What to see, in a sentence or two: the same number of partner cities as every headline tells."""
    everyone = growth.totals[growth.at.year] + len(growth.undated_cities)
    words = {"number": everyone, "first": _year(growth.first)}
    sentence = (
        ngettext(
            "%(number)s partner city today, counted from the first in %(first)s.",
            "%(number)s partner cities today, counted from the first in %(first)s.",
            everyone,
        )
        % words
    )
    most = max(growth.signed.values())
    if most == 1:
        return sentence
    best = listed(_year(year) for year in sorted(growth.signed) if growth.signed[year] == most)
    peak = _("The most agreements in one year: %(number)s, in %(years)s.") % {"number": most, "years": best}
    return f"{sentence} {peak}"


def _total_label(growth: Growth, stairs: Staircase) -> str:
    """The accessible name of the staircase."""
    label = _("Line: the number of partner cities year by year, from %(first)s to %(last)s.") % _span(growth)
    return " ".join(filter(None, [label, _undated(stairs)]))


def _columns_label(growth: Growth) -> str:
    """The accessible name of the columns."""
    return _("Columns: the agreements signed in each year, from %(first)s to %(last)s.") % _span(growth)


def _span(growth: Growth) -> dict[str, str]:
    return {"first": _year(growth.first), "last": _year(growth.at.year)}


def _notes(growth: Growth) -> list[Words]:
    """How the drawing counts, and what it leaves out."""
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
    counted = ((papers, growth.undated), (later, growth.later))
    notes = [_parts_note(growth), _announced_note(growth)]
    notes += [sentence % {"number": number} for sentence, number in counted if number]
    return [note for note in notes if note]


def _parts_note(growth: Growth) -> SafeString | str:
    """What the line and the hatched part hold, the cities of the latter by name; "" where all are dated."""
    number = len(growth.undated_cities)
    if not number:
        return ""
    names = sorted(map(short_name, growth.undated_cities), key=lambda name: sort_key(name.value, name.language))
    words = ngettext(
        "The line holds {dated} with a date on record, the hatched part {number} with a date to be added: {names}.",
        "The line holds {dated} with a date on record, the hatched part {number} with a date to be added: {names}.",
        number,
    )
    dated = growth.totals[growth.at.year]
    return format_html(words, dated=_cities(dated), number=number, names=listed(names))


def _announced_note(growth: Growth) -> SafeString | str:
    """That higher numbers were announced at the time than the line shows; "" where none was."""
    language = reader_language()
    told = [
        _("the %(ordinal)s in %(year)s") % {"ordinal": ordinal(number, language), "year": _year(year)}
        for year, number in growth.announced
    ]
    words = _("Announced at the time: {numbers}. The line stands lower there, as it holds dated ties alone.")
    return format_html(words, numbers=listed(told)) if told else ""


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
    return Ledger.of_rows(columns, rows, in_a_row(_notes(growth), " "))
