"""Small rows that belong to a row of a query, fetched with it in one column instead of by a query of their own.

    rows = Commitment.objects.annotate(agencies_=gathered(Agency.objects.filter(commitments=OuterRef("pk")), "name_th"))
    names = [values["name_th"] for values in values_of(rows[0].agencies_)]

For rows that are short and few, of text, numbers and truth values: JSON knows no dates.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Func, JSONField, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast


class _Entry(Func):
    """Fields of one row by their names. Django's own asks each new connection of SQLite first what that can do."""

    output_field: Any = JSONField()
    function = "JSONB_BUILD_OBJECT"

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSON_OBJECT", **extra)


class _ListOf(Func):
    """All values of a query in one list; PostgreSQL answers NULL for none."""

    output_field: Any = JSONField()
    function = "JSONB_AGG"

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **extra)


def gathered(rows: QuerySet[Any], *fields: str) -> Subquery:
    """An annotation: the `fields` of each of `rows`, which may speak of the outer row; read it by `values_of()`."""
    entry = _Entry(*(part for name in fields for part in (Cast(Value(name), TextField()), F(name))))
    # Unordered: the two databases order within a list by ways of their own, SQLite only of late.
    return Subquery(rows.order_by().annotate(gathered=_ListOf(entry)).values("gathered"))


def values_of(column: Iterable[dict[str, Any]] | None, *order: str) -> list[dict[str, Any]]:
    """The rows of such a column as dictionaries, in the order of the fields `order`; [] for none."""
    return sorted(column or [], key=lambda values: [values[name] for name in order])
