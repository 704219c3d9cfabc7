"""What the pages of accounts have in common: who may open them, how they look, and where they lead."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from iad_portal.office.accounts.middleware import halfway
from iad_portal.office.accounts.standing import has_factor

NEXT = "next"
View = Callable[..., HttpResponse]


def page(request: HttpRequest, template: str, title: Any, **shown: Any) -> TemplateResponse:
    """A page of the desk."""
    return TemplateResponse(
        request, template, admin.site.each_context(request) | {"title": title, NEXT: aim(request)} | shown
    )


def aim(request: HttpRequest) -> str:
    """Where the officer wanted to go: an address of this portal, or "" when none was named."""
    wanted = request.POST.get(NEXT) or request.GET.get(NEXT) or ""
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else ""


def onward(request: HttpRequest) -> HttpResponseRedirect:
    """To where the officer wanted to go, or to the desk."""
    return HttpResponseRedirect(aim(request) or reverse("admin:index"))


def with_aim(name: str, wanted: str) -> str:
    """The address of a page of the desk that leads on to `wanted`."""
    return reverse(f"admin:{name}") + (f"?{urlencode({NEXT: wanted})}" if wanted else "")


def next_step(request: HttpRequest) -> str | None:
    """Where an officer goes who has shown a password and owes more; None for anybody else."""
    officer = halfway(request)
    if officer is None:
        return None
    return with_aim("second_factor" if has_factor(officer) else "account_app", aim(request))


def _leave(request: HttpRequest) -> HttpResponse:
    """Somebody else wants to sign in, or nobody any more."""
    logout(request)
    return HttpResponseRedirect(reverse("admin:login"))


def _guarded(view: View, officer_of: Callable[[HttpRequest], Any]) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and "leave" in request.POST:
            return _leave(request)
        officer = officer_of(request)
        if officer is None:
            return redirect_to_login(aim(request) or request.get_full_path(), reverse("admin:login"))
        return view(request, officer, *args, **kwargs)

    return never_cache(sensitive_post_parameters()(guarded))


def for_who_owes_a_factor(view: View) -> View:
    """For the page that asks for a factor: `view(request, officer)`, of an officer who has one and has not shown it."""

    def officer_of(request: HttpRequest) -> Any:
        officer = halfway(request)
        return officer if officer is not None and has_factor(officer) else None

    return _guarded(view, officer_of)


def for_who_may_add_a_factor(view: View) -> View:
    """For the pages that add a factor: whoever is signed in, and whoever needs a first one to be so.

    Not whoever has one and has not shown it: a password alone would then be enough to add another.
    """

    def officer_of(request: HttpRequest) -> Any:
        if admin.site.has_permission(request):
            return request.user
        officer = halfway(request)
        return officer if officer is not None and not has_factor(officer) else None

    return _guarded(view, officer_of)
