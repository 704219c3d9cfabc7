"""Which partner cities are in which networks."""

import pytest

from iad_portal.lib.dates import calendar
from networks.models import CityMembership
from tests import world
from tests.networks.pages import words
from tests.site.checks import grows_not

pytestmark = pytest.mark.django_db
URL = "/en/memberships/"


def member(network, city, **facts) -> CityMembership:
    return CityMembership.objects.create(network=network, city=city, **({"as_of": "2025"} | facts))


def partner(slug: str, **facts):
    city = world.city(slug, name_en=slug.title(), **facts)
    world.agreement(city, signed_on="2000-01-01")
    return city


def test_it_is_read_by_network_and_by_city(client):
    hanoi, network = partner("hanoi"), world.network("c40", acronym="C40")
    member(network, hanoi), member(network, hanoi, role="board")
    context = client.get(URL).context
    [row] = context["networks"].groups[0].rows
    assert (row.label, row.cells[0].value, row.cells[0].url) == ("C40", "1 city", "/en/cities/?network=c40")
    [row] = context["cities"].groups[0].rows
    assert str(row.label) == "Hanoi" and "C40" in row.cells[0].value and row.cells[1].value == "1"


def test_who_left_who_is_no_partner_and_what_is_hidden_are_left_out(client):
    network, hidden = world.network("c40", acronym="C40"), world.network("hush", acronym="HUSH", status="draft")
    member(network, partner("gone"), as_of="2010", left_on="2012"), member(network, world.city("stranger"))
    member(hidden, partner("here")), member(network, partner("secret", status="draft"))
    text = words(client, URL)
    assert not [word for word in ("Gone", "Stranger", "HUSH", "Secret", "C40") if word in text]


def test_the_list_of_cities_is_narrowed_by_a_network(client):
    network = world.network("c40", acronym="C40")
    member(network, partner("hanoi")), member(network, partner("gone"), as_of="2010", left_on="2012"), partner("alone")
    entries = [entry for group in client.get("/en/cities/?network=c40").context["groups"] for entry in group.entries]
    assert [str(entry.label) for entry in entries] == ["Hanoi"]


def test_an_old_list_is_no_present_tense(client):
    member(world.network("c40"), partner("hanoi"), as_of=f"{calendar.today().year - 20}")
    assert "Last known" in words(client, URL)


def test_queries_do_not_grow(client):
    grows_not(client, URL, lambda number: member(world.network(f"n-{number}"), partner(f"city-{number}")))
