"""The register of exchanges, and the young people of each year."""

import pytest

from relations.models import YouthGroup
from relations.pages.exchange_register import exchange_url
from tests import world
from tests.networks.pages import words
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db
URL = "/en/exchanges/"


def titles(client, url: str = URL) -> list[str]:
    return [str(row.label) for group in client.get(url).context["ledger"].groups for row in group.rows]


def test_published_ones_stand_there_year_by_year_at_an_anchor_that_lasts(client):
    made = world.exchange(world.city("hanoi", name_en="Hanoi"), code="visit-1", title_en="They came", starts_on="2019")
    world.exchange(title_en="Hidden", status="draft")
    html = client.get(URL).content.decode()
    assert titles(client) == ["They came"] and "Hanoi" in words(client, URL)
    assert html.count('id="exchange-visit-1"') == 1 and exchange_url(made).endswith("?year=2019#exchange-visit-1")
    assert [group.label for group in client.get("/th/exchanges/").context["ledger"].groups] == ["2562"]
    assert_one_era(client, "exchanges/")


def test_filters_by_kind_year_and_city(client):
    hanoi, seoul = world.city("hanoi"), world.city("seoul")
    world.exchange(hanoi, title_en="Alpha", kind="gift", starts_on="2019-01-01", ends_on=None)
    world.exchange(title_en="Beta", kind="talks", starts_on="2020-01-01", ends_on=None, about=[seoul])
    found = {"kind=gift": "Alpha", "year=2020": "Beta", "city=hanoi": "Alpha", "city=seoul": "Beta"}
    assert {query: titles(client, f"{URL}?{query}") for query in found} == {
        query: [name] for query, name in found.items()
    }


def test_drafts_of_cities_and_missions_are_not_named(client):
    city, mission = world.city(name_en="Hiddenburg", status="draft"), world.embassy("HU", status="draft")
    world.exchange(city, embassies=[mission], about=[city])
    text = words(client, URL)
    assert "Hiddenburg" not in text and str(mission.name_en) not in text


def test_young_people_are_added_up_by_year_and_direction(client):
    made, hanoi, seoul = world.exchange(), world.city("hanoi"), world.city("seoul")
    for city, year, direction, people in (
        (hanoi, 2018, "out", 3), (seoul, 2018, "out", 30), (seoul, 2018, "in", None), (hanoi, 2019, "in", 13),
    ):  # fmt: skip
        YouthGroup.objects.create(exchange=made, city=city, year=year, direction=direction, people=people)
    rows = client.get(URL).context["youths"].groups[0].rows
    told = [(row.label, *(str(cell.value) for cell in row.cells[:3])) for row in rows]
    assert told == [("2019", "–", "13", "–"), ("2018", "33", "–", "1"), ("All years", "33", "13", "1")]
    seoul.status = "draft"
    seoul.save()
    assert [cell.value for cell in client.get(URL).context["youths"].groups[0].rows[-1].cells[:2]] == ["3", "13"]
    assert client.get(f"{URL}?year=2019").context["youths"] is None


def test_queries_do_not_grow(client):
    def add(number):
        made = world.exchange(world.city(), about=[world.city()], code=f"code-{number}")
        made.people.add(world.person())
        YouthGroup.objects.create(exchange=made, city=made.cities.get(), year=2018, direction="in", people=1)

    grows_not(client, URL, add)
