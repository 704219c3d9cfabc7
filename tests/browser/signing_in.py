"""Signing in: through the pages, as officers do (the password, then a code), or with the cookie of a session."""

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.test import Client

from iad_portal.office.accounts.factors import new_recovery_codes, unused_codes
from iad_portal.office.accounts.standing import must_have_factor

OFFICERS_PASSWORD = "a-long-password-for-tests"


def with_password(user):
    """`user` with a password, and with a second factor where the rights ask for one."""
    user.set_password(OFFICERS_PASSWORD)
    user.save()
    if must_have_factor(user):
        TOTP.activate(user, generate_totp_secret())
        new_recovery_codes(user)
    return user


def type_in(page, user):
    """On the page for signing in: the password, and one of the recovery codes if one is asked for."""
    page.fill("#id_username", user.get_username())
    page.fill("#id_password", OFFICERS_PASSWORD)
    page.click("#login-form input[type=submit]")
    if must_have_factor(user):
        page.fill("#id_code", unused_codes(user)[0])
        page.click("button.entry__main:not(.passkey *)")
    page.wait_for_selector("#user-tools")


def let_in(page, root, user):
    """The browser of `page` has the session of `user`, who has shown both factors, at the portal at `root`."""
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": root}])
    page.root = root
