"""The page of the own account: password, factors, recovery codes, and sessions that end."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client

from iad_portal.office.accounts import letters
from iad_portal.office.accounts.factors import unused_codes
from iad_portal.office.accounts.links import make_link
from iad_portal.office.accounts.sessions import device_of
from iad_portal.office.groups import EDITORS, PUBLISHERS
from iad_portal.office.models import ContentVersion, OfficerSession

from .accounts import ANOTHER, PASSWORD, code_of, halfway_in, with_a_password, with_app

pytestmark = pytest.mark.django_db
ACCOUNT, CODES, APP = "/admin/account/", "/admin/account/codes/", "/admin/account/app/"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """What is left for later is done at once."""
    monkeypatch.setattr(letters, "later", lambda deed: deed())


@pytest.fixture
def malee():
    """A publisher with an app and recovery codes."""
    user = with_a_password("malee", group=PUBLISHERS, email="malee@example.go.th")
    with_app(user)
    return user


def desk_of(user, **meta):
    """A browser in which `user` works, noted."""
    client = Client(**meta)
    client.force_login(user)
    client.get(ACCOUNT)
    return client


def test_it_shows_factors_codes_and_where_one_is_signed_in(malee):
    here = desk_of(malee, REMOTE_ADDR="203.0.113.5", HTTP_USER_AGENT=EDGE)
    desk_of(malee, REMOTE_ADDR="198.51.100.7", HTTP_USER_AGENT="curl/8")
    desk_of(with_a_password("other", group=PUBLISHERS), REMOTE_ADDR="192.0.2.1")
    page = here.get(ACCOUNT)
    html = page.content.decode()
    assert "แอปยืนยันตัวตน" in html and "เหลือ 10 รหัส" in html
    assert [(place.device, place.address, place.is_this) for place in page.context["places"]] == [
        ("Edge · Windows", "203.0.113.5", True), ("อุปกรณ์ที่ไม่ทราบชนิด", "198.51.100.7", False),
    ]  # fmt: skip


def test_devices_are_told_by_the_names_that_people_know():
    assert device_of(EDGE) == "Edge · Windows"
    assert device_of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1") == "Safari · iPhone"
    assert device_of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0") == "Firefox · Linux"
    assert device_of("") == ""


def test_one_session_is_ended_or_all_others(malee):
    here, second, third = desk_of(malee), desk_of(malee), desk_of(malee)
    other = desk_of(with_a_password("other", group=PUBLISHERS))
    here.post("/admin/account/end/", {"key": second.session.session_key})
    assert second.get("/admin/").status_code == 302 and third.get("/admin/").status_code == 200
    here.post("/admin/account/end/", {"key": other.session.session_key})
    here.post("/admin/account/end/")
    assert third.get("/admin/").status_code == 302
    assert here.get("/admin/").status_code == 200 and other.get("/admin/").status_code == 200
    here.post("/admin/account/end/", {"key": here.session.session_key})
    assert here.get("/admin/").status_code == 200, "this one ends by signing out"
    assert OfficerSession.objects.count() == 2


def test_a_session_is_written_down_once_in_a_while(malee, django_assert_num_queries):
    client = desk_of(malee)
    with django_assert_num_queries(2):
        client.get("/admin/jsi18n/")
    Session.objects.all().delete()
    assert desk_of(malee).get(ACCOUNT).context["places"][0].is_this


def test_a_new_password_ends_other_sessions_and_is_told(malee, mailoutbox):
    here, other = desk_of(malee), desk_of(malee)
    boxes = {"old_password": PASSWORD, "new_password1": ANOTHER, "new_password2": ANOTHER}
    assert here.post("/admin/password_change/", boxes).status_code == 302
    assert here.get("/admin/").status_code == 200 and other.get("/admin/").status_code == 302
    assert "มีการเปลี่ยนรหัสผ่าน" in mailoutbox[0].body and mailoutbox[0].to == ["malee@example.go.th"]
    here.get(ACCOUNT)
    assert len(here.get(ACCOUNT).context["places"]) == 1


def test_the_last_factor_of_who_needs_one_stays(malee):
    factor = Authenticator.objects.get(type="totp")
    path = f"/admin/account/factors/{factor.pk}/remove/"
    desk = desk_of(malee)
    assert "เหลือวิธียืนยันขั้นที่สองวิธีนี้วิธีเดียว" in desk.get(path).content.decode()
    desk.post(path, {"password": PASSWORD})
    assert Authenticator.objects.filter(pk=factor.pk).exists()


def test_a_factor_is_removed_with_the_password_and_ends_other_sessions(mailoutbox):
    editor = with_a_password("editor", group=EDITORS, email="editor@example.go.th")
    with_app(editor)
    here, other = desk_of(editor), desk_of(editor)
    path = f"/admin/account/factors/{Authenticator.objects.get(type='totp').pk}/remove/"
    assert "รหัสผ่านไม่ถูกต้อง" in here.post(path, {"password": "wrong"}).content.decode()
    assert here.post(path, {"password": PASSWORD})["Location"] == ACCOUNT
    assert not Authenticator.objects.exists(), "recovery codes go with the last one"
    assert other.get("/admin/").status_code == 302 and here.get("/admin/").status_code == 200
    assert "นำวิธียืนยันขั้นที่สองออก" in mailoutbox[0].body


def test_nobody_removes_the_factor_of_somebody_else(malee):
    desk = desk_of(with_a_password("editor", group=EDITORS))
    for key in Authenticator.objects.values_list("pk", flat=True):
        assert desk.post(f"/admin/account/factors/{key}/remove/", {"password": PASSWORD}).status_code == 404
    assert Authenticator.objects.count() == 2


def test_new_recovery_codes_need_the_password_and_end_the_earlier_ones(malee):
    before, desk = unused_codes(malee), desk_of(malee)
    assert desk.get(CODES).context["codes"] == []
    assert desk.post(CODES, {"password": "wrong"}).status_code == 200 and unused_codes(malee) == before
    assert desk.post(CODES, {"password": PASSWORD})["Location"] == CODES
    shown = desk.get(CODES).context["codes"]
    assert len(shown) == 10 and not set(shown) & set(before)
    assert halfway_in(malee).post("/admin/second-factor/", {"code": before[0]}).status_code == 200
    assert halfway_in(malee).post("/admin/second-factor/", {"code": shown[0]}).status_code == 302


def test_another_app_takes_the_place_of_the_first_and_asks_for_the_password(malee):
    desk = desk_of(malee)
    desk.get(APP)
    code = code_of(desk.session["new_app_secret"])
    assert desk.post(APP, {"code": code}).status_code == 200
    assert desk.post(APP, {"code": code, "password": PASSWORD})["Location"] == ACCOUNT
    assert Authenticator.objects.filter(type="totp").count() == 1
    assert desk.get("/admin/").status_code == 200


def test_an_editor_may_add_one_and_is_shown_the_recovery_codes():
    editor = with_a_password("editor", group=EDITORS)
    desk = halfway_in(editor)
    assert "ขณะนี้ระบบถามเพียงรหัสผ่าน" in desk.get(ACCOUNT).content.decode()
    assert desk.get(CODES)["Location"] == ACCOUNT
    desk.get(APP)
    code = code_of(desk.session["new_app_secret"])
    assert desk.post(APP, {"code": code, "password": PASSWORD})["Location"] == CODES
    assert desk.get(CODES).context["codes"] and desk.get("/admin/").status_code == 200


def test_a_secret_of_another_key_is_told_in_the_log_and_lets_nobody_in(malee, settings, caplog):
    codes = unused_codes(malee)
    settings.SECRET_KEY = "another"
    client = halfway_in(malee)
    assert client.post("/admin/second-factor/", {"code": codes[0]}).status_code == 200
    assert "another SECRET_KEY" in caplog.text and unused_codes(malee) == []
    assert desk_of(malee).get(ACCOUNT).status_code == 200


def test_where_officers_work_changes_no_public_page(malee):
    """The marks of kept pages stay as they are, whatever links are made and sessions noted."""
    before = set(ContentVersion.objects.values_list("app", "mark"))
    desk_of(malee)
    make_link(malee)
    assert OfficerSession.objects.exists() and set(ContentVersion.objects.values_list("app", "mark")) == before
