"""The sessions of officers: noted as they work, listed for their owner, and ended."""

import re
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from typing import Any, cast

from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.operations.throttle import sender_of
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.office.models import OfficerSession

# What no backup holds: whoever finds one learns nothing of who works where, and cannot go on with a session.
SESSION_TABLES = [Session._meta.db_table, OfficerSession._meta.db_table]
# In the session: since when its officer is signed in, and which key was noted last, and when.
SINCE, NOTED = "signed_in_since", "session_noted"
# A row is written at most so often: "last seen" need not be truer.
NOTE_EVERY = timedelta(minutes=5)

# The first that matches names the browser or the system: each says the names of others, too.
_BROWSERS = {"Edg": "Edge", "OPR/": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox|FxiOS": "Firefox",
             "Chrome|CriOS": "Chrome", "Safari": "Safari"}  # fmt: skip
_SYSTEMS = {"Windows": "Windows", "Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "CrOS": "ChromeOS",
            "Mac OS X": "Mac", "Linux": "Linux"}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A session as its owner reads of it; `key` ends it."""

    key: str
    device: str
    address: str
    since: str
    last_seen: str
    is_this: bool


def device_of(user_agent: str) -> str:
    """Browser and system in the names that people know: "Chrome · Windows"; "" where neither is known."""
    found = [
        next((name for pattern, name in names.items() if re.search(pattern, user_agent)), "")
        for names in (_BROWSERS, _SYSTEMS)
    ]
    return " · ".join(name for name in found if name)


def note(request: HttpRequest) -> None:
    """Write down that the officer of `request` works here. Costs nothing but every few minutes."""
    session, now, officer = request.session, timezone.now(), cast(Any, request.user)
    here = str(session.session_key)
    key, at = session.get(NOTED, ("", 0))
    if key == here and now.timestamp() - at < NOTE_EVERY.total_seconds():
        return
    since = session.setdefault(SINCE, now.timestamp())
    if key != here:
        _forget_ended(key)
    session[NOTED] = (here, now.timestamp())
    row = OfficerSession(
        key=here, user=officer, since=now.fromtimestamp(since, now.tzinfo), last_seen=now,
        address=sender_of(request), device=device_of(request.META.get("HTTP_USER_AGENT", "")),
    )  # fmt: skip
    OfficerSession.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["key"], update_fields=["user", "last_seen", "address", "device"]
    )


def _forget_ended(earlier_key: str) -> None:
    """Rows whose session is over go; `earlier_key` is that which this session had before."""
    old = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    OfficerSession.objects.filter(last_seen__lt=old).delete()
    if earlier_key:
        OfficerSession.objects.filter(key=earlier_key).delete()


def places_of(user: Any, own_key: str) -> list[Place]:
    """Where `user` is signed in now: this session first, then the one seen last."""
    rows = list(OfficerSession.objects.filter(user=user).order_by("-last_seen"))
    living = Session.objects.filter(session_key__in=[row.key for row in rows], expire_date__gt=timezone.now())
    keys, language = set(living.values_list("session_key", flat=True)), reader_language()
    places = [
        Place(
            row.key, row.device or _("Unknown device"), row.address, format_moment(row.since, language, "short"),
            format_moment(row.last_seen, language, "short"), row.key == own_key,
        )
        for row in rows if row.key in keys
    ]  # fmt: skip
    return sorted(places, key=lambda place: not place.is_this)


def end(user: Any, but: str = "", only: str = "") -> int:
    """End the sessions of `user`: all, all `but` the one with this key, or one `only`. How many were there."""
    rows = OfficerSession.objects.filter(user=user).exclude(key=but)
    keys = list((rows.filter(key=only) if only else rows).values_list("key", flat=True))
    store = import_module(settings.SESSION_ENGINE).SessionStore
    for key in keys:
        store(key).delete()
    OfficerSession.objects.filter(key__in=keys).delete()
    return len(keys)
