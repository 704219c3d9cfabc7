"""The list of exchanges, and the ties worked out from agreements."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.utils import translation

from iad_portal.lib.dates import calendar
from iad_portal.office.models import SearchEntry
from relations.models import Instrument, Photo, Standing
from relations.pages.citations import SourceList
from relations.pages.exchanges import FEW, exchange_visits, listed_exchanges
from relations.pages.ties import Ties
from tests import world
from tests.lib.media.pictures import encoded
from tests.site.checks import shown_text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def visits(city):
    exchanges = listed_exchanges("city", city)
    return exchange_visits(exchanges, SourceList(exchanges), page_of=city)


def test_rows_say_who_took_part_and_with_what_outcome(django_assert_num_queries):
    here, there = world.city("here"), world.city("there", name_en="Over <There>")
    made = world.exchange(here, there, world.city("secret", status="draft"), outcome_en="A plan", headcount=1200)
    made.people.add(world.person(name_en="Somchai", rank_en="Dr"))
    world.cite(made)
    with django_assert_num_queries(4):  # the exchanges with people, and with all their cities; the sources
        row = visits(here).rows[0]
    assert row.who == (
        '<a href="/en/cities/there/">Over &lt;There&gt;</a>, <span class="name">Dr Somchai</span> and 1,200 people'
    )
    assert row.sources == [1] and str(row.outcome) == "A plan"


def test_who_took_part_and_what_it_was_about_are_two_things():
    """A city that was only spoken of is no participant; a draft is named in neither."""
    lisbon, porto = world.city("lisbon", name_en="Lisbon"), world.city("porto", name_en="Porto")
    world.exchange(porto, about=[lisbon, world.city("draft", status="draft")])
    row = visits(lisbon).rows[0]
    assert "Porto" in row.who and "Lisbon" not in row.who
    assert row.about == 'About <a href="/en/cities/lisbon/">Lisbon</a>'


@pytest.mark.search_index
def test_the_page_of_a_city_tells_what_was_about_it_once(client):
    """Also where it took part as well; search finds the line by the city, open data has both."""
    lisbon, porto = world.city("lisbon", name_en="Lisbon"), world.city("porto", name_en="Porto")
    made = world.exchange(porto, about=[lisbon, porto], title_en="Ambassador’s call", code="call")
    for slug, told in (("lisbon", "About <a"), ("porto", "Lisbon")):
        response = client.get(f"/en/cities/{slug}/")
        assert shown_text(response).count("Ambassador’s call") == 1 and told in response.content.decode()
    assert "Ambassador" in client.get("/en/search/?q=lisbon&kind=exchange").content.decode()
    row = client.get("/en/data/exchanges.json").json()["rows"][0]
    assert (row["cities"], set(row["about_cities"].split(";"))) == ("porto", {"lisbon", "porto"})
    made.cities.clear()
    assert SearchEntry.objects.get(kind="exchange").address("th").startswith("/th/cities/")


def test_a_long_list_is_cut_and_opens_undated_last(client):
    city = world.city("cebu")
    world.exchange(city, starts_on=None, title_en="Undated")
    for number in range(FEW + 1):
        world.exchange(city, starts_on=f"201{number}-01-01")
    found = visits(city)
    assert len(found.rows) == FEW and [str(row.title) for row in found.more][-1] == "Undated"
    assert found.more_label == f"See all {FEW + 2} entries"
    folded = client.get("/en/cities/cebu/").content.decode().split('<details class="more">')[1].split("</details>")[0]
    assert "Undated" in folded and "date not recorded" in folded


def test_without_exchanges_there_is_no_list():
    assert visits(world.city("cebu")) is None


TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("agreements", "standing", "first"),
    [
        ([], Standing.OTHER, None),
        ([{}], Standing.PARTNER, None),
        ([{"signed_on": "1990"}, {"signed_on": "1962-02-19"}, {}], Standing.PARTNER, "1962-02-19"),
        ([{"signed_on": "2006-02"}, {"signed_on": "2006-02-08"}], Standing.PARTNER, "2006-02-08"),
        ([{"signed_on": "1990", "expires_on": "1995"}], Standing.FORMER, "1990"),
        ([{"signed_on": "2027-01-01"}], Standing.OTHER, None),
        ([{"signed_on": "2000", "instrument": Instrument.LETTER_OF_INTENT}], Standing.OTHER, None),
    ],
)
def test_what_a_city_is_to_bangkok(monkeypatch, agreements, standing, first):
    monkeypatch.setattr(calendar, "today", lambda: TODAY)
    city = world.city()
    for facts in agreements:
        world.agreement(city, **facts)
    ties = Ties(list(city.agreements.all()), TODAY)
    assert ties.standing == standing
    assert (ties.first_on.iso if ties.first_on else None) == first


@pytest.mark.parametrize(
    ("signed_on", "at", "anniversary"),
    [
        ("1962-02-19", TODAY, (date(2027, 2, 19), 65)),
        ("1962-11-22", TODAY, (TODAY, 64)),
        ("2004-02-29", TODAY, (date(2027, 3, 1), 23)),
        ("2026-11-22", TODAY, (date(2027, 11, 22), 1)),
        ("1962-02", TODAY, None),
        (None, TODAY, None),
    ],
)
def test_the_next_anniversary_needs_a_whole_date(signed_on, at, anniversary):
    city = world.city()
    world.agreement(city, signed_on=signed_on)
    assert Ties(list(city.agreements.all()), at).next_anniversary() == anniversary


@pytest.mark.parametrize(
    ("at", "anniversary"), [(date(2026, 2, 8), (date(2026, 2, 8), 20)), (TODAY, (date(2031, 2, 8), 25))]
)
def test_the_next_marked_anniversary_is_of_five_years(at, anniversary):
    city = world.city()
    world.agreement(city, signed_on="2006-02-08")
    assert Ties(list(city.agreements.all()), at).next_round_anniversary() == anniversary


def test_photos_of_an_exchange_stand_on_the_pages_of_its_cities(client, db, settings):
    """Those of a draft do not."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    city = world.city("edo")
    for title, status in (("ภาพการเยือน", "published"), ("ภาพในร่าง", "draft")):
        visit = world.exchange(city, status=status)
        Photo.objects.create(subject=visit, alt_th=title, image=ContentFile(encoded(), "a.jpg"))
    html = client.get("/th/cities/edo/").content.decode()
    assert "ภาพการเยือน" in html and "ภาพในร่าง" not in html
