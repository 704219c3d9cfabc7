"""Helpers for the tests of accounts: browsers that have shown a password alone, and codes as an app shows them."""

import time

from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.models import User
from django.test import Client

from iad_portal.office.accounts.factors import new_recovery_codes, unused_codes
from tests.signing_in import with_password_alone

from .desk import officer

PASSWORD = "จดหมายจากบางกอก-42"
ANOTHER = "ฝนตกแดดออก-นกกระจอก"


def with_a_password(*args, **kwargs) -> User:
    """officer(...) who signs in with PASSWORD."""
    user = officer(*args, **kwargs)
    user.set_password(PASSWORD)
    user.save()
    return user


def halfway_in(user: User) -> Client:
    """A browser in which `user` has shown the password and nothing else."""
    client = Client()
    with_password_alone(client, user)
    return client


def with_app(user: User) -> str:
    """Give `user` an app and recovery codes; the app's secret."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    new_recovery_codes(user)
    return secret


def code_of(secret: str, periods: int = 0) -> str:
    """What the app shows now, or so many half minutes from now."""
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + periods))


def wrong_code(secret: str) -> str:
    """Six digits that the app shows at no moment that counts as now."""
    shown = {code_of(secret, periods) for periods in range(-2, 4)}
    return next(
        code for code in ("000000", "111111", "222222", "333333", "444444", "555555", "666666") if code not in shown
    )


def recovery_code(user: User) -> str:
    """One that was not used yet."""
    return unused_codes(user)[0]
