"""Every register with filters: the numbers beside the choices are those of the lists that they lead to."""

from functools import cache

import pytest
from django.http import QueryDict
from django.test import Client

from networks.models import CityMembership, Commitment, MeetingKind, NetworkKind, NetworkStatus
from relations.models import Instrument, Post, PostKind
from tests import world
from tests.site.checks import assert_queries

pytestmark = pytest.mark.django_db
REGISTERS = [
    "cities", "agreements", "exchanges", "embassies", "heads-of-mission", "networks", "meetings", "commitments", "news",
]  # fmt: skip


@pytest.fixture(autouse=True)
def some_of_everything():
    """Two or three records a register that differ in every filter."""
    tokyo, budapest = world.city("tokyo"), world.city("budapest", "HU")
    world.agreement(tokyo, signed_on="2006-06-01")
    world.agreement(tokyo, signed_on="2010", instrument=Instrument.MOU, expires_on="2012")
    world.agreement(budapest, instrument=Instrument.PROTOCOL, signed_on="1990", expires_on="1995")
    world.city("plain", "US")
    _exchanges_and_heads(tokyo, budapest, world.embassy("JP"), world.embassy("HU"))
    asean = world.network("mgmac", acronym="MGMAC", kind=NetworkKind.FORUM)
    world.network("old", member=False, activity=NetworkStatus.PAST)
    CityMembership.objects.create(network=asean, city=tokyo, as_of="2025")
    _commitments(tokyo, world.meeting(network=asean))
    world.meeting(kind=MeetingKind.INTERNAL, starts_on="2900-01-01", ends_on=None)
    both = world.article("both", published_on="2012-03-04", kind="interview")
    both.cities.set([tokyo, budapest]), both.networks.add(asean)
    world.article("one").cities.add(tokyo), world.article("none")


def _exchanges_and_heads(tokyo, budapest, *missions):
    world.exchange(tokyo, starts_on="2012-01-01"), world.exchange(budapest, kind="gift", about=[tokyo])
    for mission in missions:
        person = world.person()
        Post.objects.create(person=person, kind=PostKind.HEAD_OF_MISSION, embassy=mission, title_en="Ambassador")


def _commitments(tokyo, meeting):
    """One that is overdue, at a meeting; one that is done, in an agreement."""
    late = Commitment.objects.create(code="late", meeting=meeting, framework="both", title_en="Trams", due_on="2013")
    late.cities.add(tokyo), late.agencies.add(world.agency())
    done = Commitment.objects.create(code="done", agreement=tokyo.agreements.first(), framework="both", title_en="Bus")
    done.notes.create(noted_on="2014-01-01", state="done")


def choices(form) -> list[tuple[str, str, int]]:
    """Each choice that is offered with its number: (field, code, number)."""
    told = []
    for name in form.filters + tuple({"city", "network"} & form.fields.keys() - set(form.filters)):
        for code, label in form.fields[name].widget.choices:
            told += [(name, str(code), int(str(label).rsplit("(", 1)[1].strip(")")))] if code != "" else []
    return told


def listed(response) -> int:
    """How many records a page lists."""
    context = response.context
    if "ledger" in context:
        return sum(len(group.rows) for group in context["ledger"].groups)
    groups = context["years"] if "years" in context else context["groups"]
    return sum(len(group.entries) for group in groups)


@pytest.mark.parametrize("register", REGISTERS)
def test_each_number_is_that_of_the_list_it_leads_to(client: Client, register):
    """Alone, and together with one choice of every other filter; a choice that would give nothing is not offered."""
    address = f"/en/{register}/"

    @cache  # of two choices each tells the number of the other, and both lead to one list
    def listed_with(chosen: frozenset) -> int:
        return listed(client.get(address, dict(chosen), follow=True))

    first = choices(client.get(address).context["form"])
    assert first and all(number for _name, _code, number in first)
    for name, code, _number in first:
        response = client.get(address, {name: code}, follow=True)
        assert response.context["form"].found == listed(response)
        for other, wanted, number in choices(response.context["form"]):
            if other != name:
                assert listed_with(frozenset({(name, code), (other, wanted)})) == number, (name, other)


@pytest.mark.parametrize("register", REGISTERS)
def test_filters_ask_no_more_than_a_page_may(client: Client, register):
    """With one choice of every filter on, and with nonsense in all of them."""
    form = client.get(f"/th/{register}/").context["form"]
    query = QueryDict(mutable=True)
    query.update({name: code for name, code, _number in choices(form)})
    assert_queries(client, f"/th/{register}/?{query.urlencode()}")
    assert_queries(client, f"/th/{register}/?" + "&".join(f"{name}=nonsense" for name in form.filters))


@pytest.mark.parametrize("register", REGISTERS)
def test_what_was_not_understood_is_told_over_the_whole_list(client: Client, register):
    """In the reader's language, beside the count; a redirect drops what is empty."""
    name = client.get(f"/th/{register}/").context["form"].filters[0]
    response = client.get(f"/th/{register}/?{name}=nonsense")
    assert "ระบบไม่เข้าใจค่าที่ระบุไว้ใน" in response.content.decode()
    assert response.context["form"].found == response.context["form"].total
    empty = client.get(f"/th/{register}/?{name}=&page=1")
    assert (empty.status_code, empty["Location"]) == (301, f"/th/{register}/")
    assert "public" in empty["Cache-Control"]
