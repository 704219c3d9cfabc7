"""Meetings that are cancelled, postponed, moved or held online: they say so, and vanish from nowhere but the totals."""

import json
import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from iad_portal.lib.dates import calendar
from networks.models import Meeting, Participation
from networks.pages.courses import course_words
from tests import world
from tests.networks.pages import words

pytestmark = pytest.mark.django_db
NOTE = {"course_note_th": "น้ำท่วม", "course_note_en": "Floods"}
SOON = {"starts_on": calendar.today() + timedelta(days=20), "ends_on": None}
REFUSED = [
    ({"course": "postponed"}, "ต้องระบุวันที่ประกาศไว้เดิม"),
    ({"course": "moved"}, "ต้องมีคำชี้แจงว่าย้ายจากที่ใด"),
    ({"earlier_starts_on": "2019-01-10"}, "เฉพาะการประชุมที่เลื่อนหรือยกเลิก"),
    ({"course": "moved", "earlier_starts_on": "2019-01-10", **NOTE}, "เฉพาะการประชุมที่เลื่อนหรือยกเลิก"),
]
TAKEN = [
    {"course": "postponed", "earlier_starts_on": "2019-01-10"},
    {"course": "postponed", "course_note_en": "No day is known"},
    {"course": "cancelled"},
    {"course": "cancelled", "earlier_starts_on": "2019-01-10"},
    {"course": "moved", "course_note_th": "จากสิงคโปร์"},
    {"attendance": "hybrid"},
]


@pytest.mark.parametrize(("facts", "sentence"), REFUSED)
def test_a_change_that_does_not_say_enough_is_refused_in_thai_and_by_the_database(facts, sentence):
    meeting = world.meeting()
    for name, value in facts.items():
        setattr(meeting, name, value)
    with translation.override("th"), pytest.raises(ValidationError) as refused:
        meeting.full_clean()
    assert sentence in str(refused.value.messages)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(**facts)


@pytest.mark.parametrize("facts", [{"course": "unknown"}, {"attendance": "unknown"}])
def test_no_other_codes_are_stored(facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=world.meeting().pk).update(**facts)


@pytest.mark.parametrize("facts", TAKEN)
def test_a_change_that_says_enough_is_kept(facts):
    world.meeting(**facts).full_clean()


def event_of(client, slug="summit") -> dict:
    html = client.get(f"/en/meetings/{slug}/").content.decode()
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return next(thing for thing in json.loads(data)["@graph"] if thing["@type"] == "Event")


STATUS = [
    ({}, "EventScheduled", None),
    ({"course": "cancelled"}, "EventCancelled", None),
    ({"course": "moved", **NOTE}, "EventScheduled", None),
    ({"course": "postponed", "earlier_starts_on": "2019-01-10"}, "EventRescheduled", "2019-01-10"),
    (
        {"course": "postponed", "earlier_starts_on": "2019-01-10", "starts_on": None, "ends_on": None},
        "EventPostponed",
        "2019-01-10",
    ),
]


@pytest.mark.parametrize(("facts", "status", "previous"), STATUS)
def test_programs_are_told_what_became_of_it(client, facts, status, previous):
    world.meeting("summit", **facts)
    event = event_of(client)
    assert event["eventStatus"] == f"https://schema.org/{status}" and event.get("previousStartDate") == previous
    assert "eventAttendanceMode" not in event


@pytest.mark.parametrize(("attendance", "mode"), [("in_person", "Offline"), ("online", "Online"), ("hybrid", "Mixed")])
def test_programs_are_told_how_people_take_part(client, attendance, mode):
    world.meeting("summit", attendance=attendance)
    assert event_of(client)["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"


def test_its_page_says_what_changed_and_why(client):
    world.meeting("summit", course="cancelled", **NOTE)
    assert "Cancelled Floods" in words(client, "/en/meetings/summit/")
    assert "ยกเลิก น้ำท่วม" in words(client, "/th/meetings/summit/")


def test_a_postponed_one_tells_its_earlier_day_in_the_readers_era(client):
    world.meeting("summit", course="postponed", earlier_starts_on="2019-01-10", attendance="online")
    assert "Postponed from 10 Jan 2019" in words(client, "/en/meetings/summit/")
    text = words(client, "/th/meetings/summit/")
    assert "เลื่อนจาก 10 ม.ค. 2562" in text and "ประชุมออนไลน์" in text


def test_one_without_a_new_day_says_that_there_is_none(client):
    world.meeting("summit", course="postponed", earlier_starts_on="2019-01-10", starts_on=None, ends_on=None)
    assert "When No new day is set yet" in words(client, "/en/meetings/summit/")


def test_a_note_that_is_held_back_or_missing_falls_back_marked(client):
    world.meeting("summit", course="cancelled", course_note_th="น้ำท่วม")
    assert '<span lang="th">น้ำท่วม</span>' in client.get("/en/meetings/summit/").content.decode()


def test_the_register_keeps_it_and_marks_it(client):
    world.meeting("off", course="cancelled"), world.meeting("online", attendance="online")
    world.meeting("late", course="postponed", earlier_starts_on="2019-01-10")
    text = words(client, "/en/meetings/")
    assert "Meeting off Cancelled" in text and "Meeting online Online meeting" in text
    assert "Meeting late Postponed from 10 Jan 2019" in text


def test_what_is_called_off_is_neither_coming_nor_past(client):
    world.meeting("off", course="cancelled", **SOON)
    world.meeting("old", course="cancelled")
    world.meeting("late", course="postponed", earlier_starts_on="2019-01-10", starts_on=None, ends_on=None)
    assert not Meeting.objects.upcoming().exists() and not Meeting.objects.past().exists()
    for asked in ("coming", "past"):
        assert "Meeting off" not in words(client, f"/en/meetings/?when={asked}"), asked
        assert "Meeting late" not in words(client, f"/en/meetings/?when={asked}"), asked
    assert "Meeting off" not in words(client, "/en/") and "Meeting off" in words(client, "/en/meetings/")
    assert "Meeting old" not in words(client, "/en/")
    assert "Postponed, no new day set yet" in words(client, "/en/meetings/")


def test_a_city_did_not_meet_anybody_at_what_was_called_off(client):
    city = world.city("edo")
    world.agreement(city)
    for slug in ("off", "held"):
        meeting = world.meeting(slug, host_city=city, course="cancelled" if slug == "off" else "as_planned")
        Participation.objects.create(meeting=meeting, city=world.bangkok() if slug == "off" else city)
    text = words(client, "/en/cities/edo/")
    assert "Meeting held" in text and "Meeting off" not in text


def test_a_network_shows_it_apart_from_what_was_held(client):
    network = world.network("mgmac")
    world.meeting("off", network=network, course="cancelled"), world.meeting("held", network=network)
    text = words(client, "/en/networks/mgmac/")
    assert "Cancelled meetings 1 Meeting off" in text


def test_an_article_about_it_says_so_beside_its_days(client):
    world.article("visit").meetings.add(world.meeting("off", course="cancelled"))
    assert "Meeting off Cancelled" in words(client, "/en/news/visit/")


def test_nothing_is_said_of_what_went_as_announced():
    assert course_words(world.meeting()) == ""


def test_open_data_has_the_columns(client):
    world.meeting("late", course="postponed", earlier_starts_on="2019-01-10", attendance="hybrid", **NOTE)
    [row] = client.get("/en/data/meetings.json").json()["rows"]
    assert row["course"] == "postponed" and row["earlier_starts_on"] == "2019-01-10" and row["attendance"] == "hybrid"
    assert row["course_note_en"] == "Floods"
