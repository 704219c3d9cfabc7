"""`make bench` measures every kind of page there is, and keeps what it found with the machine it belongs to."""

import json
import logging
from io import StringIO

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import CommandError, call_command
from django.urls import get_resolver
from django.utils import translation

from iad_portal.office.models import Page
from iad_portal.workshop import bench
from news.models import Newsletter
from tests import world
from tests.site.checks import one_connection

pytestmark = pytest.mark.django_db
# Addresses that show no page of their own, redirects, files, the desk; and the thanks for one message alone.
NOT_MEASURED = {
    "root", "robots", "media", "set_admin_language", "legacy_set_lang", "legacy_internews", "styleguide",
    "contact_sent", "readyz",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _one_connection(db):
    with one_connection():
        yield


def public_names(resolver, space="") -> set[str]:
    """The names of all addresses but the admin's."""
    names = set()
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            names |= public_names(pattern, inner) if pattern.namespace != "admin" else set()
        elif pattern.name:
            names.add(f"{space}{pattern.name}")
    return names


def test_every_kind_of_page_has_its_row():
    """A new page is measured too; the world here has one record of each kind."""
    world.exchange(world.washington(), embassies=[world.embassy()]), world.meeting(), world.article()
    world.network(), world.project(world.plan()), world.agency()
    page = {"title_th": "หน้า", "title_en": "Page", **world.PUBLISHED}
    Page.objects.create(slug="page", **page), Newsletter.objects.create(slug="one", volume=1, number=1, **page)
    resolver = get_resolver()
    measured = set()
    for row, language, address in bench.addresses():
        if row.status == 200:
            with translation.override(language or "th"):
                measured.add(resolver.resolve(address.split("?")[0]).view_name)
    assert public_names(resolver) - NOT_MEASURED == measured


def test_it_measures_and_refuses_a_wrong_answer():
    """Queries, times and sizes of an address; a page that answers otherwise than it should stops it."""
    rows = [bench.Row("home", bench.at("home")), bench.Row("health", bench.at("healthz"), in_both_languages=False)]
    thai, english, health = bench.measure(WSGIHandler(), 3, rows)
    assert (thai.language, english.language, health.language) == ("th", "en", "")
    assert thai.status == 200 and 0 < thai.queries <= 12 and thai.requests == 3
    assert 0 < thai.median_ms <= thai.p95_ms and thai.brotli < thai.gzip < thai.bytes
    with pytest.raises(RuntimeError, match="answered 404, not 200"):
        list(bench.measure(WSGIHandler(), 1, [bench.Row("gone", lambda: "/th/nothing-is-here/")]))


def test_a_row_of_many_addresses_asks_each_of_them():
    """Once at least; its queries are those of the dearest."""
    row = bench.Row("search", bench.at("search"), others=lambda: [bench.at("search", query="?q=a")()] * 6)
    thai, english = bench.measure(WSGIHandler(), 1, [row])
    assert thai.requests == english.requests == 7 and thai.queries > 3
    with translation.override("en"):
        assert len(bench.golden_queries()) > 100 and bench.golden_queries()[0].startswith("/en/search/?q=")


def test_the_command_prints_a_table_and_keeps_a_file(tmp_path, monkeypatch):
    """With the circumstances; pages without a record are left out. The log is afterwards what it was."""
    level = logging.getLogger("django.request").level
    monkeypatch.setattr(bench, "addresses", lambda rows=bench.ROWS: [(rows[0], "th", "/th/")])
    said = StringIO()
    call_command("bench", "--requests", "1", "--folder", str(tmp_path), stdout=said)
    kept = json.loads(next(tmp_path.glob("*.json")).read_text())
    assert kept["pages"][0]["page"] == "home" and kept["records"]["news.Article"] == 0 and kept["cores"] >= 1
    assert "median ms" in said.getvalue() and "\nhome " in said.getvalue()
    assert bench.fullest_year() == "" == bench.fullest(bench.City, "exchanges")()
    with pytest.raises(CommandError):
        call_command("bench", "--requests", "0")
    monkeypatch.setattr(bench, "addresses", lambda rows=bench.ROWS: [(rows[0], "th", "/th/nothing-is-here/")])
    with pytest.raises(CommandError, match="answered 404"):
        call_command("bench", "--folder", str(tmp_path), stdout=said)
    assert logging.getLogger("django.request").level == level
