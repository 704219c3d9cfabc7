"""Who may see a record, and from when."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from iad_portal.lib.records.publishing import known_codes
from networks.models import Membership, Role
from relations.models import City, CityKind
from tests import world

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)

# state, hours until publish_at (None: at once), listed, readable
CASES = [
    ("draft", None, False, False),
    ("published", None, True, True),
    ("published", -1, True, True),
    ("published", 1, False, False),
    ("withdrawn", None, False, True),
    ("withdrawn", 1, False, False),
]


@pytest.mark.parametrize(("status", "hours", "listed", "readable"), CASES)
def test_two_questions(status, hours, listed, readable):
    """The querysets and the record itself answer alike."""
    moment = None if hours is None else timezone.now() + hours * HOUR
    city = world.city("edo", status=status, publish_at=moment)
    assert City.objects.published().filter(pk=city.pk).exists() == city.is_published() == listed
    assert City.objects.readable().filter(pk=city.pk).exists() == city.is_readable() == readable


def test_a_scheduled_record_appears_at_its_moment_without_a_job():
    """Only the clock decides."""
    city = world.city("edo", publish_at=timezone.now() + HOUR)
    assert list(City.objects.scheduled()) == [city]
    assert list(City.objects.published(timezone.now() + 2 * HOUR)) == [city]
    assert city.is_published(timezone.now() + 2 * HOUR)


def test_every_save_raises_the_version_also_with_update_fields():
    """The number in memory is the number stored."""
    city = world.city("edo")
    assert (city.version, city.is_withdrawn) == (1, False)
    city.save()
    city.save(update_fields=["website"])
    assert city.version == City.objects.get(pk=city.pk).version == 3


def test_a_change_of_a_part_counts_as_a_change_of_its_record():
    """Saving and deleting a figure or a role both raise the version of what they belong to."""
    network = world.network("citynet")
    before = type(network).objects.get().version
    role = Role.objects.create(network=network, title_th="ประธาน")
    role.delete()
    assert type(network).objects.get().version == before + 2
    city = world.city("edo")
    world.figure(city)
    assert City.objects.get(pk=city.pk).version == 2


def test_a_part_of_a_record_without_versions_is_simply_saved():
    """Countries keep no version."""
    assert world.figure(world.country("JP")).pk
    assert Membership.objects.count() == 0


def test_unknown_states_never_reach_the_table():
    """The database itself refuses them."""
    with pytest.raises(IntegrityError), transaction.atomic():
        world.city("edo", status="secret")


def test_known_codes_may_allow_an_empty_one():
    """A constraint for an optional code."""
    assert ("kind__in", [*CityKind.values, ""]) in known_codes("kind", CityKind, "x", blank=True).condition.children
