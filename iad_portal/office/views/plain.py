"""Answers without a page: the root, robots, health, and the officers' choice of language."""

import logging
from contextlib import suppress
from copy import copy

from django.conf import settings
from django.contrib.sitemaps.views import x_robots_tag
from django.contrib.sites.shortcuts import get_current_site
from django.core.paginator import InvalidPage
from django.db import DatabaseError, connection
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from iad_portal.lib.records.history import was_taken_away
from iad_portal.lib.records.record_links import PREFIX, key_in, pages_of
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.middleware import ADMIN_LANGUAGE_COOKIE, preferred_language
from iad_portal.office.sitemaps import part_of_sitemap
from iad_portal.office.views.home import home
from news.models import Article

logger = logging.getLogger(__name__)


@require_safe
def root(request):
    """Send a visitor on to the home page in the language the browser asks for; Thai when it asks for neither."""
    with translation.override(preferred_language(request)):
        response = HttpResponseRedirect(reverse("home"))
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def record_link(request, label, key):
    """Send a visitor on to the page of the record that a link names, as `root` does; 404 when none may be read."""
    named = key_in(f"{PREFIX}{label}/{key}/")
    page = pages_of([named]).get(named) if named else None
    if page is None:
        raise Http404
    response = HttpResponseRedirect(page.url(preferred_language(request)))
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def short_article(request, number):
    """The permanent short address of an article (its key), as `record_link` does; 410 for one that was taken away."""
    answer = None
    with suppress(Http404):
        answer = record_link(request, Article._meta.label_lower, number)
    if answer is None and was_taken_away(Article, number):
        return render(request, "410.html", status=410)
    if answer is None:
        raise Http404
    return answer


@require_safe
def healthz(request):
    """200 when the portal can answer from its database, 503 when it cannot; for load balancers, never cached."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "no database"}, status=503, headers={"Cache-Control": "no-store"})
    return JsonResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


@require_safe
def readyz(request):
    """200 when both home pages can be built as they stand now, else 503; never cached.

    `healthz` asks whether to restart the portal, this whether to send it readers. It costs as much as two home pages.
    """
    broken = [language for language in LANGUAGES if not _builds_home(request, language)]
    status = f"no home page: {', '.join(broken)}" if broken else "ok"
    return JsonResponse({"status": status}, status=503 if broken else 200, headers={"Cache-Control": "no-store"})


def _builds_home(request, language: str) -> bool:
    asked = copy(request)
    with translation.override(language):
        asked.path = asked.path_info = reverse("home")
        try:
            return home(asked).status_code == 200
        except Exception as problem:  # whatever breaks the page is just what is asked about
            logger.error("The home page cannot be built (%s): %r", language, problem)
            return False


@require_safe
def robots(request):
    """What search engines should leave alone: the desk, and lists of search results."""
    return render(request, "robots.txt", {"site_url": settings.SITE_URL}, content_type="text/plain; charset=utf-8")


@require_safe
@x_robots_tag
def sitemap_part(request, section: str):
    """A part of the sitemap, which `?p=` counts from 1; what addresses are absolute below is as in Django's index."""
    root = f"{request.scheme}://{get_current_site(request).domain}"
    try:
        xml = part_of_sitemap(section, request.GET.get("p", 1), root)
    except (KeyError, InvalidPage):
        raise Http404 from None
    return HttpResponse(xml, content_type="application/xml")


@require_POST
def set_admin_language(request):
    """Keep the officer's choice of language for the admin in a cookie, and go back to the page."""
    chosen, back = request.POST.get("language"), request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("admin:index")
    response = HttpResponseRedirect(back)
    if chosen in LANGUAGES:
        response.set_cookie(
            ADMIN_LANGUAGE_COOKIE,
            chosen,
            max_age=365 * 86_400,
            path="/admin/",
            secure=settings.IS_SECURE_SITE,
            httponly=True,
            samesite="Lax",
        )
    return response
