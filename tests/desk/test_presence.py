"""Who else has a record open, and who saved it meanwhile: told at once, kept true, and gone with who leaves."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from iad_portal.lib.dates.format import format_moment, format_time
from iad_portal.office.models import Presence
from networks.models import Meeting, Point
from relations.models import City
from tests import world

from .desk import desk_url, officer, signed_in, untouched

pytestmark = pytest.mark.django_db
PRESENT = "/admin/present/"


def beat(client, record, version=None, **facts):
    """What the script of the record's form sends."""
    sent = {"page": desk_url(type(record), "change", record.pk), "version": version or getattr(record, "version", 1)}
    return client.post(PRESENT, json.dumps(sent | facts), content_type="application/json")


def told_in(client, record) -> list[str]:
    """What the form says when it is opened."""
    return client.get(desk_url(type(record), "change", record.pk)).context.get("others")


def test_the_form_says_who_has_it_open_and_since_when():
    malee, somchai, city = signed_in("malee"), signed_in("somchai"), world.city()
    assert told_in(somchai, city) == [] and not Presence.objects.exists(), "to open a form writes nothing"
    assert beat(malee, city).json()["others"] == []
    since = format_time(Presence.objects.get().since, "th")
    assert told_in(somchai, city) == [f"malee เปิดระเบียนนี้อยู่ ตั้งแต่ {since}"]
    assert told_in(malee, city) == [] and told_in(somchai, world.city()) == []
    assert str(Presence.objects.get()) == desk_url(City, "change", city.pk)
    assert beat(somchai, city).json()["others"] == [f"malee เปิดระเบียนนี้อยู่ ตั้งแต่ {since}"]
    html = somchai.get(desk_url(City, "change", city.pk)).content.decode()
    assert "malee เปิดระเบียนนี้อยู่" in html and 'data-url="/admin/present/"' in html


def test_the_moment_stays_that_of_opening_and_names_its_day_when_that_is_past():
    malee, somchai, city = signed_in("malee", first_name="มาลี"), signed_in("somchai"), world.city()
    beat(malee, city)
    opened = timezone.now() - timedelta(days=1)
    Presence.objects.update(since=opened)
    beat(malee, city)
    assert Presence.objects.get().since == opened
    assert told_in(somchai, city) == [f"มาลี เปิดระเบียนนี้อยู่ ตั้งแต่ {format_moment(opened, 'th')}"]


def test_who_left_or_is_silent_for_two_minutes_is_gone():
    malee, somchai, city = signed_in("malee"), signed_in("somchai"), world.city()
    beat(malee, city)
    assert beat(malee, city, left=True).status_code == 204 and told_in(somchai, city) == []
    beat(malee, city)
    Presence.objects.update(since=timezone.now() - timedelta(hours=1), seen_at=timezone.now() - timedelta(seconds=121))
    assert told_in(somchai, city) == [] and beat(somchai, city).json()["others"] == []
    beat(malee, city)
    assert Presence.objects.get(officer__username="malee").since > timezone.now() - timedelta(minutes=1)


def test_what_nobody_renewed_for_a_day_is_removed_in_passing():
    malee, city = signed_in("malee"), world.city()
    beat(signed_in("somchai"), city)
    Presence.objects.update(seen_at=timezone.now() - timedelta(days=2))
    beat(malee, city)
    beat(malee, city, left=True)
    assert not Presence.objects.exists()


def test_who_saved_meanwhile_is_told_once():
    malee, somchai, meeting = signed_in("malee"), signed_in("somchai"), world.meeting()
    url = desk_url(Meeting, "change", meeting.pk)
    malee.post(url, untouched(malee, url, Meeting) | {"theme_th": "ใหม่"})
    told = beat(somchai, meeting, version=1).json()
    when = format_moment(meeting.history.first().history_date, "th")
    assert told["saved"].startswith(f"malee บันทึกระเบียนนี้ ({when})") and told["version"] == 2
    assert beat(somchai, meeting, version=2).json()["saved"] == ""
    Point.objects.create(meeting=meeting, kind="topic", text_th="ประเด็น")
    assert beat(somchai, meeting, version=2).json()["saved"].startswith("ผู้อื่น")
    Meeting.history.all().delete(), Point.history.all().delete()
    assert "มีผู้บันทึกระเบียนนี้" in beat(somchai, meeting, version=2).json()["saved"]


def test_a_record_without_versions_is_watched_by_its_history():
    malee, agency = signed_in("malee"), world.agency()
    shown = malee.get(desk_url(type(agency), "change", agency.pk)).context["shown_version"]
    assert beat(malee, agency, version=shown).json()["saved"] == ""
    agency.save()
    assert beat(malee, agency, version=shown).json()["saved"]


def test_two_queries_and_one_for_the_version():
    """Beside those that every request of the desk asks; no version is counted and no history written."""
    malee, city = signed_in("malee"), world.city()
    beat(malee, city)
    before = city.history.count()
    with CaptureQueriesContext(connection) as asked:
        beat(malee, city)
    about = [query["sql"] for query in asked.captured_queries if "presence" in query["sql"]]
    assert len(about) == 2 and len(asked) <= 5, asked.captured_queries
    city.refresh_from_db()
    assert city.version == 1 and city.history.count() == before


def test_who_may_only_look_is_not_told_of_and_told_nothing():
    city, malee = world.city(), signed_in("malee")
    reader = officer("reader")
    User.objects.filter(pk=reader.pk).update(is_superuser=False)
    reader.user_permissions.add(Permission.objects.get(codename="view_city"))
    beat(malee, city)
    client = Client()
    client.force_login(User.objects.get(pk=reader.pk))
    page = client.get(desk_url(City, "change", city.pk))
    assert page.status_code == 200 and "others" not in page.context
    assert beat(client, city).status_code == 403 and Presence.objects.count() == 1


@pytest.mark.parametrize(
    "sent",
    [
        "x",
        "[]",
        '{"page": 1, "version": 1}',
        '{"page": "/admin/", "version": 1}',
        '{"page": "/admin/x/", "version": 1}',
        '{"page": "/admin/relations/city/add/", "version": 1}',
        '{"page": "/admin/relations/city/x/change/", "version": 1}',
        '{"page": "/admin/relations/city/1/change/", "version": "x"}',
    ],
)
def test_nonsense_is_refused(sent):
    client = signed_in()
    assert client.post(PRESENT, sent, content_type="application/json").status_code == 403
    assert client.get(PRESENT).status_code == 405 and not Presence.objects.exists()


def test_a_record_that_is_gone_is_no_error_page():
    city = world.city()
    City.objects.all().delete()
    assert beat(signed_in(), city).json()["saved"] == ""
