"""Signing in through the pages, as officers do: the password, then a code."""

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

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
