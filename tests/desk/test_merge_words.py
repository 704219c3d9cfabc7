"""What an officer reads of two officers' changes: short enough, and with what differs set off."""

import re

import pytest
from django.contrib.auth.models import Permission, User

from networks.models import Participation, Point
from tests import world

from .test_merging import meeting_of, two

pytestmark = pytest.mark.django_db


def test_of_a_long_text_what_differs_is_shown_with_what_stands_beside_it():
    """A tone mark stays with its letter."""
    start, end = "ก" * 600, "ข" * 600
    malee, somchai = two(world.meeting(note_th=f"{start}ปา{end}"))
    malee.data["note_th"] = f"{start}ป่า{end}"
    malee.saved()
    somchai.data["note_th"] = f"{start}ปี่{end}"
    [choice] = somchai.asked().choices
    assert re.search("<ins>(.*?)</ins>", choice.theirs)[1] == "ป่" and "<ins>ปี่</ins>" in choice.mine
    assert choice.theirs.startswith("… ก") and choice.theirs.endswith("ข …") and len(choice.theirs) < 300
    assert choice.before.endswith(" …") and len(choice.before) < 500


def test_a_letter_takes_the_mark_over_it_along():
    """The letter is another one and the mark the same: both are set off."""
    malee, somchai = two(world.meeting(note_th="มีข่าวมา"))
    malee.data["note_th"] = "มีก่าวมา"
    malee.saved()
    somchai.data["note_th"] = "มีค่าวมา"
    [choice] = somchai.asked().choices
    assert (choice.mine, choice.theirs) == ("มี<ins>ค่</ins>าวมา", "มี<ins>ก่</ins>าวมา")


def test_where_the_old_value_is_not_known_nothing_is_set_off():
    malee, somchai = two(world.meeting(note_th="เดิม"))
    malee.data["note_th"] = "ก" * 900
    malee.saved()
    somchai.data |= {"seen": "x", "note_th": "ข"}
    [choice] = somchai.asked().choices
    assert choice.before is None and choice.mine == "ข" and choice.theirs == "ก" * 480 + " …"


def test_what_was_emptied_is_a_dash():
    malee, somchai = two(world.meeting(note_th="เดิม"))
    malee.data["note_th"] = ""
    malee.saved()
    somchai.data["note_th"] = "ของฉัน"
    answer = somchai.send()
    assert answer.context["merge"].choices[0].theirs == "" and "–" in answer.content.decode()


def test_of_many_boxes_twelve_are_named():
    meeting, _cities = meeting_of(14)
    malee, somchai = two(meeting)
    for number in range(14):
        malee.change(Participation, number, presented_th=f"ใหม่ {number}")
    malee.saved()
    [told] = [text for text in somchai.saved() if "malee" in text]
    assert told.count("ผู้เข้าร่วม “") == 12 and told.endswith("และอีก 2 รายการ")


def test_a_row_changed_by_one_and_deleted_by_the_other_is_kept_where_it_was_changed():
    """Chosen so: the sentence names the row that is kept."""
    meeting, cities = meeting_of(2)
    malee, somchai = two(meeting)
    malee.change(Participation, 0, presented_th="ใหม่")
    malee.saved()
    somchai.change(Participation, 0, DELETE="on")
    [choice] = somchai.asked().choices
    somchai.choose(choice, "theirs")
    [told] = [text for text in somchai.saved() if "malee" in text]
    assert told.endswith(f"ผู้เข้าร่วม “{cities[0]}”")


def test_boxes_that_were_not_sent_count_as_untouched():
    """A box, and a whole row."""
    meeting, _cities = meeting_of(2)
    malee, somchai = two(meeting)
    malee.data["theme_th"] = "ใหม่"
    malee.change(Participation, 0, presented_th="ใหม่")
    malee.saved()
    for name in [name for name in somchai.data if name.startswith("participation-0-") and not name.endswith("-id")]:
        del somchai.data[name]
    del somchai.data["theme_th"]
    answer = somchai.send()
    assert not answer.context or not answer.context["merge"].choices


def test_who_may_delete_no_row_can_still_let_one_go():
    meeting = world.meeting(status="draft")
    Point.objects.create(meeting=meeting, kind="topic", text_th="ประเด็น")
    malee, somchai = two(meeting)
    user = User.objects.get(username="somchai")
    User.objects.filter(pk=user.pk).update(is_superuser=False)
    user.user_permissions.set(Permission.objects.exclude(codename="delete_point"))
    malee.change(Point, 0, DELETE="on")
    malee.saved()
    somchai.change(Point, 0, text_th="แก้แล้ว")
    [choice] = somchai.asked().choices
    somchai.choose(choice, "theirs")
    somchai.saved()
    assert not meeting.points.exists()
