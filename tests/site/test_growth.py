"""Pages ask the same queries however much there is to show: every kind of page, with 10 articles and with 60."""

import logging

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction

from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.caching import publishable_models
from iad_portal.workshop import bench
from iad_portal.workshop.sample import run
from tests.site.checks import MOST_QUERIES, one_connection

FEW, MANY = 10, 60
WARM_UP = [row for row in bench.ROWS if row.name in ("home", "news feed", "search, common word")]
# Of many results a search goes down its ladder rung by rung until a page is full: a query each, ten rungs in all.
# Of nothing it reads the query in other ways, one after another.
LADDERS, AT_MOST_THERE = ("search, common word", "search, golden set", "search, rare words"), 18


def queries(rows: list[bench.Row] = bench.ROWS) -> dict[str, int]:
    """The number of SQL queries of each kind of page, as `make bench` counts them: of one in Thai, the next in English.

    A language chooses columns and words, not queries.
    """
    application, turn = WSGIHandler(), {row.name: LANGUAGES[number % 2] for number, row in enumerate(bench.ROWS)}
    found = [(row.name, address) for row, code, address in bench.addresses(rows) if code in ("", turn[row.name])]
    with one_connection():
        return {name: len(bench.queries_of(application, address)) for name, address in found}


def with_sample(articles: int) -> dict[str, int]:
    """The same with a sample of so many articles and everything in proportion beside what is there."""
    with transaction.atomic():
        run.make(articles, pictures=1, width=330)
        queries(WARM_UP[:1])  # once a version of the content: when it changes by itself, and the shelf lives
        counted = queries()
        transaction.set_rollback(True)
    return counted


@pytest.mark.django_db
def test_no_page_asks_more_when_there_is_more(starting_data, settings, tmp_path, caplog):
    """Beside the starting data, which asks no more either; never more than MOST_QUERIES."""
    settings.MEDIA_ROOT = tmp_path
    caplog.set_level(logging.ERROR, "django.request")
    # What is asked once in the life of a process: kinds of records, the site's name, what the database can do.
    ContentType.objects.get_for_models(*apps.get_models()), queries(WARM_UP)
    start, few, many = queries(), with_sample(FEW), with_sample(MANY)
    limits = dict.fromkeys(LADDERS, AT_MOST_THERE)
    most = {page: limits.get(page, MOST_QUERIES) for page in many}
    assert {page: asked for page, asked in (start | many).items() if asked > most[page]} == {}
    plain = [page for page in many if page not in LADDERS]
    # Rows of a kind are asked for when there is one: a sample whose agreement promised nothing asks for less.
    assert {page: (few.get(page), many[page]) for page in plain if few.get(page, 0) < many[page]} == {}
    assert {page: (start[page], many[page]) for page in start if start[page] > many[page]} == {}
    assert len(many) == len(bench.ROWS)


def test_every_kind_finds_its_scheduled_records_by_an_index():
    """Every page asks for the next scheduled moment: without the index it would read every table whole."""
    without = [
        model
        for model in publishable_models()
        if not any(index.fields == ["publish_at"] and index.condition for index in model._meta.indexes)
    ]
    assert without == []
