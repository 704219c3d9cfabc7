"""Signing in to the desk: wrong passwords are counted and told, and a password from somebody else is changed first."""

import logging

from django.contrib import admin, messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in
from django.core.exceptions import ValidationError
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from iad_portal.lib.operations.throttle import sender_of
from iad_portal.office.models import FirstPassword, SignInTry
from iad_portal.office.models.sign_in import FIRST_PASSWORD

logger = logging.getLogger("iad_portal.sign_in")


class SignInForm(AdminAuthenticationForm):
    """The stock form, which asks first whether this account may be tried from here now."""

    seconds_to_wait = 0

    def clean(self):
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not name or not password:
            return super().clean()
        sender = sender_of(self.request)
        own = SignInTry.objects.begin(name, sender)
        self.seconds_to_wait = SignInTry.objects.seconds_to_wait(own)
        if self.seconds_to_wait:
            own.delete()
            logger.warning("Sign-in of %s from %s held back: too many wrong passwords", known_name(name), sender)
            raise ValidationError(self._sentence(), code="too_many")
        try:
            cleaned = super().clean()
        except ValidationError:
            logger.warning("Wrong password for %s from %s", known_name(name), sender)
            raise
        own.prove_right()
        return cleaned

    def _sentence(self) -> str:
        minutes = -(-self.seconds_to_wait // 60)
        return ngettext(
            "Too many wrong passwords. Wait %(minutes)d minute, then try again. "
            "If the password is forgotten, an administrator can set a new one.",
            "Too many wrong passwords. Wait %(minutes)d minutes, then try again. "
            "If the password is forgotten, an administrator can set a new one.",
            minutes,
        ) % {"minutes": minutes}


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


def forget_first_password(request) -> None:
    """The officer has just chosen a password."""
    FirstPassword.objects.filter(user=request.user).delete()
    request.session.pop(FIRST_PASSWORD, None)


admin.site.login_form = SignInForm
admin.site.password_changed = forget_first_password
