"""The list of exchanges, and the ties worked out from agreements."""

from datetime import date

import pytest
from django.utils import translation

from iad_portal.lib.dates import calendar
from iad_portal.office.models import SearchEntry
from relations.models import Exchange, Instrument, Standing
from relations.pages.citations import SourceList
from relations.pages.exchanges import LONG, exchange_caption, exchange_ledger, listed_exchanges
from relations.pages.ties import Ties
from tests import world
from tests.site.checks import shown_text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def ledger(page_of=None) -> dict:
    exchanges = listed_exchanges(Exchange.objects.all())
    return exchange_ledger(exchanges, SourceList(exchanges), exchange_caption(exchanges), page_of=page_of)


def test_rows_say_who_took_part_and_with_what_outcome(django_assert_num_queries):
    here, there = world.city("here"), world.city("there", name_en="Over <There>")
    made = world.exchange(here, there, world.city("secret", status="draft"), outcome_en="A plan", headcount=1200)
    made.people.add(world.person(name_en="Somchai", rank_en="Dr"))
    world.cite(made)
    with django_assert_num_queries(4):  # the exchanges with people, and with all their cities; the sources
        row = ledger(page_of=here).groups[0].rows[0]
    who = row.cells[2].value
    assert who == '<a href="/en/cities/there/">Over &lt;There&gt;</a>, Dr Somchai and 1,200 people'
    assert row.sources == [1] and str(row.cells[3].value) == "A plan"


def test_who_took_part_and_what_it_was_about_are_two_things():
    """A city that was only spoken of is no participant; a draft is named in neither."""
    lisbon, porto = world.city("lisbon", name_en="Lisbon"), world.city("porto", name_en="Porto")
    world.exchange(porto, about=[lisbon, world.city("draft", status="draft")])
    row = ledger().groups[0].rows[0]
    assert "Porto" in row.cells[2].value and "Lisbon" not in row.cells[2].value
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


def test_a_long_ledger_is_read_by_the_year_undated_last():
    for number in range(LONG):
        world.exchange(starts_on=f"{2010 + number % 2}-01-01")
    world.exchange(starts_on=None)
    groups = ledger().groups
    assert [(group.label, group.count) for group in groups] == [
        ("2011", 6),
        ("2010", 6),
        ("date not recorded", 1),
    ]
    assert ledger().caption == "13 exchanges, 2010–2011"


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
