"""An officer's text outlasts the session: what is sent too late is kept until the officer has signed in again."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.desk.autosave import autosaved, is_autosave
from iad_portal.lib.desk.kept_forms import BROWSER_OF, KEPT, KEPT_FOR, is_marked, keep, mark_of, typist_of

DESK = "/admin/"


class KeptTypingMiddleware:
    """Marks the browsers in which officers work, and keeps the forms that they send when their session is over."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_officers = request.path_info.startswith(DESK) and admin.site.has_permission(request)
        if is_officers and not is_marked(request, request.user):
            response.set_cookie(
                BROWSER_OF, mark_of(request.user), max_age=KEPT_FOR, path=DESK, secure=settings.IS_SECURE_SITE,
                httponly=True, samesite="Lax",
            )  # fmt: skip
        return response

    def process_view(self, request, view, args, kwargs):
        """The form's token was right, or another middleware would have answered: only the session is over."""
        if request.method == "POST" and request.path_info.startswith(DESK) and not admin.site.has_permission(request):
            return kept_until_signed_in(request)
        return None


def kept_until_signed_in(request: HttpRequest) -> HttpResponse | None:
    """Keep the form in `request` for the officer who typed it, and lead there; None when nobody can tell who.

    What a form sends by itself while it is typed is kept, too, and answered to its script.
    """
    if is_autosave(request):
        return autosaved(request)
    officer = typist_of(request, request.POST)
    kept = keep(request.POST, officer.pk, request.path) if officer is not None else None
    if kept is None:
        return None
    page = f"{request.path}?{urlencode({**request.GET.dict(), KEPT: kept.key})}"
    if admin.site.has_permission(request) and request.user == officer:
        return HttpResponseRedirect(page)
    messages.info(
        request, _("Your session had ended. What you typed is kept: sign in, and it stands in the form again.")
    )
    return redirect_to_login(page, reverse("admin:login"))
