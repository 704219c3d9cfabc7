"""Mails about accounts, in Thai: links by which a password is chosen, and what was changed."""

import logging
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.operations.outgoing import later, mail_is_set_up
from iad_portal.office.models import EntryLink

logger = logging.getLogger(__name__)
CHANGES = {
    "added": gettext_noop("A second factor was added to your account."),
    "removed": gettext_noop("A second factor of your account was removed."),
    "taken": gettext_noop("An administrator has taken the second factors of your account away."),
    "codes": gettext_noop("New recovery codes were made for your account; the earlier ones work no more."),
    "password": gettext_noop("The password of your account was changed."),
}


def send_link(link: EntryLink, address: str, *, is_invitation: bool) -> bool:
    """Mail the `address` of `link` to where it says; false when that did not work."""
    name = "invitation" if is_invitation else "reset"
    with translation.override("th"):
        subject = _("Your account at the officers’ desk") if is_invitation else _("Choose a new password")
        until = format_moment(link.expires_at, "th")
        return _send(link.user, link.mailed_to, subject, name, {"address": address, "until": until})


def tell_of_change(user: AbstractBaseUser, what: str) -> None:
    """Tell `user`, who may not have done it, `what` (of CHANGES) was changed. Nothing waits for the mail."""
    to = getattr(user, "email", "")
    if mail_is_set_up() and to:
        later(lambda: _tell(user, to, what))


def _tell(user: AbstractBaseUser, to: str, what: str) -> None:
    with translation.override("th"):
        _send(user, to, _("Your account was changed"), "account_changed", {"what": _(CHANGES[what])})


def _send(user: Any, to: str, subject: str, template: str, shown: dict[str, Any]) -> bool:
    name = user.get_full_name() or user.get_username()
    body = render_to_string(
        f"portal/mail/{template}.txt",
        {"name": name, "user_name": user.get_username(), "site": settings.SITE_URL} | shown,
    )
    try:
        EmailMessage(subject, body, to=[to]).send()
    except Exception:  # whatever the mail's way out raises
        logger.exception("A mail about the account %s could not be sent", user)
        return False
    return True
