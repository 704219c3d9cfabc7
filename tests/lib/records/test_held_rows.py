"""The stored row of a record: read once in a unit of work, and its version raised once."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from iad_portal.lib.records.held_rows import columns_of, held
from iad_portal.lib.records.publishing import raise_version
from iad_portal.lib.records.unit_of_work import unit_of_work
from relations.models import Agency, City
from tests import world

pytestmark = pytest.mark.django_db


def test_each_base_names_its_columns():
    own = {"slug", "version", "was_public", "first_published_at", "th_behind_since", "en_behind_since"}
    texts = {f"{text}_{side}" for text in ("name", "pin_place", "profile", "withdrawn_notice") for side in ("th", "en")}
    assert set(columns_of(City)) == own | texts
    assert columns_of(Agency) == ()


def test_it_is_read_once_in_a_unit_and_each_time_outside():
    city = world.city("edo")
    with unit_of_work(), CaptureQueriesContext(connection) as asked:
        assert held(city) == held(city)
    assert len(asked) == 1
    with CaptureQueriesContext(connection) as asked:
        held(city), held(city)
    assert len(asked) == 2


def test_what_is_stored_nowhere_is_none():
    assert held(City(pk=0)) is None and raise_version(City(pk=0)) == 1


def test_a_unit_raises_the_version_once():
    """Its own save and its rows are one change of the record; each unit of its own counts."""
    city = world.city("edo")
    with unit_of_work():
        world.figure(city)
        city.save()
        world.figure(city)
    assert (city.version, City.objects.get().version) == (2, 2)
    city.save()
    world.figure(city)
    assert (city.version, City.objects.get().version) == (4, 4)


def test_a_new_record_with_its_rows_has_the_first_version():
    with unit_of_work():
        world.figure(world.city("edo"))
    assert City.objects.get().version == 1


def test_a_version_that_was_rolled_back_is_raised_again():
    city = world.city("edo")
    with unit_of_work():
        try:
            with transaction.atomic():
                world.figure(city)
                raise RuntimeError
        except RuntimeError:
            assert City.objects.get().version == 1
        world.figure(City.objects.get())
    assert City.objects.get().version == 2


def test_an_old_copy_neither_lowers_the_version_nor_forgets_a_publication():
    city = world.city("edo", status="draft")
    old = City.objects.get()
    city.status = "published"
    city.save()
    with unit_of_work():
        old.save()
        old.save()
    stored = City.objects.get()
    assert stored.version == 3 and stored.was_public and stored.first_published_at == city.first_published_at


def test_an_update_of_some_fields_notes_only_those():
    city = world.city("edo")
    with unit_of_work():
        city.slug, city.name_en = "yedo", "Yedo"
        city.save(update_fields=["name_en"])
        assert held(city)["slug"] == "edo"
