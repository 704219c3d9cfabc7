"""The home page: computed, in both languages, in a fixed number of queries."""

from datetime import timedelta

import pytest

from iad_portal.lib.dates import calendar
from tests import world
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db


def test_totals_are_counted_from_the_records(client):
    """Two partners in two countries, one of them without a date: said in the reader's calendar."""
    (
        world.bangkok(),
        world.washington(),
        world.agreement(world.city("hue")),
        world.network("citynet"),
        world.embassy("JP"),
    )
    world.city("no-tie")
    html = client.get("/en/").content.decode()
    assert '<b class="nobr">2 cities</b> in <b class="nobr">2 countries</b>' in html
    assert "since 1962" in html and "1 of the cities is counted although no source records its date" in html
    assert "2505" in client.get("/th/").content.decode()


def test_drafts_are_nowhere(client):
    """Neither in totals nor in lists."""
    city = world.city("secret", status="draft")
    world.agreement(city, signed_on="2015-01-01"), world.article("secret-news", status="draft")
    world.meeting("secret-meeting", status="draft"), world.network("secret-net", status="draft")
    assert "secret" not in client.get("/en/").content.decode()


def test_an_empty_house_still_has_a_home_page(client):
    """Before anything is loaded."""
    assert client.get("/th/").status_code == client.get("/en/").status_code == 200


def test_years_are_those_of_the_reader(client):
    """Everything on it. Names without numbers: the world's own may look like a year."""
    world.washington(), world.article("arrival"), world.meeting("talks")
    assert_one_era(client, "")


def test_queries_do_not_grow(client):
    """With everything it shows."""

    def add(number):
        world.agreement(world.city(f"c{number}"), signed_on="2015-01-01"), world.article(), world.network()
        world.meeting(host_city=world.city())

    grows_not(client, "/th/", add)


@pytest.mark.parametrize(
    ("accept", "leads_to"),
    [("en-GB,en;q=0.9", "/en/"), ("th", "/th/"), ("fr", "/th/"), ("", "/th/"), ("fr,en;q=0.5", "/en/")],
)
def test_the_root_sends_the_visitor_on(client, accept, leads_to):
    """By Accept-Language, Thai at last; no cookie."""
    response = client.get("/", headers={"accept-language": accept})
    assert (response.status_code, response["Location"]) == (302, leads_to)
    assert "Accept-Language" in response["Vary"] and not response.cookies


def test_what_comes_next_joins_meetings_and_anniversaries_by_day(client):
    """Each under its own name; of a tie known to its year only no day is computed."""
    today = calendar.today()
    world.agreement(world.city("hue", name_en="Hue"), signed_on=(today - timedelta(days=380)).isoformat())
    world.agreement(world.city("aichi", name_en="Aichi"), signed_on="2015")
    world.meeting(title_en="Summit", starts_on=(today + timedelta(days=400)).isoformat(), ends_on=None)
    coming = client.get("/en/").content.decode().split('aria-labelledby="coming"')[1].split("</section>")[0]
    assert coming.index("2 years of ties with Hue") < coming.index("Summit")
    assert "Aichi" not in coming


def test_a_room_without_records_says_so(client):
    """No bare heading over nothing."""
    html = client.get("/en/").content.decode()
    assert html.count('class="empty"') == 4 and "City networks" not in html


def test_a_lead_without_a_photo_shows_where_it_leads(client):
    """The way to the city abroad that the newest article speaks of; none for one at home."""
    world.article(published_on="2020-01-01").cities.add(world.bangkok())
    assert "news__map" not in client.get("/en/").content.decode()
    world.article(published_on="2021-01-01").cities.add(world.washington())
    assert 'aria-label="Map: Bangkok and Washington, D.C."' in client.get("/en/").content.decode()
