"""Links to many records in an order."""

import pytest

from relations.models import Photo
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown():
    Photo.objects.bulk_create([Photo(subject=world.city(), image="photos/a/a.jpg")])
    return Photo.objects.get()


@pytest.fixture
def people():
    """So many that a set of their keys has an order of its own."""
    return [world.person() for _number in range(9)]


def order_of(photo) -> list:
    [fetched] = Photo.objects.prefetch_related("people")
    assert list(photo.people.all()) == list(fetched.people.all())
    return list(photo.people.all())


def test_links_stand_as_they_were_set_each_once_and_what_is_added_comes_last(shown, people):
    shown.people.set([*people[8:3:-1], people[8]])
    assert order_of(shown) == people[8:3:-1]
    shown.people.add(people[2], people[6], people[0], people[1])
    assert order_of(shown) == [*people[8:3:-1], people[2], people[0], people[1]]
    shown.people.remove(people[8])
    shown.people.set([people[1].pk, people[7].pk], clear=True)
    assert order_of(shown) == [people[1], people[7]]
    people[0].photos.add(shown)
    assert order_of(shown) == [people[1], people[7], people[0]]


def test_what_stands_before_the_first_change_is_left_as_it_is(shown, people):
    shown.people.set(people[:4])
    rows = list(Photo.people.through.objects.order_by("pk").values_list("pk", flat=True))
    shown.people.set([*people[:2], people[3], people[2]])
    kept = list(Photo.people.through.objects.order_by("pk").values_list("pk", flat=True))
    assert kept[:2] == rows[:2] and min(kept[2:]) > max(rows)
    shown.people.set(order_of(shown))
    assert list(Photo.people.through.objects.order_by("pk").values_list("pk", flat=True)) == kept


def test_another_order_can_be_asked_for(shown, people):
    shown.people.set(people[::-1])
    assert list(shown.people.order_by("pk")) == people and shown.people.count() == 9
    assert list(shown.people.filter(photos=shown)) == people[::-1]
