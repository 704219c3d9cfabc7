"""A kept query answers what its queryset would answer now, whatever was asked before."""

import gc
import tracemalloc
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone, translation

from iad_portal.lib.claims import shelf_life
from iad_portal.lib.records import kept_queries
from iad_portal.lib.records.kept_queries import kept_query
from relations.models import Agreement, City, ShelfLife
from tests.world import agreement, city

pytestmark = pytest.mark.django_db
built = []


@kept_query
def _published(order):
    built.append(order)
    return City.objects.published().select_related("country").order_by(order)


@kept_query
def _named(*, slug):
    return City.objects.published().filter(slug=slug)


@kept_query
def _among(*, cities):
    return Agreement.objects.published().filter(city__pk__in=cities).order_by("number")


@kept_query
def _confirmed():
    return Agreement.objects.published().in_claim_state("confirmed")


@pytest.fixture(autouse=True)
def nothing_kept():
    kept_queries._plans.clear()
    built.clear()


def slugs(rows):
    return [row.slug for row in rows]


def test_it_is_put_together_once_and_asked_each_time(django_assert_num_queries):
    city(slug="aa")
    assert slugs(_published("slug")) == ["aa"]
    city(slug="bb")
    with django_assert_num_queries(1):
        assert [one.country.iso for one in _published("slug").rows()] == ["JP", "JP"]
    assert slugs(_published("-slug")) == ["bb", "aa"]
    assert built == ["slug", "-slug"]


def test_what_is_scheduled_appears_at_its_moment_although_the_query_is_older(monkeypatch):
    moment = timezone.now() + timedelta(hours=1)
    city(slug="later", publish_at=moment)
    assert _published("slug").count() == 0
    monkeypatch.setattr(timezone, "now", lambda: moment)
    assert _published("slug").count() == 1


def test_arguments_by_name_are_filled_in_each_time():
    city(slug="aa"), city(slug="bb")
    assert [_named(slug=slug).first().slug for slug in ("aa", "bb")] == ["aa", "bb"]
    assert _named(slug="cc").first() is None
    assert len(kept_queries._plans) == 1


def test_lists_of_many_lengths_share_a_few_queries():
    cities = [city(slug=f"c{number}") for number in range(5)]
    papers = [agreement(one) for one in cities]
    for number in range(6):
        assert _among(cities=cities[:number]).rows() == papers[:number]
    assert len(kept_queries._plans) == 5  # of none, one, two, four, eight


def test_count_first_and_a_part_are_those_of_the_queryset():
    for slug in ("aa", "bb", "cc"):
        city(slug=slug)
    found, queryset = _published("slug"), City.objects.published().order_by("slug")
    assert (found.count(), found.first(), found[1:3]) == (queryset.count(), queryset.first(), list(queryset[1:3]))


def test_each_language_and_each_set_of_shelf_lives_has_its_own():
    paper = agreement(signed_on=timezone.localdate() - timedelta(days=365 * 3))
    for language in ("th", "en"):
        with translation.override(language):
            assert _confirmed().rows() == [paper]
    assert len(kept_queries._plans) == 2
    ShelfLife.objects.update_or_create(kind="agreement", defaults={"years": 1})
    shelf_life.read_again()
    assert _confirmed().rows() == []


def test_no_more_than_so_many_are_kept(monkeypatch):
    monkeypatch.setattr(kept_queries, "MOST", 2)
    for order in ("slug", "-slug", "pk", "slug"):
        _published(order).rows()
    assert (len(kept_queries._plans), built) == (2, ["slug", "-slug", "pk", "slug"])


def test_a_long_list_takes_little_more_room_than_a_short_one():
    """The conditions of a written query are forgotten, its SQL and its places stay."""
    sizes = []
    for number in (4, 128):
        gc.collect()
        tracemalloc.start()
        _among(cities=range(number)).rows()
        gc.collect()
        sizes.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
    assert sizes[1] - sizes[0] < 30_000


def test_the_rows_know_the_record_they_belong_to(django_assert_num_queries):
    one = city()
    agreement(one)
    with django_assert_num_queries(1):
        (row,) = _among(cities=[one]).rows(city=one)
        assert row.city is one


def test_the_sql_is_that_of_the_queryset():
    asked = []
    with connection.execute_wrapper(lambda execute, sql, *rest: asked.append(sql) or execute(sql, *rest)):
        _published("slug").rows()
        list(City.objects.published().select_related("country").order_by("slug"))
    assert asked[0] == asked[1]
