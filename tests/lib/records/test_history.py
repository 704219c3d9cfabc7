"""One revision number for all that one unit of work changed."""

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from iad_portal.lib.records.history import current_user
from iad_portal.lib.records.unit_of_work import unit_of_work
from relations.models import Revision
from tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.history]


def test_all_changes_of_one_scope_share_unit_of_work():
    """A record, its part and another record: one number, one label, one officer."""
    officer = User.objects.create(username="officer")
    with unit_of_work("a test", officer):
        city = world.city("edo")
        world.figure(city)
        world.network("citynet")
    numbers = {
        row.revision_id for row in [*city.history.all(), *world.Figure.history.all(), *world.Network.history.all()]
    }
    assert len(numbers) == 1
    revision = Revision.objects.get(pk=numbers.pop())
    assert (revision.label, revision.user) == ("a test", officer)
    assert city.history.get().history_user == officer


def test_a_save_outside_any_scope_takes_its_own_revision():
    """Two saves, two revisions."""
    city = world.city("edo")
    city.save()
    assert len({row.revision_id for row in city.history.all()}) == 2


def test_a_rolled_back_savepoint_does_not_leave_a_dangling_number():
    """The next row of the scope takes a new revision."""
    with unit_of_work("a test"):
        try:
            with transaction.atomic():
                world.city("lost")
                raise RuntimeError
        except RuntimeError:
            pass
        city = world.city("kept")
    assert Revision.objects.filter(pk=city.history.get().revision_id).exists()


def test_both_languages_are_in_the_history():
    """A change of the English name alone is recorded."""
    city = world.city("edo")
    city.name_en = "Yedo"
    city.save()
    assert [row.name_en for row in city.history.all()] == ["Yedo", "City edo"]


def test_nobody_anonymous_is_named():
    """Commands and visitors leave the officer empty."""
    with unit_of_work("a visit", AnonymousUser()):
        assert current_user() is None
    assert current_user() is None


def test_the_history_of_a_record_keeps_its_links():
    """Each row as they stood then, in one query for all kinds of links."""
    city, network, article = world.city("edo"), world.network("citynet"), world.article("news")
    with unit_of_work():
        article.cities.add(city)
        article.networks.add(network)
    article.cities.clear()
    latest, both, *_before = article.history.all()
    assert [row.city for row in both.cities.all()] == [city] and [row.network for row in both.networks.all()] == [
        network
    ]
    assert not latest.cities.exists() and latest.networks.get().network == network
    with CaptureQueriesContext(connection) as asked:
        article.save()
    assert len([query for query in asked.captured_queries if "UNION ALL" in query["sql"]]) == 1
    assert article.history.first().networks.get().network == network


def test_the_class_that_asks_for_history_is_made_once():
    """For all records of all kinds: making one costs more than a query."""
    made = {type(model.history) for model in (world.City, world.Network, world.Article)}
    assert made == {type(world.city().history)}
