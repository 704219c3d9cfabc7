"""Asking addresses of other sites whether they still answer: HEAD first, then GET, never inside our network.

Only a command at night does this, no request from the web: what an officer or a visitor types must not make the server
knock at doors. The address to which a name leads is looked at where the connection is made, so that no name can lead
to one address when it is judged and to another when it is asked; each hop of a redirect is judged anew.
"""

import ssl
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from socket import SHUT_RDWR, SOCK_STREAM, create_connection, gaierror, getaddrinfo, socket
from threading import Timer
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_HOPS = 5
# What a server says to a program and not to a reader: it is there, and more cannot be known.
_SHY = {401, 403, 406, 418, 429, 451, 503, 999}
_PERMANENT = {301, 308}
_REDIRECTS = {301, 302, 303, 307, 308}
# The issuer of a certificate is not sent along: browsers look for it elsewhere, and most find it.
_NO_ISSUER = {20, 21}
_NAT64 = IPv6Network("64:ff9b::/96")
_UNTOUCHED = "!#$%&'()*+,/:;=?@[]~"


class Fault(models.TextChoices):
    """Why there was no answer."""

    NAME = "name", _("No such name on the internet")
    UNREACHED = "unreached", _("Nobody answers there")
    SLOW = "slow", _("It took too long")
    CERTIFICATE = "certificate", _("No secure connection can be made")
    BROKEN_OFF = "broken_off", _("The answer broke off")
    INSIDE = "inside", _("It is no address of the public internet")
    RING = "ring", _("It leads on without end")


class Outcome(models.TextChoices):
    """What is known of an address after asking."""

    WORKS = "works", _("Works")
    UNSURE = "unsure", _("Not known")
    FAILS = "fails", _("Fails")


@dataclass(frozen=True)
class Answer:
    """What became of one address: the status of the last answer, or the fault; `led_to` where it permanently leads."""

    outcome: Outcome
    status: int | None = None
    fault: str = ""
    led_to: str = ""


class _Inside(OSError):
    """The name leads into a network that is not the public internet's."""


@dataclass(frozen=True)
class _Reply:
    status: int
    location: str


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, also inside the forms in which IPv6 carries IPv4."""
    found = ip_address(address.partition("%")[0])
    within = _carried(found) if isinstance(found, IPv6Address) else None
    return found.is_global and not found.is_multicast and (within is None or is_public(str(within)))


def _carried(found: IPv6Address) -> IPv4Address | None:
    if found in _NAT64:
        return IPv4Address(int(found) & 0xFFFFFFFF)
    return found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)


class Asker:
    """Asks addresses. `agent` names us to the servers; `may_ask` judges an IP address (the tests' own server is local).

    `seconds` is what connecting, and each wait for more, may take; a whole answer may take three times as long.
    """

    def __init__(self, agent: str, seconds: float = 10, may_ask: Callable[[str], bool] = is_public) -> None:
        self.agent, self.seconds, self.may_ask = agent, seconds, may_ask

    def ask(self, address: str) -> Answer:
        """What becomes of `address`, which is absolute; redirects are followed."""
        here, led_to, is_moved = address, "", True
        for _hop in range(MOST_HOPS + 1):
            reply = self._reply(here)
            if isinstance(reply, Answer):
                return reply
            if reply.status not in _REDIRECTS or not reply.location:
                return _judged(reply.status, led_to)
            is_moved = is_moved and reply.status in _PERMANENT
            here = urljoin(here, reply.location)
            led_to = here if is_moved else led_to
        return Answer(Outcome.FAILS, fault=Fault.RING)

    def _reply(self, address: str) -> _Reply | Answer:
        """The answer to HEAD, or, where that is none to go by, to GET; what is at fault when there is no answer."""
        reply = self._tried("HEAD", address)
        refused = isinstance(reply, Answer) and reply.fault == Fault.BROKEN_OFF
        if refused or (isinstance(reply, _Reply) and reply.status >= 400):
            reply = self._tried("GET", address)
        return reply

    def _tried(self, method: str, address: str) -> _Reply | Answer:
        try:
            return self._sent(method, urlsplit(address))
        except ssl.SSLError as error:
            # Old servers whose ciphers we refuse may be met by a browser.
            is_wrong = isinstance(error, ssl.SSLCertVerificationError) and error.verify_code not in _NO_ISSUER
            return Answer(Outcome.FAILS if is_wrong else Outcome.UNSURE, fault=Fault.CERTIFICATE)
        except _Inside:
            return Answer(Outcome.FAILS, fault=Fault.INSIDE)
        except (gaierror, UnicodeError, ValueError):  # no name, or none that a name can be made of
            return Answer(Outcome.FAILS, fault=Fault.NAME)
        except TimeoutError:
            return Answer(Outcome.FAILS, fault=Fault.SLOW)
        except (ConnectionResetError, HTTPException):
            return Answer(Outcome.FAILS, fault=Fault.BROKEN_OFF)
        except OSError:
            return Answer(Outcome.FAILS, fault=Fault.UNREACHED)

    def _sent(self, method: str, parts: SplitResult) -> _Reply:
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(parts.scheme)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        name = parts.hostname.encode("idna").decode()
        connection = kind(name, parts.port, timeout=self.seconds)
        connection._create_connection = self._connected
        last = Timer(self.seconds * 3, _hang_up, [connection])
        last.daemon = True
        last.start()
        with closing(connection):
            try:
                connection.request(method, _path(parts), headers={"User-Agent": self.agent, "Accept": "*/*"})
                answer = connection.getresponse()
                return _Reply(answer.status, answer.getheader("Location") or "")
            finally:
                last.cancel()

    def _connected(self, where: tuple[str, int], timeout: float, source: Any = None) -> socket:
        found = [str(entry[4][0]) for entry in getaddrinfo(*where, type=SOCK_STREAM)]
        if not all(map(self.may_ask, found)):
            raise _Inside(where[0])
        failed: OSError = OSError(where[0])
        for address in dict.fromkeys(found):
            try:
                return create_connection((address, where[1]), timeout, source)
            except OSError as error:
                failed = error
        raise failed


def _hang_up(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(SHUT_RDWR)


def _path(parts: SplitResult) -> str:
    asked = f"?{parts.query}" if parts.query else ""
    return quote(f"{parts.path or '/'}{asked}", safe=_UNTOUCHED)


def _judged(status: int, led_to: str) -> Answer:
    if status in _SHY:
        return Answer(Outcome.UNSURE, status, led_to=led_to)
    return Answer(Outcome.WORKS if status < 400 else Outcome.FAILS, status, led_to=led_to)
