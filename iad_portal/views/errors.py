"""What is answered when a request cannot be read, or when something breaks: pages that ask nothing of the request."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string

from iad_portal.form_limits import is_too_much

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
