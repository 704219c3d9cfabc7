"""The Atom feeds: valid under RFC 4287, with ids that never change."""

from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from news.models import Article
from tests import world
from tests.site.checks import assert_queries, grows_not

pytestmark = [pytest.mark.django_db, pytest.mark.search_index]
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FEEDS = ["/en/news/feed/", "/th/news/feed/", "/en/search/feed/?q=wombat", "/th/search/feed/?q=wombat"]
ID = f"{ATOM}id"


def feed_of(client, path: str) -> ElementTree.Element:
    """The feed at `path`, read as XML."""
    response = client.get(path)
    assert response.status_code == 200 and response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def entries_of(client, path: str) -> dict[str, ElementTree.Element]:
    """Its entries by the slug that their address ends with."""
    entries = feed_of(client, path).iter(f"{ATOM}entry")
    return {entry.find(f"{ATOM}link").get("href").split("/")[-2]: entry for entry in entries}


def the_one(element, name: str) -> str:
    """The text of a child that must stand there exactly once, with something in it."""
    found = element.findall(f"{ATOM}{name}")
    assert len(found) == 1 and found[0].text and found[0].text.strip(), (element.tag, name)
    return found[0].text


def assert_valid(feed: ElementTree.Element, address: str) -> None:
    """What RFC 4287 demands of a feed (4.1.1) and of each entry (4.1.2)."""
    assert feed.tag == f"{ATOM}feed"
    ids, changed = [the_one(feed, "id")], datetime.fromisoformat(the_one(feed, "updated"))
    the_one(feed, "title"), the_one(feed.find(f"{ATOM}author"), "name")
    assert [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='self']")] == [address]
    for entry in feed.iter(f"{ATOM}entry"):
        ids.append(the_one(entry, "id"))
        the_one(entry, "title")
        assert len(entry.findall(f"{ATOM}content")) < 2 and len(entry.findall(f"{ATOM}summary")) < 2
        assert entry.findall(f"{ATOM}link[@rel='alternate']")[0].get("href").startswith("http")
        updated = datetime.fromisoformat(the_one(entry, "updated"))
        published = [datetime.fromisoformat(element.text) for element in entry.findall(f"{ATOM}published")]
        assert (
            updated.tzinfo
            and updated <= changed
            and all(moment <= updated for moment in published)
            and len(published) < 2
        )
    assert all(urlsplit(name).scheme == "tag" for name in ids) and len(ids) == len(set(ids))


def some_news() -> None:
    """Known and unknown days, one scheduled moment that has come, records of other kinds."""
    world.article("visit", title_en="Wombat", title_th="Wombat", published_on="2019-05-23")
    moment = timezone.now() + timedelta(hours=2)
    soon = world.article("soon", title_en="Wombat soon", published_on=None, publish_at=moment)
    Article.objects.filter(pk=soon.pk).update(publish_at=timezone.now() - timedelta(minutes=1))
    world.article("old", title_en="Old wombat", published_on=None, event_on="2018-05", was_public=True)
    world.city("edo", name_en="Wombat"), world.agency("wombats", name_en="Wombat"), world.embassy(name_en="Wombat")


@pytest.mark.parametrize("path", FEEDS)
def test_every_feed_is_valid(client, path):
    """Full, empty, in both languages."""
    address = f"http://localhost:8000{path}"
    assert_valid(feed_of(client, path), address)
    some_news()
    feed = feed_of(client, path)
    assert feed.find(f"{ATOM}entry") is not None
    assert_valid(feed, address)


@pytest.mark.parametrize("path", FEEDS)
def test_an_entry_keeps_its_id_when_its_slug_changes(client, path):
    """And has the same one in every feed of its language."""
    article = world.article("visit", title_en="Wombat", title_th="Wombat")
    before = entries_of(client, path)["visit"].findtext(ID)
    article.slug = "other"
    article.save()
    assert entries_of(client, path)["other"].findtext(ID) == before
    assert entries_of(client, f"{path[:3]}/news/feed/")["other"].findtext(ID) == before


def test_the_feed_of_a_language_has_its_news_with_gregorian_dates(client):
    """Drafts are absent; an entry that fell back names its language."""
    world.article("visit"), world.article("thai", title_en="", body_en=""), world.article("draft", status="draft")
    assert feed_of(client, "/en/news/feed/").get(LANG) == "en"
    entries = entries_of(client, "/en/news/feed/")
    assert set(entries) == {"visit", "thai"}
    assert entries["visit"].find(f"{ATOM}published").text.startswith("2019-05-23T00:00:00+07:00")
    assert entries["thai"].get(LANG) == "th" and entries["visit"].get(LANG) is None


@pytest.mark.parametrize("path", FEEDS[::2])
def test_what_came_out_at_an_unknown_time_has_no_date_of_publication(client, path):
    """The day of its event would be a lie; what the portal published itself says when."""
    world.article("old", title_en="Wombat", published_on=None, event_on="2018-05-01", was_public=True)
    world.article("new", title_en="Wombat", published_on=None, event_on="2018-05-01")
    entries = entries_of(client, path)
    assert entries["old"].find(f"{ATOM}published") is None
    moment = Article.objects.get(slug="new").first_published_at
    assert datetime.fromisoformat(entries["new"].findtext(f"{ATOM}published")) == moment


@pytest.mark.parametrize("path", ["/en/news/feed/?", "/en/search/feed/?q=wombat&"])
@pytest.mark.parametrize("query", ["colour=red", "year=x", "page=2", "country=zz&country=jp", "city=nowhere"])
def test_what_a_feed_does_not_understand_is_not_found(client, path, query):
    """Rather than ignored in silence."""
    some_news()
    assert client.get(f"{path}{query}").status_code == 404


def test_what_only_follows_a_reader_asks_for_nothing(client):
    """Chat programs hang it on every address that is passed on."""
    some_news()
    assert client.get("/en/news/feed/?utm_source=line&fbclid=x").status_code == 200


def test_the_filters_of_the_list_of_news_narrow_its_feed(client):
    """With a title, an address and an id of its own."""
    world.article("edo").cities.add(world.city("edo", name_en="Edo")), world.article("other")
    feed = feed_of(client, "/en/news/feed/?city=edo")
    assert list(entries_of(client, "/en/news/feed/?city=edo")) == ["edo"]
    assert "Edo" in feed.findtext(f"{ATOM}title")
    assert feed.findtext(ID) != feed_of(client, "/en/news/feed/").findtext(ID)
    assert parse_qs(urlsplit(feed.find(f"{ATOM}link[@rel='self']").get("href")).query) == {"city": ["edo"]}
    assert_queries(client, "/en/news/feed/?city=edo")


@pytest.mark.parametrize("path", FEEDS[::2])
def test_text_is_text_also_where_it_looks_like_markup(client, path):
    """A summary is HTML to its reader: what an officer typed must not become a picture there."""
    world.article("lead", title_en="Wombat", lead_en="Shown <img src=x> if a<b")
    summary = entries_of(client, path)["lead"].find(f"{ATOM}summary")
    assert summary.get("type") == "html" and "<" not in summary.text and "a&lt;b" in summary.text


def test_queries_do_not_grow(client):
    """A feed of many entries asks no more than one of few."""
    grows_not(client, "/th/news/feed/", lambda number: world.article())
