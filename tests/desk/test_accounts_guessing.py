"""Codes, recovery codes, links and questions for links are guessed no more often than passwords, over all workers."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from iad_portal.office.groups import PUBLISHERS
from iad_portal.office.models import SignInTry

from .accounts import code_of, halfway_in, recovery_code, with_a_password, with_app, wrong_code

pytestmark = pytest.mark.django_db
SECOND = "/admin/second-factor/"
OFFICE = "203.0.113.5"


def guess(user, code, sender=OFFICE):
    """The answer to one code, from a browser of its own that a worker of its own serves: no cache is shared."""
    caches["default"].clear()
    client = halfway_in(user)
    return client.post(SECOND, {"code": code}, REMOTE_ADDR=sender)


def test_the_sixth_wrong_code_waits_also_for_the_right_one():
    malee = with_a_password("malee", group=PUBLISHERS)
    secret = with_app(malee)
    assert [guess(malee, wrong_code(secret)).status_code for _ in range(6)] == [200] * 5 + [429]
    held = guess(malee, code_of(secret))
    assert held.status_code == 429 and 0 < int(held["Retry-After"]) <= 900 and "กรุณารอ 15 นาที" in held.content.decode()
    assert guess(malee, recovery_code(malee)).status_code == 429
    SignInTry.objects.update(at=timezone.now() - timedelta(minutes=15))
    assert guess(malee, code_of(secret)).status_code == 302


def test_of_31_wrong_codes_from_everywhere_the_last_is_held_back():
    malee = with_a_password("malee", group=PUBLISHERS)
    secret = with_app(malee)
    codes = [guess(malee, wrong_code(secret), f"198.51.100.{number}").status_code for number in range(31)]
    assert codes == [200] * 30 + [429]


def test_wrong_codes_do_not_lock_the_password_nor_a_right_password_the_codes():
    """Who knows the password starts no new count of codes with it."""
    malee = with_a_password("malee", group=PUBLISHERS)
    secret = with_app(malee)
    for _ in range(5):
        guess(malee, wrong_code(secret))
    signed = Client(REMOTE_ADDR=OFFICE).post("/admin/login/", {"username": "malee", "password": "จดหมายจากบางกอก-42"})
    assert signed.status_code == 302
    assert guess(malee, code_of(secret)).status_code == 429


def test_questions_for_a_link_are_counted(mailoutbox):
    asked = [Client(REMOTE_ADDR=OFFICE).post("/admin/forgotten/", {"name": "malee"}).status_code for _ in range(6)]
    assert asked == [200] * 5 + [429]
    other = [Client(REMOTE_ADDR=OFFICE).post("/admin/forgotten/", {"name": f"m{n}"}).status_code for n in range(26)]
    assert other[-1] == 429


def test_words_of_links_are_counted_by_their_sender():
    guessed = [Client(REMOTE_ADDR=OFFICE).get(f"/admin/enter/{number}/").status_code for number in range(31)]
    assert guessed == [404] * 30 + [429]


def test_passwords_typed_in_the_own_account_count_as_tries_to_sign_in():
    malee = with_a_password("malee", group=PUBLISHERS)
    with_app(malee)
    desk = Client(REMOTE_ADDR=OFFICE)
    desk.force_login(malee)
    codes = [desk.post("/admin/account/codes/", {"password": "wrong"}).status_code for _ in range(6)]
    assert codes == [200] * 5 + [429]
    assert Client(REMOTE_ADDR=OFFICE).post("/admin/login/", {"username": "malee", "password": "x"}).status_code == 429


TABLE = """
import django
django.setup()
from django.db import connection
from iad_portal.office.models import SignInTry
with connection.schema_editor() as tables:
    tables.create_model(SignInTry)
"""
COUNTING = """
import django, sys
django.setup()
from django.test import RequestFactory
from iad_portal.office.accounts.tries import HeldBack, begin_try
held = 0
for number in range(int(sys.argv[1]), int(sys.argv[2])):
    try:
        begin_try("second factor 7", RequestFactory().get("/", REMOTE_ADDR=f"198.51.100.{number}"))
    except HeldBack:
        held += 1
print(held)
"""


def test_two_processes_count_in_one_database(tmp_path):
    """31 wrong ones, 16 by one and 15 by the other, each with a cache of its own."""
    around = os.environ | {
        "DJANGO_SETTINGS_MODULE": "iad_portal.settings", "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "PORTAL_HOME": str(tmp_path), "SECRET_KEY": "x",
    }  # fmt: skip
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", TABLE], cwd=root, env=around, check=True)
    run = [
        subprocess.Popen([sys.executable, "-c", COUNTING, first, last], cwd=root, env=around, stdout=subprocess.PIPE)
        for first, last in (("0", "16"), ("16", "31"))
    ]
    assert sum(int(process.communicate()[0]) for process in run) == 1
