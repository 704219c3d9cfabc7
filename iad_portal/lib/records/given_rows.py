"""Rows that belong to the records of a list, given to each by one kept query: Django puts a prefetch together anew.

@kept_query
def _people_of(*, exchanges: Sequence[Exchange]) -> QuerySet[Person]:
    return Person.objects.filter(exchanges__pk__in=exchanges).annotate(of=F("exchanges")).order_by("pk")

give(exchanges, "shown_people", _people_of(exchanges=exchanges))
"""

from collections.abc import Iterable
from typing import Any

from .kept_queries import Kept


def give(records: Iterable[Any], name: str, rows: Kept, owner: str = "") -> None:
    """Set as `name` of each of `records` a list of those `rows` whose `of` is its key, in their order: one query.

    Without any record none. `owner`: by which name a row knows its record, so that it need not ask for it.
    """
    by_key = {record.pk: record for record in records}
    for record in by_key.values():
        setattr(record, name, [])
    for row in rows if by_key else ():
        getattr(by_key[row.of], name).append(row)
        if owner:
            setattr(row, owner, by_key[row.of])
