"""Two officers at one record: which version a form was opened on, and what the second is told."""

import re

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.versions import SeenField, VersionForm, version_of
from networks.models import Network, Role
from relations.models import City, Country
from tests import world

from .desk import as_sent, desk_url, signed_in
from .test_saving import edited

pytestmark = pytest.mark.django_db


def conflict(answer) -> str:
    """What the refused form says of the other officer's save, without its markup."""
    [sentence] = answer.context["adminform"].form.non_field_errors()
    return " ".join(re.sub(r"<[^>]+>", " ", sentence).split())


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
def test_between_check_and_save_the_row_is_held(make):
    record = make()
    with CaptureQueriesContext(connection) as asked, transaction.atomic():
        version_of(record, lock=True)
    table = record._meta.db_table
    assert any(table in query["sql"] for query in asked.captured_queries)
    if connection.features.has_select_for_update:
        assert any("FOR UPDATE" in query["sql"] and table in query["sql"] for query in asked.captured_queries)


def test_the_version_never_counts_as_a_change():
    assert SeenField(required=False).has_changed(1, "2") is False


def test_a_form_carries_the_version_that_it_shows():
    client, city = signed_in(), world.city()
    city.save()
    assert as_sent(client.get(desk_url(City, "change", city.pk)), City)["seen"] == "2"
    assert "seen" not in as_sent(client.get(desk_url(City, "add")), City)


def test_the_second_is_told_who_when_and_what_in_one_sentence():
    malee, somchai, city = signed_in("malee"), signed_in("somchai"), world.city("edo", website="")
    his = as_sent(somchai.get(desk_url(City, "change", city.pk)), City)
    edited(malee, city, name_th="เอโดะ", website="https://edo.example.org/")
    told = somchai.post(desk_url(City, "change", city.pk), his)
    said = conflict(told)
    when = format_moment(city.history.first().history_date, "th")
    assert said.startswith(f"malee บันทึกรายการนี้เมื่อ {when} ")
    assert "ชื่อ (ไทย): เอโดะ" in said and "เว็บไซต์: https://edo.example.org/" in said
    assert f'<a href="{desk_url(City, "history", city.pk)}">ประวัติการแก้ไข</a>' in told.content.decode()
    assert as_sent(told, City)["seen"] == str(City.objects.get().version), "saving again means it"


def test_what_was_emptied_is_told_as_a_dash_and_six_changes_at_most():
    malee, somchai = signed_in("malee"), signed_in("somchai")
    network = world.network(aims_th="ก", aims_en="A", note_th="ข", note_en="B", website="https://example.org/")
    page = somchai.get(desk_url(Network, "change", network.pk))
    emptied = {"aims_th": "", "aims_en": "", "note_th": "", "note_en": "", "website": "", "founded_on": "2546"}
    edited(malee, network, name_en="Other", **emptied)
    told = somchai.post(desk_url(Network, "change", network.pk), as_sent(page, Network))
    said = re.search(r'<span class="conflict">(.*?)</span>', told.content.decode()).group(1)
    assert re.fullmatch(r"[^:;X]+: [^;X]+(; [^:;X]+: [^;X]+){5}", said) and ": –" in said


def test_a_save_of_no_officer_is_somebody_elses():
    somchai, city = signed_in("somchai"), world.city()
    page = somchai.get(desk_url(City, "change", city.pk))
    city.name_th = "อื่น"
    city.save()
    told = somchai.post(desk_url(City, "change", city.pk), as_sent(page, City))
    assert conflict(told).startswith("ผู้อื่น บันทึกรายการนี้เมื่อ ")


def test_a_save_of_which_no_history_is_left_is_told_without_its_moment():
    somchai, city = signed_in("somchai"), world.city()
    page = somchai.get(desk_url(City, "change", city.pk))
    City.objects.update(version=9), City.history.all().delete()
    told = somchai.post(desk_url(City, "change", city.pk), as_sent(page, City))
    assert conflict(told).startswith("ผู้อื่น บันทึกรายการนี้เมื่อ หลังจากที่ท่าน")


def test_only_the_latest_save_is_told():
    malee, somchai, city = signed_in("malee"), signed_in("somchai"), world.city(website="")
    page = somchai.get(desk_url(City, "change", city.pk))
    edited(malee, city, name_th="แรก")
    edited(malee, city, website="https://example.org/")
    said = conflict(somchai.post(desk_url(City, "change", city.pk), as_sent(page, City)))
    assert "https://example.org/" in said and "แรก" not in said


def test_rows_that_the_same_save_changed_are_told_with_it():
    malee, somchai, network = signed_in("malee"), signed_in("somchai"), world.network()
    role = Role.objects.create(network=network, title_th="ประธาน")
    page = somchai.get(desk_url(Network, "change", network.pk))
    data = as_sent(malee.get(desk_url(Network, "change", network.pk)), Network)
    assert data["roles-0-id"] == str(role.pk)
    answer = malee.post(
        desk_url(Network, "change", network.pk), data | {"roles-0-title_th": "กรรมการ", "aims_th": "ใหม่"}
    )
    assert answer.status_code == 302
    said = conflict(somchai.post(desk_url(Network, "change", network.pk), as_sent(page, Network)))
    assert "กรรมการ" in said and "ใหม่" in said


def test_a_form_without_its_version_asks_nothing():
    """As a script may send it; and the same version is no conflict."""
    client, city = signed_in(), world.city()
    data = as_sent(client.get(desk_url(City, "change", city.pk)), City)
    city.save()
    assert client.post(desk_url(City, "change", city.pk), data | {"seen": ""}).status_code == 302
    assert User.objects.count() == 1 and City.objects.get().version == 3


class Plain(VersionForm):
    """The form of a country outside the desk, which gives it no rows of history."""

    class Meta:
        model = Country
        fields = ("name_th",)


def test_a_new_record_has_no_version_to_compare():
    assert "seen" not in Plain().initial and "seen" in Plain(instance=world.country("JP")).initial


def test_outside_the_desk_the_record_s_own_history_tells():
    country = world.country("JP")
    seen = version_of(country)
    country.name_th = "ญี่ปุ่นใหม่"
    country.save()
    form = Plain({"name_th": "ญี่ปุ่น", "seen": str(seen)}, instance=Country.objects.get())
    assert not form.is_valid() and "ญี่ปุ่นใหม่" in form.non_field_errors()[0]
    assert form.data["seen"] == str(version_of(country))
