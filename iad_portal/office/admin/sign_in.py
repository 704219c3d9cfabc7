"""Signing in to the desk: wrong passwords are counted and told, and a password from somebody else is changed first."""

import logging

from django.contrib import admin, messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in
from django.core.exceptions import ValidationError
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.operations.throttle import sender_of
from iad_portal.office.accounts import letters, links, sessions
from iad_portal.office.accounts.standing import hold_back
from iad_portal.office.accounts.tries import CountedForm
from iad_portal.office.models import FirstPassword
from iad_portal.office.models.sign_in import FIRST_PASSWORD

from . import entering, second_factor
from .account_pages import next_step
from .own_account import own_pages
from .own_calendar import calendar_pages

logger = logging.getLogger("iad_portal.sign_in")


class SignInForm(CountedForm, AdminAuthenticationForm):
    """The stock form, which asks first whether this account may be tried from here now."""

    def clean(self):
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not name or not password:
            return super().clean()
        own = self.begin_try(name, self.request, told_as=f"Sign-in of {known_name(name)}")
        try:
            cleaned = super().clean()
        except ValidationError:
            logger.warning("Wrong password for %s from %s", known_name(name), sender_of(self.request))
            raise
        own.prove_right()
        return cleaned


def known_name(typed: str) -> str:
    """The account's name for the log. What is no name of an account is not told: people type passwords there."""
    return typed if get_user_model().objects.filter(username=typed).exists() else "an unknown account"


@receiver(user_logged_in, dispatch_uid="portal-first-password")
def remember_first_password(request, user, **_kwargs) -> None:
    """Note in the session, once, that the password is somebody else's: the desk need not ask at each request."""
    if FirstPassword.objects.filter(user=user).exists():
        request.session[FIRST_PASSWORD] = True
        text = _("This password was chosen by somebody else. Choose one of your own before you go on.")
        messages.warning(request, text, fail_silently=True)


@receiver(user_logged_in, dispatch_uid="portal-second-factor")
def hold_back_who_owes(request, user, **_kwargs) -> None:
    """The password was right: what is left of this request is no officer's yet where a second factor is owed."""
    request.user = hold_back(request, user)


def password_changed(request) -> None:
    """The officer has just chosen a password: nobody else's session or link goes on with the account."""
    FirstPassword.objects.filter(user=request.user).delete()
    request.session.pop(FIRST_PASSWORD, None)
    sessions.end(request.user, but=request.session.session_key)
    links.withdraw_links(request.user)
    letters.tell_of_change(request.user, "password")


admin.site.login_form = SignInForm
admin.site.password_changed = password_changed
admin.site.next_step = next_step
admin.site.sign_in_words = lambda: {"has_mail": letters.mail_is_set_up()}
admin.site.account_pages = [
    *own_pages(),
    *calendar_pages(),
    ("account/app/", second_factor.app, "account_app"),
    ("account/passkey/", second_factor.passkey, "account_passkey"),
    ("second-factor/", second_factor.asked, "second_factor"),
    ("passkey/", second_factor.signed_in_by_passkey, "passkey"),
    ("forgotten/", entering.forgotten, "forgotten"),
    ("enter/<str:words>/", entering.enter, "enter"),
]
