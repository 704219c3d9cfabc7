"""No public page reads a table that grows from end to end: PostgreSQL finds what it shows by an index."""

import json
import logging
from collections import defaultdict

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.workshop import bench
from tests.site.checks import one_connection

pytestmark = [
    pytest.mark.no_cover,
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL for its plans"),
]
# What the office adds to for as long as it works, with what hangs on it. Networks, embassies, plans and the office's
# pages are some hundreds at most, and their registers are shown whole.
GROWING = {
    "iad_portal_searchentry",
    "iad_portal_searchslip",
    "iad_portal_searchword",
    "networks_meeting",
    "networks_participation",
    "networks_commitment",
    "news_article",
    "news_article_cities",
    "plans_project",
    "relations_agreement",
    "relations_citation",
    "relations_document",
    "relations_exchange",
    "relations_exchange_cities",
    "relations_photo",
}
# What counts or shows every record of a kind reads them all, and no index spares it that: page -> tables.
MAY_SCAN = {
    "agreements": {"relations_agreement"},  # the number of all, beside the number of those that are shown
    "dataset": {"relations_agreement"},  # how many rows its files have
    "meetings": {"networks_meeting"},  # as agreements
    "sitemap": {"networks_meeting", "relations_agreement"},  # how many parts there are
    "sources": GROWING,  # on which sources any published record leans
}


def plans_of(address: str) -> list[dict]:
    """How PostgreSQL would answer each query of one reading."""
    asked = []

    def note(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        bench.ask(WSGIHandler(), address)
    with connection.cursor() as cursor:
        return [_plan(cursor, *query) for query in asked if query[0].startswith(("SELECT", "WITH"))]


def _plan(cursor, sql: str, params: tuple) -> dict:
    cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
    [found] = cursor.fetchone()
    return (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]


def scanned(plan: dict) -> set[str]:
    """The tables that a plan reads from end to end."""
    own = {plan["Relation Name"]} if plan["Node Type"] == "Seq Scan" else set()
    return own.union(*map(scanned, plan.get("Plans", ())))


@pytest.fixture
def avoiding():
    """PostgreSQL avoids to scan: it then scans where no index serves, however few rows there are."""
    with one_connection(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield


def test_no_page_scans_a_table_that_grows(starting_data, avoiding, caplog):
    caplog.set_level(logging.ERROR, "django.request")
    found = defaultdict(set)
    for row, language, address in bench.addresses():
        if language in ("", LANGUAGES[0]):
            for plan in plans_of(address):
                found[row.name] |= scanned(plan) & GROWING - MAY_SCAN.get(row.name, set())
    assert {page: tables for page, tables in found.items() if tables} == {}


def test_a_scan_is_seen(avoiding):
    """And every table that is watched is there."""
    with connection.cursor() as cursor:
        assert scanned(_plan(cursor, "SELECT * FROM news_article WHERE version = %s", (1,))) == {"news_article"}
        assert scanned(_plan(cursor, "SELECT * FROM news_article WHERE slug = %s", ("one",))) == set()
        assert set(connection.introspection.table_names(cursor)) >= GROWING
