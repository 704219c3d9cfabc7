"""Two officers at one record: what only one changed is put together, what both changed is asked, nothing is lost."""

import re

import pytest
from django.contrib.messages import get_messages

from networks.models import Meeting, Participation, Point
from relations.models import Agreement, Alias
from tests import world

from .desk import as_sent, errors_of, signed_in
from .test_autosave import autosave
from .test_every_inline import Form

pytestmark = pytest.mark.django_db


class Desk(Form):
    """The form of a record before one officer."""

    def __init__(self, name, record, client=None):
        self.record = record
        super().__init__(client or signed_in(name), type(record), record)

    def saved(self):
        """Sent, and taken: what is told."""
        answer = self.send()
        assert answer.status_code == 302, errors_of(answer)
        return [str(message) for message in get_messages(answer.wsgi_request)]

    def asked(self):
        """Sent, and refused with choices: what is told. The form then holds what the page shows."""
        answer = self.send()
        assert answer.status_code == 200
        self.data = as_sent(answer, type(self.record))
        return answer.context["merge"]

    def choose(self, choice, side):
        self.data[choice.name] = getattr(choice, f"{side}_value")


def two(record):
    """The same form before two officers."""
    return Desk("malee", record), Desk("somchai", record)


def stored(record, *names):
    record.refresh_from_db()
    return tuple(getattr(record, name) for name in names)


def test_what_each_changed_alone_is_saved_together_and_told():
    malee, somchai = two(world.meeting(venue_th="", theme_en="Old"))
    malee.data |= {"theme_th": "หัวข้อใหม่", "venue_th": "โรงแรม"}
    malee.saved()
    somchai.data["theme_en"] = "New"
    told = somchai.saved()
    assert stored(malee.record, "theme_th", "theme_en", "venue_th") == ("หัวข้อใหม่", "New", "โรงแรม")
    [sentence] = [text for text in told if "malee" in text]
    assert "หัวข้อหลัก (ไทย)" in sentence and "สถานที่จัด (ไทย)" in sentence and "อังกฤษ" not in sentence


def test_a_save_that_met_nobody_tells_of_nobody():
    malee, _somchai = two(world.meeting())
    malee.data["theme_th"] = "ใหม่"
    assert not [text for text in malee.saved() if "เก็บสิ่งที่" in text]


def test_what_both_changed_alike_is_no_question():
    malee, somchai = two(world.meeting())
    for officer in (malee, somchai):
        officer.data["theme_th"] = "ชื่อใหม่"
    malee.saved()
    assert not [text for text in somchai.saved() if "malee" in text]


@pytest.mark.parametrize(("side", "name"), [("mine", "ของฉัน"), ("theirs", "ของมาลี")])
def test_what_both_changed_otherwise_is_asked_and_chosen(side, name):
    """With the old value, both new ones, who and when; until it is chosen nothing is saved, and all typed stays."""
    malee, somchai = two(world.meeting(theme_th="เดิม", theme_en="Old"))
    malee.data["theme_th"] = "ของมาลี"
    malee.saved()
    somchai.data |= {"theme_th": "ของฉัน", "theme_en": "Mine"}
    [choice] = somchai.asked().choices
    assert (choice.before, choice.who, choice.chosen) == ("เดิม", "malee", "")
    assert re.sub("<.*?>", "", choice.mine) == "ของฉัน" and re.sub("<.*?>", "", choice.theirs) == "ของมาลี"
    assert stored(malee.record, "theme_th", "theme_en") == ("ของมาลี", "Old")
    [again] = somchai.asked().choices
    assert again == choice and somchai.data["theme_th"] == "ของฉัน"
    somchai.choose(choice, side)
    somchai.saved()
    assert stored(malee.record, "theme_th", "theme_en") == (name, "Mine")


def test_both_languages_of_a_text_are_fields_of_their_own():
    malee, somchai = two(world.meeting(theme_th="เดิม", theme_en="Old"))
    malee.data |= {"theme_th": "ก", "theme_en": "A"}
    malee.saved()
    somchai.data |= {"theme_th": "ข"}
    [choice] = somchai.asked().choices
    assert choice.legend == "หัวข้อหลัก (ไทย)" and somchai.data["theme_en"] == "A"


def test_a_third_save_meanwhile_asks_anew():
    """The choice was for what stood there then."""
    malee, somchai = two(world.meeting(theme_th="เดิม", theme_en="Old"))
    malee.data["theme_th"] = "หนึ่ง"
    malee.saved()
    somchai.data["theme_th"] = "ของฉัน"
    [choice] = somchai.asked().choices
    somchai.choose(choice, "mine")
    third = Desk("", malee.record, malee.client)
    third.data["theme_th"] = "สอง"
    third.saved()
    [anew] = somchai.asked().choices
    assert re.sub("<.*?>", "", anew.theirs) == "สอง" and anew.theirs_value != choice.theirs_value
    somchai.choose(anew, "mine")
    somchai.saved()
    assert stored(malee.record, "theme_th") == ("ของฉัน",)


def test_a_choice_can_be_made_otherwise_while_the_form_is_refused_for_another_reason():
    """ "Theirs" was chosen and the date is wrong: what was typed stands there still, and can be chosen after all."""
    agreement = world.agreement(note_th="เดิม")
    malee, somchai = two(agreement)
    malee.data["note_th"] = "ของมาลี"
    malee.saved()
    somchai.data["note_th"] = "ของฉัน"
    [choice] = somchai.asked().choices
    somchai.choose(choice, "theirs")
    somchai.data["signed_on"] = "31/2/2563"
    [still] = somchai.asked().choices
    assert still.chosen == "theirs" and somchai.data["note_th"] == "ของฉัน"
    somchai.data["signed_on"] = ""
    somchai.choose(choice, "mine")
    somchai.saved()
    assert stored(agreement, "note_th") == ("ของฉัน",)


@pytest.mark.parametrize("held", [True, False])
def test_a_box_that_is_ticked_or_not_and_a_choice_from_a_list_are_boxes_like_others(held):
    meeting = world.meeting(hold_en=not held, kind="leaders", note_th="")
    malee, somchai = two(meeting)
    malee.data |= {"kind": "board"}
    malee.data.pop("hold_en", None)
    malee.data |= {"hold_en": "on"} if held else {}
    malee.saved()
    somchai.data["note_th"] = "หมายเหตุ"
    somchai.saved()
    assert stored(meeting, "hold_en", "kind", "note_th") == (held, "board", "หมายเหตุ")


def test_links_to_many_are_put_together():
    """Both additions stay, and so do both removals."""
    first, second, third, fourth = (world.person() for _number in range(4))
    meeting = world.meeting()
    meeting.chairs.set([first, second])
    malee, somchai = two(meeting)
    malee.data["chairs"] = [str(first.pk), str(second.pk), str(third.pk)]
    malee.saved()
    somchai.data["chairs"] = [str(second.pk), str(fourth.pk)]
    assert any("malee" in text for text in somchai.saved())
    assert {*meeting.chairs.all()} == {second, third, fourth}


def test_a_date_counts_with_its_precision_in_either_language():
    """The officer has turned to English meanwhile: what nobody touched is not taken for a change."""
    agreement = world.agreement(signed_on="1993", note_th="")
    malee, somchai = two(agreement)
    malee.data["signed_on"] = "1/2536"
    malee.saved()
    somchai.client.cookies["django_language"] = "en"
    somchai.data["note_th"] = "หมายเหตุ"
    somchai.saved()
    agreement.refresh_from_db()
    assert agreement.signed_on.iso == "1993-01" and agreement.note_th == "หมายเหตุ"


@pytest.mark.parametrize("typed", ["2537", "31/2/2537"])
def test_a_value_that_cannot_be_read_counts_as_typed(typed):
    agreement = world.agreement(signed_on="1993")
    malee, somchai = two(agreement)
    malee.data["signed_on"] = "1992"
    malee.saved()
    somchai.data["signed_on"] = typed
    [choice] = somchai.asked().choices
    assert "2537" in choice.mine and "2535" in choice.theirs and choice.before == "พ.ศ. 2536"
    somchai.choose(choice, "theirs")
    somchai.saved()
    agreement.refresh_from_db()
    assert agreement.signed_on.iso == "1992"


def rows_of(meeting):
    return [(row.city_id, row.presented_th) for row in meeting.participation.order_by("order", "pk")]


def meeting_of(count=3):
    meeting = world.meeting()
    cities = [world.city() for _number in range(count)]
    for number, city in enumerate(cities):
        Participation.objects.create(meeting=meeting, city=city, presented_th=f"เรื่อง {number}", order=number)
    return meeting, cities


def test_rows_that_each_changed_added_or_deleted_stand_together():
    meeting, cities = meeting_of(4)
    malee, somchai = two(meeting)
    malee.change(Participation, 0, presented_th="มาลีแก้")
    malee.change(Participation, 1, DELETE="on")
    hers = world.city()
    malee.put(Participation, {"city": hers.pk, "order": 9})
    malee.saved()
    his = world.city()
    somchai.change(Participation, 2, presented_th="สมชายแก้")
    somchai.change(Participation, 3, DELETE="on")
    somchai.put(Participation, {"city": his.pk, "order": 8})
    [told] = [text for text in somchai.saved() if "malee" in text]
    assert rows_of(meeting) == [
        (cities[0].pk, "มาลีแก้"), (cities[2].pk, "สมชายแก้"), (his.pk, ""), (hers.pk, ""),
    ]  # fmt: skip
    assert str(hers) in told and str(cities[1]) in told and str(his) not in told and str(cities[2]) not in told


def test_different_boxes_of_one_row_are_put_together_and_the_same_box_is_asked():
    meeting, cities = meeting_of(2)
    malee, somchai = two(meeting)
    malee.change(Participation, 0, presented_th="มาลี", presented_en="Malee")
    malee.saved()
    somchai.change(Participation, 0, presented_th="สมชาย", order="7")
    [choice] = somchai.asked().choices
    assert str(cities[0]) in choice.legend and choice.before == "เรื่อง 0"
    somchai.choose(choice, "mine")
    somchai.saved()
    row = meeting.participation.get(city=cities[0])
    assert (row.presented_th, row.presented_en, row.order) == ("สมชาย", "Malee", 7)


@pytest.mark.parametrize(("side", "left"), [("mine", True), ("theirs", False)])
def test_a_row_that_one_deleted_and_i_changed_is_a_choice(side, left):
    meeting, cities = meeting_of(2)
    malee, somchai = two(meeting)
    malee.change(Participation, 0, DELETE="on")
    malee.saved()
    somchai.change(Participation, 0, presented_th="ต้องไม่หาย")
    [choice] = somchai.asked().choices
    [again] = somchai.asked().choices
    assert again == choice and "ต้องไม่หาย" in somchai.data.values()
    somchai.choose(choice, side)
    somchai.data["starts_on"] = "31/2/2563"
    [still] = somchai.asked().choices
    assert still.chosen == side and "ต้องไม่หาย" in somchai.data.values()
    somchai.data["starts_on"] = ""
    somchai.saved()
    assert ((cities[0].pk, "ต้องไม่หาย") in rows_of(meeting)) is left and meeting.participation.count() == 1 + left


@pytest.mark.parametrize(("side", "left"), [("mine", 1), ("theirs", 2)])
def test_a_row_that_one_changed_and_i_delete_is_a_choice(side, left):
    meeting, _cities = meeting_of(2)
    malee, somchai = two(meeting)
    malee.change(Participation, 0, presented_th="มาลีเขียนใหม่")
    malee.saved()
    somchai.change(Participation, 0, DELETE="on")
    [choice] = somchai.asked().choices
    assert meeting.participation.count() == 2
    somchai.choose(choice, side)
    somchai.data["starts_on"] = "31/2/2563"
    assert somchai.asked().choices[0].chosen == side and somchai.data["participation-0-DELETE"] == "on"
    somchai.data["starts_on"] = ""
    somchai.saved()
    assert meeting.participation.count() == left
    assert meeting.participation.filter(presented_th="มาลีเขียนใหม่").exists() is (side == "theirs")


def test_a_row_that_both_added_alike_stands_once():
    meeting = world.meeting()
    malee, somchai = two(meeting)
    for officer in (malee, somchai):
        officer.put(Point, {"kind": "topic", "text_th": "ประเด็นเดียวกัน", "order": 1})
    malee.saved()
    somchai.put(Point, {"kind": "topic", "text_th": "อีกประเด็น", "order": 2})
    somchai.saved()
    assert [point.text_th for point in meeting.points.all()] == ["ประเด็นเดียวกัน", "อีกประเด็น"]


@pytest.mark.parametrize(("side", "order"), [("mine", [2, 1, 0]), ("theirs", [1, 2, 0])])
def test_the_order_of_rows_is_one_choice(side, order):
    meeting, cities = meeting_of(3)
    malee, somchai = two(meeting)
    for number, place in enumerate((7, 5, 6)):
        malee.change(Participation, number, order=place)
    malee.saved()
    for number, place in enumerate((9, 4, 3)):
        somchai.change(Participation, number, order=place)
    [choice] = somchai.asked().choices
    assert "ลำดับ" in choice.legend and choice.mine.index(str(cities[2])) < choice.mine.index(str(cities[1]))
    somchai.choose(choice, side)
    somchai.saved()
    assert [row[0] for row in rows_of(meeting)] == [cities[number].pk for number in order]


def test_rows_of_a_record_without_versions_are_guarded_too():
    """An agency counts no saves: its rows are compared all the same."""
    agency = world.agency()
    Alias.objects.create(subject=agency, name="เดิม", language="th", kind="short")
    malee, somchai = two(agency)
    malee.change(Alias, 0, name="มาลี")
    malee.saved()
    somchai.data["phone"] = "0 2221 2141"
    somchai.saved()
    assert agency.aliases.get().name == "มาลี" and stored(agency, "phone") == ("0 2221 2141",)


def test_what_was_written_past_every_save_is_noticed_too():
    """No history tells of it; nothing is written over."""
    _malee, somchai = two(world.meeting(theme_th="เดิม", theme_en="Old"))
    Meeting.objects.update(theme_th="คำสั่งเขียน")
    somchai.data["theme_th"] = "ของฉัน"
    [choice] = somchai.asked().choices
    assert re.sub("<.*?>", "", choice.theirs) == "คำสั่งเขียน" and choice.before == "เดิม"


@pytest.mark.parametrize("seen", ["2", "x" * 40, "eJw="])
def test_a_form_of_which_nobody_knows_how_it_was_opened_asks_about_all_that_differs(seen):
    malee, somchai = two(world.meeting(theme_th="เดิม", theme_en="Old"))
    malee.data["venue_th"] = "โรงแรม"
    malee.saved()
    somchai.data |= {"seen": seen, "theme_th": "ของฉัน"}
    assert {choice.before for choice in somchai.asked().choices} == {None}
    assert {one.legend for one in somchai.asked().choices} == {"หัวข้อหลัก (ไทย)", "สถานที่จัด (ไทย)"}


def test_what_was_kept_while_it_was_typed_goes_through_the_same_comparison():
    """It carries how it was opened: brought back after a colleague's save, hers is in it, and both are asked about."""
    malee, somchai = two(world.meeting(theme_th="เดิม", venue_th=""))
    somchai.data["theme_th"] = "ของฉัน"
    autosave(somchai)
    malee.data |= {"theme_th": "ของมาลี", "venue_th": "โรงแรม"}
    malee.saved()
    page = somchai.client.get(f"{somchai.url}?kept={somchai.data['kept_as'].partition('@')[0]}")
    [choice] = page.context["merge"].choices
    somchai.data = as_sent(page, Meeting)
    assert somchai.data["venue_th"] == "โรงแรม" and somchai.data["theme_th"] == "ของฉัน"
    somchai.choose(choice, "theirs")
    somchai.saved()
    assert stored(malee.record, "theme_th", "venue_th") == ("ของมาลี", "โรงแรม")


def test_the_choices_are_part_of_the_form_and_say_so_beside_the_box():
    malee, somchai = two(world.meeting())
    malee.data["theme_th"] = "ของมาลี"
    malee.saved()
    somchai.data["theme_th"] = "ของฉัน"
    answer = somchai.send()
    html = answer.content.decode()
    assert html.count('type="radio" name="merge:theme_th"') == 2 and 'href="#id_theme_th"' in html
    assert any("ทั้งสองคน" in sentence for sentence in errors_of(answer))


def test_a_signatory_that_was_added_meanwhile_stays():
    agreement = world.agreement()
    malee, somchai = two(agreement)
    row = {"signatories-TOTAL_FORMS": "1", "signatories-0-side": "bangkok", "signatories-0-order": "1"}
    malee.data |= row | {"signatories-0-person": world.person().pk}
    malee.saved()
    somchai.saved()
    assert Agreement.objects.get().signatories.count() == 1


def test_a_deleted_row_hides_no_change_of_another():
    """Rows move up where one is gone, also of more than ten: what both changed in others is asked all the same."""
    meeting, _cities = meeting_of(12)
    malee, somchai = two(meeting)
    malee.change(Participation, 1, presented_th="มาลี หนึ่ง")
    malee.change(Participation, 2, DELETE="on")
    malee.change(Participation, 3, presented_th="มาลี สาม")
    malee.saved()
    for number in (1, 2, 3):
        somchai.change(Participation, number, presented_th=f"สมชาย {number}")
    assert len(somchai.asked().choices) == 3 and somchai.data["participation-TOTAL_FORMS"] == "12"


def test_a_form_with_open_choices_can_be_previewed():
    """A row that stands for a deleted one is shown as a new one; nothing is saved."""
    meeting, _cities = meeting_of(2)
    malee, somchai = two(meeting)
    malee.change(Participation, 0, DELETE="on")
    malee.saved()
    somchai.change(Participation, 0, presented_th="ต้องเห็น")
    somchai.asked()
    answer = somchai.client.post(somchai.url, somchai.data | {"_preview": ""})
    assert answer.status_code == 302 and "/preview/" in answer["Location"], errors_of(answer)
    assert meeting.participation.count() == 1
