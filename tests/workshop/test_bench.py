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
from iad_portal.workshop import bench, short_bench
from iad_portal.workshop.short_bench import Cost
from news.models import Newsletter
from tests import world
from tests.site.checks import one_connection

pytestmark = pytest.mark.django_db
# Addresses that show no page of their own, redirects, files, the desk; and the thanks for one message alone.
NOT_MEASURED = {
    "root", "robots", "media", "set_admin_language", "legacy_set_lang", "legacy_internews", "styleguide",
    "contact_sent", "readyz", "preview", "preview_file", "embargo", "embargo_file", "record_link",
    "office_calendar",
    "news:alert_confirm", "news:alert_leave", "news:alert_manage",
    "short_article", "share",
    "news:article_media", "networks:meeting_media", "relations:agreement_media",
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
    (
        world.exchange(world.washington(), embassies=[world.embassy()]),
        world.meeting(),
        world.article(event_on="2019-05-20"),
    )
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
    assert thai.ratio > 1 and thai.repeated_queries == thai.queries  # nothing is kept in tests
    assert 0 < thai.median_ms <= thai.p95_ms and thai.brotli < thai.gzip < thai.bytes
    with pytest.raises(RuntimeError, match="answered 404, not 200"):
        list(bench.measure(WSGIHandler(), 1, [bench.Row("gone", lambda: "/th/nothing-is-here/")]))


def test_what_was_made_is_forgotten_and_what_is_repeated_was_kept(kept_pages):
    """So the two figures of one page tell of two things."""
    thai, _english = bench.measure(WSGIHandler(), 3, [bench.Row("about", bench.at("about"))])
    assert thai.repeated_queries < thai.queries and thai.repeated_cpu_ms < thai.cpu_ms


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
    small, by_hand = kept["compared_with"]["small template"], kept["compared_with"]["list of 20, by hand"]
    assert 0 < kept["compared_with"]["bare view"] < small < by_hand
    assert "median ms" in said.getvalue() and "\nhome " in said.getvalue()
    assert bench.fullest_year() == "" == bench.fullest(bench.City, "exchanges")()
    with pytest.raises(CommandError):
        call_command("bench", "--requests", "0")
    monkeypatch.setattr(bench, "addresses", lambda rows=bench.ROWS: [(rows[0], "th", "/th/nothing-is-here/")])
    with pytest.raises(CommandError, match="answered 404"):
        call_command("bench", "--folder", str(tmp_path), stdout=said)
    assert logging.getLogger("django.request").level == level


def test_a_page_is_dearer_by_its_calls_or_beside_all_others():
    """A busy machine makes every page dearer; a page of which nothing is kept is none."""
    before = {page: Cost(1000, 10.0) for page in ("a", "b", "c", "d")}
    busy = {page: Cost(1200, 20.0) for page in before} | {"new": Cost(9000, 90.0)}
    assert short_bench.dearer(busy, before) == []
    assert short_bench.dearer(busy | {"b": Cost(1200, 31.0), "c": Cost(1300, 20.0)}, before) == ["b", "c"]


def test_what_seems_dearer_is_looked_at_again():
    before = {page: Cost(1000, 10.0) for page in ("a", "b", "c", "d", "e")}
    looks = [before | {"a": Cost(1000, 18.0), "b": Cost(1000, 18.0)}, {"a": Cost(1000, 11.0), "b": Cost(1000, 19.0)}]
    looks.append({"b": Cost(1000, 17.0)})
    found = short_bench.look_again(lambda _pages: dict(looks.pop(0)), before)
    assert not looks and short_bench.dearer(found, before) == ["b"]
    assert found["a"].ratio == 11.0 and found["b"].ratio == 17.0


def test_the_short_bench_fails_where_a_page_became_dearer(monkeypatch, tmp_path):
    """It asks the real pages, and every page that it asks has figures in the repository."""
    assert set(short_bench.read()) == set(short_bench.PAGES) <= {row.name for row in bench.ROWS}
    monkeypatch.setattr(short_bench, "PAGES", ("about", "contact"))
    monkeypatch.setattr(short_bench, "KEPT", tmp_path / "costs.json")
    short_bench.keep({"about": Cost(1, 1e6), "contact": Cost(10**9, 1e6)})
    with pytest.raises(CommandError, match=r"Dearer than they were: about[.]"):
        call_command("bench", "--short", stdout=StringIO())
    call_command("bench", "--short", "--keep", stdout=StringIO())
    assert set(short_bench.read()) == {"about", "contact"}
    call_command("bench", "--short", stdout=StringIO())
