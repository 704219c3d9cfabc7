"""The moments at which pages change by themselves: a record appears, a notice comes or goes.

A model names its columns of such moments in `page_moments`: pairs of the column and of the flag without which it does
not count ("" for none).
"""

from datetime import datetime
from functools import cache

from django.apps import apps
from django.db import connection, models


def next_moment(now: datetime) -> datetime | None:
    """The first moment after `now` (an aware datetime) at which any page changes by itself: one query."""
    sql, count = _moments_sql(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, [connection.ops.adapt_datetimefield_value(now)] * count)
        (moment,) = cursor.fetchone()
    read_as = models.Value(None, models.DateTimeField())
    for convert in connection.ops.get_db_converters(read_as):
        moment = convert(moment, read_as, connection)
    found: datetime | None = moment
    return found


@cache
def _moments_sql(_vendor: str) -> tuple[str, int]:
    """The query for the first of all moments, and how often it takes the moment after which.

    Written out, once a process: putting a dozen tables together costs more than asking them. Each part reads one row of
    an index, however many wait. That a moment is there at all is said for partial indexes.
    """
    named = connection.ops.quote_name
    columns = [
        (model, column, flag) for model in apps.get_models() for column, flag in getattr(model, "page_moments", ())
    ]
    parts = [
        f"SELECT MIN({named(column)}) AS moment FROM {named(model._meta.db_table)} "
        f"WHERE {f'{named(flag)} AND ' if flag else ''}{named(column)} IS NOT NULL AND {named(column)} > %s"
        for model, column, flag in columns
    ]
    return f"SELECT MIN(moment) FROM ({' UNION ALL '.join(parts)}) AS moments", len(parts)
