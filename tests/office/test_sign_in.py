"""Guessing passwords is counted by account and by address, told, and stops nobody who has the right one."""

from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from iad_portal.office.models import FirstPassword, SignInTry

from ..desk.desk import as_sent, desk_url, officer, signed_in

pytestmark = pytest.mark.django_db
RIGHT, WRONG = "จดหมายจากบางกอก-42", "wrong-but-long-enough"
OFFICE, ELSEWHERE = "203.0.113.5", "198.51.100.7"


@pytest.fixture
def officers():
    for name in ("malee", "somchai"):
        officer(name).set_password(RIGHT)
        user = User.objects.get(username=name)
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
    """The first officer's, a new officer's, and one that an administrator has set."""
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


def test_every_way_to_give_somebody_a_password_makes_it_a_first_one():
    desk = signed_in("chief")
    data = as_sent(desk.get(desk_url(User, "add")), User) | {"username": "new", "password1": RIGHT, "password2": RIGHT}
    assert desk.post(desk_url(User, "add"), data).status_code == 302
    new = User.objects.get(username="new")
    assert FirstPassword.objects.get().user == new
    FirstPassword.objects.all().delete()
    other = {"usable_password": "true", "password1": RIGHT + "x", "password2": RIGHT + "x"}
    assert desk.post(f"/admin/auth/user/{new.pk}/password/", other).status_code == 302
    assert FirstPassword.objects.get().user == new and authenticate(username="new", password=RIGHT + "x")
    chief = User.objects.get(username="chief")
    desk.post(f"/admin/auth/user/{chief.pk}/password/", other)
    assert FirstPassword.objects.count() == 1, "one's own is not"
