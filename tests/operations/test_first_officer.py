"""The first officer's account: made once, its password shown once."""

import re
from io import StringIO

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def said():
    out = StringIO()
    call_command("ensure_first_officer", stdout=out)
    return out.getvalue()


def test_the_password_that_is_shown_signs_in_to_everything():
    text = said()
    password = re.search(r"password / รหัสผ่าน +(\S+)", text)[1]
    user = authenticate(username="officer", password=password)
    assert user.is_superuser and user.is_staff
    assert len(password) >= 20


def test_a_second_time_nothing_is_made_or_shown():
    said()
    assert said() == ""
    assert get_user_model().objects.count() == 1


def test_where_any_account_is_none_is_added():
    get_user_model().objects.create(username="somchai")
    assert said() == ""
