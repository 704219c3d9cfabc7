"""The public calendars: what stands in them, and what never does."""

from datetime import date, timedelta

import icalendar
import pytest
from django.utils import timezone

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from networks.models import Meeting, Participation
from plans.models import PlanKind
from relations.models import CityKind
from tests import world
from tests.hidden import STATES, hide
from tests.site.checks import grows_not

pytestmark = pytest.mark.django_db
ALL = "/en/calendar.ics"
MONTHLY = {"kind": PlanKind.MONTHLY_PLAN, "month": "2013-03-01"}


def events(client, path=ALL) -> dict[str, icalendar.Event]:
    """The events at `path` by their summaries."""
    answer = client.get(path)
    assert answer.status_code == 200 and answer["Content-Type"] == "text/calendar; charset=utf-8", path
    return {str(event["summary"]): event for event in icalendar.Calendar.from_ical(answer.content).events}


def test_meetings_activities_and_anniversaries_stand_in_it(client):
    world.meeting("summit", venue_en="City Hall", network=world.network("mgmac", name_en="Capitals"))
    world.project(world.plan("march", **MONTHLY), title_en="Open day", starts_on="2013-03-04", ends_on="2013-03-05")
    world.agreement(world.city("edo", name_en="Edo"), signed_on="2006-02-08")
    found = events(client)
    years = next(title for title in found if "Edo" in title)
    assert set(found) == {"Meeting summit", "Open day", years}
    assert found["Meeting summit"]["location"] == "City Hall" and "Capitals" in found["Meeting summit"]["description"]
    assert found["Meeting summit"]["url"] == "http://localhost:8000/en/meetings/summit/"
    assert found["Open day"].end == date(2013, 3, 6)
    held = found[years].start
    assert (held.month, held.day) == (2, 8) and (held.year - 2006) % 5 == 0
    assert calendar.today() <= held < calendar.today() + timedelta(days=5 * 366)


def test_what_is_known_to_the_month_or_year_is_left_out(client):
    world.meeting(starts_on=PartialDate.from_iso("2019-06"), ends_on=None), world.meeting(starts_on=None, ends_on=None)
    plan = world.plan("march", **MONTHLY)
    world.project(plan, starts_on=PartialDate.from_iso("2013-03")), world.project(plan)
    world.agreement(world.city("edo"), signed_on=PartialDate.from_iso("2006-02"))
    assert events(client) == {}


def test_activities_of_other_plans_are_no_public_ones(client):
    world.project(world.plan("year"), starts_on="2013-03-04"), world.project(None, starts_on="2013-03-04")
    world.project(world.plan("hidden", **MONTHLY, status="draft"), starts_on="2013-03-04")
    assert events(client) == {}


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn"])
def test_nothing_hidden_stands_in_it_or_has_one(client, state):
    network, city = world.network("mgmac"), world.city("edo")
    world.agreement(city, signed_on="2006-02-08")
    meeting = world.meeting("summit", network=network, partner=None, host_city=city)
    article = world.article("visit", event_on="2019-05-20")
    for record in (network, city, meeting, article):
        hide(record, state)
    assert events(client) == {}
    for path in ("networks/mgmac", "cities/edo", "meetings/summit", "news/visit"):
        assert client.get(f"/en/{path}/calendar.ics").status_code == 404, path


def test_a_hidden_network_or_city_is_not_named_by_its_meeting(client):
    world.meeting("summit", network=world.network(name_en="Wombats", **STATES["draft"]))
    world.meeting("other", host_city=world.city(name_en="Quokka", **STATES["draft"]))
    assert b"Wombats" not in client.get(ALL).content and b"Quokka" not in client.get(ALL).content


def test_a_text_held_back_gives_way_to_the_other_and_says_so(client):
    world.meeting("summit", title_en="Wombat", hold_en=True), world.meeting("other", title_en="")
    found = events(client)
    assert set(found) == {"การประชุม summit", "การประชุม other"}
    for event in found.values():
        assert event["summary"].params["language"] == "th" and "in Thai" in event["description"]


def test_a_network_and_a_city_have_their_own(client):
    network, city = world.network("mgmac"), world.city("edo")
    world.meeting("a", network=network), world.meeting("b", host_city=city), world.meeting("c", partner=city)
    Participation.objects.create(meeting=world.meeting("d"), city=city)
    world.project(world.plan("m", **MONTHLY), title_en="With Edo", starts_on="2013-03-04").cities.add(city)
    assert set(events(client, "/en/networks/mgmac/calendar.ics")) == {"Meeting a"}
    assert set(events(client, "/en/cities/edo/calendar.ics")) == {"Meeting b", "Meeting c", "Meeting d", "With Edo"}


def test_bangkok_s_own_has_the_meetings_that_it_hosts(client):
    bangkok = world.bangkok()
    assert bangkok.kind == CityKind.HOME
    world.meeting("here", host_city=bangkok)
    Participation.objects.create(meeting=world.meeting("away"), city=bangkok)
    assert set(events(client, f"/en/cities/{bangkok.slug}/calendar.ics")) == {"Meeting here"}


def test_a_meeting_and_an_event_of_news_can_be_taken_along(client):
    meeting = world.meeting("summit")
    world.article("visit", event_on="2019-05-20", event_ends_on="2019-05-21"), world.article("other")
    [event] = events(client, "/en/meetings/summit/calendar.ics").values()
    assert event["uid"] == f"meeting-{meeting.pk}@localhost" and event == events(client)["Meeting summit"]
    [told] = events(client, "/th/news/visit/calendar.ics").values()
    assert (told.start, told.end) == (date(2019, 5, 20), date(2019, 5, 22))
    assert client.get("/en/news/other/calendar.ics").status_code == 404
    for page, is_there in (("meetings/summit", True), ("news/visit", True), ("news/other", False)):
        assert (f'href="/en/{page}/calendar.ics"' in client.get(f"/en/{page}/").content.decode()) == is_there, page


def test_a_change_raises_the_sequence_and_a_second_reading_changes_nothing(client):
    meeting = world.meeting("summit")
    before, again = client.get(ALL).content, client.get(ALL).content
    assert before == again
    first = events(client)["Meeting summit"]["sequence"]
    meeting.venue_en = "Elsewhere"
    meeting.save()
    assert events(client)["Meeting summit"]["sequence"] == first + 1


def test_what_was_called_off_says_so_under_the_same_name(client):
    note = {"course_note_en": "Floods", "course_note_th": "น้ำท่วม"}
    called_off = world.meeting("off", course="cancelled", **note)
    waits = world.meeting("late", course="postponed", starts_on=None, ends_on=None, earlier_starts_on="2019-06-26")
    found = {event["uid"]: event for event in events(client).values()}
    off, late = (found[f"meeting-{meeting.pk}@localhost"] for meeting in (called_off, waits))
    assert off["status"] == late["status"] == "CANCELLED" and late.start == date(2019, 6, 26)
    assert off["summary"] == "Cancelled: Meeting off" and "Floods" in off["description"]
    assert late["summary"] == "Postponed: Meeting late"


def test_a_postponed_meeting_stands_under_its_new_day(client):
    world.meeting("late", course="postponed", earlier_starts_on="2019-01-10")
    event = events(client)["Meeting late"]
    assert event["status"] == "CONFIRMED" and event.start == date(2019, 6, 26)
    assert "Postponed from 10 January 2019" in event["description"] or "10 Jan 2019" in event["description"]


def test_a_place_on_earth_is_told_only_where_it_is_known(client):
    city = world.city("edo", latitude="35.68", longitude="139.76")
    world.meeting("town", host_city=city), world.meeting("hall", host_city=city, venue_en="Hall")
    world.meeting("far", host_city=city, attendance="online"), world.meeting("nowhere", attendance="online")
    found = events(client)
    assert "geo" in found["Meeting town"] and found["Meeting nowhere"]["location"] == "Online meeting"
    assert not any("geo" in found[f"Meeting {slug}"] for slug in ("hall", "far", "nowhere"))


def test_a_doubt_is_told_and_its_words_are_not(client):
    world.meeting("summit", doubt_en="Which day?", doubt_th="วันใด")
    description = events(client)["Meeting summit"]["description"]
    assert "To be confirmed by the office" in description and "Which day" not in description


def test_words_that_look_like_lines_of_a_calendar_stay_words(client):
    Meeting.objects.filter(pk=world.meeting().pk).update(title_en="A\r\nEND:VEVENT\nATTENDEE:x; y, z")
    [summary] = events(client)
    assert "END:VEVENT" in summary and client.get(ALL).content.count(b"\r\nEND:VEVENT\r\n") == 1


@pytest.mark.parametrize("path", [ALL, "/en/networks/mgmac/calendar.ics", "/en/cities/edo/calendar.ics"])
def test_what_is_asked_in_vain_is_not_found(client, path):
    world.network("mgmac"), world.city("edo")
    assert client.get(path).status_code == client.get(f"{path}?utm_source=line").status_code == 200
    assert client.get(f"{path}?year=2019").status_code == 404


def test_queries_do_not_grow(client):
    city = world.city("edo")
    plan = world.plan("m", **MONTHLY)

    def add(_number):
        world.meeting(network=world.network(), host_city=world.city(), partner=None)
        Participation.objects.create(meeting=world.meeting(), city=city)
        world.project(plan, starts_on="2013-03-04").cities.add(city)
        world.agreement(world.city(), signed_on="2006-02-08")

    grows_not(client, ALL, add)
    grows_not(client, "/en/cities/edo/calendar.ics", add)


def test_a_meeting_whose_moment_has_not_come_appears_by_itself(client):
    world.meeting("soon", publish_at=timezone.now() + timedelta(seconds=60))
    assert events(client) == {}
    with pytest.MonkeyPatch.context() as patch:
        later = timezone.now() + timedelta(seconds=61)
        patch.setattr(timezone, "now", lambda: later)
        assert set(events(client)) == {"Meeting soon"}
