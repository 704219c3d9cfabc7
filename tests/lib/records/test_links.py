"""The links of a record: read in one query, once in a unit of work."""

import pytest

from iad_portal.lib.records.links import linked_keys
from iad_portal.lib.records.unit_of_work import unit_of_work
from relations.models import Exchange
from tests import world

pytestmark = pytest.mark.django_db


def test_a_unit_reads_the_links_once_and_anew_when_one_has_changed(django_assert_num_queries):
    """From either side."""
    edo, osaka = world.city("edo"), world.city("osaka")
    visit, names = world.exchange(edo), ["cities", "people"]
    with unit_of_work():
        with django_assert_num_queries(1):
            assert linked_keys(visit, names) == linked_keys(visit, names) == {"cities": [edo.pk], "people": []}
        visit.cities.set([osaka])
        assert linked_keys(visit, names)["cities"] == [osaka.pk]
        osaka.exchanges.clear()
        assert linked_keys(visit, names)["cities"] == []


def test_outside_a_unit_nothing_is_remembered(django_assert_num_queries):
    visit = world.exchange(world.city("edo"))
    with django_assert_num_queries(2):
        linked_keys(visit, ["cities"]), linked_keys(visit, ["cities"])


def test_a_record_that_is_not_stored_has_no_links(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert linked_keys(Exchange(), ["cities"]) == {"cities": []}
