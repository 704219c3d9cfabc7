"""Rows are given to the records of a list by one query."""

import pytest

from networks.models import Commitment
from relations.pages.commitments import give_notes
from relations.pages.exchanges import give_people
from tests import world

pytestmark = pytest.mark.django_db


def test_each_record_gets_its_own_in_their_order(django_assert_num_queries):
    first, second, alone = (world.exchange(world.city(slug)) for slug in ("a", "b", "c"))
    people = [world.person(name_th=name, sort_th=name) for name in ("ข", "ก")]
    first.people.set(people)
    second.people.set(people[:1])
    with django_assert_num_queries(1):
        give_people([first, second, alone])
    assert first.shown_people == people[::-1] and second.shown_people == people[:1] and alone.shown_people == []


def test_nothing_is_asked_for_no_record(django_assert_num_queries):
    with django_assert_num_queries(0):
        give_people([])


def test_a_row_knows_its_record_without_asking(django_assert_num_queries):
    made = Commitment.objects.create(code="a", framework="both", title_en="A", meeting=world.meeting())
    made.notes.create(noted_on="2020-01-01", state="agreed")
    give_notes([made])
    with django_assert_num_queries(0):
        assert made.notes_so_far[0].commitment is made
