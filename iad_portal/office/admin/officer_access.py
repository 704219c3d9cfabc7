"""What an administrator does for an officer who cannot get in: a one-time link, and taking lost second factors away."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.office.accounts import letters, links, sessions
from iad_portal.office.accounts.factors import picture_of_address, remove_all
from iad_portal.office.accounts.standing import factors_of
from iad_portal.office.models import EntryLink
from iad_portal.office.models.entry_link import LinkState

from .account_pages import page
from .own_account import told

# What stands in the account's history.
LINKED = gettext_noop("A one-time link was made.")
MAILED = gettext_noop("A one-time link was mailed to %(address)s.")
WITHDRAWN = gettext_noop("The one-time link was withdrawn.")
TAKEN = gettext_noop("The second factors were taken away.")


class AccessPages:
    """For the admin of accounts: two pages beside the form of an account, and what it tells of signing in."""

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        own = [
            path("<id>/link/", wrap(never_cache(self.link_view)), name="auth_user_link"),
            path("<id>/factors/", wrap(never_cache(self.factors_view)), name="auth_user_factors"),
        ]
        # Nobody chooses a password for somebody else: Django's page for that is left out.
        stock = [url for url in super().get_urls() if getattr(url, "name", None) != "auth_user_password_change"]
        return [*own, *stock]

    object_history_template = "admin/officer_history.html"

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """What was done with the account, its days in the officer's era."""
        answer = super().history_view(request, object_id, extra_context)
        for action in (getattr(answer, "context_data", None) or {}).get("action_list", ()):
            action.when = format_moment(action.action_time, reader_language(), "short")
        return answer

    def _officer(self, request: HttpRequest, key: str) -> Any:
        officer = self.get_object(request, key)
        if officer is None:
            raise Http404
        if not self.has_change_permission(request, officer):
            raise PermissionDenied
        return officer

    def _note(self, request: HttpRequest, officer: Any, what: str, **words: str) -> None:
        with translation.override("th"):
            self.log_change(request, officer, _(what) % words)

    def link_view(self, request: HttpRequest, id: str) -> HttpResponse:
        """Make a one-time link, on paper or by mail, or withdraw it. Its address is shown this once."""
        officer = self._officer(request, id)
        if request.method == "POST" and "withdraw" in request.POST:
            if links.withdraw_links(officer):
                self._note(request, officer, WITHDRAWN)
                messages.success(request, _("The link lets nobody in any more."))
            return HttpResponseRedirect(request.path)
        if request.method == "POST" and officer.is_active:
            return self._made(request, officer, by_mail="mail" in request.POST)
        last, language = (
            EntryLink.objects.filter(user=officer).select_related("user", "made_by").first(),
            reader_language(),
        )
        return page(
            request, "admin/officer_link.html", _("One-time link"), opts=self.opts, officer=officer, last=last,
            is_live=last is not None and last.state == LinkState.LIVE,
            made=last and format_moment(last.made_at, language),
            until=last and format_moment(last.expires_at, language),
            may_mail=bool(officer.email) and letters.mail_is_set_up(), is_new=not officer.has_usable_password(),
            days=links.DAYS,
        )  # fmt: skip

    def _made(self, request: HttpRequest, officer: Any, *, by_mail: bool) -> HttpResponse:
        if by_mail and officer.email and letters.mail_is_set_up():
            self.mail_link(request, officer)
            return HttpResponseRedirect(request.path)
        link, address = links.make_link(officer, by=request.user)
        self._note(request, officer, LINKED)
        return page(
            request, "admin/officer_link_paper.html", _("One-time link"), opts=self.opts, officer=officer,
            address=address, picture=picture_of_address(address),
            until=format_moment(link.expires_at, reader_language()), is_new=not officer.has_usable_password(),
        )  # fmt: skip

    def mail_link(self, request: HttpRequest, officer: Any) -> None:
        """Mail `officer` a link, and say whether that worked."""
        link, address = links.make_link(officer, by=request.user, mailed_to=officer.email)
        if letters.send_link(link, address, is_invitation=not officer.has_usable_password()):
            self._note(request, officer, MAILED, address=officer.email)
            messages.success(request, _("A link was mailed to %(address)s.") % {"address": officer.email})
        else:
            links.withdraw_links(officer)
            messages.error(request, _("The mail could not be sent. Make a link to print instead."))

    def factors_view(self, request: HttpRequest, id: str) -> HttpResponse:
        """Take the second factors of an officer away who has lost them; never one's own."""
        officer = self._officer(request, id)
        if officer == request.user:
            return HttpResponseRedirect(reverse("admin:account"))
        if request.method == "POST" and remove_all(officer):
            sessions.end(officer)
            self._note(request, officer, TAKEN)
            letters.tell_of_change(officer, "taken")
            messages.success(
                request, _("Taken away. At the next sign-in the officer adds a new one where the rights ask for it.")
            )
            return HttpResponseRedirect(reverse("admin:auth_user_change", args=[officer.pk]))
        own = [told(factor) for factor in factors_of(officer)]
        return page(
            request,
            "admin/officer_factors.html",
            _("Take second factors away"),
            opts=self.opts,
            officer=officer,
            factors=own,
        )
