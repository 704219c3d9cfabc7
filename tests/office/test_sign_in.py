"""Guessing passwords is counted by account and by address, told, and stops nobody who has the right one."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from iad_portal.office.groups import EDITORS
from iad_portal.office.models import FirstPassword, SignInTry

from ..desk.accounts import code_of
from ..desk.desk import desk_url, officer

pytestmark = pytest.mark.django_db
RIGHT, WRONG = "จดหมายจากบางกอก-42", "wrong-but-long-enough"
OFFICE, ELSEWHERE = "203.0.113.5", "198.51.100.7"


@pytest.fixture
def officers():
    for name in ("malee", "somchai"):
        user = officer(name, group=EDITORS)
        user.set_password(RIGHT)
        user.save()


def try_in(name, password=WRONG, sender=OFFICE, language="th"):
    browser = Client(REMOTE_ADDR=sender)
    browser.cookies["portal_admin_language"] = language
    return browser.post("/admin/login/?next=/admin/", {"username": name, "password": password})


def codes(name, times, **where):
    return [try_in(name, **where).status_code for _ in range(times)]


def later(**time):
    SignInTry.objects.update(at=timezone.now() - timedelta(**time))


def test_the_sixth_wrong_password_waits_and_is_told_how_long(officers):
    assert codes("malee", 6) == [200] * 5 + [429]
    held = try_in("malee", RIGHT)
    assert held.status_code == 429 and 0 < int(held["Retry-After"]) <= 900 and not held.cookies.get("portal_session")
    assert "กรุณารอ 15 นาที" in held.content.decode()
    assert "Wait 15 minutes" in try_in("malee", language="en").content.decode()
    later(minutes=15)
    assert try_in("malee", RIGHT).status_code == 302


def test_a_slip_locks_nobody_and_is_forgotten(officers):
    for _ in range(4):
        assert codes("malee", 4) == [200] * 4 and try_in("malee", RIGHT).status_code == 302
    assert SignInTry.objects.count() == 1


def test_colleagues_behind_one_address_are_not_refused_because_of_one(officers):
    """Not for one account's wrong passwords, and not for a whole list of them where one has signed in before."""
    assert codes("malee", 9)[-1] == 429 and try_in("somchai", RIGHT).status_code == 302
    assert [try_in(f"guess{number}").status_code for number in range(40)][-1] == 429, (
        "the address, whatever the account"
    )
    assert try_in("somchai", RIGHT).status_code == 302
    assert try_in("somchai", RIGHT, sender=ELSEWHERE).status_code == 302


def test_an_account_is_counted_wherever_it_is_guessed_from_but_its_officer_gets_in(officers):
    assert try_in("malee", RIGHT).status_code == 302
    guessed = [try_in("malee", sender=f"198.51.100.{number}").status_code for number in range(40)]
    assert guessed == [200] * 30 + [429] * 10
    assert try_in("malee", RIGHT).status_code == 302
    later(hours=1)
    assert try_in("malee", sender="198.51.100.99").status_code == 200


def test_names_that_differ_in_letters_case_are_one(officers):
    assert [try_in(name).status_code for name in ("malee", "Malee", "MALEE", " malee", "malee ", "maLee")][-1] == 429


def test_each_wrong_password_is_one_line_without_it(officers, caplog):
    try_in("malee")
    assert [record.getMessage() for record in caplog.records if record.name == "iad_portal.sign_in"] == [
        f"Wrong password for malee from {OFFICE}"
    ]
    caplog.clear()
    try_in("my-secret-in-the-wrong-box\nline", WRONG)
    codes("malee", 5)
    assert WRONG not in caplog.text and "my-secret" not in caplog.text and "an unknown account" in caplog.text
    assert (
        "malee" not in str(list(SignInTry.objects.values_list("account", "sender"))) and OFFICE not in caplog.text[:0]
    )


def test_what_was_counted_is_not_kept_for_long(officers):
    codes("malee", 2)
    later(days=2)
    try_in("somchai", RIGHT)
    assert SignInTry.objects.count() == 1
    later(days=31)
    try_in("malee")
    assert SignInTry.objects.count() == 1


def change(browser, old, new):
    return browser.post("/admin/password_change/", {"old_password": old, "new_password1": new, "new_password2": new})


def test_a_password_from_somebody_else_is_changed_before_anything(officers):
    """The first officer's is such a one."""
    FirstPassword.objects.create(user=User.objects.get(username="malee"))
    browser = Client()
    assert browser.post("/admin/login/", {"username": "malee", "password": RIGHT}).status_code == 302
    for address in ("/admin/", desk_url(User), desk_url(User, "add"), "/admin/nothing/"):
        for answer in (browser.get(address), browser.post(address)):
            assert answer.get("Location") == "/admin/password_change/", address
    page = browser.get("/admin/password_change/").content.decode()
    assert "ตั้งรหัสผ่านของท่านเอง" in page and browser.get("/th/").status_code == 200
    assert change(browser, RIGHT, RIGHT).status_code == 200, "the same one is none of one's own"
    assert browser.get("/admin/").status_code == 302
    assert change(browser, RIGHT, "ฝนตกแดดออก-นกกระจอก").status_code == 302
    assert browser.get("/admin/").status_code == 200 and not FirstPassword.objects.exists()


def test_the_first_officer_adds_a_second_factor_and_then_changes_the_password():
    """What a stranger does after the first `make run`."""
    out = StringIO()
    call_command("ensure_first_officer", stdout=out)
    password = re.search(r"password / รหัสผ่าน +(\S+)", out.getvalue())[1]
    browser = Client()
    led = browser.post("/admin/login/", {"username": "officer", "password": password, "next": "/admin/"}, follow=True)
    assert led.redirect_chain[-1][0].startswith("/admin/account/app/")
    added = browser.post("/admin/account/app/", {"code": code_of(browser.session["new_app_secret"])}, follow=True)
    assert added.redirect_chain[-1][0] == "/admin/account/codes/" and added.context["codes"]
    on = browser.post("/admin/account/codes/", {"kept": "1"}, follow=True)
    assert on.redirect_chain[-1][0] == "/admin/password_change/"
    assert change(browser, password, "ฝนตกแดดออก-นกกระจอก").status_code == 302
    assert browser.get("/admin/").status_code == 200
