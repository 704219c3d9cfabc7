"""How long an answer may be kept: gone everywhere within a minute, and never past the moment it changes by itself.

A copy may stand in a shared cache, be served once more while that fetches a new one, and then stand in a browser: what
a save changes is seen everywhere after SHARED + 2 * WHILE_FETCHING + BROWSER seconds, under a minute. Three moments
change pages without a save: a scheduled publication, a notice that comes or goes, and midnight in Bangkok, when totals
computed "as of today" move on.
"""

from datetime import datetime

from django.apps import apps
from django.conf import settings
from django.utils import timezone

from iad_portal.lib.records.content_versions import content_now
from iad_portal.lib.records.publishing import Publishable

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
    if not is_same_for_all(request, response):
        return PRIVATE
    left = seconds_until_change()
    shared, browser = min(SHARED, left), min(BROWSER, left)
    return (
        f"public, max-age={browser}, s-maxage={shared}, "
        f"stale-while-revalidate={min(WHILE_FETCHING, left - shared)}, stale-if-error={WHEN_AWAY}"
    )


def is_same_for_all(request, response) -> bool:
    """Whether anybody would get this answer just so."""
    return (
        request.method in {"GET", "HEAD"}
        and response.status_code in {200, 301, 304, 404, 410}
        and not (response.status_code in {404, 410} and request.path.startswith(FILES))
        and not response.cookies
        and not request.path.startswith("/admin/")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )


def seconds_until_change(now: datetime | None = None) -> int:
    """Whole seconds, at most LONGEST, until a page may change without anybody saving anything."""
    now = now or timezone.now()
    return max(0, min(LONGEST, int((content_now(now).changes_at - now).total_seconds())))


def publishable_models() -> list[type[Publishable]]:
    """Every concrete model whose records are published."""
    return [model for model in apps.get_models() if issubclass(model, Publishable)]
