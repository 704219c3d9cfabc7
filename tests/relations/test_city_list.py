"""The list of cities."""

import pytest

from relations.models import Instrument
from tests import world
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db
URL = "/en/cities/"


def test_partners_are_counted_and_shown_with_their_first_year(client):
    world.washington()
    world.agreement(world.city("aichi", name_th="จังหวัดไอจิ", name_en="Aichi"))
    page = client.get(URL).content.decode()
    assert "Bangkok has ties with 2 cities in 2 countries: 1 with a date on record, 1 with a date to be added" in page
    assert 'from <time datetime="1962">1962</time>' in page and "year to be added" in page
    assert page.count('href="/en/cities/aichi/"') == 1  # the map beside the list is a picture


def test_thai_reader_gets_thai_names_and_the_buddhist_era(client):
    world.washington()
    page = client.get("/th/cities/").content.decode()
    assert "กรุงวอชิงตัน ดี.ซี." in page and 'ตั้งแต่ <time datetime="1962">2505</time>' in page
    assert_one_era(client, "cities/")


def test_drafts_and_withdrawn_cities_are_absent(client):
    world.agreement(world.city("secret-one", status="draft"))
    world.agreement(world.city("secret-two", status="withdrawn"))
    world.agreement(world.city("open"), status="draft")
    page = client.get(URL, {"state": "all"}).content.decode()
    assert "secret" not in page
    assert "0 cities in 0 countries" in page


def test_a_missing_name_falls_back_and_is_marked(client):
    world.agreement(world.city("tokyo", name_en=""))
    assert 'href="/en/cities/tokyo/"><span lang="th">' in client.get(URL).content.decode()


def listed(client, **filters) -> list[str]:
    response = client.get(URL, filters, follow=True)
    assert response.status_code == 200
    return [city.url.split("/")[3] for group in response.context["groups"] for city in group.entries]


@pytest.fixture
def three_cities():
    world.agreement(world.city("partner", "US"), signed_on="1990", instrument=Instrument.PROTOCOL)
    world.agreement(world.city("former", "JP"), signed_on="1980", expires_on="1985")
    world.city("host", "HU")
    world.bangkok()


@pytest.mark.parametrize(
    ("filters", "slugs"),
    [
        ({}, ["partner"]),
        ({"state": "former"}, ["former"]),
        ({"state": "other"}, ["host"]),
        ({"state": "all"}, ["former", "host", "partner"]),
        ({"state": "all", "sort": "name"}, ["former", "host", "partner"]),
        ({"state": "all", "sort": "date"}, ["former", "partner", "host"]),
        ({"state": "all", "country": "HU"}, ["host"]),
        ({"state": "all", "region": "americas"}, ["partner"]),
        ({"instrument": "protocol"}, ["partner"]),
        ({"instrument": "mou"}, []),
        ({"state": "nonsense", "country": "\x00", "sort": "9" * 5000}, ["partner"]),
    ],
)
def test_filters_and_orders(client, three_cities, filters, slugs):
    assert listed(client, **filters) == slugs


def test_the_form_stands_there_only_where_it_is_stated_and_the_state_where_states_are_mixed(client, three_cities):
    world.agreement(world.city("plain", "US"), signed_on="1990", instrument=Instrument.NOT_STATED)
    partners = {city.url: city.form for group in client.get(URL).context["groups"] for city in group.entries}
    assert partners == {"/en/cities/partner/": "Protocol", "/en/cities/plain/": ""}
    everything = client.get(URL, {"state": "all"}).content.decode()
    assert "Partner city · Protocol" in everything and "Former partner city" in everything


def test_the_map_holds_the_cities_of_the_list(client, three_cities):
    context = client.get(URL, {"state": "all"}).context
    pins = {pin.key for pin in context["map"].worldmap.pins}
    assert pins == {"partner", "former", "host"}


def test_a_city_without_a_place_is_listed_all_the_same(client):
    world.agreement(world.city("nowhere", latitude=None, longitude=None))
    assert listed(client) == ["nowhere"]


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999", "2"])
def test_a_page_that_is_not_there_is_a_404(client, page):
    assert client.get(URL, {"page": page}).status_code == 404


def test_only_reading_is_allowed(client):
    assert client.post(URL).status_code == 405


def test_queries_do_not_grow(client):
    grows_not(client, URL, lambda number: world.agreement(world.city(), signed_on=f"{1960 + number}"))


def test_more_cities_than_a_map_can_name_are_only_listed(client, monkeypatch, three_cities):
    monkeypatch.setattr("relations.pages.city_list.ON_A_MAP", 2)
    response = client.get(URL, {"state": "all"})
    assert response.context["map"] is None and b"map--small" not in response.content
