"""What is answered when a request cannot be read, or when something breaks: pages that ask nothing of the request."""

import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string

from iad_portal.lib.operations.readable_forms import body_fault
from iad_portal.office.form_limits import is_too_much
from iad_portal.office.kept_typing import DESK, kept_until_signed_in

# Seconds: caches and probes ask again soon, and readers are told so.
RETRY_AFTER = 30
AWAY = (OperationalError, InterfaceError)


def bad_request(request, exception=None) -> HttpResponse:
    """400 for what cannot be read, or is too much. The form is not looked at again: that is what failed."""
    template = "400_too_much.html" if is_too_much(request, exception) else "400.html"
    return HttpResponse(render_to_string(template), status=400)


def server_error(request) -> HttpResponse:
    """503 while the database does not answer, so that caches serve what they have kept; 500 for a fault of ours."""
    if isinstance(sys.exc_info()[1], AWAY):
        return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": RETRY_AFTER})
    return HttpResponse(render_to_string("500.html"), status=500)


def csrf_failure(request, reason="") -> HttpResponse:
    """403 for a form whose token is missing or stale; what an officer typed on the desk's own page is brought back."""
    own = {settings.SITE_URL, f"{request.scheme}://{request.get_host()}"}
    if request.path_info.startswith(DESK) and request.headers.get("Origin") in own and not body_fault(request):
        kept = kept_until_signed_in(request)
        if kept is not None:
            return kept
    return HttpResponse(render_to_string("403_csrf.html"), status=403)
