"""Open data of a long register: read in chunks, sent while it is read, and the same bytes as a short one."""

import gzip

import pytest

from iad_portal.office import open_data
from iad_portal.office.views import data
from tests import world

pytestmark = pytest.mark.django_db
FILES = ["/en/data/exchanges.json", "/th/data/exchanges.csv", "/en/data/cities.csv"]


@pytest.fixture
def exchanges():
    """Five, each with two cities; one city is a draft, and named nowhere."""
    cities = world.city("edo"), world.city("kyoto"), world.city("secret", status="draft")
    for number in range(5):
        record = world.exchange(cities[number % 2], code=f"visit-{number}")
        record.cities.add(*cities)


@pytest.fixture
def long(monkeypatch):
    """Every register is long."""
    monkeypatch.setattr(data, "LARGEST", 0)
    monkeypatch.setattr(open_data.columns, "CHUNK", 2)


def test_links_name_what_is_published_in_the_order_of_its_making(client, exchanges):
    rows = client.get(FILES[0]).json()["rows"]
    assert [row["cities"] for row in rows] == ["edo;kyoto"] * 5 and rows[0]["about_cities"] == ""


@pytest.mark.parametrize("address", FILES)
def test_a_long_register_is_streamed_and_the_same(client, exchanges, address, request):
    whole = client.get(address)
    request.getfixturevalue("long")
    streamed = client.get(address)
    assert (whole.streaming, streamed.streaming) == (False, True)
    assert streamed.getvalue() == whole.content
    assert streamed["Cache-Control"] == whole["Cache-Control"] and streamed["Content-Type"] == whole["Content-Type"]


def test_it_leaves_packed_and_is_kept_nowhere(client, exchanges, kept_pages, long):
    """Its length is not known before it has left."""
    for _ in range(2):
        answer = client.get(FILES[0], headers={"accept-encoding": "gzip, br"})
        assert answer.streaming and answer["Content-Encoding"] == "gzip" and "Accept-Encoding" in answer["Vary"]
        assert b'"count": 5' in gzip.decompress(answer.getvalue())
