"""An officer's own account: password, factors, recovery codes, and where the officer is signed in."""

from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from iad_portal.lib.dates.format import format_date, format_moment
from iad_portal.lib.operations.outgoing import mail_is_set_up
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.office.accounts import factors, sessions
from iad_portal.office.accounts.letters import tell_of_change
from iad_portal.office.accounts.standing import factors_of, forget_factor, has_factor, must_have_factor
from iad_portal.office.accounts.tries import told_to_wait
from iad_portal.office.models import CalendarKey

from .account_pages import onward, page
from .own_alerts import alerts_form, chosen
from .own_password import OwnPasswordForm
from .second_factor import SHOW_CODES


@dataclass(frozen=True)
class Factor:
    """A second factor as its owner reads of it; the moments in words, `used` "" for never."""

    key: int
    name: str
    added: str
    used: str


def told(factor: Authenticator) -> Factor:
    """`factor` in words."""
    language = reader_language()
    name = _("Authenticator app")
    if factor.type == factors.Type.WEBAUTHN:
        name = _("Passkey “%(name)s”") % {"name": factor.wrap().name}
    used = format_moment(factor.last_used_at, language, "short")
    return Factor(factor.pk, name, format_date(factor.created_at, language, "short"), used)


def account(request: HttpRequest, **shown: Any) -> HttpResponse:
    """What the account of whoever asks has, and where it is signed in; `shown` is what else its page is given."""
    own = [told(factor) for factor in factors_of(request.user)]
    return page(
        request, "admin/account.html", _("My account"), factors=own, must_have=must_have_factor(request.user),
        codes_left=len(factors.unused_codes(request.user)) if own else 0,
        places=sessions.places_of(request.user, request.session.session_key),
        calendar_since=_calendar_since(request), alerts=alerts_form(request), has_mail=mail_is_set_up(), **shown,
    )  # fmt: skip


def _calendar_since(request: HttpRequest) -> str:
    """Since when the private calendar has an address, in words; "" when it has none."""
    key = CalendarKey.objects.filter(user=request.user).first()
    return format_date(key.made_at, reader_language()) if key else ""


@require_POST
def ended(request: HttpRequest) -> HttpResponse:
    """End one session of the own account, or all but this one."""
    here, only = request.session.session_key, request.POST.get("key", "")
    if only != here and sessions.end(request.user, but=here, only=only):
        messages.success(request, _("Ended: whoever works there has to sign in again."))
    return HttpResponseRedirect(reverse("admin:account"))


def codes(request: HttpRequest) -> HttpResponse:
    """The recovery codes: to read and print while they are new, to be made anew from then on."""
    is_read = bool(request.session.get(SHOW_CODES))
    if request.method == "POST" and "kept" in request.POST:
        request.session.pop(SHOW_CODES, None)
        return onward(request)
    if not factors_of(request.user).exists():
        return HttpResponseRedirect(reverse("admin:account"))
    form = OwnPasswordForm(request, request.POST or None)
    if form.is_valid():
        factors.new_recovery_codes(request.user)
        request.session[SHOW_CODES] = True
        tell_of_change(request.user, "codes")
        return HttpResponseRedirect(request.get_full_path())
    found = factors.unused_codes(request.user)
    shown = page(
        request, "admin/account_codes.html", _("Recovery codes"), form=form, left=len(found),
        codes=found if is_read else [],
    )  # fmt: skip
    return told_to_wait(shown, form)


def removed(request: HttpRequest, key: int) -> HttpResponse:
    """Take a factor of the own account away, after a question; not the last one of whoever has to have one."""
    factor = factors_of(request.user).filter(pk=key).first()
    if factor is None:
        raise Http404
    is_last = must_have_factor(request.user) and factors_of(request.user).count() == 1
    form = OwnPasswordForm(request, None if is_last else request.POST or None)
    if form.is_valid():
        factors.remove(factor)
        sessions.end(request.user, but=request.session.session_key)
        if not has_factor(request.user):
            forget_factor(request)
        tell_of_change(request.user, "removed")
        messages.success(request, _("Removed. Everywhere else you have to sign in again."))
        return HttpResponseRedirect(reverse("admin:account"))
    shown: Any = page(
        request,
        "admin/account_remove.html",
        _("Remove a second factor"),
        form=form,
        factor=told(factor),
        is_last=is_last,
    )
    return told_to_wait(shown, form)


def own_pages() -> list[Any]:
    """The views of this module, for whoever is signed in: (path, view, name)."""
    wrap = admin.site.admin_view
    return [
        ("account/", wrap(account), "account"),
        ("account/codes/", wrap(codes), "account_codes"),
        ("account/factors/<number:key>/remove/", wrap(removed), "account_remove"),
        ("account/end/", wrap(ended), "account_end"),
        ("account/alerts/", wrap(chosen), "account_alerts"),
    ]
