"""Where pages and parts of pages are kept: Redis or Valkey when CACHE_URL names one, else this process's own memory.

It may forget anything at any time. When it is away, it is as if it held nothing.
"""

import logging
from time import monotonic
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache

logger = logging.getLogger(__name__)
ALIAS = "pages"
# Seconds. Versions that nobody asks for any more go by this, and by the cache's own bound.
KEPT_FOR = 6 * 60 * 60
# For so many seconds a cache that was away is not asked again: each try may take long.
PAUSE = 10
_away_until = [float("-inf")]
# Bytes that the pages of one worker may take.
MOST_BYTES = 16 * 1024 * 1024


def cache_of_pages(shared: dict[str, Any]) -> dict[str, Any]:
    """The settings of the cache of pages, beside those of the `shared` one, which is perhaps of this process alone."""
    if shared["BACKEND"].endswith("LocMemCache"):
        kind = f"{LocalPages.__module__}.{LocalPages.__qualname__}"
        return {"BACKEND": kind, "LOCATION": ALIAS, "OPTIONS": {"MOST_BYTES": MOST_BYTES}}
    # A server that does not answer must not hold up readers.
    is_redis = shared["BACKEND"].endswith("RedisCache")
    brief = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5} if is_redis else {}
    return shared | {"KEY_PREFIX": ALIAS, "OPTIONS": brief | shared.get("OPTIONS", {})}


def get(key: str) -> Any:
    """What is kept under `key`; None for nothing."""
    return _ask("get", key)


def put(key: str, value: Any, seconds: int = KEPT_FOR) -> None:
    """Keep `value` (anything that can be pickled) under `key`."""
    _ask("set", key, value, seconds)


def first(key: str, seconds: int) -> bool:
    """Whether nobody has asked so under `key` for `seconds`: of all that share the cache, one is told yes."""
    return _ask("add", key, 1, seconds) is not False


def forget(key: str) -> None:
    """Keep nothing under `key`."""
    _ask("delete", key)


def _ask(method: str, *args: Any) -> Any:
    if monotonic() < _away_until[0]:
        return None
    try:
        return getattr(caches[ALIAS], method)(*args)
    except Exception:  # whatever the cache's own library raises
        _away_until[0] = monotonic() + PAUSE
        logger.exception("The cache of pages is away")
        return None


class LocalPages(LocMemCache):
    """Django's cache in the memory of the process, bounded by bytes (OPTIONS: MOST_BYTES) instead of by entries."""

    # Of each entry, besides its bytes: key, time, places in two dictionaries.
    OVERHEAD = 400
    _sizes: dict[str, list[int]] = {}

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        options = dict(params.get("OPTIONS", {}))
        self._most: int = options.pop("MOST_BYTES")
        super().__init__(name, params | {"OPTIONS": {**options, "MAX_ENTRIES": self._most}})
        # Each thread has an object of its own; the entries are common to all of one name.
        self._size = self._sizes.setdefault(name, [0])

    def _set(self, key: str, value: bytes, timeout: float | None = None) -> None:
        self._forget_size(key)
        super()._set(key, value, timeout)  # type: ignore[misc]  # not in its stubs
        self._size[0] += len(value) + self.OVERHEAD
        while self._size[0] > self._most:
            self._delete(next(reversed(self._cache)))  # what was not asked for the longest

    def _delete(self, key: str) -> bool:
        self._forget_size(key)
        return bool(super()._delete(key))  # type: ignore[misc]

    def clear(self) -> None:
        super().clear()
        self._size[0] = 0

    def _forget_size(self, key: str) -> None:
        if key in self._cache:
            self._size[0] -= len(self._cache[key]) + self.OVERHEAD
