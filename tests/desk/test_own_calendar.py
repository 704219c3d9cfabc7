"""An officer's private calendar: who may read it, and what stands in it."""

import re
from datetime import timedelta

import icalendar
import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from iad_portal.lib.dates import calendar
from iad_portal.office.groups import EDITORS
from iad_portal.office.models import CalendarKey
from networks.models import Commitment, CommitmentNote, Role
from tests import world

from .accounts import with_a_password
from .test_roles import C, commitment, everybody

pytestmark = pytest.mark.django_db
MAKE, END = "/admin/account/calendar/", "/admin/account/calendar/end/"


@pytest.fixture
def somchai():
    return with_a_password("somchai", group=EDITORS)


def desk_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address_made(desk: Client) -> str:
    """The path of a new address, as the page shows it."""
    html = desk.post(MAKE).content.decode()
    return re.search(r"<code>http://localhost:8000(/calendar/[^<]+\.ics)</code>", html)[1]


def summaries(path: str) -> list[str]:
    answer = Client().get(path)
    assert answer.status_code == 200 and answer["Content-Type"] == "text/calendar; charset=utf-8"
    return [str(event["summary"]) for event in icalendar.Calendar.from_ical(answer.content).events]


def soon(days=30):
    return calendar.today() + timedelta(days=days)


def test_what_ends_and_falls_due_stands_in_it(somchai):
    agreement = world.agreement(world.city("edo"), signed_on="2020-01-01", expires_on=soon())
    Role.objects.create(network=world.network(), title_th="ประธาน", title_en="Chair", ends_on=soon(40))
    names = {"title_th": "ค่ายเยาวชน", "title_en": "Camp", "framework": "both", "agreement": agreement}
    Commitment.objects.create(code="open", due_on=soon(50), **names)
    closed = Commitment.objects.create(code="closed", due_on=soon(50), **names | {"title_th": "เสร็จแล้ว"})
    CommitmentNote.objects.create(commitment=closed, noted_on=calendar.today(), state="done")
    found = summaries(address_made(desk_of(somchai)))
    assert [words.partition(":")[0] for words in found] == ["ข้อตกลงสิ้นสุด", "ครบวาระ", "ครบกำหนด"]
    assert "ค่ายเยาวชน" in found[2]


def test_only_a_hash_is_kept_and_the_address_is_shown_once(somchai):
    desk = desk_of(somchai)
    path = address_made(desk)
    word = path.removeprefix("/calendar/").removesuffix(".ics")
    assert len(word) >= 40 and word not in str(CalendarKey.objects.values_list())
    assert word not in desk.get("/admin/account/").content.decode()


def test_a_new_address_ends_the_earlier_one_and_an_officer_may_withdraw_it(somchai):
    desk = desk_of(somchai)
    first, second = address_made(desk), address_made(desk)
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)
    assert desk.post(END).status_code == 302 and Client().get(second).status_code == 404


def test_it_dies_with_the_account_and_with_the_rights(somchai):
    path = address_made(desk_of(somchai))
    somchai.groups.clear()
    assert Client().get(path).status_code == 404
    somchai.user_permissions.add(Permission.objects.get(codename="view_role"))
    assert Client().get(path).status_code == 200
    for field in ("is_staff", "is_active"):
        setattr(somchai, field, False)
        somchai.save()
        assert Client().get(path).status_code == 404
        setattr(somchai, field, True)
        somchai.save()


def test_an_officer_reads_only_the_kinds_that_the_desk_shows(somchai):
    world.agreement(world.city("edo"), signed_on="2020-01-01", expires_on=soon())
    Role.objects.create(network=world.network(), title_th="ประธาน", title_en="Chair", ends_on=soon())
    somchai.groups.clear()
    somchai.user_permissions.add(Permission.objects.get(codename="view_role"))
    assert len(summaries(address_made(desk_of(somchai)))) == 1


def test_a_contact_reads_of_the_own_agency_alone():
    clients = everybody()
    mine, other = commitment("published"), commitment("published", "others")
    Commitment.objects.filter(pk__in=[mine.pk, other.pk]).update(due_on=soon(), due_precision="day")
    path = address_made(clients[C])
    uids = [event["uid"] for event in icalendar.Calendar.from_ical(Client().get(path).content).events]
    assert uids == [f"commitment-due-{mine.pk}@localhost"]


def test_no_cache_keeps_it_and_nobody_guesses_it(somchai):
    answer = Client().get(address_made(desk_of(somchai)))
    assert answer["Cache-Control"] == "no-store" and "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer" and not answer.cookies
    for word in ("x", "x" * 43, ""):
        assert Client().get(f"/calendar/{word}.ics").status_code == 404


def test_nobody_makes_one_for_another_or_without_signing_in():
    assert Client().post(MAKE).status_code == 302 and not CalendarKey.objects.exists()
