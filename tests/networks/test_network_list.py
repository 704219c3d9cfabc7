"""The register of networks."""

import pytest

from networks.models import Membership, MembershipKind, NetworkKind, NetworkStatus
from relations.models import Agency, Measure
from tests import world
from tests.networks.pages import words
from tests.site.checks import assert_one_era, assert_queries, grows_not

pytestmark = pytest.mark.django_db
URL = "/en/networks/"


def test_published_networks_stand_there_and_drafts_do_not(client):
    world.network("citynet", name_en="CITYNET network", acronym="CN")
    world.network("hidden", status="draft", name_en="Hidden network")
    world.network("gone", status="withdrawn", name_en="Withdrawn network")
    text = words(client, URL)
    assert "CITYNET network" in text and "1 network " in text and "1 September 2011" in text
    assert "Hidden" not in text and "Withdrawn" not in text
    assert "1 กันยายน 2554" in words(client, "/th/networks/")


def test_networks_stand_under_what_bangkok_is_in_them(client):
    """What is known of the network itself comes first; then its open membership, one that ended, none on record."""
    for kind in MembershipKind.values:
        world.network(kind, member=False).memberships.create(kind=kind)
    world.network("old", member=False).memberships.create(kind="full", joined_on="2000-01-01", left_on="2010-01-01")
    world.network("bare", member=False)
    world.network("quiet", activity=NetworkStatus.TO_CONFIRM)
    world.network("gone", activity=NetworkStatus.PAST)
    groups = client.get(URL).context["groups"]
    assert [[entry.record.slug for entry in group.entries] for group in groups] == [
        *[["full"], ["observer"], ["unknown"], ["participant"], ["bare"], ["quiet"]],
        ["gone", "old"],
    ]
    assert [group.count for group in groups] == [*["1"] * 6, "2"]


def test_a_membership_without_an_end_says_from_when_and_what_is_not_known_takes_no_words(client):
    """No column of unknowns."""
    world.network("known", name_en="Known")
    world.network("bare", name_en="Bare", member=False)
    found = {entry.record.slug: entry.about for group in client.get(URL).context["groups"] for entry in group.entries}
    assert found["bare"] == "" and "from <time" in found["known"]


def test_totals_tell_confirmed_unconfirmed_and_past_apart(client):
    world.network()
    world.network(activity=NetworkStatus.TO_CONFIRM)
    world.network(activity=NetworkStatus.PAST)
    world.network(member=False)
    totals = client.get(URL).context["totals"]
    assert [total.value for total in totals] == [2, 1, 1, 1]


def test_the_sentence_over_the_list_and_the_list_count_the_same(client):
    world.network()
    assert "more network" not in client.get(URL).context["lead"]
    world.network(member=False)
    page = client.get(URL).context
    assert page["lead"].startswith("1 organisation") and "1 more network is listed" in page["lead"]
    assert page["result"] == "2 networks"


def test_filters_by_kind_membership_and_activity(client):
    world.network(name_en="Open one", kind=NetworkKind.FORUM)
    ended = world.network(name_en="Ended one", member=False, activity=NetworkStatus.PAST)
    Membership.objects.create(network=ended, joined_on="2000-01-01", left_on="2010-01-01")
    world.network(name_en="Bare one", member=False)
    found = {
        "kind=forum": "Open",
        "membership=open": "Open",
        "membership=closed": "Ended",
        "membership=none": "Bare",
        "activity=past": "Ended",
    }
    for query, name in found.items():
        text = words(client, f"{URL}?{query}")
        assert [word for word in ("Open", "Ended", "Bare") if f"{word} one" in text] == [name], query


def test_nonsense_in_the_address_is_as_if_not_asked(client):
    world.network(name_en="Somewhere")
    assert "Somewhere" in words(client, f"{URL}?kind=%FF&membership=-1&activity={'x' * 3000}")
    assert client.get(f"{URL}?page=abc").status_code == 404
    assert "No network matches" in words(client, f"{URL}?activity=past")


def test_what_the_office_stated_is_quoted_with_its_source(client):
    office = world.agency(Agency.HOME_SLUG)
    figure = world.figure(office, measure=Measure.ORGANISATIONS_STATED, value=13)
    world.cite(figure, world.source("old-page"))
    text = words(client, URL)
    assert "Stated by the office before" in text and "13" in text and "old-page" in client.get(URL).content.decode()


def test_a_name_in_the_other_language_is_marked(client):
    world.network(name_en="", name_th="เครือข่ายไทย")
    assert '<span lang="th">เครือข่ายไทย' in client.get(URL).content.decode()


def test_queries_do_not_grow_and_writing_is_refused(client):
    office = world.agency(Agency.HOME_SLUG)
    world.cite(world.figure(office, measure=Measure.ORGANISATIONS_STATED), world.source())
    grows_not(client, URL, lambda number: world.network(f"n-{number}", secretariat_city=world.city()))
    assert_queries(client, f"{URL}?membership=open")
    assert client.post(URL).status_code == 405


def test_one_era_a_page(client):
    world.network()
    assert_one_era(client, "networks/")
