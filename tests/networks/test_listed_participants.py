"""Participants from a list: each line is known, or told; nothing is guessed and nothing half saved."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from iad_portal.office.groups import TRANSLATORS
from networks.admin.listed_participants import KINDS, MOST_LINES, Names
from networks.models import Meeting, Participation
from relations.models import Alias
from tests import world
from tests.desk.desk import as_sent, desk_url, errors_of, signed_in
from tests.desk.test_every_inline import Form

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return world.meeting()


@pytest.fixture
def seoul():
    return world.city("seoul", name_th="กรุงโซล", name_en="Seoul")


def sent(meeting, *lines, client=None):
    """The answer to the meeting's form with `lines` in the box."""
    form = Form(client or signed_in(), Meeting, meeting)
    form.data["listed"] = "\r\n".join(lines)
    return form.send()


def listed(meeting):
    rows = Participation.objects.filter(meeting=meeting).order_by("order")
    return [(str(row), row.presented_th) for row in rows]


def test_cities_agencies_and_bodies_are_added_in_their_order(meeting, seoul):
    """By either name, without the word for a city, by an other name; after a tab what each presented."""
    hanoi = world.city("hanoi", name_th="กรุงฮานอย", name_en="Hanoi")
    Alias.objects.create(subject=hanoi, name="ฮาโหน่ย", language="th", kind="other_name")
    agency = world.agency(name_th="สำนักสิ่งแวดล้อม", name_en="Environment Department")
    answer = sent(meeting, "โซล\tขนส่งมวลชน", "ฮาโหน่ย", "", "Environment Department", "มูลนิธิเมือง / City Foundation")
    assert answer.status_code == 302, errors_of(answer)
    assert listed(meeting) == [
        (str(seoul), "ขนส่งมวลชน"), (str(hanoi), ""), (str(agency), ""), ("มูลนิธิเมือง", "")
    ]  # fmt: skip
    assert Participation.objects.get(body_th="มูลนิธิเมือง").body_en == "City Foundation"


def test_who_is_on_the_list_already_stays_once(meeting, seoul):
    """Typed twice, or there before."""
    Participation.objects.create(meeting=meeting, city=world.city("edo", name_th="นครเอโดะ"), order=5)
    assert sent(meeting, "นครเอโดะ", "กรุงโซล", "SEOUL", "โซล").status_code == 302
    assert [name for name, _presented in listed(meeting)] == ["นครเอโดะ", "กรุงโซล"]


def test_nothing_is_guessed_and_what_was_typed_stays(meeting, seoul):
    """Of one that is spelt almost so, the name is told; each faulty line has its sentence."""
    for number in (1, 2):
        world.city(f"twin-{number}", name_th="เมืองแฝด", name_en=f"Twin {number}")
    answer = sent(meeting, "กรุงโซล", "กรุงโซน", "เมืองแฝด", "ชมรมนักเดินทาง")
    said = " ".join(errors_of(answer))
    assert answer.status_code == 200 and not listed(meeting)
    assert "มีแต่ “กรุงโซล”" in said and "ชื่อ “เมืองแฝด”" in said and "“ชมรมนักเดินทาง”" in said
    assert as_sent(answer, Meeting)["listed"].splitlines()[3] == "ชมรมนักเดินทาง"


def test_a_list_may_be_long_but_not_endless(meeting, seoul):
    assert sent(meeting, *["กรุงโซล"] * MOST_LINES).status_code == 302
    assert "500" in " ".join(errors_of(sent(meeting, *["กรุงโซล"] * (MOST_LINES + 1), client=signed_in("somchai"))))


@pytest.mark.parametrize("many", [1, 12])
def test_the_registers_are_read_once_however_long_they_are(many):
    for number in range(many):
        world.agency(f"agency-{number}", name_th=f"หน่วยงาน {number}")
        Alias.objects.create(subject=world.city(), name=f"ชื่อ {number}", language="th", kind="other_name")
    ContentType.objects.get_for_models(*KINDS)
    with CaptureQueriesContext(connection) as asked:
        assert Names().find(f"หน่วยงาน {many - 1}")
    assert len(asked) == 3


def test_who_may_write_english_alone_adds_nobody(meeting, seoul):
    sent(meeting, "กรุงโซล", client=signed_in(group=TRANSLATORS))
    assert not listed(meeting)


def test_a_new_meeting_begins_with_its_list(seoul):
    form = Form(signed_in(), Meeting)
    form.data |= {"title_th": "การประชุมใหม่", "slug": "new", "kind": "leaders", "listed": "กรุงโซล"}
    answer = form.send()
    assert answer.status_code == 302, errors_of(answer)
    assert listed(Meeting.objects.get(slug="new")) == [("กรุงโซล", "")]
    assert form.client.get(desk_url(Meeting, "add")).context["adminform"].form["listed"].value() is None
