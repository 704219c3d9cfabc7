"""On the page of the own account: the address of the private calendar is made, and withdrawn."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from iad_portal.office.calendars import own

from .own_account import account


@require_POST
def made(request: HttpRequest) -> HttpResponse:
    """Make a new address, which is shown this once: it is kept nowhere. An earlier one ends."""
    word = own.new_key(request.user)
    return account(request, calendar_url=settings.SITE_URL + reverse("office_calendar", args=[word]))


@require_POST
def withdrawn(request: HttpRequest) -> HttpResponse:
    """End the address."""
    own.withdraw(request.user)
    messages.success(request, _("The address of your calendar leads nowhere any more."))
    return HttpResponseRedirect(reverse("admin:account"))


def calendar_pages() -> list[Any]:
    """The views of this module, for whoever is signed in: (path, view, name)."""
    wrap = admin.site.admin_view
    return [
        ("account/calendar/", wrap(made), "account_calendar"),
        ("account/calendar/end/", wrap(withdrawn), "account_calendar_end"),
    ]
