"""The Atom feeds."""

from xml.etree import ElementTree

import pytest

from tests import world
from tests.site.checks import grows_not

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def test_the_feed_of_a_language_has_its_news_with_gregorian_dates(client):
    """Drafts are absent; an entry that fell back names its language."""
    world.article("visit"), world.article("thai", title_en="", body_en=""), world.article("draft", status="draft")
    response = client.get("/en/news/feed/")
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(response.content)
    assert feed.get(LANG) == "en"
    entries = {entry.find(f"{ATOM}link").get("href").split("/")[-2]: entry for entry in feed.iter(f"{ATOM}entry")}
    assert set(entries) == {"visit", "thai"}
    assert entries["visit"].find(f"{ATOM}published").text.startswith("2019-05-23T00:00:00+07:00")
    assert entries["thai"].get(LANG) == "th" and entries["visit"].get(LANG) is None


def test_questions_do_not_grow(client):
    """A feed of many entries asks no more than one of few."""
    grows_not(client, "/th/news/feed/", lambda number: world.article())
