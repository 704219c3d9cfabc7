"""What every request passes through, in the order of settings.MIDDLEWARE."""

from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpResponsePermanentRedirect
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from django.utils.log import log_response

from iad_portal.lib.operations.compression import best_coding, is_text
from iad_portal.lib.operations.old_addresses import new_address_of
from iad_portal.lib.operations.readable_forms import body_fault, headers_fault
from iad_portal.lib.records.content_versions import one_reading
from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.lib.registers.days import AT, refused
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.caching import public_cache_header
from iad_portal.office.form_limits import beyond_readers
from iad_portal.office.models.sign_in import FIRST_PASSWORD
from iad_portal.office.packing import is_packable, pack
from iad_portal.office.views.errors import bad_request

ADMIN_LANGUAGE_COOKIE = "portal_admin_language"
WITHOUT_LANGUAGE = ("/media/", "/static/", "/healthz", "/readyz", "/robots.txt", "/sitemap")


class PlainInputMiddleware:
    """Keep NUL characters, which no database column can hold, out of paths and query strings."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        if "%00" in query or "\x00" in query:
            pairs = parse_qsl(query.replace("\x00", ""), keep_blank_values=True, errors="replace")
            request.META["QUERY_STRING"] = urlencode([(k.replace("\x00", ""), v.replace("\x00", "")) for k, v in pairs])
        return self.get_response(request)


class ReadableFormsMiddleware:
    """Answer 400 at once to what cannot be read, with one line in the log.

    A body is read here only where the next step would read it anyway, to compare its token with the cookie's.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        fault = headers_fault(request) or beyond_readers(request)
        if not fault and request.method == "POST" and settings.CSRF_COOKIE_NAME in request.COOKIES:
            fault = body_fault(request)
        if not fault:
            return self.get_response(request)
        response = bad_request(request, fault)
        log_response("Unreadable (%s): %s", fault, request.path, request=request, response=response)
        return response


class PublicCachingMiddleware:
    """Give public answers an honest Cache-Control header, and the rest none that a shared cache may use."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in {"GET", "HEAD"}:
            return self._with_header(request)
        with one_reading():
            return self._with_header(request)

    def _with_header(self, request):
        response = self.get_response(request)
        # Of a file that nginx is asked to send, nginx says how long it may be kept.
        if "Cache-Control" not in response and "X-Accel-Redirect" not in response:
            response["Cache-Control"] = public_cache_header(request, response)
        return response


class CompressionMiddleware(GZipMiddleware):
    """Send text packed, with brotli or gzip as the browser takes it.

    A page that everybody gets alike holds no secret, so its packed length tells none. Anything else goes through
    Django's gzip, which adds random length against BREACH. Who asks without Accept-Encoding gets a plain answer that
    varies by nothing: so nginx asks for what it packs itself. For pages it asks for gzip, and keeps that for everybody.
    """

    def process_response(self, request, response):
        if "HTTP_ACCEPT_ENCODING" not in request.META:
            return response
        if _is_made_as_it_leaves(response):
            return super().process_response(request, response)
        if not is_packable(response):
            return response
        if not response["Cache-Control"].startswith("public"):
            return super().process_response(request, response)
        pack(response, best_coding(request.META["HTTP_ACCEPT_ENCODING"]))
        return response


def _is_made_as_it_leaves(response) -> bool:
    """Text that is sent while it is being made. A file that is sent so has a length, and its parts may be asked for."""
    return response.streaming and not response.has_header("Content-Length") and is_text(response["Content-Type"])


class LanguageMiddleware(LocaleMiddleware):
    """The language of the address; of the officer's choice in the admin (Thai at first); else what the browser asks.

    No cookie decides on a public page, so that any cache may keep it.
    """

    def process_request(self, request):
        language = self._language(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language

    def process_response(self, request, response):
        """Name the language of pages only: files, the sitemap and the like are the same for every reader."""
        if request.path_info.startswith(WITHOUT_LANGUAGE):
            return response
        return super().process_response(request, response)

    @staticmethod
    def _language(request) -> str:
        first = request.path_info.split("/", 2)[1] if request.path_info.startswith("/") else ""
        if first in LANGUAGES:
            return first
        if first == "admin":
            chosen = request.COOKIES.get(ADMIN_LANGUAGE_COOKIE)
            return chosen if chosen in LANGUAGES else settings.LANGUAGE_CODE
        return preferred_language(request)


def preferred_language(request) -> str:
    """The first of the portal's languages in Accept-Language; Thai when there is none."""
    ranked = translation.trans_real.parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", ""))
    return next((code[:2] for code, _q in ranked if code[:2] in LANGUAGES), settings.LANGUAGE_CODE)


class AskedDayMiddleware:
    """Refuse a page asked for as of a day (`?at=`) where its view knows today alone: silence would say otherwise."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, _args, _kwargs):
        is_public = request.path_info.startswith(tuple(f"/{language}/" for language in LANGUAGES))
        if is_public and AT in request.GET and not getattr(view, "answers_for_a_day", False):
            return refused(request)
        return None


class OwnPasswordFirstMiddleware:
    """Lead an officer whose password somebody else chose to where it is changed, before anything on the desk.

    Whoever owes a second factor adds that first: until then the officer counts as nobody.
    """

    OPEN = (
        "admin:password_change", "admin:account_codes", "admin:logout", "admin:login", "set_admin_language",
        "admin:jsi18n",
    )  # fmt: skip

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        is_on_desk = request.path.startswith("/admin/") and request.path not in map(reverse, self.OPEN)
        if is_on_desk and request.session.get(FIRST_PASSWORD) and request.user.is_authenticated:
            return redirect("admin:password_change")
        return self.get_response(request)


class UnitOfWorkMiddleware:
    """All that one request changes is one unit of work, in the name of the officer who sent it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in {"GET", "HEAD", "OPTIONS"}:
            return self.get_response(request)
        officer = SimpleLazyObject(lambda: request.user)
        with unit_of_work(request.path, officer, holds_transaction=False):
            return self.get_response(request)


class OldAddressesMiddleware:
    """Where nothing answers, look for an old address: 301 to where it moved, 410 where it is gone for good."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        new = new_address_of(request.get_full_path())
        if new is None:
            return response
        return HttpResponsePermanentRedirect(new) if new else render(request, "410.html", status=410)
