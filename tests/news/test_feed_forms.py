"""Both forms of a feed hold the same, with the full text and the photographs, and others' parsers read them."""

import json
import re
from datetime import datetime
from urllib.parse import urlsplit

import feedparser
import pytest
from django.core.files.base import ContentFile

from iad_portal.lib.records.record_links import link_to
from iad_portal.lib.rich_text.photos import photo_in_text
from news.models import Correction
from relations.models import Photo
from tests import world
from tests.lib.media.pictures import drawn, encoded
from tests.site.checks import grows_not

pytestmark = [pytest.mark.django_db, pytest.mark.search_index]
SITE = "http://localhost:8000"
PAIRS = [("/en/news/feed/", "/en/news/feed.json"), ("/th/news/feed/", "/th/news/feed.json"),
         ("/en/search/feed/?q=wombat", "/en/search/feed.json?q=wombat")]  # fmt: skip


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def picture(article, order=0, **words) -> Photo:
    file = ContentFile(encoded(drawn(64, 48)), "a.jpg")
    return Photo.objects.create(subject=article, order=order, image=file, alt_en="Hall", alt_th="ห้อง", **words)


def atom(client, path="/en/news/feed/"):
    """What feedparser reads there, with nothing to complain of."""
    read = feedparser.parse(client.get(path).content, sanitize_html=False, resolve_relative_uris=False)
    assert not read.bozo and read.version == "atom10", read.get("bozo_exception")
    return read


def json_feed(client, path="/en/news/feed.json") -> dict:
    answer = client.get(path)
    assert answer.status_code == 200 and answer["Content-Type"] == "application/feed+json; charset=utf-8"
    return json.loads(answer.content)


def some_news() -> None:
    article = world.article("visit", title_en="Wombat", title_th="Wombat", lead_en="Short", body_en="<p>Whole</p>")
    picture(article)
    world.article("old", title_en="Old wombat", published_on=None, event_on="2018-05", was_public=True)
    world.article("thai", title_en="", title_th="wombat ไทย", body_en="")


@pytest.mark.parametrize(("xml", "other"), PAIRS)
def test_both_forms_hold_the_same_items_under_the_same_ids(client, xml, other):
    some_news()
    read, told = atom(client, xml), json_feed(client, other)
    assert [entry.id for entry in read.entries] == [item["id"] for item in told["items"]] != []
    assert [entry.title for entry in read.entries] == [item["title"] for item in told["items"]]
    assert [entry.link for entry in read.entries] == [item["url"] for item in told["items"]]


@pytest.mark.parametrize("path", [other for _xml, other in PAIRS])
def test_a_json_feed_has_what_version_1_1_wants(client, path):
    """Also while nothing stands in it."""
    for number in range(2):
        told = json_feed(client, path)
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert told["title"] and isinstance(told["items"], list)
        assert told["feed_url"] == SITE + path and told["home_page_url"].startswith(SITE)
        assert told["authors"][0]["name"] and told["language"] == path[1:3] and "author" not in told
        for item in told["items"]:
            assert isinstance(item["id"], str) and ("content_html" in item or "content_text" in item)
            for name in ("date_published", "date_modified"):
                assert name not in item or datetime.fromisoformat(item[name]).tzinfo
        assert None not in told.values() and len({item["id"] for item in told["items"]}) == len(told["items"])
        if not number:
            some_news()
    assert told["items"]


def test_the_full_text_stands_there_with_absolute_addresses(client):
    article = world.article("visit", lead_en="Short")
    photo, city = picture(article, caption_en="In the hall"), world.city("edo")
    link = f'<p>To <a href="{link_to(city)}">Edo</a> and <a href="/en/news/">news</a></p>'
    article.body_en = link + photo_in_text(photo.text_key) + "<p>End</p>"
    article.save()
    [entry], [item] = atom(client).entries, json_feed(client)["items"]
    html = item["content_html"]
    assert entry.content[0].value == html and entry.content[0].type == "text/html" and entry.summary == "Short"
    assert f'href="{SITE}/en/cities/edo/"' in html and f'href="{SITE}/en/news/"' in html
    assert f'<img src="{SITE}{photo.share_url}" alt="Hall"' in html and "In the hall" in html
    addresses = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert len(addresses) == 3 and all(urlsplit(address).netloc for address in addresses)


def test_a_link_to_what_is_hidden_is_no_link(client):
    city = world.city("edo", status="draft")
    world.article("visit", body_en=f'<p>To <a href="{link_to(city)}">Edo</a></p>')
    assert json_feed(client)["items"][0]["content_html"] == "<p>To Edo</p>"


def test_photographs_are_enclosures_with_their_true_size_and_type(client):
    photo = picture(world.article("visit"))
    [entry], [item] = atom(client).entries, json_feed(client)["items"]
    [enclosure], [attachment] = entry.enclosures, item["attachments"]
    file = client.get(photo.share_url)
    content = b"".join(file) if file.streaming else file.content
    assert enclosure.href == attachment["url"] == item["image"] == SITE + photo.share_url
    assert int(enclosure.length) == attachment["size_in_bytes"] == len(content)
    assert enclosure.type == attachment["mime_type"] == file["Content-Type"] == "image/jpeg"


def test_the_photograph_of_another_record_never_stands_in_a_text(client):
    other = picture(world.article("other", status="draft"))
    world.article("visit", body_en="<p>a</p>" + photo_in_text(other.text_key))
    assert other.share_url not in client.get("/en/news/feed/").content.decode()


def test_another_language_is_marked_on_the_entry_and_around_the_text(client):
    world.article("thai", title_en="", body_en=""), world.article("half", body_en="")
    items = {item["url"].split("/")[-2]: item for item in json_feed(client)["items"]}
    assert items["thai"]["language"] == "th" and '<div lang="th">' in items["thai"]["content_html"]
    assert items["half"]["language"] == "en" and '<div lang="th">' in items["half"]["content_html"]
    xml = client.get("/en/news/feed/").content.decode()
    assert len(re.findall(r'<content[^>]*xml:lang="th"', xml)) == 1, "an entry's own language need not be said twice"


def test_a_doubt_and_a_correction_stand_over_the_text(client):
    article = world.article("visit", doubt_en="Which day?", doubt_th="วันใด")
    Correction.objects.create(article=article, corrected_on="2019-06-01", text_en="The day <b>", text_th="วันที่")
    html = json_feed(client)["items"][0]["content_html"]
    assert "To be confirmed by the office" in html and "Which day" not in html
    assert "Corrected on 1 June 2019: The day &lt;b&gt;" in html


def test_the_news_of_an_embassy_is_a_filter_of_list_and_feeds(client):
    world.article("call").embassies.add(world.embassy("JP")), world.article("other")
    told = json_feed(client, "/en/news/feed.json?embassy=jp")
    assert [item["title"] for item in told["items"]] == ["News call"] and "Embassy" in told["title"]
    assert "News other" not in client.get("/en/news/?embassy=jp").content.decode()
    assert client.get("/en/news/feed.json?embassy=fr").status_code == 404


@pytest.mark.parametrize("query", ["city=edo", "network=mgmac", "embassy=jp"])
def test_what_has_no_news_yet_is_followed_until_the_first(client, query):
    """Its list is empty and says so; what is not public is nobody's filter."""
    made = [world.city("edo", name_en="Edo"), world.network("mgmac"), world.embassy("JP")]
    assert json_feed(client, f"/en/news/feed.json?{query}")["items"] == []
    page = client.get(f"/en/news/?{query}")
    assert page.status_code == 200 and not page.context["form"].problem
    for record in made:
        record.status = "draft"
        record.save()
    assert client.get(f"/en/news/feed.json?{query}").status_code == 404


@pytest.mark.parametrize("query", ["colour=red", "city=nowhere", "kind=a&kind=b"])
def test_what_a_json_feed_does_not_understand_is_not_found(client, query):
    some_news()
    assert client.get(f"/en/news/feed.json?{query}").status_code == 404
    assert client.get(f"/en/search/feed.json?q=wombat&{query}").status_code == 404


TYPES = r"application/(?:atom\+xml|feed\+json)|text/calendar"
ALTERNATE = re.compile(rf'<link\s+rel="alternate" type="({TYPES})" href="([^"]+)"')


def test_each_page_leads_to_the_feeds_and_calendars_that_belong_to_it(client):
    """In its head for programs, and by plain links; each of them answers."""
    city, network, embassy = world.city("edo"), world.network("mgmac"), world.embassy("JP")
    article = world.article("visit", title_en="Wombat")
    article.cities.add(city), article.networks.add(network), article.embassies.add(embassy)
    expected = {
        "": {"news/feed/", "news/feed.json", "calendar.ics"},
        "feeds/": {"news/feed/", "news/feed.json", "calendar.ics"},
        "meetings/": {"calendar.ics"},
        "news/": {"news/feed/", "news/feed.json"},
        "news/?kind=news": {"news/feed/", "news/feed.json", "news/feed/?kind=news", "news/feed.json?kind=news"},
        "cities/edo/": {"news/feed/?city=edo", "news/feed.json?city=edo", "cities/edo/calendar.ics"},
        "networks/mgmac/": {"news/feed/?network=mgmac", "news/feed.json?network=mgmac", "networks/mgmac/calendar.ics"},
        "embassies/jp/": {"news/feed/?embassy=jp", "news/feed.json?embassy=jp"},
        "search/?q=wombat": {"search/feed/?q=wombat", "search/feed.json?q=wombat"},
    }
    _each_leads_to(client, expected)


def test_a_page_without_news_leads_to_its_feed_all_the_same(client):
    world.city("edo"), world.network("mgmac"), world.embassy("JP")
    expected = {
        "cities/edo/": {"news/feed/?city=edo", "news/feed.json?city=edo", "cities/edo/calendar.ics"},
        "networks/mgmac/": {"news/feed/?network=mgmac", "news/feed.json?network=mgmac", "networks/mgmac/calendar.ics"},
        "embassies/jp/": {"news/feed/?embassy=jp", "news/feed.json?embassy=jp"},
    }
    _each_leads_to(client, expected)


def _each_leads_to(client, expected):
    for page, addresses in expected.items():
        html = client.get(f"/en/{page}").content.decode()
        found = ALTERNATE.findall(html)
        assert {address.removeprefix("/en/") for _type, address in found} == addresses, page
        assert len(found) == len(addresses), page
        for kind, address in found:
            assert f'<a href="{address}" type="{kind}"' in html.replace("\n", " ") or page == "feeds/", (page, address)
            assert client.get(address)["Content-Type"].startswith(kind), address


def test_a_withdrawn_record_offers_nothing_to_follow(client):
    world.network("mgmac", status="withdrawn"), world.city("edo", status="withdrawn")
    for page in ("networks/mgmac/", "cities/edo/"):
        assert not ALTERNATE.findall(client.get(f"/en/{page}").content.decode())


def test_queries_do_not_grow(client):
    city = world.city("edo")

    def add(_number):
        article = world.article(body_en=f'<p><a href="{link_to(city)}">Edo</a></p>')
        Correction.objects.create(article=article, corrected_on="2019-06-01", text_en="x", text_th="x")

    grows_not(client, "/en/news/feed.json", add)
