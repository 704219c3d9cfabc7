"""Of which version of the content a page, or a part of one, is made: the key under which it may be kept.

The database gives each app a new mark with every change (content_triggers.py), so that whoever reads a mark and then
makes a page can only make it of that content or of a newer one. Pages change without a save, too: at midnight in
Bangkok, when totals "as of today" move on, and at the scheduled moments (moments.py). All of that is in the key.

How to keep a part of a page:

    def map_of_partners() -> SafeString:
        return kept("map of partners", ("relations",), lambda: render_to_string(...))

`kept()` makes the part once for each version of the apps named, for each language and release. Name every app whose
tables it reads: "relations", "networks", "plans", "news", "office", and "search" for the index. Sources, figures,
photos, documents, people and agencies of any record are of "relations", notices of "office". What else it varies by (a
filter, a record's key) belongs into its name. It must not depend on who asks. Keep what can be pickled: strings, say.

tests/site/test_kept_parts.py refuses a part that reads a table of an app which it does not name. What a list, or
the page of a record shows is kept by lib.registers.listing.kept_page().

`versions("relations", "news")` is the key alone. Requests that only read ask for marks once (`one_reading`).
"""

import hashlib
import pickle
import secrets
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import TypeVar

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import get_language

from iad_portal.lib.dates import calendar
from iad_portal.lib.operations import kept_pages
from iad_portal.lib.operations.release import release

from . import content_triggers
from .moments import next_moment
from .rehearsal import is_rehearsal

TABLE = "iad_portal_contentversion"
# Parts are kept packed, in a fifth of their bytes: those of all records find room in the memory of a process.
QUICKLY = 1
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Content:
    """The content from `since` on: a mark for each app, and the moment at which it next changes by itself.

    That is midnight in Bangkok, or earlier a scheduled moment.
    """

    marks: Mapping[str, str]
    since: datetime
    changes_at: datetime
    keys: dict[tuple[str | None, tuple[str, ...]], str] = field(default_factory=dict)

    def key(self, language: str | None, apps: tuple[str, ...]) -> str:
        """The key of `apps` (all, when none is named) in `language`; see versions()."""
        if (known := self.keys.get((language, apps))) is not None:
            return known
        names = apps or sorted(self.marks)
        if not names or not self.marks.keys() >= set(names):
            return secrets.token_hex(16)
        said = (release(), language, calendar.local_day(self.since), self.changes_at, *map(self.marks.get, names))
        key = self.keys[language, apps] = hashlib.sha256(repr(said).encode()).hexdigest()[:32]
        return key


# What this request has read; None outside of one.
_reading: ContextVar[list[Content] | None] = ContextVar("content_of_request", default=None)
# The content that this process saw last.
_seen: list[Content] = []


@contextmanager
def one_reading() -> Iterator[None]:
    """Ask for the version once inside, at the first need: for a request that changes nothing."""
    token = _reading.set([])
    try:
        yield
    finally:
        _reading.reset(token)


def content_now(now: datetime | None = None) -> Content:
    """The content at `now` (an aware datetime; the present): one query, or none when this request has asked before.

    One more query after each change: when it will change by itself.
    """
    read = _reading.get()
    if read:
        return read[0]
    with connection.cursor() as cursor:
        cursor.execute(content_triggers.marks_sql(connection.vendor, TABLE))
        marks = {app: mark for app, mark in cursor.fetchall() if app[0] != content_triggers.PASSING}
    now = now or timezone.now()
    content = _seen[0] if _seen else None
    if content is None or content.marks != marks or not content.since <= now < content.changes_at:
        content = Content(marks, now, min(_midnight_after(now), next_moment(now) or datetime.max.replace(tzinfo=UTC)))
        _seen[:] = [content]
    if read is not None:
        read.append(content)
    return content


def _midnight_after(now: datetime) -> datetime:
    return datetime.combine(calendar.local_day(now) + timedelta(days=1), time(), tzinfo=calendar.BANGKOK)


def mark_of_request(app: str) -> str | None:
    """The mark of `app` of which the page that is being made is; None where no page is read."""
    return None if _reading.get() is None else content_now().marks.get(app)


def versions(*apps: str) -> str:
    """A key for the cache: alike as long as nothing in `apps` (all, when none is named) changed, by whatever way.

    It tells the active language and the release, too. While the database keeps no marks (it is not migrated yet), it
    is one that never comes again.
    """
    return content_now().key(get_language(), apps)


def kept(name: str, apps: tuple[str, ...], make: Callable[[], Part]) -> Part:
    """What `make` gives, made once for each version of `apps`; `name` tells it from all other parts."""
    if not settings.KEEP_PARTS or is_rehearsal():
        return make()
    key = f"part:{hashlib.sha256(name.encode()).hexdigest()[:32]}:{versions(*apps)}"
    if (packed := kept_pages.get(key)) is not None:
        found: Part = pickle.loads(zlib.decompress(packed))  # noqa: S301 Django's caches unpickle all that they give
        return found
    made = make()
    kept_pages.put(key, zlib.compress(pickle.dumps(made), QUICKLY))
    return made
