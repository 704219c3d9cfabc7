"""The store of pages: what anybody would get just so is made once for each version of the content, and packed once.

It stands inside of what each answer needs of its own (Cache-Control, 304, security headers), and around all that makes
a page: sessions, languages, views, the marks of Thai lines. A page is kept under its address and the version of all
apps; the next request after any change asks for another key. Where it is kept, lib.operations.kept_pages says.

Officers, forms, whatever sets or reads a cookie, and what a view says of being kept, never meet it. An address with a
query is kept from the second time it is asked for: so what robots make up leaves a line in the store, and no page.
"""

import hashlib
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import set_response_etag

from iad_portal.lib.operations import kept_pages
from iad_portal.lib.operations.compression import best_coding
from iad_portal.lib.operations.release import release
from iad_portal.lib.records.content_versions import content_now
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.caching import is_same_for_all
from iad_portal.office.packing import pack

LONGEST_QUERY, LARGEST = 300, 1024 * 1024  # characters, bytes
# Seconds: for how long an address with a query is remembered, a page may be in the making, and others wait for it.
SEEN, MAKING, WAIT, LOOK = 600, 10, 1.0, 0.01
# A page in the language of the browser varies by it; the server's health is nobody's page.
ADDRESSES = (*(f"/{language}/" for language in LANGUAGES), "/robots.txt", "/sitemap")
# A message for one reader may wait in it (django.contrib.messages).
MESSAGES = "messages"


@dataclass(frozen=True, slots=True)
class Asked:
    """The key of the page that a request asks for, and the coding in which it is wanted ("" for plain)."""

    key: str
    coding: str

    def packed(self) -> str:
        """The key of the page in that coding."""
        return f"{self.key}:{self.coding}"


def asked_for(request: HttpRequest) -> Asked | None:
    """What is asked for, when the store may answer; else None. One query."""
    about, query = request.META, request.META.get("QUERY_STRING", "")
    if (
        request.method not in {"GET", "HEAD"}
        or not request.path_info.startswith(ADDRESSES)
        or len(query) > LONGEST_QUERY
        or ("HTTP_COOKIE" in about and not {settings.SESSION_COOKIE_NAME, MESSAGES}.isdisjoint(request.COOKIES))
    ):
        return None
    try:
        # The language is the address's: the active one is still that of the request before.
        said = f"{content_now().key(None, ())} {request.scheme}://{request.get_host()}{request.path_info}?{query}"
    except (DatabaseError, DisallowedHost):  # further in there are answers to both
        return None
    return Asked(
        f"page:{hashlib.sha256(said.encode()).hexdigest()}", best_coding(about.get("HTTP_ACCEPT_ENCODING", ""))
    )


class PageStoreMiddleware:
    """Answer with the page that is kept, or make it and keep it."""

    def __init__(self, get_response):
        self.get_response = get_response
        release()  # which one this process runs is known now

    def __call__(self, request):
        asked = asked_for(request) if settings.KEEP_PAGES else None
        if asked is None:
            return self.get_response(request)
        return kept_answer(asked) or self._made_once(request, asked)

    def _made_once(self, request: HttpRequest, asked: Asked) -> HttpResponseBase:
        """Of many who ask for the same page at once, one makes it, and the others wait a little."""
        if request.method == "HEAD" or _is_first_asked(request):
            return self.get_response(request)
        making = f"making:{asked.key}"
        if not kept_pages.first(making, MAKING):
            return _waited_for(asked, making) or self._made(request, asked)
        try:
            return self._made(request, asked)
        finally:
            kept_pages.forget(making)

    def _made(self, request: HttpRequest, asked: Asked) -> HttpResponseBase:
        answer = self.get_response(request)
        if may_be_kept(request, answer):
            set_response_etag(answer)
            _keep(asked.key, answer)
            if asked.coding:
                pack(answer, asked.coding)
                _keep(asked.packed(), answer)
        return answer


def may_be_kept(request: HttpRequest, answer: HttpResponseBase) -> bool:
    """Whether `answer` is a whole page for everybody: nothing in it or its headers is of this request."""
    return (
        answer.status_code == 200
        and is_same_for_all(request, answer)
        and not answer.streaming
        and not answer.has_header("Vary")
        and not answer.has_header("Cache-Control")
        and not any(name.startswith("_csp") for name in vars(answer))  # a policy of its own, for its nonce
        and not hasattr(request, "_csp_nonce")
        and not hasattr(answer, "is_of_a_day")  # lib.registers.days
        and len(answer.content) <= LARGEST
    )


def kept_answer(asked: Asked) -> HttpResponse | None:
    """The page as it is kept: packed when it was asked for so before, or packed now from the plain one."""
    found = kept_pages.get(asked.packed() if asked.coding else asked.key)
    if found:
        return _answer(found)
    plain = kept_pages.get(asked.key) if asked.coding else None
    if plain is None:
        return None
    answer = _answer(plain)
    pack(answer, asked.coding)
    _keep(asked.packed(), answer)
    return answer


def _answer(kept: tuple[dict[str, str], bytes]) -> HttpResponse:
    headers, body = kept
    return HttpResponse(body, headers=headers)


def _keep(key: str, answer: HttpResponse) -> None:
    kept_pages.put(key, (dict(answer.items()), answer.content))


def _is_first_asked(request: HttpRequest) -> bool:
    """Whether the address has a query that nobody has asked for of late."""
    if not request.META.get("QUERY_STRING"):
        return False
    address = hashlib.sha256(request.get_full_path().encode()).hexdigest()
    return kept_pages.first(f"seen:{address}", SEEN)


def _waited_for(asked: Asked, making: str) -> HttpResponse | None:
    """What somebody else is making of the page; None when it is not to be kept, or takes too long."""
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        time.sleep(LOOK)
        is_done = kept_pages.get(making) is None
        if answer := kept_answer(asked):
            return answer
        if is_done:
            break
    return None
