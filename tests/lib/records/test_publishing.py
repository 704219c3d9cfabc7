"""Who may see a record, and from when."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from iad_portal.lib.records.publishing import (
    LISTED,
    READABLE,
    known_codes,
    publishable_constraints,
    publishable_indexes,
    raise_version,
    visible,
)
from iad_portal.lib.records.unit_of_work import unit_of_work
from networks.models import Membership, Network, Role
from relations.models import Agreement, City, CityKind, Country, Figure, Instrument
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


@pytest.mark.parametrize(("seconds", "has_come"), [(-1, False), (0, True), (1, True)])
@pytest.mark.parametrize("status", ["published", "withdrawn"])
def test_a_record_comes_with_its_moment_not_before(status, seconds, has_come):
    """A second before, at the very moment, a second after: lists, the page, and the condition asked of a relation."""
    moment = timezone.now() + HOUR
    city, at = world.city("edo", status=status, publish_at=moment), moment + timedelta(seconds=seconds)
    world.agreement(city)
    is_listed = has_come and status == "published"
    assert City.objects.published(at).exists() == city.is_published(at) == is_listed
    assert City.objects.readable(at).exists() == city.is_readable(at) == has_come
    assert Agreement.objects.filter(visible(LISTED, at, "city__")).exists() == is_listed
    assert Agreement.objects.filter(visible(READABLE, at, "city__")).exists() == has_come
    assert City.objects.scheduled(at).exists() != has_come


def test_scheduled_is_what_will_appear_whatever_a_draft_says():
    moment = timezone.now() + HOUR
    made = {status: world.city(status, status=status, publish_at=moment) for status in ("published", "withdrawn")}
    world.city("draft", status="draft", publish_at=moment), world.city("at-once")
    assert set(City.objects.scheduled()) == set(made.values())


def test_ever_published_is_what_lists_show_now_or_later():
    now, later = world.city("now"), world.city("later", publish_at=timezone.now() + HOUR)
    world.city("draft", status="draft"), world.city("gone", status="withdrawn")
    assert set(City.objects.ever_published()) == {now, later}


def test_many_records_made_at_once_note_their_publication_too():
    """Given as they come, and passed on with all that Django understands."""
    world.country("JP")
    facts = [("a", "published"), ("b", "draft")]
    rows = (City(slug=slug, name_th=slug, country_id="JP", kind="city", status=status) for slug, status in facts)
    made = City.objects.bulk_create(rows, 1)
    assert [(record.slug, record.was_public) for record in made] == [("a", True), ("b", False)]
    again = City(slug="a", name_th="a", country_id="JP", kind="city", status="published")
    City.objects.bulk_create([again], ignore_conflicts=True)
    assert sorted(City.objects.values_list("slug", "was_public")) == [("a", True), ("b", False)]


def test_what_was_public_is_read_from_the_table_not_from_an_older_copy():
    """Two officers opened a draft; one published it; the other saves a draft again."""
    city = world.city("edo", status="draft")
    older = City.objects.get()
    city.status = "published"
    city.save()
    older.save()
    assert older.was_public and older.first_published_at == city.first_published_at
    assert City.objects.values_list("was_public", "status").get() == (True, "draft")


def test_a_record_that_somebody_deleted_meanwhile_begins_anew():
    city = world.city("edo", status="draft")
    City.objects.all().delete()
    assert raise_version(city) == 1


def test_readers_saw_it_change_at_its_last_save_or_its_first_publication():
    now = timezone.now()
    for saved, published, changed in [(now, None, now), (now, now - HOUR, now), (now, now + HOUR, now + HOUR)]:
        assert City(updated_at=saved, first_published_at=published).changed_at == changed


def test_both_texts_are_not_held_back_once_it_is_published():
    for status, is_refused in [("published", True), ("draft", False)]:
        city = City(status=status, name_th="ก", name_en="A", hold_th=True, hold_en=True)
        if is_refused:
            with pytest.raises(ValidationError) as refused:
                city.clean()
            assert set(refused.value.message_dict) <= {"hold_th", "hold_en"}
        else:
            city.clean()


def test_deleting_a_part_tells_what_went_and_its_owner_knows_the_new_version():
    figure = world.figure(world.city("edo"))
    owner = figure.owner
    assert owner == figure.subject and owner.version == 2
    assert figure.delete() == (1, {"relations.Figure": 1})
    assert owner.version == City.objects.get().version == 3


def test_a_part_that_cannot_be_stored_changes_nothing():
    city = world.city("edo")
    with pytest.raises(IntegrityError), transaction.atomic():
        Figure.objects.create(subject=city, measure="nonsense", value=1)
    assert City.objects.get().version == 1


def test_a_part_of_a_country_goes_as_it_came():
    figure = world.figure(world.country("JP"))
    figure.delete()
    assert not Figure.objects.exists() and Country.objects.exists()


def test_the_rule_of_states_names_the_column_and_says_what_to_do():
    [rule] = publishable_constraints("thing")
    assert (rule.name, rule.condition) == ("thing_status_known", Q(status__in=["draft", "published", "withdrawn"]))
    with translation.override("en"):
        assert str(rule.violation_error_message) == "Choose one of the options in the list."


def test_the_rule_of_codes_stands_beside_its_field():
    rule = known_codes("kind", CityKind, "thing_kind")
    assert (rule.name, rule.condition, tuple(rule.beside)) == ("thing_kind", Q(kind__in=CityKind.values), ("kind",))
    assert "" not in CityKind.values


def test_only_rows_with_a_moment_of_their_own_are_in_the_index():
    [index] = publishable_indexes("thing")
    assert (index.fields, index.name) == (["publish_at"], "thing_publish_at")
    assert index.condition == Q(publish_at__isnull=False)


def test_a_save_of_some_columns_leaves_the_others_as_they_are_stored():
    """Of a record and of its part."""
    network = world.network(name_th="เดิม", website="")
    role = Role.objects.create(network=network, title_th="เดิม", holder_th="")
    Network.objects.update(name_th="ใหม่"), Role.objects.update(title_th="ใหม่")
    network.website, role.holder_th = "https://example.org/", "ผู้ว่าฯ"
    network.save(update_fields=["website"]), role.save(update_fields=["holder_th"])
    assert Network.objects.values_list("name_th", "website").get() == ("ใหม่", "https://example.org/")
    assert Role.objects.values_list("title_th", "holder_th").get() == ("ใหม่", "ผู้ว่าฯ")


def test_a_new_record_is_not_looked_for_before_it_is_stored():
    world.country("JP")
    with CaptureQueriesContext(connection) as asked:
        world.city("edo")
    assert not any("SELECT" in query["sql"] and 'FROM "relations_city"' in query["sql"] for query in asked)


def test_a_record_that_was_deleted_and_is_saved_again_was_never_public():
    city = world.city("edo", status="draft")
    City.objects.all().delete()
    city.was_public, city.first_published_at = True, timezone.now() - HOUR
    city.save()
    assert City.objects.values_list("was_public", "first_published_at", "version").get() == (False, None, 1)


def test_one_unit_of_work_counts_once_for_each_record():
    """Two records of one key and different kinds are two; a row and its record are one change of the record."""
    city = world.city("edo")
    network = world.network(pk=city.pk, member=False)
    Role.objects.create(network=network, title_th="ประธาน")
    with unit_of_work():
        city.save()
        Role.objects.create(network=network, title_th="กรรมการ")
        Network.objects.get().save()
        network.save()
    assert (City.objects.get().version, Network.objects.get().version, network.version) == (2, 3, 3)


def test_what_came_out_at_this_very_moment_has_come_out():
    now = timezone.now()
    with patch("django.utils.timezone.now", return_value=now):
        city = world.city("edo", publish_at=now)
        city.status = "draft"
        city.save()
    assert City.objects.values_list("was_public", "first_published_at").get() == (True, now)


@pytest.mark.parametrize(
    ("code", "language", "label"), [(Instrument.MOU, "en", "Memorandum of understanding"), ("strange", "th", "strange")]
)
def test_the_label_of_a_code_is_in_the_readers_language(code, language, label):
    with translation.override(language):
        assert Agreement(instrument=code).get_instrument_display() == label
