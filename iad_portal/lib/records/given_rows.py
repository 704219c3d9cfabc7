"""Rows that belong to the records of a list, given to each by one kept query: Django puts a prefetch together anew.

@kept_query
def _people_of(*, exchanges: Sequence[Exchange]) -> QuerySet[Person]:
    return Person.objects.filter(exchanges__pk__in=exchanges).annotate(of=F("exchanges")).order_by("pk")

give(exchanges, "shown_people", _people_of(exchanges=exchanges))
"""

from collections.abc import Iterable
from typing import Any

from .kept_queries import Kept


def give(records: Iterable[Any], name: str, rows: Kept) -> None:
    """Set as `name` of each of `records` a list of those `rows` whose `of` is its key, in their order: one query.

    Without any record none.
    """
    lists: dict[Any, list[Any]] = {record.pk: [] for record in records}
    for row in rows if lists else ():
        lists[row.of].append(row)
    for record in records:
        setattr(record, name, lists[record.pk])
