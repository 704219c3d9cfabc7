"""The first page of the desk: the officer's queue of work; the menu, the own settings and the search of every page."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from iad_portal.lib.dates import calendar
from iad_portal.office.groups import CONTACTS, EDITORS, PUBLISHERS, TRANSLATORS
from iad_portal.office.models import Presence
from networks.models import Commitment
from news.models import Article
from plans.models import Plan
from relations.models import Agreement, City, Photo
from tests import world

from .desk import desk_url, officer, signed_in
from .review_desk import sent, sent_back, user, waiting

pytestmark = pytest.mark.django_db
START = "/admin/"


def rows(client) -> dict:
    """The rows of the queue by their titles."""
    return {row.title: row for group in client.get(START).context["groups"] for row in group.rows}


def menu(client, url: str = START) -> dict:
    """The lines of the menu on the page at `url`, by their addresses."""
    return {entry.url: entry for group in client.get(url).context["desk_menu"]() for entry in group.entries}


def test_each_sees_the_work_of_their_rights():
    """Own drafts, and what was sent back, its author; what waits, who publishes; the same record never twice."""
    malee, somchai, nok = signed_in("malee", EDITORS), signed_in("somchai", PUBLISHERS), signed_in("nok", TRANSLATORS)
    sent(malee, world.article(status="draft", title_th="ข่าวร่าง"))
    assert rows(malee)["รายการที่คุณส่งตรวจ"].count == 1 == rows(malee)["ฉบับร่างของคุณ"].count
    assert rows(somchai)["รายการใหม่รอคุณตรวจ"].count == 1 and "ฉบับร่างของคุณ" not in rows(somchai)
    sent_back(somchai, waiting(), "โปรดแก้ชื่อ")
    back = rows(malee)["แก้ไขตามข้อสังเกต"]
    assert "โปรดแก้ชื่อ" in back.said and malee.get(back.url).status_code == 200
    assert "รายการใหม่รอคุณตรวจ" not in rows(somchai) and not {"แก้ไขตามข้อสังเกต", "ฉบับร่างของคุณ"} & rows(nok).keys()


def test_a_change_of_a_public_page_waits_apart():
    sent(signed_in("malee", EDITORS), world.article(), title_th="ใหม่")
    assert rows(signed_in("somchai", PUBLISHERS))["ฉบับแก้ไขหน้าที่เผยแพร่แล้ว รอคุณตรวจ"].count == 1


def test_of_kinds_that_lack_nothing_nothing_is_told():
    """Not even that there are none."""
    world.city(status="draft"), world.article()
    found = rows(signed_in())
    assert [(link.label, link.count) for link in found["ฉบับร่างของทั้งสำนักงาน"].parts] == [("เมือง", 1)]
    assert "ลิงก์ภายนอกที่เปิดไม่ได้" not in found and not [row for row in found.values() if row.count == 0]


def test_what_an_officer_scheduled_is_told_until_it_appears():
    client, article = signed_in("somchai", PUBLISHERS), world.article(status="draft")
    sent(client, article, "_save", title_th="ใหม่")
    Article.objects.update(status="published", publish_at=timezone.now() + timedelta(days=3))
    row = rows(client)["ตั้งเวลาเผยแพร่ไว้"]
    assert (row.count, row.url) == (1, desk_url(Article, "change", article.pk)) and "ใหม่" in row.parts[0].label
    client.get("/admin/language/")
    Article.objects.update(publish_at=timezone.now() - timedelta(days=3))
    assert "ตั้งเวลาเผยแพร่ไว้" not in rows(client)


def test_what_comes_leads_to_a_list_of_as_many():
    today = calendar.today()
    world.agreement(signed_on=str(today.replace(year=today.year - 5, day=1, month=1)), expires_on=today + timedelta(40))
    meeting = world.meeting()
    Commitment.objects.create(meeting=meeting, code="c", framework="both", title_th="สัญญา", due_on="2020-01-01")
    client = signed_in()
    for title in ("ข้อตกลงที่จะสิ้นสุดภายใน 1 ปี", "ข้อผูกพันที่เลยกำหนด"):
        row = rows(client)[title]
        assert row.count == 1 == client.get(row.url).context["cl"].result_count, title


def test_an_anniversary_of_five_years_is_told_ahead():
    day = calendar.today() + timedelta(days=60)
    world.agreement(world.city("five"), signed_on=str(day.replace(year=day.year - 15)))
    world.agreement(world.city("other"), signed_on=str(day.replace(year=day.year - 14)))
    row = rows(signed_in())["วันครบรอบภายใน 1 ปี"]
    assert row.count == 1 and "15" in row.parts[0].label and "60" in row.said


def test_a_month_without_its_plan_is_told_to_who_may_write_it():
    client, first = signed_in(), calendar.today().replace(day=1)
    title = next(title for title in rows(client) if title.startswith("ยังไม่มีแผนประจำเดือน"))
    assert client.get(rows(client)[title].url).status_code == 200
    assert title not in rows(signed_in("contact", CONTACTS))
    Plan.objects.create(title_th="แผน", kind="monthly_plan", month=first, fiscal_year=calendar.fiscal_year(first))
    assert title not in rows(client)


def test_photos_without_words_lead_to_them():
    photo = Photo(subject=world.city(), image="photos/a/original.jpg", width=4, height=3)
    Photo.objects.bulk_create([photo])
    client = signed_in()
    for title in ("ภาพที่ยังไม่ระบุเครดิต", "ภาพที่ยังไม่มีคำบรรยายสำหรับผู้ที่มองไม่เห็น"):
        row = rows(client)[title]
        assert row.count == 1 == client.get(row.url).context["cl"].result_count, title


def test_colleagues_are_told_of_and_oneself_is_not():
    """What others saved, with the form, and have open; only of kinds that the officer sees."""
    client, other, city = signed_in("malee", EDITORS), officer("somchai", first_name="สมชาย"), world.city()
    kind = ContentType.objects.get_for_model(City)
    facts = {"content_type": kind, "object_id": city.pk, "object_repr": "เมืองใหม่", "action_flag": ADDITION}
    for who in (other, user("malee")):
        LogEntry.objects.create(user=who, **facts)
    Presence.objects.create(
        officer=other, path=desk_url(City, "change", city.pk), since=timezone.now(), seen_at=timezone.now()
    )
    acts = client.get(START).context["acts"]
    assert [act.who for act in acts] == ["สมชาย", "สมชาย"] and {act.initial for act in acts} == {"ส"}
    assert {act.url for act in acts} == {desk_url(City, "change", city.pk)}
    assert signed_in("contact", CONTACTS).get(START).context["acts"] == []


def test_the_totals_are_those_of_the_public_site():
    world.agreement(world.city())
    world.city("draft", status="draft")
    totals = {total.label: total.count for total in signed_in().get(START).context["totals"]}
    assert totals["ข้อตกลง"] == 1 == totals["ประเทศ"]


def test_one_button_is_filled_and_it_begins_what_the_officer_may():
    html = signed_in("malee", EDITORS).get(START).text
    assert html.count("btn--main") == 1 and desk_url(Article, "add") in html
    assert "btn--main" not in signed_in("contact", CONTACTS).get(START).text


def test_the_page_asks_no_more_for_many_and_little_at_all():
    """Nothing is kept from one page to the next in tests: this is the dearest time, the first after a change."""
    client = signed_in("somchai", PUBLISHERS)

    def asked(records: int) -> int:
        for _number in range(records):
            sent(client, world.article(status="draft"), "_save", title_th="ใหม่")
            world.agreement(), world.meeting(doubt_th="?")
        client.get(START)
        with CaptureQueriesContext(connection) as captured:
            client.get(START)
        return len(captured)

    assert asked(1) == asked(4) <= 20


def test_a_page_that_was_kept_asks_twenty_times_at_most(kept_pages):
    client = signed_in("somchai", PUBLISHERS)
    client.get(START)
    with CaptureQueriesContext(connection) as captured:
        client.get(START)
    assert len(captured) <= 20


def test_the_menu_leads_to_all_that_an_officer_has_and_marks_where_one_is():
    world.agreement()
    client = signed_in()
    lines = menu(client, desk_url(City))
    assert lines[desk_url(City)].current == "page" and lines["/admin/confirm/"].count and not lines[START].current
    assert menu(client, desk_url(Agreement, "add"))[desk_url(Agreement)].current == "true"
    assert menu(client)[START].current == "page" and {"/admin/bin/", "/admin/help/", "/admin/review/"} <= lines.keys()
    context = client.get(START).context
    assert {kind["admin_url"] for task in context["available_apps"] for kind in task["models"]} <= lines.keys()
    assert {"/admin/confirm/", "/admin/bin/"}.isdisjoint(menu(signed_in("contact", CONTACTS)))


def test_search_finds_drafts_and_pages_by_name_and_number():
    client, draft = signed_in("malee", EDITORS), world.city("draft", status="draft", name_th="เมืองร่าง")
    agreement = world.agreement()
    (kind,) = client.get("/admin/find/", {"q": "เมืองร่าง"}).context["found"]
    assert [(one.url, one.state) for one in kind.records] == [(desk_url(City, "change", draft.pk), "draft")]
    found = client.get("/admin/find/", {"q": str(agreement.number)}).context["found"]
    assert desk_url(Agreement, "change", agreement.pk) in {one.url for kind in found for one in kind.records}
    assert (
        client.get("/admin/find/", {"q": "ไม่มีคำนี้"}).context["found"]
        == []
        == client.get("/admin/find/").context["found"]
    )
    assert signed_in("contact", CONTACTS).get("/admin/find/", {"q": "เมืองร่าง"}).context["found"] == []


def test_search_shows_a_few_of_a_kind_and_leads_to_the_rest():
    for number in range(7):
        world.city(f"c{number}", name_th=f"เมืองหนึ่ง{number}")
    client = signed_in()
    (kind,) = client.get("/admin/find/", {"q": "เมืองหนึ่ง"}).context["found"]
    assert len(kind.records) == 5 and client.get(kind.more_url).context["cl"].result_count == 7
