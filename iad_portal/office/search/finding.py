"""Asking the index: how many records a query finds, of what kinds, and a page of them in their order.

The order is the rung of the query's ladder, then the date, the newest first, then a fixed key; never an engine's score.
So both databases give the same records in the same order.
"""

from collections import Counter
from dataclasses import dataclass, replace

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When

from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.registers.facets import Cell
from iad_portal.lib.search.lexemes import Condition, written
from iad_portal.office.models import SearchEntry

from .query import Query, within

# Of so many records each one's rung is worked out; of more, rung after rung is asked until a page is full.
FEW = 500
# The order of records on one rung.
BY_DATE = (F("day").desc(nulls_last=True), "place")


@dataclass(frozen=True)
class Narrowing:
    """What a reader chose beside the query; empty is any."""

    kind: str = ""
    year: int | None = None
    country: str = ""


def cells(query: Query, country: str = "") -> list[Cell]:
    """What is found, of one country (ISO code) or of all, counted by kind and year (C.E.): one query."""
    counted = _by_kind_and_year(**_asked(query.whole, Narrowing(country=country)))
    return [(number, {"kind": (kind,), "year": (year,) if year else ()}) for kind, year, number in counted]


def countries(query: Query, narrowing: Narrowing) -> Counter:
    """How many of the found records belong to each country (by ISO code), whichever was chosen: one query."""
    found: Counter = Counter()
    for codes, number in _by_countries(**_asked(query.whole, replace(narrowing, country=""))):
        for code in codes.split():
            found[code] += number
    return found


def page(query: Query, narrowing: Narrowing, found: int, start: int, size: int) -> list[SearchEntry]:
    """The entries from `start` on, `size` at most, of the `found` that the query and the narrowing give."""
    if found > FEW:
        return _rung_by_rung(query, narrowing, start, size)
    rungs = {f"rung_{number}": written(rung) for number, rung in enumerate(query.ladder)}
    return _ranked(*rungs, **_asked(query.whole, narrowing), **rungs)[start : start + size]


def latest(query: Query, narrowing: Narrowing, size: int) -> list[SearchEntry]:
    """The newest entries that the query finds, wherever it finds them: for a feed."""
    return _by_date(**_asked(query.whole, narrowing))[:size]


def _rung_by_rung(query: Query, narrowing: Narrowing, start: int, size: int) -> list[SearchEntry]:
    page: list[SearchEntry] = []
    for rung in query.rungs:
        rows = _by_date(**_asked(rung, narrowing))
        page += rows[start : start + size - len(page)]
        if len(page) == size:
            break
        # What was passed over on this rung is not passed over on the next.
        start = 0 if page else max(0, start - rows.count())
    return page


def _asked(condition: Condition, narrowing: Narrowing) -> dict[str, str | int]:
    """The arguments of the kept queries below: what they compare with."""
    wanted = {name: value for name, value in (("kind", narrowing.kind), ("year", narrowing.year)) if value}
    return {"words__matching": written(within(condition, narrowing.country)), **wanted}


@kept_query
def _by_kind_and_year(**asked: str | int) -> QuerySet[SearchEntry, tuple[str, int | None, int]]:
    rows = SearchEntry.objects.results().filter(**asked).order_by()
    return rows.values_list("kind", "year").annotate(number=Count("pk"))


@kept_query
def _by_countries(**asked: str | int) -> QuerySet[SearchEntry, tuple[str, int]]:
    rows = SearchEntry.objects.results().filter(**asked).exclude(countries="").order_by()
    return rows.values_list("countries").annotate(number=Count("pk"))


@kept_query
def _by_date(**asked: str | int) -> QuerySet[SearchEntry]:
    return _shown(SearchEntry.objects.results().filter(**asked).order_by(*BY_DATE))


@kept_query
def _ranked(*rungs: str, **asked: str | int) -> QuerySet[SearchEntry]:
    """`rungs` are the names of those arguments that are the conditions of the ladder, from the top."""
    cases = [When(words__matching=asked.pop(name), then=Value(number)) for number, name in enumerate(rungs)]
    rung = Case(*cases, default=Value(len(cases)), output_field=IntegerField())
    ranked = SearchEntry.objects.results().filter(**asked).annotate(rung=rung)
    return _shown(ranked.order_by("rung", *BY_DATE))


def _shown(rows: QuerySet) -> QuerySet:
    return rows.defer("words", "names")
