"""The city's agencies and their focal points."""

import pytest

from networks.models import Commitment, Participation
from relations.models import Agency
from tests import world
from tests.site.checks import grows_not

pytestmark = pytest.mark.django_db
AWAITED = "The contact points will be published here when the agencies confirm them."


def page(client, language: str = "en") -> str:
    response = client.get(f"/{language}/agencies/")
    assert response.status_code == 200
    return response.content.decode()


def test_every_agency_has_its_anchor_in_both_languages(client):
    """Names in the reader's language; the record's own address leads to its place on the page; doubts stay inside."""
    agency = world.agency(
        "drainage", name_th="สำนักการระบายน้ำ", name_en="Drainage Department", doubt_en="Confirm the name"
    )
    english = page(client)
    assert '<li id="drainage">' in english and "Drainage Department" in english
    assert agency.get_absolute_url().endswith("/agencies/#drainage")
    assert "สำนักการระบายน้ำ" in page(client, "th") and "Confirm the name" not in english


def test_contacts_are_shown_where_known_and_awaited_where_none_is(client):
    """The sentence goes when a first agency has confirmed its desk; the office's own contact does not count."""
    world.agency(Agency.HOME_SLUG, phone="02 000 0000")
    desk = world.agency("health")
    assert AWAITED in page(client)
    desk.desk_en, desk.email = "Foreign affairs desk", "desk@example.org"
    desk.save()
    english = page(client)
    assert "Foreign affairs desk" in english and "mailto:desk@example.org" in english and AWAITED not in english


def test_what_an_agency_did_is_counted_over_published_records(client):
    """Exchanges, meetings, commitments, projects; those of drafts are left out."""
    agency = world.agency("environment")
    for status in ("published", "draft"):
        world.exchange(status=status).agencies.add(agency)
        meeting = world.meeting(status=status)
        Participation.objects.create(meeting=meeting, agency=agency)
        promise = Commitment.objects.create(code=status, meeting=meeting, framework="both", title_en="Promise")
        promise.agencies.add(agency)
        world.project(status=status).agencies.add(agency)
    paper = Commitment.objects.create(code="paper", agreement=world.agreement(), framework="both", title_en="Promise")
    paper.agencies.add(agency)
    assert "1 exchange · 1 meeting · 2 commitments · 1 project" in page(client)


def test_a_missing_language_is_marked(client):
    """A name of one language is marked in the other."""
    world.agency("traffic", name_th="สำนักการจราจร", name_en="")
    assert '<h3 lang="th">สำนักการจราจร' in page(client)


def test_only_reading_is_allowed(client):
    """Another method is refused."""
    assert client.post("/en/agencies/").status_code == 405


def test_an_empty_register_says_so(client):
    """No agency, no error."""
    assert "No agency is on record yet." in page(client)


def test_queries_do_not_grow(client):
    """As many at thirty agencies as at three."""

    def add(number: int):
        agency = world.agency(f"agency-{number}")
        world.cite(agency)
        world.exchange().agencies.add(agency)

    grows_not(client, "/th/agencies/", add)
