"""Calendar files, read back by the library that others use."""

from datetime import UTC, date, datetime

import icalendar
import pytest

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.registers.calendars import Happening, calendar_file, whole_days
from iad_portal.lib.text.bilingual import Text

P, MOMENT = PartialDate.from_iso, datetime(2026, 11, 27, 9, 30, 12, 999, tzinfo=UTC)
LONG = "การประชุมผู้ว่าราชการเมืองหลวงของประเทศสมาชิกอาเซียน " * 12


def event(**facts) -> Happening:
    told = {"title": Text("Summit", "en", "en"), "first": date(2026, 3, 1), "last": date(2026, 3, 3)}
    told |= {"url": "https://example.org/", "version": 4, "changed": MOMENT}
    return Happening(("meeting", 7), **told | facts)


def read(*events, address="") -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(calendar_file("ปฏิทิน", events, address))


def test_an_event_of_several_days_ends_on_the_day_after_its_last():
    [found] = read(event()).events
    assert found["dtstart"].params["value"] == found["dtend"].params["value"] == "DATE"
    assert (found.start, found.end) == (date(2026, 3, 1), date(2026, 3, 4))


def test_what_tells_of_changes():
    """The name never changes with the language; the moment is that of the change, to the second, in UTC."""
    [found] = read(event(is_cancelled=True)).events
    assert (found["uid"], found["sequence"], found["status"]) == ("meeting-7@localhost", 4, "CANCELLED")
    assert found["dtstamp"].dt == found["last-modified"].dt == MOMENT.replace(microsecond=0)
    [entered] = read(event(is_entry=True)).events
    assert "last-modified" not in entered and entered["status"] == "CONFIRMED"


@pytest.mark.parametrize("words", [LONG, "a, b; c\\d", "one\ntwo", '"quoted": x', "กรุงเทพฯ; ปารีส, โตเกียว"])
def test_words_come_back_as_they_went(words):
    file = calendar_file(words, [event(title=Text(words, "th", "en"), text=words, place=words)])
    [found] = icalendar.Calendar.from_ical(file).events
    assert found["summary"] == found["description"] == found["location"] == words
    assert found["summary"].params["language"] == "th"


def test_lines_are_folded_within_75_bytes_and_no_letter_is_cut():
    file = calendar_file(LONG, [event(title=Text(LONG, "th", "th"), text=LONG)])
    lines = file.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines) and [line.decode() for line in lines]


def test_bangkok_s_time_zone_stands_there():
    [zone] = read(event()).timezones
    assert zone["tzid"] == "Asia/Bangkok" and zone.standard[0]["tzoffsetto"].td.total_seconds() == 7 * 3600


def test_what_is_subscribed_to_says_where_and_how_often():
    assert "source" not in read(event())
    calendar = read(event(), address="https://example.org/a.ics")
    assert calendar["source"] == "https://example.org/a.ics"
    assert calendar["refresh-interval"].td.total_seconds() == 12 * 3600


def test_the_same_events_give_the_same_bytes_in_whatever_order():
    first, second = event(), event(first=date(2026, 1, 1), last=date(2026, 1, 1))
    assert calendar_file("a", [first, second]) == calendar_file("a", [second, first])


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (None, None, None),
        ("2026-03", None, None),
        ("2026", "2026", None),
        ("9999-12-31", None, None),
        ("2026-03-01", None, (date(2026, 3, 1), date(2026, 3, 1))),
        ("2026-03-01", "2026-03-03", (date(2026, 3, 1), date(2026, 3, 3))),
        ("2026-03-01", "2026-03", (date(2026, 3, 1), date(2026, 3, 1))),
    ],
)
def test_only_what_is_known_to_the_day_has_days(start, end, days):
    assert whole_days(start and P(start), end and P(end)) == days
