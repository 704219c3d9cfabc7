"""The page with all sources: in whose order, how often it asks what is public, and who is credited."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import world

pytestmark = pytest.mark.django_db


def test_publishers_stand_in_the_order_of_their_letters_on_every_database(client):
    """A database sorts capitals first, or last, or not at all."""
    named = [world.source(name, publisher_en=name) for name in ("beta", "Alpha", "Gamma")]
    world.cite(world.city(), *named)
    page = client.get("/en/sources/").content.decode()
    assert sorted(["beta", "Alpha", "Gamma"], key=lambda name: page.index(f'/{name}"')) == ["Alpha", "beta", "Gamma"]


def test_what_is_public_is_asked_once(client):
    """The query looks into every table: it costs more than the rest of the page."""
    world.cite(world.city(), world.source())
    client.get("/th/sources/")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get("/th/sources/")
    assert len([query for query in asked if "relations_citation" in query["sql"] and "status" in query["sql"]]) == 1


def test_credits_are_due_to_what_is_cited_and_to_what_the_site_itself_uses(client):
    cited, hidden = world.source(credit_en="Cited"), world.source(credit_en="Of a draft")
    world.source(credit_en="The map")
    world.cite(world.city(), cited)
    world.cite(world.city("hidden", status="draft"), hidden)
    page = client.get("/en/sources/").content.decode()
    assert "The map" in page and "Cited" in page and "Of a draft" not in page
