"""The pages of the second factor: it is asked for, an app or a passkey is added, and a passkey signs in by itself."""

import re
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth import login
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from iad_portal.office.accounts import factors
from iad_portal.office.accounts.letters import tell_of_change
from iad_portal.office.accounts.standing import factors_of, let_in
from iad_portal.office.accounts.tries import CountedForm, told_to_wait

from .account_pages import for_who_may_add_a_factor, for_who_owes_a_factor, onward, page, with_aim
from .own_password import OwnPasswordForm

# In the session: the recovery codes were made just now, and may be read.
SHOW_CODES = "show_recovery_codes"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def code_box(label: Any, **attrs: Any) -> forms.CharField:
    """A box for a code, which the telephone's keyboard and the browser's memory know as such."""
    about = {"autocomplete": "one-time-code", "autocapitalize": "off", "spellcheck": "false", **attrs}
    return forms.CharField(label=label, max_length=40, strip=True, widget=forms.TextInput(attrs=about))


class CodeForm(CountedForm, forms.Form):
    """A code of the app, or a recovery code, of `officer`."""

    code = code_box(gettext_lazy("Code"), autofocus=True)

    def __init__(self, request: HttpRequest, officer: AbstractBaseUser, *args: Any):
        self.request, self.officer = request, officer
        super().__init__(*args)

    def clean_code(self) -> Any:
        """The factor that was proved."""
        name = f"Second factor of {self.officer.get_username()}"
        own = self.begin_try(f"second factor {self.officer.pk}", self.request, told_as=name)
        factor = factors.prove_code(self.officer, self.cleaned_data["code"])
        if factor is None:
            raise ValidationError(
                _(
                    "This code is not right. Type the code that the app shows now, or a recovery code that was not "
                    "used; each code works once."
                ),
                code="wrong_code",
            )
        own.prove_right()
        return factor


class PasskeyForm(forms.Form):
    """What the browser has made or proved with a passkey."""

    credential = forms.JSONField(widget=forms.HiddenInput)


class NewPasskeyForm(OwnPasswordForm, PasskeyForm):
    """A passkey under the name by which its owner knows it."""

    name = forms.CharField(label=gettext_lazy("Name of this passkey"), max_length=60)
    field_order = ["name", "password", "credential"]


class NewAppForm(OwnPasswordForm):
    """The first code of the app that is being added."""

    code = code_box(gettext_lazy("Code that the app shows"), inputmode="numeric")


def _refused_passkey() -> str:
    return _("The passkey did not work. Try again, or use another way.")


@for_who_owes_a_factor
def asked(request: HttpRequest, officer: AbstractBaseUser) -> HttpResponse:
    """Ask for a code or a passkey of `officer`, who has shown the password, and let in whoever shows one."""
    if "options" in request.GET:
        return JsonResponse(factors.options_to_prove(officer))
    form = CodeForm(request, officer, request.POST if "code" in request.POST else None)
    if request.method == "POST" and "credential" in request.POST:
        if _proves(officer, request) is not None:
            let_in(request, officer)
            return onward(request)
        messages.error(request, _refused_passkey())
    elif form.is_valid():
        let_in(request, officer)
        if form.cleaned_data["code"].type == factors.Type.RECOVERY_CODES:
            _tell_of_codes_left(request, officer)
        return onward(request)
    has_passkey = any(factor.type == factors.Type.WEBAUTHN for factor in factors_of(officer))
    shown = page(
        request, "admin/second_factor.html", _("Second step"), form=form, officer=officer, has_passkey=has_passkey
    )
    return told_to_wait(shown, form)


def _proves(officer: AbstractBaseUser | None, request: HttpRequest) -> Any:
    """The passkey that `request` proves, of `officer` or of whoever it says; None when it proves none."""
    form = PasskeyForm(request.POST)
    try:
        return factors.prove_passkey(officer, form.cleaned_data["credential"]) if form.is_valid() else None
    except factors.Refused:
        return None


def _tell_of_codes_left(request: HttpRequest, officer: AbstractBaseUser) -> None:
    left = len(factors.unused_codes(officer))
    text = _("You signed in with a recovery code; %(left)d are left. New ones are made on the page of your account.")
    messages.warning(request, text % {"left": left})


@never_cache
def signed_in_by_passkey(request: HttpRequest) -> HttpResponse:
    """Sign in with a passkey alone, which has asked its owner for finger, face or PIN."""
    if "options" in request.GET:
        return JsonResponse(factors.options_to_prove(None))
    factor = _proves(None, request) if request.method == "POST" else None
    if factor is None or not (factor.user.is_active and factor.user.is_staff):
        if request.method == "POST":
            messages.error(request, _refused_passkey())
        return HttpResponseRedirect(with_aim("login", request.POST.get("next", "")))
    login(request, factor.user, backend=BACKEND)
    let_in(request, factor.user)
    return onward(request)


@for_who_may_add_a_factor
def app(request: HttpRequest, officer: AbstractBaseUser) -> HttpResponse:
    """Add an app that shows codes: its picture and secret, and the first code as the proof that it works."""
    form = NewAppForm(request, request.POST or None)
    if form.is_valid():
        if factors.add_app(request, officer, form.cleaned_data["code"]):
            return _added(request, officer)
        form.add_error(
            "code", _("This is not the code of this app. Wait for the next one, and look at the telephone’s clock.")
        )
    secret = factors.new_secret(request)
    shown = page(
        request, "admin/account_app.html", _("Add an authenticator app"), form=form, officer=officer,
        picture=factors.picture_of(officer, secret), secret=" ".join(re.findall("....", secret)),
        is_required=not admin.site.has_permission(request),
        other=with_aim("account_passkey", request.GET.get("next", "")),
    )  # fmt: skip
    return told_to_wait(shown, form)


@for_who_may_add_a_factor
def passkey(request: HttpRequest, officer: AbstractBaseUser) -> HttpResponse:
    """Add a passkey: the browser makes it, its owner names it."""
    if "options" in request.GET:
        return JsonResponse(factors.options_to_add(officer))
    form = NewPasskeyForm(request, request.POST or None)
    if form.is_valid():
        try:
            factors.add_passkey(officer, form.cleaned_data["name"], form.cleaned_data["credential"])
        except factors.Refused:
            form.add_error(None, _("The passkey was not added. Try again, or add an authenticator app."))
        else:
            return _added(request, officer)
    shown = page(
        request, "admin/account_passkey.html", _("Add a passkey"), form=form, officer=officer,
        is_required=not admin.site.has_permission(request), other=with_aim("account_app", request.GET.get("next", "")),
    )  # fmt: skip
    return told_to_wait(shown, form)


def _added(request: HttpRequest, officer: AbstractBaseUser) -> HttpResponse:
    """A factor is there: its owner is let in, and with the first one is shown the recovery codes."""
    let_in(request, officer)
    tell_of_change(officer, "added")
    messages.success(request, _("Added. From the next sign-in on it is asked for after the password."))
    if factors.recovery_of(officer) is None:
        factors.new_recovery_codes(officer)
        request.session[SHOW_CODES] = True
        return HttpResponseRedirect(with_aim("account_codes", request.POST.get("next", "")))
    return HttpResponseRedirect(with_aim("account", ""))
