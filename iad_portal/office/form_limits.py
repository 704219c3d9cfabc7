"""How much one form may send: much for an officer at work, little for everybody else."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest

from iad_portal.lib.desk.kept_forms import BROWSER_OF

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
# Readers write to the office, and officers sign in: a few boxes.
READERS_BYTES, READERS_FIELDS = 256 * 1024, 1000


def is_at_the_desk(request: HttpRequest) -> bool:
    """Whether an officer may have sent `request`: to the desk, from a browser in which somebody worked there.

    Whoever only pretends gets the desk's limits (settings), which are bounded as well.
    """
    # The browser forgets the session's cookie when the session ends; what was typed until then still counts.
    is_known = settings.SESSION_COOKIE_NAME in request.COOKIES or BROWSER_OF in request.COOKIES
    return request.path_info.startswith("/admin/") and is_known


def beyond_readers(request: HttpRequest) -> str:
    """Why the form in `request`, which came from no desk, is too much; "" when it is not."""
    if request.method != "POST" or is_at_the_desk(request):
        return ""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > READERS_BYTES:
        return "more than a reader's form holds"
    return "more fields than a reader's form has" if request.body.count(b"&") >= READERS_FIELDS else ""


def is_too_much(request: HttpRequest, fault: str | BaseException | None) -> bool:
    """Whether `fault` (an exception or the name of one) means that an officer sent too much at once."""
    name = fault if isinstance(fault, str) else type(fault).__name__
    return name in {refusal.__name__ for refusal in TOO_MUCH} and is_at_the_desk(request)
