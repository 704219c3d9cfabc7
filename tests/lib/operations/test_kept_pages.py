"""A cache that may be away, and one in memory that is bounded by bytes."""

import logging
import shutil
import subprocess
import time

import environ
import pytest
from django.core.cache import CacheHandler, caches

from iad_portal.lib.operations import kept_pages
from iad_portal.lib.operations.kept_pages import LocalPages, cache_of_pages, first, forget, get, put
from iad_portal.lib.operations.release import release
from tests.stage import free_port


@pytest.fixture(autouse=True)
def emptied():
    caches["pages"].clear()
    yield
    caches["pages"].clear()


def test_what_is_put_is_got_until_it_is_forgotten():
    put("one", ({"A": "b"}, b"body"))
    assert get("one") == ({"A": "b"}, b"body") and get("two") is None
    forget("one")
    assert get("one") is None
    assert first("turn", 9) and not first("turn", 9)
    forget("turn")
    assert first("turn", 9)


def test_memory_is_bounded_by_bytes_and_what_is_asked_for_stays():
    cache = LocalPages("of this test", {"OPTIONS": {"MOST_BYTES": 100_000}})
    for number in range(50):
        cache.set(f"page-{number}", b"x" * 9_000)
        cache.get("page-0")
    held = [number for number in range(50) if cache.get(f"page-{number}")]
    assert held == [0, *range(41, 50)]
    cache.set("page-0", b"x"), cache.set("page-0", b"y" * 9_000), cache.delete("page-41"), cache.delete("nothing")
    assert cache._size[0] == sum(len(value) + LocalPages.OVERHEAD for value in cache._cache.values()) < 100_000
    cache.set("too-large", b"x" * 200_000)
    assert cache.get("too-large") is None and cache._size[0] == 0
    cache.set("page", b"x"), cache.clear()
    assert cache._size[0] == 0 and LocalPages("of this test", {"OPTIONS": {"MOST_BYTES": 1}})._size is cache._size


def test_a_cache_that_is_away_holds_nothing_and_is_left_alone_for_a_while(monkeypatch, caplog):
    tried = []

    def fail(*args):
        tried.append(args)
        raise ConnectionError

    monkeypatch.setattr(kept_pages, "_away_until", [float("-inf")])
    for method in ("get", "set", "add", "delete"):
        monkeypatch.setattr(LocalPages, method, fail)
    with caplog.at_level(logging.CRITICAL):
        assert get("one") is None and first("turn", 9) and first("turn", 9)
        put("one", 1), forget("one")
    assert len(tried) == 1
    kept_pages._away_until[0] = float("-inf")
    assert get("one") is None and len(tried) == 2


def test_the_release_is_told_by_its_files(settings, tmp_path):
    """An upgrade must not serve what the old release has made."""
    seen = [release()]
    assert release() == seen[0]
    settings.BASE_DIR = settings.STATIC_ROOT = tmp_path
    (tmp_path / "templates").mkdir()
    for change in (lambda: None, lambda: (tmp_path / "templates/a.html").write_text("a"),
                   lambda: (tmp_path / "templates/a.html").write_text("ab"),
                   lambda: setattr(settings, "SITE_URL", "https://other.example")):  # fmt: skip
        change()
        seen.append(release.__wrapped__())
    assert len(set(seen)) == 5
    (tmp_path / "templates/a.pyc").write_text("a")
    assert release.__wrapped__() == seen[-1]


def cache_at(url: str) -> dict:
    """The settings of both caches, for this CACHE_URL."""
    shared = environ.Env.cache_url_config(url)
    return {"default": shared, "pages": cache_of_pages(shared)}


@pytest.fixture
def redis(tmp_path):
    if not shutil.which("redis-server"):
        pytest.skip("redis-server is not on this machine")
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        yield f"redis://127.0.0.1:{port}/0"
        server.terminate()


def test_hosts_that_share_a_redis_share_their_pages_and_not_their_counters(redis, monkeypatch):
    one, other = (CacheHandler(cache_at(redis)) for _host in range(2))
    monkeypatch.setattr(kept_pages, "caches", one)
    for _ in range(100):
        put("page", ("headers", b"body"))
        if get("page"):
            break
        kept_pages._away_until[0] = float("-inf")  # it has not begun yet
        time.sleep(0.05)
    one["default"].set("page", "a counter")
    monkeypatch.setattr(kept_pages, "caches", other)
    assert get("page") == ("headers", b"body") and not first("page", 9)
    other["pages"].close(), one["pages"].close(), one["default"].close()


@pytest.mark.parametrize(("url", "kind"), [("locmemcache://", "LocalPages"), ("rediscache://a:1/0", "RedisCache"),
                                           ("filecache:///tmp/nowhere", "FileBasedCache")])  # fmt: skip
def test_every_kind_of_shared_cache_keeps_pages(url, kind):
    """Only what the backend knows is among its options."""
    cache = CacheHandler(cache_at(url))["pages"]
    assert type(cache).__name__ == kind and cache.key_prefix == ("" if kind == "LocalPages" else "pages")
