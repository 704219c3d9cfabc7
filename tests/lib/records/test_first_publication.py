"""The moment of first publication: noted once, by every way, and never moved again."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone

from relations.models import City
from tests import world

pytestmark = pytest.mark.django_db
NOW = timezone.make_aware(timezone.datetime(2026, 11, 22, 12))
DAY = timedelta(days=1)


def at(moment):
    """Let the clock stand at `moment`."""
    return patch("django.utils.timezone.now", return_value=moment)


def saved(city, moment, **facts):
    """`city` as another officer opens it, changed and saved at `moment`; gives its noted moment as stored."""
    city = City.objects.get(pk=city.pk)
    for name, value in facts.items():
        setattr(city, name, value)
    with at(moment):
        city.save()
    return City.objects.get(pk=city.pk).first_published_at


def test_a_draft_notes_nothing_until_it_is_published():
    """And then the moment of that save, not of its beginning."""
    with at(NOW - 21 * DAY):
        city = world.city(status="draft")
    assert city.first_published_at is None
    assert saved(city, NOW, status="published") == NOW


@pytest.mark.parametrize("status", ["published", "draft", "withdrawn"])
def test_no_later_save_withdrawal_or_return_moves_it(status):
    """Neither a save of a few columns, nor an old copy of the draft in another officer's hands."""
    city = world.city(status="draft")
    old = City.objects.get(pk=city.pk)
    saved(city, NOW, status="published")
    assert saved(city, NOW + DAY, status=status) == NOW
    assert saved(city, NOW + 2 * DAY, status="published", publish_at=NOW + 2 * DAY) == NOW
    old.first_published_at = NOW - 90 * DAY
    old.save(update_fields=["website"])
    assert City.objects.get(pk=city.pk).first_published_at == NOW


def test_a_scheduled_record_is_first_published_at_its_moment():
    """Which may still be moved, or given up, until it has come."""
    with at(NOW):
        city = world.city(publish_at=NOW + DAY)
    assert city.first_published_at == NOW + DAY
    assert saved(city, NOW, publish_at=NOW + 3 * DAY) == NOW + 3 * DAY
    assert saved(city, NOW, status="draft") is None
    assert saved(city, NOW, status="published", publish_at=NOW - 9 * DAY) == NOW, "nobody saw it nine days ago"


def test_what_was_public_elsewhere_is_no_publication_of_today():
    """Unless its moment is known; a return changes nothing of that."""
    city = world.city(was_public=True)
    assert saved(city, NOW, status="draft") is None
    assert saved(city, NOW + DAY, status="published") is None
    assert world.city(first_published_at=NOW - 90 * DAY).first_published_at == NOW - 90 * DAY


def test_rows_written_in_bulk_note_it_too():
    """As a save does."""
    country = world.country("JP")
    rows = [City(slug=slug, country=country, status=slug) for slug in ("draft", "published")]
    with at(NOW):
        City.objects.bulk_create(rows)
    assert dict(City.objects.values_list("slug", "first_published_at")) == {"draft": None, "published": NOW}


def test_readers_saw_a_change_at_the_last_save_or_at_the_first_publication():
    """Whichever came later."""
    with at(NOW):
        city = world.city(publish_at=NOW + DAY)
        assert city.changed_at == NOW + DAY
        world.city(was_public=True)
    assert saved(city, NOW + 2 * DAY) and City.objects.get(pk=city.pk).changed_at == NOW + 2 * DAY
