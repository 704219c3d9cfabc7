"""The register of commitments."""

from datetime import timedelta

import pytest

from iad_portal.lib.dates import calendar
from networks import forms
from networks.models import Commitment
from tests import world
from tests.networks.pages import words
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db
URL = "/en/commitments/"


def promise(code: str, **facts) -> Commitment:
    owner = {} if "agreement" in facts else {"meeting": facts.pop("meeting", None) or world.meeting()}
    return Commitment.objects.create(code=code, framework="both", **({"title_en": code} | owner | facts))


def test_a_row_says_what_where_with_whom_until_when_and_how_far(client):
    network = world.network("mgmac", acronym="MGMAC")
    meeting = world.meeting("leaders", network=network, title_en="Leaders meet", starts_on="2018-01-01", ends_on=None)
    made = promise("Trams", meeting=meeting, due_on="2019")
    made.cities.add(world.city("hanoi", name_en="Hanoi")), made.agencies.add(world.agency(name_en="Parks"))
    made.notes.create(noted_on=calendar.today(), state="under_way")
    text = words(client, URL)
    for word in ("Trams", "Leaders meet · MGMAC", "Hanoi", "Parks", "Due 2019; that day is past", "Under way ·"):
        assert word in text, word
    assert 'href="/en/meetings/leaders/#work"' in client.get(URL).content.decode()
    assert "เลยกำหนดแล้ว 1 ข้อ" in client.get("/th/commitments/").context["lead"]
    assert_one_era(client, "commitments/")


def test_a_promise_of_an_agreement_leads_there(client):
    promise("Trams", agreement=world.agreement(number=7))
    assert 'href="/en/agreements/7/#commitments"' in client.get(URL).content.decode()


def test_what_is_open_and_told_long_ago_is_last_known(client):
    made = promise("Trams")
    made.notes.create(noted_on=calendar.today() - timedelta(days=9_000), state="under_way")
    assert "Under way, last known" in words(client, URL)
    made.notes.create(noted_on=calendar.today() - timedelta(days=8_000), state="done")
    assert "last known" not in words(client, URL) and "0 not yet closed" in words(client, URL)


def test_nothing_of_a_hidden_record_is_named_or_counted(client):
    hidden = {"status": "draft"}
    promise("Secret", meeting=world.meeting(**hidden)), promise("Silent", agreement=world.agreement(**hidden))
    network, city = (
        world.network("hush", acronym="HUSH", **hidden),
        world.city("hidden", name_en="Hiddenburg", **hidden),
    )
    promise("Trams", meeting=world.meeting(network=network)).cities.add(city)
    html = client.get(URL).content.decode()
    assert "1 commitment " in words(client, URL) and "Trams" in html
    assert not [word for word in ("Secret", "Silent", "HUSH", '"hush"', "Hiddenburg", '"hidden"><') if word in html]


def test_the_latest_promise_stands_first_and_what_is_overdue_is_asked_for(client):
    promise("Old", meeting=world.meeting(starts_on="2001-01-01", ends_on=None, title_en="A"), due_on="2002")
    promise("New", meeting=world.meeting(starts_on="2019-01-01", ends_on=None, title_en="B"))

    def titles(url):
        return [str(row.label) for row in client.get(url).context["ledger"].groups[0].rows]

    assert titles(URL) == ["New", "Old"]
    assert titles(f"{URL}?state=overdue") == ["Old"]


def test_of_many_meetings_the_latest_can_be_chosen_and_any_be_asked_for(client, monkeypatch):
    """By a link: a filter of thousands would make the page heavy."""
    monkeypatch.setattr(forms, "_MOST_CHOICES", 1)
    for slug, day in (("old", "2001-01-01"), ("new", "2019-01-01")):
        promise(slug, meeting=world.meeting(slug, starts_on=day, ends_on=None))

    def offered(url):
        return [code for code, _label in client.get(url).context["form"].fields["meeting"].choices]

    assert offered(URL) == ["", "new"]
    old = f"{URL}?meeting=old"
    assert offered(old) == ["", "new", "old"] and client.get(old).context["form"].found == 1
    assert offered(f"{URL}?meeting=unknown") == ["", "new"]


def test_queries_do_not_grow(client):
    def add(number):
        made = promise(f"p-{number}", meeting=world.meeting(network=world.network(f"n-{number}")))
        made.cities.add(world.city()), made.agencies.add(world.agency(f"a-{number}"))

    grows_not(client, URL, add)
