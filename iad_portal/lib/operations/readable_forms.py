"""Whether what was sent as a form can be read at all, decided before anything else touches it.

Browsers send forms in UTF-8. Another charset, a broken boundary or endless parts come from programs, and every later
look at such a request fails anew: the first one must be the last.
"""

import logging
import re
from collections.abc import Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError

MULTIPART = "multipart/form-data"
FORMS = {MULTIPART, "application/x-www-form-urlencoded"}
# RFC 2046, section 5.1.1; what Django's parser takes is as long, and of more letters.
_BOUNDARY = re.compile(r"[ -~]{0,199}[!-~]")
_FOREIGN = "portal.foreign_charset"
# What is the sender's fault alone: a line in the log is enough.
SENDERS_FAULTS = (BadRequest, SuspiciousOperation, MultiPartParserError)


def _names_foreign_charset(content_type: str) -> bool:
    """Whether any charset is named but UTF-8. Of two, some readers take the first, others the last."""
    charsets = re.findall(r"charset\s*=\s*([^;]*)", content_type, re.IGNORECASE)
    return any(charset.strip().strip("\"'").lower() != "utf-8" for charset in charsets)


def without_foreign_charsets(application: WSGIApplication) -> WSGIApplication:
    """The WSGI ``application``, which never sees a charset but UTF-8; ``headers_fault`` still tells of it.

    Django reads the query by that charset while it makes the request, where no middleware and no handler of errors
    stands yet: some of Python's codecs (idna, base64) break there.
    """

    def answer(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        if _names_foreign_charset(environ.get("CONTENT_TYPE", "")):
            environ[_FOREIGN] = environ.pop("CONTENT_TYPE")
        return application(environ, start_response)

    return answer


def _boundary(request: HttpRequest) -> str:
    return (request.content_params or {}).get("boundary", "")


def headers_fault(request: HttpRequest) -> str:
    """Why ``request`` cannot be read, as far as its headers tell; "" when they are sound.

    The charset counts for every kind and every method: Django reads the query by it as well.
    """
    if _FOREIGN in request.META or _names_foreign_charset(request.META.get("CONTENT_TYPE", "")):
        return "not in UTF-8"
    if request.content_type == MULTIPART and not _BOUNDARY.fullmatch(_boundary(request)):
        return "no boundary between its parts"
    return ""


def body_fault(request: HttpRequest) -> str:
    """Why the form in ``request`` cannot be read, found by reading it whole; "" when it can, or it is none."""
    if request.content_type not in FORMS:
        return ""
    try:
        is_empty = not request.POST and not request.FILES
    except SENDERS_FAULTS as problem:
        return type(problem).__name__
    if request.content_type != MULTIPART or not is_empty:
        return ""
    # An empty form is its boundary between dashes, and a line's end.
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    return "no part in it" if length > len(_boundary(request)) + 8 else ""


class SendersFaultsInOneLine(logging.Filter):
    """Leaves the traceback out of a record of what only the sender can mend: it tells nothing, and fills the disk."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and isinstance(record.exc_info[1], SENDERS_FAULTS):
            record.exc_info = record.exc_text = None
        return True
