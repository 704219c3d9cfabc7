"""Two officers at one record: what a form carries of how it was opened."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from iad_portal.lib.desk.marks import Opened, mark_of, read_back, written_out
from iad_portal.lib.desk.versions import SeenField, VersionForm, version_of
from relations.models import City, Country
from tests import world

from .desk import desk_url, signed_in, untouched

pytestmark = pytest.mark.django_db


def test_a_version_is_the_count_of_saves():
    city = world.city()
    City.objects.get().save()
    assert (city.version, version_of(city)) == (1, 2)
    City.objects.all().delete()
    assert version_of(city) == 0


def test_where_no_saves_are_counted_the_latest_row_of_history_is_the_version():
    country = world.country("JP")
    country.save()
    rows = list(country.history.values_list("history_id", flat=True))
    assert version_of(country) == max(rows) and len(rows) == 2
    Country.history.all().delete()
    assert version_of(country) == 0


@pytest.mark.parametrize("make", [world.city, lambda: world.country("JP")])
def test_between_comparison_and_save_the_row_is_held(make):
    client, record = signed_in(), make()
    url = desk_url(type(record), "change", record.pk)
    data = untouched(client, url, type(record))
    with CaptureQueriesContext(connection) as asked:
        assert client.post(url, data).status_code == 302
    table = record._meta.db_table
    if connection.features.has_select_for_update:
        assert any("FOR UPDATE" in query["sql"] and table in query["sql"] for query in asked.captured_queries)


def test_what_a_form_carries_never_counts_as_a_change():
    assert SeenField(required=False).has_changed("a", "b") is False


def test_a_form_carries_what_it_shows():
    client, city = signed_in(), world.city()
    opened = read_back(untouched(client, desk_url(City, "change", city.pk), City)["seen"])
    assert opened.own["name_th"] == mark_of(City._meta.get_field("name_th"), city.name_th)
    assert "seen" not in untouched(client, desk_url(City, "add"), City)


def test_a_form_without_its_version_asks_nothing():
    """As a script may send it."""
    client, city = signed_in(), world.city()
    data = untouched(client, desk_url(City, "change", city.pk), City)
    city.save()
    assert client.post(desk_url(City, "change", city.pk), data | {"seen": ""}).status_code == 302
    assert User.objects.count() == 1 and City.objects.get().version == 3


class Plain(VersionForm):
    """The form of a country outside the desk."""

    class Meta:
        model = Country
        fields = ("name_th",)


def test_a_new_record_has_nothing_to_compare():
    assert not Plain({"name_th": "ญี่ปุ่น", "seen": "x"}).merge.choices


def test_outside_the_desk_what_differs_is_refused_too():
    country = world.country("JP")
    typed = QueryDict(mutable=True)
    typed.update({"name_th": "ญี่ปุ่นใหม่", "seen": written_out(Opened({"name_th": "other"}))})
    form = Plain(typed, instance=country)
    assert not form.is_valid() and "name_th" in form.errors
