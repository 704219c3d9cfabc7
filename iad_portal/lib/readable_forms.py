"""Whether what was sent as a form can be read at all, decided before anything else touches it.

Browsers send forms in UTF-8. Another charset, a broken boundary or endless parts come from programs, and every later
look at such a request fails anew: the first one must be the last.
"""

import logging
import re

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError

MULTIPART = "multipart/form-data"
FORMS = {MULTIPART, "application/x-www-form-urlencoded"}
# RFC 2046, section 5.1.1; what Django's parser takes is as long, and of more letters.
_BOUNDARY = re.compile(r"[ -~]{0,199}[!-~]")
# What is the sender's fault alone: a line in the log is enough.
SENDERS_FAULTS = (BadRequest, SuspiciousOperation, MultiPartParserError)


def headers_fault(request: HttpRequest) -> str:
    """Why ``request`` cannot be read, as far as its headers tell; "" when they are sound.

    The charset counts for every kind and every method: Django reads the query by it as well.
    """
    # Not request.content_params, which keeps the last of two charsets while others read the first.
    charsets = re.findall(r"charset\s*=\s*([^;]*)", request.META.get("CONTENT_TYPE", ""), re.IGNORECASE)
    if any(charset.strip().strip("\"'").lower() != "utf-8" for charset in charsets):
        return "not in UTF-8"
    if request.content_type == MULTIPART and not _BOUNDARY.fullmatch(request.content_params.get("boundary", "")):
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
    has_length = request.META.get("CONTENT_LENGTH") not in {None, "", "0"}
    return "no part in it" if request.content_type == MULTIPART and is_empty and has_length else ""


class SendersFaultsInOneLine(logging.Filter):
    """Leaves the traceback out of a record of what only the sender can mend: it tells nothing, and fills the disk."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and isinstance(record.exc_info[1], SENDERS_FAULTS):
            record.exc_info = record.exc_text = None
        return True
