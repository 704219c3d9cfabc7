"""The parts of a form fold under a line that says what is inside; what must be seen opens by itself."""

import pytest

from iad_portal.office.groups import TRANSLATORS
from news.models import Article
from tests import world

from .desk import desk_url, signed_in, untouched

pytestmark = pytest.mark.django_db


def parts_of(answer) -> dict:
    """The parts of a form's page that have a title, by it."""
    return {part.title: part for part in answer.context["form_sections"] if part.title}


def opened(answer) -> list[str]:
    return [title for title, part in parts_of(answer).items() if part.is_open]


def form_of(client, record):
    return client.get(desk_url(type(record), "change", record.pk))


def test_the_first_part_stands_open_and_each_line_says_what_is_inside():
    article = world.article(lead_th="ความนำ", lead_en="", event_on="2020-02-14", published_on=None, status="draft")
    article.agencies.add(world.agency(name_th="สำนักสิ่งแวดล้อม"))
    answer = form_of(signed_in(), article)
    parts = parts_of(answer)
    assert opened(answer) == ["ข้อมูลหลัก"]
    assert parts["ข้อมูลหลัก"].lacks == ["อังกฤษยังขาด: ความนำ"] and "ไทยครบ" in parts["ข้อมูลหลัก"].said
    assert parts["วันที่และที่มาของข่าว"].said == ["14 กุมภาพันธ์ 2563"]
    assert parts["เรื่องที่เกี่ยวข้อง"].said == ["สำนักสิ่งแวดล้อม"]
    assert parts["เฉพาะเจ้าหน้าที่"].said == ["ยังไม่มีข้อมูล"]
    assert parts["การเผยแพร่"].said == ["ฉบับร่าง"]
    assert answer.content.decode().count('<details class="fold" open>') == 1


def test_a_box_that_is_ticked_is_named_and_relations_of_one_are_too():
    said = parts_of(form_of(signed_in(), world.article(hold_en=True)))["การเผยแพร่"].said
    assert said == ["เผยแพร่แล้ว, ยังไม่เผยแพร่ข้อความภาษาอังกฤษ"]
    meeting = world.meeting(host_city=world.city(name_th="โซล"))
    assert "โซล" in " ".join(parts_of(form_of(signed_in("somchai"), meeting))["วันเวลาและสถานที่"].said)


def test_what_was_refused_or_asked_about_opens_by_itself():
    """And what was typed: nobody looks for it in a folded part."""
    client, article = signed_in(), world.article()
    url = desk_url(Article, "change", article.pk)
    data = untouched(client, url, Article)
    refused = client.post(url, data | {"event_on": "31/2/2563"})
    assert opened(refused) == ["ข้อมูลหลัก", "วันที่และที่มาของข่าว"]
    both = client.post(url, data | {"event_on": "31/2/2563", "doubt_th": "ถามสำนักงาน"})
    assert opened(both) == ["ข้อมูลหลัก", "วันที่และที่มาของข่าว", "เฉพาะเจ้าหน้าที่"]


def test_rows_that_were_typed_stand_open():
    client, article = signed_in(), world.article()
    url = desk_url(Article, "change", article.pk)
    rows = {"corrections-TOTAL_FORMS": "1", "corrections-0-text_th": "แก้ชื่อ", "corrections-0-corrected_on": "1/2/2563"}
    answer = client.post(url, untouched(client, url, Article) | rows | {"event_on": "31/2/2563"})
    folded = {one.formset.prefix: one.is_collapsible for one in answer.context["inline_admin_formsets"]}
    assert not folded["corrections"] and all(folded[prefix] for prefix in folded if "document" in prefix)


def test_a_new_record_shows_all_that_is_to_be_filled_in():
    answer = signed_in().get(desk_url(Article, "add"))
    assert "ที่อยู่ของหน้าเว็บ" not in opened(answer) and len(opened(answer)) >= 4
    assert all(part.said == part.lacks == [] for part in parts_of(answer).values())


def test_a_part_out_of_sight_has_no_line():
    """What the form showed when it was opened is carried, not folded."""
    answer = form_of(signed_in(), world.article())
    assert [part.title for part in answer.context["form_sections"]].count("") == 1


def test_who_may_only_look_sees_the_same_parts():
    answer = form_of(signed_in(group=TRANSLATORS), world.country())
    assert opened(answer) == ["ข้อมูลหลัก"] and "ไทยครบ" in parts_of(answer)["ข้อมูลหลัก"].said
