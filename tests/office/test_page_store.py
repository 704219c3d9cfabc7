"""A page is made once for everybody, and nothing that is somebody's own is kept."""

import gzip
import threading
import time
from datetime import timedelta
from itertools import count

import brotli
import pytest
from django.core.cache import caches
from django.db import DatabaseError
from django.http import FileResponse, HttpResponse
from django.test import Client
from django.utils import timezone

from iad_portal.office import page_store
from iad_portal.office.caching import publishable_models
from iad_portal.office.models.content_version import APPS, ContentVersion
from iad_portal.office.page_store import PageStoreMiddleware
from tests import world
from tests.desk.desk import signed_in
from tests.making import made
from tests.site.addresses import public_addresses, unread

pytestmark = pytest.mark.django_db
BROWSER = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br, zstd"}


@pytest.fixture(autouse=True)
def pages_are_kept(kept_pages):
    """See conftest.py."""


class Maker:
    """The store around a stand-in for the rest of the portal, which makes a page with a new number each time."""

    def __init__(self, rf, **answer):
        self.rf, self.count, self.answer, self.during = rf, count(1), answer, lambda request: None
        self.store = PageStoreMiddleware(self.make)

    def make(self, request):
        self.during(request)
        return HttpResponse(f"page {next(self.count)} ".encode() * 200, **self.answer)

    def get(self, path="/th/", **about) -> str:
        """Which page is answered: "page 1"."""
        method = about.pop("method", "get")
        answer = self.store(getattr(self.rf, method)(path, **about))
        content = answer.content
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(answer.get("Content-Encoding"), bytes)
        return " ".join(unpack(content).decode().split()[:2])


@pytest.fixture
def maker(rf):
    return Maker(rf)


def test_a_page_is_made_once_and_packed_once(maker, monkeypatch):
    """Whatever way its readers take it."""
    packed = []
    monkeypatch.setattr(
        "iad_portal.office.packing.compress", lambda content, coding: packed.append(coding) or gzip.compress(content)
    )
    for _ in range(3):
        for taken in ({}, {"HTTP_ACCEPT_ENCODING": "br"}, {"HTTP_ACCEPT_ENCODING": "gzip"}):
            maker.store(maker.rf.get("/th/", **taken))
    assert next(maker.count) == 2 and packed == ["br", "gzip"]


@pytest.mark.parametrize("app", APPS)
def test_a_change_in_any_app_makes_a_new_page(maker, app):
    assert [maker.get(), maker.get()] == ["page 1", "page 1"]
    ContentVersion.objects.filter(app=app).update(mark="another")
    assert [maker.get(), maker.get()] == ["page 2", "page 2"]


def test_a_page_that_a_change_overtook_is_not_met_again(maker):
    """It was begun before, and is kept under the version of its beginning."""
    maker.during = lambda request: ContentVersion.objects.update(mark="another")
    assert maker.get() == "page 1"
    maker.during = lambda request: None
    assert [maker.get(), maker.get()] == ["page 2", "page 2"]


def test_each_address_language_host_and_scheme_has_its_page(maker, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    asked = [("/th/", "one.example", False), ("/en/", "one.example", False), ("/th/", "two.example", False),
             ("/th/", "one.example", True), ("/th/news/", "one.example", False)]  # fmt: skip
    for _ in range(2):
        seen = [maker.get(path, HTTP_HOST=host, secure=secure) for path, host, secure in asked]
        assert seen == [f"page {number}" for number in range(1, 6)]


def test_a_query_is_kept_from_the_second_time_and_a_long_one_never(maker):
    assert [maker.get("/th/?a=1") for _ in range(4)] == ["page 1", "page 2", "page 2", "page 2"]
    assert [maker.get(f"/th/?a={'x' * 300}") for _ in range(3)] == ["page 3", "page 4", "page 5"]


def test_what_robots_make_up_leaves_no_page_in_the_store(maker):
    cache = caches["pages"]
    maker.get("/th/")
    before = cache._size[0]
    for number in range(100):
        maker.get(f"/th/?made-up={number}")
    assert (cache._size[0] - before) / 100 < 600, "a line each"
    assert maker.get("/th/") == "page 1"


@pytest.mark.parametrize("about", [
    {"method": "post"}, {"method": "put"}, {"HTTP_COOKIE": "portal_session=x"}, {"HTTP_COOKIE": "a=b; messages=x"},
    {"path": "/admin/"}, {"path": "/media/a"}, {"path": "/healthz"}, {"path": "/"}, {"path": "/old"},
])  # fmt: skip
def test_who_never_meets_a_kept_page(maker, about):
    path = about.get("path", "/th/")
    maker.get(path)
    assert maker.get(path, **{name: value for name, value in about.items() if name != "path"}) == "page 2"


def test_cookies_that_say_nothing_to_a_page_do_no_harm(maker):
    assert maker.get() == maker.get(HTTP_COOKIE="_ga=1; portal_csrf=x; portal_admin_language=en") == "page 1"


def test_head_is_answered_from_the_store_and_puts_nothing_into_it(maker):
    assert [maker.get(method="head"), maker.get(), maker.get(method="head")] == ["page 1", "page 2", "page 2"]


def with_cookie(answer):
    answer.set_cookie("a", "b")


SAYS = {
    "another status": lambda answer: setattr(answer, "status_code", 404),
    "a cookie": with_cookie,
    "its own word on being kept": lambda answer: answer.__setitem__("Cache-Control", "max-age=5"),
    "that it varies": lambda answer: answer.__setitem__("Vary", "Cookie"),
    "a policy of its own": lambda answer: setattr(answer, "_csp_update", {}),
    "too much": lambda answer: setattr(answer, "content", b"x" * (page_store.LARGEST + 1)),
}


@pytest.mark.parametrize("what", SAYS)
def test_an_answer_that_says_something_of_its_own_is_not_kept(rf, what):
    made_now = []

    def make(request):
        answer = HttpResponse(f"page {len(made_now)}")
        made_now.append(answer)
        SAYS[what](answer)
        return answer

    store = PageStoreMiddleware(make)
    store(rf.get("/th/")), store(rf.get("/th/"))
    assert len(made_now) == 2


def test_files_and_pages_with_a_nonce_are_not_kept(rf, maker, tmp_path):
    maker.during = lambda request: setattr(request, "_csp_nonce", "x")
    assert [maker.get(), maker.get()] == ["page 1", "page 2"]
    path = tmp_path / "a.txt"
    path.write_text("a")
    answers = [PageStoreMiddleware(lambda request: FileResponse(path.open("rb")))(rf.get("/th/")) for _ in range(2)]
    assert [b"".join(answer) for answer in answers] == [b"a", b"a"]
    for answer in answers:
        answer.close()


def test_many_at_once_let_one_make_the_page(maker):
    """The others wait for it; nobody asks the database meanwhile, so this holds on both."""
    asked = page_store.Asked("page:one", "")
    answers, begun = [], threading.Event()

    def slowly(request):
        begun.set()
        time.sleep(0.2)

    maker.during = slowly
    request = maker.rf.get("/th/")

    def ask():
        answers.append(maker.store._made_once(request, asked).content[:6])

    threads = [threading.Thread(target=ask) for _ in range(8)]
    threads[0].start()
    begun.wait(5)
    for thread in threads[1:]:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [b"page 1"] * 8


def test_nobody_waits_for_what_will_not_be_kept_or_takes_too_long(maker, monkeypatch):
    """Who has waited makes the page alone, and never waits longer than the bound."""
    monkeypatch.setattr(page_store, "WAIT", 0.1)
    asked, request = page_store.Asked("page:one", ""), maker.rf.get("/th/")
    assert caches["pages"].add(f"making:{asked.key}", 1, 9)
    began = time.monotonic()
    assert maker.store._made_once(request, asked).content.startswith(b"page 1")
    assert time.monotonic() - began < 5
    assert caches["pages"].get(f"making:{asked.key}"), "it is another's"
    caches["pages"].clear()
    maker.answer["status"] = 404
    for number in (2, 3):
        assert maker.store._made_once(request, asked).content.startswith(f"page {number}".encode())
    assert caches["pages"].get(f"making:{asked.key}") is None


def test_a_fault_leaves_no_turn_behind(maker):
    def fail(request):
        raise ValueError

    maker.during = fail
    with pytest.raises(ValueError):
        maker.get()
    maker.during = lambda request: None
    assert [maker.get(), maker.get()] == ["page 1", "page 1"]


# ---- The whole portal


def test_a_kept_page_is_the_page_with_all_its_headers(client, django_assert_num_queries):
    world.article(slug="one")
    for path in ("/th/", "/en/news/one/", "/th/news/feed/", "/th/data/cities.csv", "/sitemap.xml", "/robots.txt"):
        for taken in ({}, BROWSER, {"HTTP_ACCEPT_ENCODING": "gzip"}, {"HTTP_ACCEPT_ENCODING": "identity"}):
            caches["pages"].clear()
            first = client.get(path, **taken)
            with django_assert_num_queries(1):
                second = client.get(path, **taken)
            assert first.status_code == second.status_code == 200 and first.content == second.content, path
            assert dict(first.items()) == dict(second.items()), path
            assert "Content-Security-Policy" in second and "X-Content-Type-Options" in second
            with django_assert_num_queries(1):
                again = client.get(path, **taken, HTTP_IF_NONE_MATCH=second["ETag"])
            assert again.status_code == 304 and again.content == b""
            assert again["ETag"].removeprefix("W/") == second["ETag"].removeprefix("W/")
            assert again["Cache-Control"].startswith("public")


def test_every_public_page_is_kept_but_where_readers_write(client, settings):
    """One question when it is asked again, whatever it shows; a new page is among them by itself. In one language."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    for model in publishable_models():
        made(model)
    made_again = set()
    addresses = public_addresses()
    assert not unread(addresses)
    for address in addresses:
        if not address.startswith("/en/") and client.get(address).status_code == 200:
            asked = page_store.asked_for(client.get(address).wsgi_request)
            if not asked or not page_store.kept_answer(asked):
                made_again.add(address)
    assert made_again == {"/th/contact/", "/th/alerts/"}


def test_an_officer_sees_what_is_made_now_and_leaves_nothing_behind(client):
    officer = signed_in()
    assert client.get("/th/").status_code == 200
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_store, "kept_answer", lambda asked: pytest.fail("a kept page"))
        before = dict(caches["pages"]._cache)
        assert officer.get("/th/").status_code == officer.get("/th/news/").status_code == 200
        assert dict(caches["pages"]._cache) == before


def test_a_form_has_a_token_of_its_own_each_time():
    seen = {Client().get("/th/contact/").cookies["portal_csrf"].value for _ in range(3)}
    assert len(seen) == 3


def test_without_the_database_the_answer_is_the_same_as_without_the_store(client, monkeypatch):
    def away(*args):
        raise DatabaseError

    client.get("/th/")
    monkeypatch.setattr(page_store, "content_now", away)
    assert client.get("/th/").status_code == 200
    monkeypatch.undo()
    assert client.get("/th/", HTTP_HOST="elsewhere.example").status_code == 400


def test_the_age_of_a_kept_page_is_told_anew(client):
    """What was made half a minute before midnight must not say so a second before it."""
    world.article(publish_at=timezone.now() + timedelta(seconds=300))
    first = client.get("/th/")["Cache-Control"]
    with pytest.MonkeyPatch.context() as patch:
        now = timezone.now()
        patch.setattr(timezone, "now", lambda: now + timedelta(seconds=295))
        assert client.get("/th/")["Cache-Control"] != first
