"""Mail that goes out: whether there is a way, many letters over one connection, and what became of each.

Nothing here logs an address, nor an error of the mail server, which may repeat one.
"""

import logging
from collections.abc import Callable
from enum import Enum
from smtplib import (
    SMTPException,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
)
from threading import Thread
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.validators import validate_email
from django.db import connections
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)
NOWHERE = "django.core.mail.backends.dummy.EmailBackend"
# From here on a mail server means its refusal for good (RFC 5321, 4.2.1).
FOR_GOOD = 500


def mail_is_set_up() -> bool:
    """Whether the portal has a way to send mail (EMAIL_URL)."""
    return bool(settings.EMAIL_BACKEND != NOWHERE)


def later(deed: Callable[[], Any]) -> None:
    """Do it beside the answer, whose time then tells nobody whether there was anything to do."""

    def run() -> None:
        try:
            deed()
        except Exception:
            logger.exception("What was left for later went wrong")
        finally:
            connections.close_all()

    Thread(target=run, daemon=True).start()


def one_line(text: object) -> str:
    """`text` for a header: without line breaks or other control characters, at most 200 letters."""
    words = "".join(letter if letter.isprintable() else " " for letter in str(text)).split()
    return " ".join(words)[:200].rstrip()


def mail_address(typed: str) -> str:
    """The address of a mailbox as it is stored and compared: small letters, a foreign host in its ASCII form.

    Raises ValidationError, with the reason, for what no ordinary mailbox has: quotes, hosts by number, hosts of one
    word, and letters beside ASCII before the @ (few mail servers take them, and ours would have to be one).
    """
    local, _at, host = typed.strip().rpartition("@")
    if not local.isascii() and local:
        raise ValidationError(
            _("The part before the @ may hold only Latin letters, digits and signs: letters cannot reach this address.")
        )
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        host = ""
    address = f"{local}@{host}".lower()
    validate_email(address)
    if '"' in local or "[" in host or "." not in host:
        raise ValidationError(_("Write an ordinary e-mail address, such as name@example.com."))
    return address


class NoWayOut(Exception):
    """The mail server cannot be reached, or does not let the portal in."""


class Fate(Enum):
    """What became of a letter."""

    SENT = "sent"
    LATER = "later"  # refused for now: try again
    NO_MAILBOX = "no_mailbox"  # the server knows that nobody takes letters there
    NOT_TAKEN = "not_taken"  # refused for good, for whatever reason
    UNKNOWN = "unknown"  # the connection broke while it was handed over


class Postman:
    """Sends many letters over one connection. `ready()` before each; `done()` at the end."""

    def __init__(self) -> None:
        self.connection = get_connection()

    def ready(self) -> None:
        """Make sure that the server is there: a connection that has ended is opened again. Raises NoWayOut."""
        try:
            if not self._is_alive():
                self.connection.close()
            self.connection.open()
        except (OSError, SMTPException) as problem:
            raise NoWayOut(type(problem).__name__) from None

    def _is_alive(self) -> bool:
        session = getattr(self.connection, "connection", None)
        try:
            return session is None or session.noop()[0] < FOR_GOOD - 100
        except (OSError, SMTPException):
            return False

    def send(self, letter: EmailMessage) -> Fate:
        """Hand `letter` (to one mailbox) over."""
        try:
            self.connection.send_messages([letter])
        except Exception as problem:  # one letter never stops the others, whatever it is
            fate = fate_of(problem)
            logger.warning("A letter was not sent: %s (%s)", type(problem).__name__, fate.value)
            if fate is Fate.UNKNOWN:
                self.done()
            return fate
        return Fate.SENT

    def done(self) -> None:
        """Nothing more is sent for now."""
        try:
            self.connection.close()
        except (OSError, SMTPException):
            logger.warning("The connection to the mail server did not end well")


def fate_of(problem: Exception) -> Fate:
    """What an exception of the way out says about the letter."""
    if isinstance(problem, SMTPRecipientsRefused):
        codes = [code for code, _said in problem.recipients.values()]
        return Fate.NO_MAILBOX if codes and min(codes) >= FOR_GOOD else Fate.LATER
    if isinstance(problem, SMTPResponseException):
        return Fate.NOT_TAKEN if problem.smtp_code >= FOR_GOOD else Fate.LATER
    if isinstance(problem, SMTPNotSupportedError):
        return Fate.NOT_TAKEN
    # A broken connection, or none; every other error of smtplib is one, too.
    return Fate.UNKNOWN if isinstance(problem, OSError) else Fate.NOT_TAKEN
