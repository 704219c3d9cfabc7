"""Who a request is counted for, and when it is one too many."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from iad_portal.lib.operations.throttle import sender_of, take_turn


@pytest.mark.parametrize(
    ("direct", "forwarded", "sender"),
    [
        ("203.0.113.5", "", "203.0.113.5"),
        ("172.18.0.4", "203.0.113.5", "203.0.113.5"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.5", "203.0.113.5"),
        ("", "203.0.113.5", "203.0.113.5"),
        ("8.8.8.8", "203.0.113.5", "8.8.8.8"),
        ("172.18.0.4", "nonsense", "172.18.0.4"),
        ("172.18.0.4", "2001:4860::1:2:3:4", "2001:4860::/64"),
        ("::ffff:203.0.113.5", "", "203.0.113.5"),
        ("", "", ""),
    ],
)
def test_an_address_is_believed_only_from_our_own_proxy(direct, forwarded, sender):
    """nginx writes it last; a stranger's header says nothing; of IPv6 the network counts."""
    facts = {"REMOTE_ADDR": direct} | ({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {})
    assert sender_of(RequestFactory().get("/", **facts)) == sender


def test_each_sender_has_so_many_turns():
    """And the next one is one too many, for this deed only; the cache holds no address."""
    cache.clear()
    assert [take_turn("try", "203.0.113.5", 2, 60) for _ in range(4)] == [True, True, False, False]
    assert take_turn("try", "203.0.113.6", 2, 60) and take_turn("other", "203.0.113.5", 2, 60)
    assert not [key for key in cache._cache if "203.0.113" in key]


@pytest.mark.parametrize("fault", [ValueError, ConnectionError])
def test_a_cache_that_forgets_or_is_away_turns_nobody_away(monkeypatch, fault):
    """The count may run out between two queries; the server may be down."""

    def fail(*args):
        raise fault

    monkeypatch.setattr(type(cache._connections["default"]), "add", lambda *args: False)
    monkeypatch.setattr(type(cache._connections["default"]), "incr", fail)
    assert take_turn("try", "203.0.113.5", 2, 60)
