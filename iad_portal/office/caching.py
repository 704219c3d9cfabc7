"""How long an answer may be kept: gone everywhere within a minute, and never past the moment it changes by itself.

A copy may stand in a shared cache, be served once more while that fetches a new one, and then stand in a browser: what
a save changes is seen everywhere after SHARED + 2 * WHILE_FETCHING + BROWSER seconds, under a minute. Three moments
change pages without a save: a scheduled publication, a notice that comes or goes, and midnight in Bangkok, when totals
computed "as of today" move on.
"""

from datetime import datetime, time, timedelta

from django.apps import apps
from django.db import models
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
    parts = [_next_of(model, now) for model in publishable_models()] + SiteNotice.objects.moments(now)
    return parts[0].union(*parts[1:], all=True).order_by("moment").first()


def _next_of(model: type[Publishable], now: datetime) -> models.QuerySet:
    """The rows that appear next, not all that ever will: the index gives them at once, however many wait."""
    coming = model._base_manager.filter(publish_at__gt=now).order_by("publish_at")
    rows = model._base_manager.filter(publish_at=models.Subquery(coming.values("publish_at")[:1])).order_by()
    return rows.annotate(moment=models.F("publish_at")).values_list("moment", flat=True)


def publishable_models() -> list[type[Publishable]]:
    """Every concrete model whose records are published."""
    return [model for model in apps.get_models() if issubclass(model, Publishable)]
