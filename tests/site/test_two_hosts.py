"""Two processes, each with pages of its own, on one database: the next request in one sees a save in the other."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.cache import caches
from django.db import connection, connections
from django.test import Client

from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.office import page_store
from news.models import Article
from tests import world
from tests.databases import connect

pytestmark = pytest.mark.django_db(transaction=True)


def serve(pipe, name: object) -> None:
    """Be another host: answer each address that comes through `pipe` with the page, and whether it was kept before."""
    connections["default"] = connect(name)  # that of the tests belongs to their process
    made: list[str] = []
    may_be_kept = page_store.may_be_kept
    page_store.may_be_kept = lambda request, answer: made.append(request.path) or may_be_kept(request, answer)
    client = Client()
    while address := pipe.recv():
        made.clear()
        pipe.send((client.get(address).content.decode(), not made))
    connections["default"].close()


@contextmanager
def on_one_database(folder: Path) -> Iterator[object]:
    """The name of a database that another process can read, too, and to which the tests speak: of SQLite, a file."""
    if connection.vendor != "sqlite":
        yield connection.settings_dict["NAME"]
        return
    name, own = folder / "portal.sqlite3", connections["default"]
    name.write_bytes(own.connection.serialize())
    connections["default"] = connect(name)
    try:
        yield name
    finally:
        connections["default"].close()
        connections["default"] = own


@pytest.fixture
def other_host(kept_pages, tmp_path) -> Iterator[Callable[[str], tuple[str, bool]]]:
    """Ask a second host for an address."""
    processes = multiprocessing.get_context("fork")
    with on_one_database(tmp_path) as name:
        here, there = processes.Pipe()
        host = processes.Process(target=serve, args=(there, name), daemon=True)
        host.start()

        def ask(address: str) -> tuple[str, bool]:
            here.send(address)
            assert here.poll(60), "the other host does not answer"
            return here.recv()

        yield ask
        here.send("")
        host.join(30)


def test_a_save_here_is_seen_by_the_next_request_there(other_host, client):
    article = world.article(slug="one", title_th="พาดหัวแรก")
    for address in ("/th/news/one/", "/th/news/"):
        assert [other_host(address)[1] for _ in range(2)] == [False, True]
    ways = {
        "พาดหัวสอง": lambda words: (setattr(article, "title_th", words), article.save()),
        "พาดหัวสาม": lambda words: Article.objects.update(title_th=words),
    }
    for words, save in ways.items():
        with unit_of_work():
            save(words)
            assert words not in other_host("/th/news/one/")[0], "it is not committed"
            assert words in client.get("/th/news/one/").content.decode(), "who saves sees it"
        for address in ("/th/news/one/", "/th/news/"):
            text, was_kept = other_host(address)
            assert words in text and not was_kept
            assert other_host(address) == (text, True)
            assert words in client.get(address).content.decode()
    article.refresh_from_db()
    article.status = "draft"
    article.save()
    assert "พาดหัวสาม" not in other_host("/th/news/")[0] + other_host("/th/news/one/")[0]
    assert caches["pages"]._size[0], "this host keeps pages of its own"
