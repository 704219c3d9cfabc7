"""How long an answer may be kept: gone everywhere within a minute, and never past the moment it changes by itself.

A copy may stand in a shared cache, be served once more while that fetches a new one, and then stand in a browser: what
a save changes is seen everywhere after SHARED + 2 * WHILE_FETCHING + BROWSER seconds, under a minute. Three moments
change pages without a save: a scheduled publication, a notice that comes or goes, and midnight in Bangkok, when totals
computed "as of today" move on.
"""

from datetime import datetime, time, timedelta
from functools import cache

from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from iad_portal.lib.dates import calendar
from iad_portal.lib.records.publishing import Publishable
from iad_portal.office.models import SiteNotice

# Seconds. A browser counts from the portal's own Date, which nginx passes on, so its copy is rarely younger than that.
SHARED, BROWSER, WHILE_FETCHING = 20, 15, 10
LONGEST = SHARED + WHILE_FETCHING
PRIVATE = "private, no-store"
# When the portal or its database is away, a cache may go on serving what it has for a day.
WHEN_AWAY = 86_400
# A file that is missing now may be there in a moment: a mount that comes back, the other half of an upgrade.
FILES = ("/static/", "/media/")


def public_cache_header(request, response) -> str:
    """The Cache-Control value for `response`: public only for a page that anybody would get just so."""
    is_same_for_all = (
        request.method in {"GET", "HEAD"}
        and response.status_code in {200, 301, 304, 404, 410}
        and not (response.status_code in {404, 410} and request.path.startswith(FILES))
        and not response.cookies
        and not request.path.startswith("/admin/")
        and "portal_session" not in request.COOKIES
    )
    if not is_same_for_all:
        return PRIVATE
    left = seconds_until_change()
    shared, browser = min(SHARED, left), min(BROWSER, left)
    return (
        f"public, max-age={browser}, s-maxage={shared}, "
        f"stale-while-revalidate={min(WHILE_FETCHING, left - shared)}, stale-if-error={WHEN_AWAY}"
    )


def seconds_until_change(now: datetime | None = None) -> int:
    """Whole seconds, at most LONGEST, until a page may change without anybody saving anything."""
    now = now or timezone.now()
    midnight = datetime.combine(timezone.localdate(now) + timedelta(days=1), time(), tzinfo=calendar.BANGKOK)
    moments = [midnight, now + timedelta(seconds=LONGEST)]
    scheduled = next_scheduled(now)
    if scheduled:
        moments.append(scheduled)
    return max(0, int((min(moments) - now).total_seconds()))


def next_scheduled(now: datetime) -> datetime | None:
    """The next moment after `now` at which a record appears, or a notice comes or goes: one query."""
    sql, count = _moments_sql()
    with connection.cursor() as cursor:
        cursor.execute(sql, [connection.ops.adapt_datetimefield_value(now)] * count)
        (moment,) = cursor.fetchone()
    read_as = models.Value(None, models.DateTimeField())
    for convert in connection.ops.get_db_converters(read_as):
        moment = convert(moment, read_as, connection)
    return moment


@cache
def _moments_sql() -> tuple[str, int]:
    """The query for the first of all moments, and how often it takes the moment after which.

    Written out, once a process: every answer asks it, and putting a dozen tables together took a fifth of its time.
    Each part reads one row of an index, however many wait. That a moment is there at all is said for partial indexes.
    """
    named = connection.ops.quote_name
    columns: list[tuple[type[models.Model], str, str]] = [(model, "publish_at", "") for model in publishable_models()]
    columns += [(SiteNotice, column, "is_on AND ") for column in ("starts_at", "ends_at")]
    parts = [
        f"SELECT MIN({named(column)}) AS moment FROM {named(model._meta.db_table)} "
        f"WHERE {condition}{named(column)} IS NOT NULL AND {named(column)} > %s"
        for model, column, condition in columns
    ]
    return f"SELECT MIN(moment) FROM ({' UNION ALL '.join(parts)}) AS moments", len(parts)


def publishable_models() -> list[type[Publishable]]:
    """Every concrete model whose records are published."""
    return [model for model in apps.get_models() if issubclass(model, Publishable)]
