"""Who may do what on the desk; signing in, the language, and what waits for the office."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from iad_portal.office.groups import ADMINISTRATORS, OFFICERS, PUBLISHERS, ensure_groups
from iad_portal.office.models import FirstPassword
from relations.models import Agency, City
from tests import world

from .accounts import with_app
from .desk import desk_url, officer, signed_in, untouched

pytestmark = pytest.mark.django_db


def test_an_officer_edits_records_but_no_accounts():
    client = signed_in("malee", group=OFFICERS)
    assert client.get(desk_url(City, "add")).status_code == 200
    assert client.get(desk_url(User)).status_code == 403
    assert client.get(desk_url(Group)).status_code == 403


def test_an_administrator_cannot_make_or_touch_a_superuser():
    desk, first = signed_in("somchai", group=ADMINISTRATORS), officer("officer")
    assert desk.post(desk_url(User, "change", first.pk), {"username": "taken"}).status_code == 403
    malee = officer("malee", group=OFFICERS)
    data = untouched(desk, desk_url(User, "change", malee.pk), User) | {"is_superuser": "on"}
    desk.post(desk_url(User, "change", malee.pk), data)
    malee.refresh_from_db()
    assert not malee.is_superuser


def test_an_officer_changes_the_own_password():
    client = signed_in("malee", group=OFFICERS)
    assert client.get("/admin/password_change/").status_code == 200


def test_a_right_that_was_taken_from_a_group_stays_taken():
    ensure_groups()
    group = Group.objects.get(name=PUBLISHERS)
    group.permissions.remove(group.permissions.get(codename="delete_city"))
    ensure_groups()
    assert not group.permissions.filter(codename="delete_city").exists()
    assert group.permissions.filter(codename="change_city").exists()


def test_signing_in_is_in_thai_until_an_officer_chooses_english(client):
    html = client.get("/admin/login/").content.decode()
    assert '<html lang="th"' in html and "เข้าสู่ระบบสำหรับเจ้าหน้าที่" in html
    client.post("/admin/language/", {"language": "en", "next": "/admin/login/"})
    assert '<html lang="en"' in client.get("/admin/login/").content.decode()
    assert '<html lang="th"' in client.get("/th/").content.decode()


def test_the_desk_asks_for_what_is_missing_and_stops_when_it_is_there():
    client, office = signed_in(), world.agency(Agency.HOME_SLUG)
    world.agreement()
    world.agency("environment", desk_th="กลุ่มงานวิชาการ")
    world.city("draft", status="draft")
    world.meeting(doubt_th="โปรดยืนยันจำนวนผู้เข้าร่วม")

    def asked():
        page = client.get("/admin/")
        rows = [row for group in page.context["groups"] for row in group.rows]
        return {item.label: item for row in rows for item in row.parts} | {row.title: row for row in rows}

    items = asked()
    assert {"ที่อยู่", "โทรศัพท์", "อีเมล", "โครงสร้างสำนักงาน"} <= set(items)
    for label in ("ข้อตกลงที่มีผลอยู่แต่ไม่มีวันที่", "หน่วยงานที่ยังไม่มีหน่วยประสานงาน", "เมือง", "การประชุม"):
        assert items[label].count == 1
        assert client.get(items[label].url).context["cl"].result_count == 1, label
    Agency.objects.filter(pk=office.pk).update(phone="0 2221 2141")
    assert "โทรศัพท์" not in asked()


def test_the_menu_is_headed_by_task_and_every_word_of_it_is_thai():
    html = signed_in().get("/admin/").content.decode()
    main = re.sub(r"<[^>]+>", " ", html[html.index('id="main"') + 10 : html.index("</main>")])
    assert main.index("เมืองคู่ความร่วมมือและข้อตกลง") < main.index("เครือข่ายและการประชุม") < main.index("ข่าวและสิ่งพิมพ์")
    assert re.findall(r"[A-Za-z]{3,}", main) == []


def test_nothing_of_it_shows_on_the_public_site(client):
    world.agency(Agency.HOME_SLUG)
    assert "ข้อมูลที่สำนักงานตอบได้" not in client.get("/th/contact/").content.decode()


def changed(desk, who: User, **typed):
    """The answer to the form of an account in which something was changed; None takes a box away."""
    data = untouched(desk, desk_url(User, "change", who.pk), User) | typed
    return desk.post(
        desk_url(User, "change", who.pk), {name: value for name, value in data.items() if value is not None}
    )


def test_an_administrator_closes_an_account():
    desk, malee = signed_in("somchai", group=ADMINISTRATORS), officer("malee", group=OFFICERS)
    assert changed(desk, malee, is_active=None).status_code == 302
    malee.refresh_from_db()
    assert not malee.is_active and malee.is_staff and not FirstPassword.objects.exists()


def test_only_a_superuser_makes_a_superuser():
    malee = officer("malee", group=OFFICERS)
    for desk, is_made in [(signed_in("somchai", group=ADMINISTRATORS), False), (signed_in("chief"), True)]:
        changed(desk, malee, is_superuser="on")
        malee.refresh_from_db()
        assert malee.is_superuser == is_made


def test_a_superuser_is_not_an_administrators_to_change():
    desk, chief = signed_in("somchai", group=ADMINISTRATORS), officer("chief")
    assert desk.post(desk_url(User, "change", chief.pk), {"username": "taken"}).status_code == 403
    assert signed_in("other").get(desk_url(User, "change", chief.pk)).status_code == 200


def test_what_only_a_superuser_may_set_is_read_by_others():
    for desk, read_only in [(signed_in("somchai", group=ADMINISTRATORS), True), (signed_in("chief"), False)]:
        page = desk.get(desk_url(User, "change", officer(f"m{read_only}", group=OFFICERS).pk))
        assert ("is_superuser" in page.context["adminform"].readonly_fields) == read_only
        assert "last_sign_in" in page.context["adminform"].readonly_fields


def test_who_is_added_works_at_the_desk_and_has_no_password_yet():
    desk = signed_in("chief")
    data = untouched(desk, desk_url(User, "add"), User) | {"username": "new"}
    assert desk.post(desk_url(User, "add"), data).status_code == 302
    new = User.objects.get(username="new")
    assert new.is_staff and not new.is_superuser and not new.has_usable_password()
    assert "มีผู้ใช้ชื่อนี้แล้ว" in desk.post(desk_url(User, "add"), data | {"username": "NEW"}).content.decode()


def test_the_form_of_an_account_tells_how_its_officer_gets_in():
    desk, malee = signed_in("chief"), officer("malee", group=PUBLISHERS)
    html = desk.get(desk_url(User, "change", malee.pk)).content.decode()
    assert "ยังไม่มี ระบบจะให้เพิ่มเมื่อเข้าสู่ระบบครั้งต่อไป" in html and f"{malee.pk}/link/" in html
    with_app(malee)
    assert "แอปยืนยันตัวตน" in desk.get(desk_url(User, "change", malee.pk)).content.decode()


def test_the_list_shows_the_groups_of_each_in_one_query_for_all():
    desk = signed_in("chief")
    both = officer("both", group=OFFICERS)
    both.groups.add(Group.objects.get(name=ADMINISTRATORS))
    html = desk.get(desk_url(User)).content.decode()
    assert f"{ADMINISTRATORS}, {OFFICERS}" in html or f"{OFFICERS}, {ADMINISTRATORS}" in html

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            desk.get(desk_url(User))
        return len(asked)

    few = queries()
    for number in range(9):
        officer(f"more{number}", group=OFFICERS)
    assert queries() == few


def test_the_last_sign_in_stands_in_the_officers_era():
    moment = timezone.make_aware(timezone.datetime(2019, 5, 23, 12))
    officer("malee", group=OFFICERS, last_login=moment)
    assert "2562" in signed_in("chief").get(desk_url(User)).content.decode()
