"""Pages for who has no password, or none any more: a one-time link is opened, or asked for by mail."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.forms import SetPasswordForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from iad_portal.office.accounts import letters, links, sessions
from iad_portal.office.accounts.tries import CountedForm, HeldBack, begin_try, told_to_wait
from iad_portal.office.models import EntryLink, FirstPassword
from iad_portal.office.models.entry_link import LinkState

from .account_pages import page
from .second_factor import BACKEND

# Whoever asks again sooner has a link on the way.
ON_THE_WAY = timedelta(minutes=5)


class ForgottenForm(CountedForm, forms.Form):
    """Whose password is forgotten."""

    name = forms.CharField(
        label=gettext_lazy("User name or e-mail"), max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True, "autocapitalize": "off"}),
    )  # fmt: skip

    def __init__(self, request: HttpRequest, *args: Any):
        self.request = request
        super().__init__(*args)

    def clean_name(self) -> str:
        """Every question counts as a wrong try: there is no right one."""
        typed = str(self.cleaned_data["name"])
        self.begin_try(f"forgotten {typed}", self.request, told_as="A link for a forgotten password")
        return typed


@never_cache
def forgotten(request: HttpRequest) -> HttpResponse:
    """Mail a link to whoever has forgotten the password. The answer is the same where there is no such officer."""
    if not letters.mail_is_set_up():
        raise Http404
    form = ForgottenForm(request, request.POST or None)
    if form.is_valid():
        typed = form.cleaned_data["name"]
        letters.later(lambda: _mail_link(typed))
        return page(request, "admin/forgotten_sent.html", _("Look into your mail"), hours=links.HOURS)
    return told_to_wait(page(request, "admin/forgotten.html", _("Forgotten password"), form=form), form)


def _mail_link(typed: str) -> None:
    officer = links.user_named(typed)
    if officer is None or not officer.email:
        return
    if links.live_links(officer).filter(made_at__gt=timezone.now() - ON_THE_WAY).exclude(mailed_to="").exists():
        return
    link, address = links.make_link(officer, mailed_to=officer.email, holds=timedelta(hours=links.HOURS))
    letters.send_link(link, address, is_invitation=False)


@sensitive_post_parameters()
@never_cache
def enter(request: HttpRequest, words: str) -> HttpResponse:
    """Let whoever has a link choose a password, and go on to the desk. A link that lets nobody in any more says why."""
    link = links.find_link(words)
    if link is None:
        return _unknown(request, words)
    if link.state != LinkState.LIVE:
        return _gone(request, link)
    form = SetPasswordForm(link.user, request.POST or None)
    if form.is_valid():
        if not links.use_link(link):
            link.refresh_from_db()
            return _gone(request, link)
        return _entered(request, form)
    title = _("Choose a new password") if link.user.has_usable_password() else _("Choose your password")
    return page(request, "admin/enter.html", title, form=form, officer=link.user)


def _unknown(request: HttpRequest, words: str) -> HttpResponse:
    """No link has these words: to guess them is counted as guessing passwords is."""
    sentence = _("There is no such link: look whether every letter of it was copied.") + " " + _ask_again()
    status, seconds = 404, 0
    try:
        begin_try(f"entry link {words}", request, told_as="A one-time link")
    except HeldBack as held:
        sentence, status, seconds = held.messages[0], 429, held.seconds
    shown = page(request, "admin/link_gone.html", _("This link cannot be used"), sentence=sentence)
    shown.status_code = status
    if seconds:
        shown["Retry-After"] = seconds
    return shown


def _ask_again() -> str:
    return _("Ask an administrator of the portal for a new one.")


def _gone(request: HttpRequest, link: EntryLink) -> HttpResponse:
    sentences = {
        LinkState.USED: _("This link was used already. Sign in with the password that was chosen then."),
        LinkState.EXPIRED: _("This link has expired.") + " " + _ask_again(),
        LinkState.WITHDRAWN: _("This link was withdrawn.") + " " + _ask_again(),
    }
    shown = page(request, "admin/link_gone.html", _("This link cannot be used"), sentence=sentences[link.state])
    shown.status_code = 410
    return shown


def _entered(request: HttpRequest, form: Any) -> HttpResponse:
    """The password is chosen: its officer is signed in, and asked for a second factor where one is needed."""
    officer = form.save()
    FirstPassword.objects.filter(user=officer).delete()
    links.withdraw_links(officer)
    sessions.end(officer)
    letters.tell_of_change(officer, "password")
    login(request, officer, backend=BACKEND)
    messages.success(request, _("Your password is set."))
    return HttpResponseRedirect(reverse("admin:index"))
