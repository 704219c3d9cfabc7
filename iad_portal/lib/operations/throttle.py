"""How often one sender may do a thing, counted in the shared cache under a hash: no address is kept in clear."""

import ipaddress
import logging

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)


def sender_of(request: HttpRequest) -> str:
    """The network address that a request came from, as far as it can be believed.

    nginx writes X-Forwarded-For anew (deploy/nginx.conf), so its last entry counts; but only when the connection comes
    from a proxy of our own network, for anybody else could have written it. Of an IPv6 address the network counts.
    """
    direct = _address(request.META.get("REMOTE_ADDR", ""))
    forwarded = _address(request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2])
    is_behind_proxy = direct is None or direct.is_private
    address = forwarded if forwarded and is_behind_proxy else direct
    if address and address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address or "")


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def take_turn(deed: str, sender: str, limit: int, seconds: int) -> bool:
    """Count one `deed` of `sender`; false when it was one too many within `seconds` of the first.

    When the cache is away everybody may go on: turning people away for that would be the greater harm.
    """
    key = f"turn:{deed}:{salted_hmac('iad_portal.lib.operations.throttle', sender, algorithm='sha256').hexdigest()}"
    try:
        return cache.add(key, 1, seconds) or cache.incr(key) <= limit
    except ValueError:  # it ran out between the two queries
        return True
    except Exception:  # whatever the cache's own library raises
        logger.exception("The cache that counts turns is away")
        return True
