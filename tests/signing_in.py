"""How tests sign in past the pages for it: by half, with the password alone, or whole."""

from django.test import Client

from iad_portal.office.accounts.standing import PASSED

with_password_alone = Client.force_login


def force_login_whole(client: Client, user, backend=None) -> None:
    """In place of `Client.force_login`: the session has passed a second factor, whether or not the user has one."""
    with_password_alone(client, user, backend)
    session = client.session
    session[PASSED] = "2026-01-01T00:00:00+00:00"
    session.save()
