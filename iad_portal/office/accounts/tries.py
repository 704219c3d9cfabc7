"""Guesses at passwords, codes, links and forgotten passwords are counted one way: in the database, for all workers."""

import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import ngettext

from iad_portal.lib.operations.throttle import sender_of
from iad_portal.office.models import SignInTry

logger = logging.getLogger("iad_portal.sign_in")


class HeldBack(ValidationError):
    """Too many were wrong: nothing is tried for so many `seconds`."""

    def __init__(self, seconds: int):
        self.seconds = seconds
        super().__init__(_too_many(seconds), code="too_many")


def _too_many(seconds: int) -> str:
    minutes = -(-seconds // 60)
    return ngettext(
        "Too many tries. Wait %(minutes)d minute, then try again.",
        "Too many tries. Wait %(minutes)d minutes, then try again.",
        minutes,
    ) % {"minutes": minutes}


def begin_try(what: str, request: HttpRequest, told_as: str = "") -> SignInTry:
    """One more try at `what` (an account, or one of its codes), wrong until `prove_right()`; raises HeldBack.

    `told_as` stands for `what` in the log.
    """
    sender = sender_of(request)
    own = SignInTry.objects.begin(what, sender)
    if seconds := SignInTry.objects.seconds_to_wait(own):
        own.delete()
        logger.warning("%s from %s held back: too many wrong tries", told_as or what, sender)
        raise HeldBack(seconds)
    return own


class CountedForm:
    """For forms in which something can be guessed: `seconds_to_wait` once too many guesses were wrong."""

    seconds_to_wait = 0

    def begin_try(self, what: str, request: HttpRequest, told_as: str = "") -> SignInTry:
        """As the function of this name; the form remembers how long to wait."""
        try:
            return begin_try(what, request, told_as)
        except HeldBack as held:
            self.seconds_to_wait = held.seconds
            raise


def told_to_wait(response: HttpResponse, form: Any) -> HttpResponse:
    """`response`, which shows `form`: 429 when the form says how long to wait."""
    if wait := getattr(form, "seconds_to_wait", 0):
        response.status_code = 429
        response["Retry-After"] = wait
    return response
