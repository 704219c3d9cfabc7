"""A renamed record keeps its old name: found by search, shown where something was signed under it."""

import re

import pytest

from relations.models import Alias, City, Country
from tests import world
from tests.desk.desk import desk_url, signed_in, untouched
from tests.site.checks import assert_queries

pytestmark = pytest.mark.django_db


def renamed(record, keep: bool = True, **names):
    """The desk after an officer gave `record` other `names`; gives the answer."""
    client, url = signed_in(), desk_url(type(record), "change", record.pk)
    data = untouched(client, url, type(record)) | names
    if not keep:
        del data["keep_old_name"]
    answer = client.post(url, data, follow=True)
    assert answer.redirect_chain, "the form was refused"
    return answer


def names_of(record) -> list[tuple]:
    """The other names of `record`: name, language, kind."""
    return list(Alias.objects.of(record).order_by("language").values_list("name", "language", "kind"))


RECORDS = {
    "city": lambda: world.city("saigon", name_th="ไซ่ง่อน", name_en="Saigon"),
    "network": lambda: world.network(name_th="ไซ่ง่อน", name_en="Saigon"),
    "embassy": lambda: world.embassy(name_th="ไซ่ง่อน", name_en="Saigon"),
    "agency": lambda: world.agency(name_th="ไซ่ง่อน", name_en="Saigon"),
    "person": lambda: world.person(name_th="ไซ่ง่อน", name_en="Saigon"),
    "country": lambda: Country.objects.create(iso="VN", iso3="VNM", name_th="ไซ่ง่อน", name_en="Saigon", region="asean"),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_both_old_names_become_historical_ones_and_that_is_told(kind):
    """On every kind of record that has other names; the names that stayed are not repeated."""
    record = RECORDS[kind]()
    html = renamed(record, name_th="นครโฮจิมินห์").content.decode()
    assert names_of(record) == [("ไซ่ง่อน", "th", "historical")] and "“ไซ่ง่อน”" in html


def test_a_mended_misspelling_is_no_historical_name():
    """Unticked, nothing is kept; nor where the name is there already, or only its letters' case changed."""
    city = RECORDS["city"]()
    renamed(city, keep=False, name_en="Saigonn")
    assert names_of(city) == []


@pytest.mark.search_index
def test_the_old_name_is_found_and_stands_on_what_was_signed_under_it(client):
    """An agreement signed later shows only today's name; a draft city's old name is given to nobody."""
    city = RECORDS["city"]()
    world.agreement(city, number=7, signed_on="1970-05-01"), world.agreement(city, number=8, signed_on="2012-05-01")
    renamed(city, name_th="นครโฮจิมินห์", name_en="Ho Chi Minh City")
    Alias.objects.of(city).update(until="1976-01-01", until_precision="year")
    assert "/en/cities/saigon/" in client.get("/en/search/?q=saigon").content.decode()
    old, new = (client.get(f"/en/agreements/{number}/").content.decode() for number in (7, 8))
    assert "Ho Chi Minh City" in old and "(signed as Saigon)" in re.sub("</?span>", "", old)
    assert "Ho Chi Minh City" in new and "signed as" not in new
    assert "ไซ่ง่อน" in client.get("/th/agreements/7/").content.decode()
    City.objects.update(status="draft")
    assert "Saigon</" not in client.get("/en/agreements/7/").content.decode()
    assert_queries(client, "/en/agreements/7/")


def test_of_several_old_names_the_one_of_the_day_is_shown(client):
    """The historical name that ended first after the signing; in the other language when only that is known."""
    city = world.city("edo", name_en="Tokyo")
    for name, until in (("Edo", "1868"), ("Tokei", "1890"), ("Tōkyō-shi", "1943")):
        Alias.objects.create(subject=city, name=name, language="en", kind="historical", until=until)
    Alias.objects.create(subject=city, name="Yedo", language="en", kind="historical")
    world.agreement(city, number=7, signed_on="1880"), world.agreement(city, number=8)
    assert '(ลงนามในนาม <span lang="en">Tokei</span>)' in client.get("/th/agreements/7/").content.decode()
    assert "signed as" not in client.get("/en/agreements/8/").content.decode()
