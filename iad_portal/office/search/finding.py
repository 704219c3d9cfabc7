"""Asking the index: how many records a query finds, of what kinds, and a page of them in their order.

The order is the rung of the query's ladder, then the date, the newest first, then a fixed key; never an engine's score.
So both databases give the same records in the same order.
"""

from collections import Counter
from dataclasses import dataclass, replace

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When

from iad_portal.lib.registers.facets import Cell
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
    rows = _found(query, Narrowing(country=country)).order_by()
    counted = rows.values_list("kind", "year").annotate(number=Count("pk"))
    return [(number, {"kind": (kind,), "year": (year,) if year else ()}) for kind, year, number in counted]


def countries(query: Query, narrowing: Narrowing) -> Counter:
    """How many of the found records belong to each country (by ISO code), whichever was chosen: one query."""
    rows = _found(query, replace(narrowing, country="")).exclude(countries="").order_by()
    found: Counter = Counter()
    for codes, number in rows.values_list("countries").annotate(number=Count("pk")):
        for code in codes.split():
            found[code] += number
    return found


def page(query: Query, narrowing: Narrowing, found: int, start: int, size: int) -> list[SearchEntry]:
    """The entries from `start` on, `size` at most, of the `found` that the query and the narrowing give."""
    if found <= FEW:
        return list(_ranked(query, narrowing)[start : start + size])
    return _rung_by_rung(query, narrowing, start, size)


def latest(query: Query, narrowing: Narrowing, size: int) -> list[SearchEntry]:
    """The newest entries that the query finds, wherever it finds them: for a feed."""
    return list(_shown(_found(query, narrowing).order_by(*BY_DATE))[:size])


def _found(query: Query, narrowing: Narrowing) -> QuerySet:
    return _narrowed(narrowing).filter(words__matching=within(query.whole, narrowing.country))


def _narrowed(narrowing: Narrowing) -> QuerySet:
    wanted = {name: value for name, value in (("kind", narrowing.kind), ("year", narrowing.year)) if value}
    return SearchEntry.objects.results().filter(**wanted)


def _shown(rows: QuerySet) -> QuerySet:
    return rows.defer("words", "names")


def _ranked(query: Query, narrowing: Narrowing) -> QuerySet:
    rungs = [When(words__matching=rung, then=Value(number)) for number, rung in enumerate(query.rungs)]
    rung = Case(*rungs, default=Value(len(rungs)), output_field=IntegerField())
    ranked = _found(query, narrowing).annotate(rung=rung)
    return _shown(ranked.order_by("rung", *BY_DATE))


def _rung_by_rung(query: Query, narrowing: Narrowing, start: int, size: int) -> list[SearchEntry]:
    page: list[SearchEntry] = []
    for rung in query.rungs:
        rows = _narrowed(narrowing).filter(words__matching=within(rung, narrowing.country))
        page += _shown(rows.order_by(*BY_DATE))[start : start + size - len(page)]
        if len(page) == size:
            break
        # What was passed over on this rung is not passed over on the next.
        start = 0 if page else max(0, start - rows.count())
    return page
