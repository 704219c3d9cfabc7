"""Addresses as officers type or paste them: whole, without their first slash, encoded, of this site or the old ones."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.operations.old_addresses import LONGEST, as_text
from iad_portal.lib.text.hygiene import clean_line

# The office's two sites before this one.
OLD_HOSTS = frozenset({"iad.bangkok.go.th", "iao.bangkok.go.th"})
_OF_A_HOST = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
# Another site's, typed without https://; not the name of an old page's program.
_HOST_ALONE = re.compile(r"(?:[a-z0-9-]+\.)+(?!php|html?|aspx?|jsp|cgi)[a-z]{2,}", re.IGNORECASE)


def read_old(typed: str) -> str:
    """The old address in what was typed: a path of this site or of the old ones. Raises ValidationError."""
    path = _read(typed)
    if path is None:
        raise ValidationError(
            _("This is no address of this site or of the old ones. Enter what stands behind the site’s name: /th/page"),
            code="elsewhere",
        )
    if not path.strip("/"):
        raise ValidationError(_("This is the address of the home page, which always answers."), code="home")
    return path


def read_new(typed: str) -> str:
    """The address to lead to: a path of this site, or a page elsewhere by its whole http or https address; "" stays.

    Raises ValidationError for what no browser should be sent to.
    """
    if not typed.strip():
        return ""
    path = _read(typed)
    if path is not None:
        return path
    try:
        URLValidator(schemes=["http", "https"])(clean_line(typed))
    except ValidationError as error:
        raise _no_address() from error
    return clean_line(typed)


def _read(typed: str) -> str | None:
    """The path and query, when they are of this site or the old ones; None when they are of another."""
    typed = clean_line(typed).replace("\\", "/")
    host, slash, rest = typed.partition("/")
    if host.lower() in _our_hosts() and slash:  # as addresses are read aloud, without https://
        typed = "/" + rest
    elif _HOST_ALONE.fullmatch(host) and slash:
        return None
    if _OF_A_HOST.match(typed):
        try:
            parts = urlsplit(typed)
            is_ours = parts.scheme.lower() in {"http", "https"} and parts.hostname in _our_hosts()
        except ValueError as error:  # brackets that hold no address
            raise _no_address() from error
        if not is_ours:
            return None
        typed = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    path = as_text("/" + typed.lstrip("/"))
    if len(path) > LONGEST:
        raise ValidationError(
            _("The address is longer than %(limit)d characters."), code="too_long", params={"limit": LONGEST}
        )
    return path


def _our_hosts() -> frozenset[str]:
    ours = urlsplit(settings.SITE_URL).hostname
    return OLD_HOSTS | {ours, ours.removeprefix("www."), f"www.{ours}"}


def _no_address() -> ValidationError:
    return ValidationError(
        _("This is no address that a page can have. Enter one such as /th/cities/ or https://example.go.th/page."),
        code="no_address",
    )
