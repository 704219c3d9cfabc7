"""Calendars as RFC 5545 wants them (iCalendar): what has days, for the calendar of whoever takes it along.

Everything stands there for whole days, as the registers know them: the first day, and as its end the day after the
last. The same records always give the same bytes: an event says when its record was changed last, not when it was read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings

from iad_portal.lib.dates.calendar import PartialDate, Precision
from iad_portal.lib.text.bilingual import Text, reader_language

# The library is loaded with the first calendar: it makes the start of every process longer, and few ask for one.
if TYPE_CHECKING:
    from icalendar import Event, Timezone

CONTENT_TYPE = "text/calendar; charset=utf-8"
_MAKER = "-//Bangkok Metropolitan Administration//International Affairs Office//{}"
_ZONE = "Asia/Bangkok"
# How often a calendar programme that subscribed should ask again.
_AGAIN = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event. `key`: kind and key of its record, and what tells it from others of that record; they never change.

    `changed`: when its record was changed last; `is_entry`: that is not known, and the moment is that of its entry;
    `version`: rises with each change; `position`: degrees north and east, where the place itself is known.
    """

    key: tuple[str | int, ...]
    title: Text
    first: date
    last: date
    url: str
    version: int
    changed: datetime
    is_entry: bool = False
    text: str = ""
    place: str = ""
    position: tuple[Decimal, Decimal] | None = None
    is_cancelled: bool = False


def calendar_file(name: str, happenings: Iterable[Happening], address: str = "") -> bytes:
    """The file of a calendar called `name`; `address` is where it can be had anew, when it is to be subscribed to."""
    from icalendar import Calendar
    from icalendar.prop import vText

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _MAKER.format(reader_language().upper()))
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    calendar.add("x-wr-timezone", _ZONE)
    if address:
        calendar.add("refresh-interval", _AGAIN, parameters={"value": "DURATION"})
        calendar.add("source", address, parameters={"value": "URI"})
    calendar.add_component(_zone())
    for happening in sorted(happenings, key=lambda one: (one.first, one.key[0], str(one.key))):
        calendar.add_component(_event(happening))
    return bytes(calendar.to_ical())


def whole_days(start: PartialDate | None, end: PartialDate | None = None) -> tuple[date, date] | None:
    """The first and the last day of what is known to the day; None of what is not, so that no calendar invents one.

    An end that is known to its month or year only is no day: then the first is all that is told.
    """
    if start is None or start.precision != Precision.DAY:
        return None
    is_known = end is not None and end.precision == Precision.DAY and end >= start
    last = end.first_day if end and is_known else start.first_day
    return (start.first_day, last) if last < date.max else None  # no day comes after that one


def _zone() -> "Timezone":
    """Bangkok's, which has had one time all year since 1920."""
    from icalendar import Timezone, TimezoneStandard

    zone, standard, offset = Timezone(), TimezoneStandard(), timedelta(hours=7)
    zone.add("tzid", _ZONE)
    standard.add("dtstart", datetime(1920, 4, 1))  # noqa: DTZ001 - RFC 5545 wants it without a zone here
    standard.add("tzoffsetfrom", offset)
    standard.add("tzoffsetto", offset)
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone


def _event(happening: Happening) -> "Event":
    from icalendar import Event
    from icalendar.prop import vText

    event, changed = Event(), happening.changed.astimezone(UTC).replace(microsecond=0)
    event.add("uid", "-".join(map(str, happening.key)) + f"@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstamp", changed)
    if not happening.is_entry:
        event.add("last-modified", changed)
    event.add("sequence", happening.version)
    event.add("dtstart", happening.first)
    event.add("dtend", happening.last + timedelta(days=1))
    event.add("summary", vText(happening.title.value), parameters={"language": happening.title.language})
    event.add("status", "CANCELLED" if happening.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("url", happening.url)
    if happening.text:
        event.add("description", happening.text)
    if happening.place:
        event.add("location", happening.place)
    if happening.position:
        event.add("geo", tuple(map(float, happening.position)))
    return event
