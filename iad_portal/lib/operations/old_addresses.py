"""Old addresses, compared as text: however a reader's program wrote one, it is found, and it leads on in one step.

A row of django.contrib.redirects keeps an address as people read it: decoded, mended, without what only follows a
reader about. The signal below brings every row that is saved into that shape; who writes with `bulk_create()` or
`update()` calls `as_text()` himself.
"""

import re
from typing import Any
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.core.exceptions import ValidationError
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.text.hygiene import clean_line

# What advertisers, newsletters, chat programs and search engines hang on an address: it never names a page.
_TRACKING = {
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh",
    "li_fat_id", "srsltid", "mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl", "_hsenc", "_hsmi", "si", "ref_src", "ref_url",
    "cmpid", "zarsrc", "openexternalbrowser", "liff.referrer",
}  # fmt: skip
_TRACKING_BEGINNINGS = ("utm_", "mtm_", "pk_", "piwik_", "hsa_", "fb_", "__")
_SLASHES = re.compile("/{2,}")
# The columns' length. A Thai letter is nine characters of a percent-encoded address, and more when encoded twice.
LONGEST, LONGEST_ENCODED = 200, 4_000


def is_tracking(name: str) -> bool:
    """Whether the query parameter `name` only tells where a reader came from."""
    name = name.lower()
    return name in _TRACKING or name.startswith(_TRACKING_BEGINNINGS)


def as_text(address: str) -> str:
    """The path and query of `address` as people read it; done again, it changes nothing.

    Percent codes are decoded, in UTF-8 or, as old browsers wrote them, in windows-874, also where they were encoded
    twice; Thai is mended; slashes stand single; tracking parameters and the fragment are gone.
    """
    path, _mark, query = address.partition("#")[0].partition("?")
    path = _SLASHES.sub("/", clean_line(_decoded(path)).replace("\\", "/"))
    pairs = [_decoded(pair.replace("+", " ")) for pair in query.replace("&amp;", "&").split("&") if pair]
    kept = [pair for pair in pairs if not is_tracking(pair.partition("=")[0])]
    return path + ("?" + clean_line("&".join(kept)) if kept else "")


def _decoded(text: str) -> str:
    while "%" in text:
        raw = unquote_to_bytes(text)
        try:
            plain = raw.decode()
        except UnicodeDecodeError:
            plain = raw.decode("cp874", errors="replace")
        if plain == text:
            break
        text = plain
    return text


def spellings(address: str) -> list[str]:
    """How the row that stands for `address` may be written, the best first: with its query, then without; each as it
    is, then with its last slash more or less. Empty for what no row can hold."""
    if not address.startswith("/") or len(address) > LONGEST_ENCODED:
        return []
    whole = as_text(address)
    found: dict[str, None] = {}
    for form in (whole, whole.partition("?")[0]):
        path, mark, query = form.partition("?")
        for other in (path, path.removesuffix("/") if path.endswith("/") else path + "/"):
            found[f"{other}{mark}{query}"] = None
    return [spelling for spelling in found if spelling and len(spelling) <= LONGEST]


def row_of(address: str, besides: int | None = None) -> Redirect | None:
    """The row that stands for `address`; `besides` is the key of one that does not count. One query."""
    wanted = spellings(address)
    rows = Redirect.objects.filter(site_id=settings.SITE_ID, old_path__in=wanted)
    if besides is not None:
        rows = rows.exclude(pk=besides)
    return min(rows, key=lambda row: wanted.index(row.old_path), default=None)


def new_address_of(address: str) -> str | None:
    """Where a reader of the old `address` (path and query) ends: "" when it is gone for good, None when it is no old
    address, or one that leads in a ring."""
    row = row_of(address)
    try:
        return end_of(row.new_path, start=address) if row else None
    except ValidationError:
        return None


def end_of(address: str, start: str, besides: int | None = None) -> str:
    """Where who is sent from `start` to `address` ends when old addresses on the way lead on; "" when that is gone.

    `besides` is the key of a row that does not count. Raises ValidationError when the way comes back to itself.
    """
    way = [start]
    while address:
        if any(same(address, passed) for passed in way):
            raise ValidationError(
                _("Readers would be led in a ring: %(address)s leads back to where they came from."),
                code="ring",
                params={"address": way[-1]},
            )
        way.append(address)
        row = row_of(address, besides)
        if row is None:
            break
        address = row.new_path
    return address


def same(one: str, other: str) -> bool:
    """Whether the two are one address, however they are written."""
    return as_text(one).rstrip("/") == as_text(other).rstrip("/")


def lead_on(address: str, new: str) -> None:
    """Let old addresses that led to `address` lead to `new` at once."""
    Redirect.objects.filter(site_id=settings.SITE_ID, new_path__in=spellings(address)).update(new_path=new)


@receiver(pre_save, sender=Redirect, dispatch_uid="old_addresses")
def _keep_as_text(instance: Redirect, **_kwargs: Any) -> None:
    """Every row is kept in the one shape that `spellings` asks for."""
    instance.old_path = as_text(instance.old_path)
