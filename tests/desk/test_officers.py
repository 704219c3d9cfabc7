"""Who may do what on the desk; signing in, the language, and what waits for the office."""

import re

import pytest
from django.contrib.auth.models import Group, User

from iad_portal.office.groups import ADMINISTRATORS, OFFICERS, ensure_groups
from relations.models import Agency, City
from tests import world

from .desk import as_sent, desk_url, officer, signed_in

pytestmark = pytest.mark.django_db


def test_an_officer_edits_records_but_no_accounts():
    client = signed_in("malee", group=OFFICERS)
    assert client.get(desk_url(City, "add")).status_code == 200
    assert client.get(desk_url(User)).status_code == 403
    assert client.get(desk_url(Group)).status_code == 403


def test_an_administrator_adds_an_officer_who_can_sign_in(client):
    desk = signed_in("somchai", group=ADMINISTRATORS)
    data = as_sent(desk.get(desk_url(User, "add")), User) | {
        "username": "malee", "first_name": "มาลี", "groups": [Group.objects.get(name=OFFICERS).pk],
        "password1": "จดหมายจากบางกอก-42", "password2": "จดหมายจากบางกอก-42",
    }  # fmt: skip
    assert desk.post(desk_url(User, "add"), data).status_code == 302
    answer = client.post(
        "/admin/login/?next=/admin/", {"username": "malee", "password": "จดหมายจากบางกอก-42", "next": "/admin/"}
    )
    assert answer.status_code == 302
    assert client.get(desk_url(City))["Location"] == "/admin/password_change/", (
        "the first password is not the officer's"
    )
    own = {"old_password": "จดหมายจากบางกอก-42", "new_password1": "ฝนตกแดดออก-17", "new_password2": "ฝนตกแดดออก-17"}
    assert client.post("/admin/password_change/", own).status_code == 302
    assert client.get(desk_url(City)).status_code == 200


def test_an_administrator_cannot_make_or_touch_a_superuser():
    desk, first = signed_in("somchai", group=ADMINISTRATORS), officer("officer")
    assert desk.post(desk_url(User, "change", first.pk), {"username": "taken"}).status_code == 403
    malee = officer("malee", group=OFFICERS)
    data = as_sent(desk.get(desk_url(User, "change", malee.pk)), User) | {"is_superuser": "on"}
    desk.post(desk_url(User, "change", malee.pk), data)
    malee.refresh_from_db()
    assert not malee.is_superuser


def test_an_officer_changes_the_own_password():
    client = signed_in("malee", group=OFFICERS)
    assert client.get("/admin/password_change/").status_code == 200


def test_a_right_that_was_taken_from_a_group_stays_taken():
    ensure_groups()
    group = Group.objects.get(name=OFFICERS)
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
        return {item["label"]: item for group in page.context["waiting"] for item in group["items"]}

    items = asked()
    assert {"ที่อยู่", "โทรศัพท์", "อีเมล", "โครงสร้างสำนักงาน"} <= set(items)
    for label in ("ข้อตกลงที่มีผลอยู่แต่ไม่มีวันที่", "หน่วยงานที่ยังไม่มีหน่วยประสานงาน", "เมือง", "การประชุม"):
        assert items[label]["count"] == 1
        assert client.get(items[label]["url"]).context["cl"].result_count == 1, label
    Agency.objects.filter(pk=office.pk).update(phone="0 2221 2141")
    assert "โทรศัพท์" not in asked()


def test_the_desk_is_headed_by_task_and_every_word_of_it_is_thai():
    html = signed_in().get("/admin/").content.decode()
    main = re.sub(r"<[^>]+>", " ", html[html.index("<main") : html.index("</main>")])
    assert main.index("เมืองคู่ความร่วมมือและข้อตกลง") < main.index("เครือข่ายและการประชุม") < main.index("ข่าวและสิ่งพิมพ์")
    assert re.findall(r"[A-Za-z]{3,}", main) == []


def test_nothing_of_it_shows_on_the_public_site(client):
    world.agency(Agency.HOME_SLUG)
    assert "ข้อมูลที่รอสำนักงาน" not in client.get("/th/contact/").content.decode()
