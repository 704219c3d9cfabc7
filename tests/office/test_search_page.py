"""The search page, its feed and its suggestions, as readers meet them."""

import re
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from iad_portal.lib.search.words import _cutter
from relations.models import Alias
from tests import world
from tests.reading import as_read, words_of
from tests.site.checks import assert_one_era, assert_queries, grows_not, shown_text

pytestmark = [pytest.mark.django_db, pytest.mark.search_index]
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def search(client):
    """The page of a query, as HTML."""

    def ask(query: str, language: str = "en", **filters) -> str:
        response = client.get(f"/{language}/search/", {"q": query, **filters}, follow=True)
        assert response.status_code == 200
        return response.content.decode()

    return ask


@pytest.mark.parametrize("query", ["วอชิงตัน", "washington", "  WASHINGTON  d.c. ", "District"])
def test_a_record_is_found_in_either_language_and_shown_in_the_reader_s(search, query):
    """A Thai query on the English site too, and the other way round."""
    Alias.objects.create(subject=world.washington(), name="District of Columbia", language="en", kind="other_name")
    english, thai = search(query), search(query, "th")
    assert '<a href="/en/cities/washington-dc/">' in english and "Washington" in english
    assert '<a href="/th/cities/washington-dc/">' in thai and "วอชิงตัน" in thai


JUNK = ["", " ", "'", '"', '""', "\x00", "่้", "🐘", "%", "_", "'; DROP TABLE x; --", "(" * 50, "ก" * 5_000, "n:x", "b~x"]
JUNK += ["AND OR NOT", "NEAR(a b)", "a*", "^a", "a:b", "{title}: x", "a & !b | (c", "<script>alert(1)</script>", "\\"]
JUNK += [
    ".*[a-z]+$",
    "\ud800",
    "ๆๆๆๆ",
    "ฯ",
    "1,2,3",
    "0" * 500,
    "ก\u0e31\u0e31\u0e31\u0e31",
    "\u202e",
    "\u200d",
    "a\tb\nc",
]
JUNK += ["cafe\u0301\u0301\u0301", "ﷺ", "a b c d e f g h i j"]


@pytest.mark.parametrize("query", JUNK)
def test_any_query_gives_a_page(client, query):
    """Junk included: quotes, operators, NUL, 5 kB, marks alone, emoji, SQL, regular expressions, markup."""
    world.washington()
    typed = quote(query, errors="surrogatepass")
    for path in ("search/", "search/suggest/", "search/feed/"):
        response = client.get(f"/th/{path}?q={typed}", follow=True)
        assert response.status_code in ({200, 404} if path == "search/feed/" else {200})
        assert "<script>alert" not in response.content.decode()


def test_drafts_are_not_shown_and_queries_do_not_grow(client, search):
    """Nor suggested, nor fed."""
    world.city("secret", status="draft", name_en="Edo")
    for html in (search("Edo"), client.get("/en/search/suggest/?q=Edo").content.decode()):
        assert "secret" not in html
    grows_not(client, "/en/search/?q=City", lambda number: world.city(f"c{number}"))


def test_an_empty_query_shows_the_field_and_the_registers(search):
    """And searches nothing."""
    assert 'id="q"' in search("") and 'href="/en/cities/"' in search("") and "<mark>" not in search("")


def test_a_page_that_does_not_search_never_loads_the_thai_dictionary(client):
    """Nor does the empty search page."""
    _cutter.cache_clear()
    assert client.get("/th/search/").status_code == 200
    assert _cutter.cache_info().currsize == 0


def test_the_words_are_marked_in_an_excerpt_and_everything_is_escaped(search):
    """Whole words of Thai and English; what an officer typed stays text."""
    text = "คำนำ " * 60 + "กรุงเทพมหานครและนครโยโกฮามาลงนาม &lt;b&gt; " + "คำลงท้าย " * 60
    world.article(title_en="Talks <i>", body_th=f"<p>{text}</p>", body_en="<p>Yokohama &amp; co</p>")
    assert "<mark>Yokohama</mark> &amp; co" in search("yokohama")
    thai = search("โยโกฮามา", "th")
    assert "<mark>โยโกฮามา</mark>ลงนาม &lt;b&gt;" in thai and "… " in thai
    assert "Talks &lt;i&gt;" in search("yokohama")


def test_a_result_in_the_other_language_says_so(search):
    """By its lang, in title and excerpt."""
    world.article(title_th="ข่าวโยโกฮามา", title_en="", body_th="<p>โยโกฮามา</p>", body_en="")
    assert re.search(r'<span lang="th">ข่าว(<mark>)?โยโกฮามา', search("โยโกฮามา"))


def test_results_are_counted_and_narrowed_by_kind_country_and_year(search):
    """Each count with the other filters; the query stays; what finds nothing is not offered."""
    city = world.city("edo", name_th="โยโกฮามา", name_en="Yokohama")
    for year in (2019, 2019, 2020):
        world.article(title_en="On Yokohama", published_on=f"{year}-05-01").cities.add(city)
    world.network(name_en="Friends of Yokohama")
    html = search("yokohama")
    assert "5 records for “yokohama”" in words_of(html)
    news = r'href="/en/search/\?q=yokohama&amp;kind=article#results"[^>]*><span>News</span> <span[^>]*>3<'
    assert re.search(news, as_read(html))
    assert "Japan (4)" in html and "2019 (2)" in html and "Hungary" not in html
    narrowed = search("yokohama", kind="article", year="2019", country="JP")
    assert "2 of 5 records" in words_of(narrowed)
    assert 'name="q" value="yokohama"' in narrowed and 'name="kind" value="article"' in narrowed
    assert "ไม่" not in narrowed and "2562 (2)" in search("yokohama", "th")


def test_nonsense_in_a_filter_is_told_and_narrows_nothing(search):
    """As in every register."""
    world.city("edo", name_en="Yokohama")
    html = search("yokohama", year="soon", country="ZZ", kind="secret")
    assert "was not understood" in html or "were not understood" in html
    assert "/en/cities/edo/" in html


def test_a_country_of_which_nothing_was_found_is_understood(search):
    """It stands in the list of countries, chosen; others without results do not."""
    world.city("edo", name_en="Yokohama"), world.country("HU"), world.country("US")
    html = search("yokohama", country="HU")
    assert "not understood" not in html and "0 of 1 record" in words_of(html)
    assert '<option value="HU" selected>Hungary (0)</option>' in html and "Japan (1)" in html
    assert "United States" not in html


def test_the_name_of_a_country_is_told_as_it_is_now(search, kept_pages):
    """Whatever was kept from the search before."""
    city = world.city("edo", name_en="Yokohama")
    assert "Japan (1)" in search("yokohama") and "ญี่ปุ่น (1)" in search("yokohama", "th")
    city.country.name_en = "Nippon"
    city.country.save()
    assert "Nippon (1)" in search("yokohama") and "ญี่ปุ่น (1)" in search("yokohama", "th")


def test_a_thai_query_on_the_english_site_fetches_its_bold_letters_first(search):
    """Else the count over the results would come in another font, or in none."""
    bold = r'<link rel="preload" href="[^"]*sarabun-thai-700'
    assert re.search(bold, search("โยโกฮามา")) and not re.search(bold, search("yokohama"))


def test_the_second_page_goes_on_and_there_is_no_third(client, search):
    """Twenty a page."""
    for number in range(25):
        world.article(title_en=f"Wombat {number}")
    first, second = search("wombat"), search("wombat", page="2")
    found = re.findall(r'class="found__title"><a href="([^"]+)"', first + second)
    assert len(found) == len(set(found)) == 25
    assert client.get("/en/search/?q=wombat&page=3").status_code == 404


def test_a_correction_is_told_to_the_reader(search):
    """In place of nothing, with what was typed kept in the field; or as a link."""
    world.city("edo", name_th="นครโยโกฮามา", name_en="Yokohama")
    html = search("Yokohma")
    assert "Nothing was found for “Yokohma”" in html and "/en/cities/edo/" in html and 'value="Yokohma"' in html
    assert "ไม่พบ" in search("Yokohma", "th")


def test_a_better_query_is_offered_when_little_is_found(search):
    """As a link that keeps the filters; and records with some of the words are said to be just that."""
    world.article(title_en="Chadronia"), [world.article(title_en=f"Charron {number}") for number in ("one", "two")]
    assert re.search(r'Did you mean <a href="/en/search/\?q=Charron[^"]*">', search("chadron"), re.IGNORECASE)
    assert "These have some of them" in search("chadronia charron")


def test_years_are_shown_in_the_reader_s_era(client):
    """Also beside the results."""
    world.article(title_th="ข่าวโยโกฮามา", title_en="Yokohama")
    assert_one_era(client, "search/?q=yokohama")
    assert "พ.ค. 2562" in shown_text(client.get("/th/search/?q=yokohama"))


def test_a_query_can_be_followed_as_a_feed(client):
    """The newest first, with the filters, in the language of the address; linked from the page; 404 without words."""
    world.article("old", title_en="Wombat & co", body_en="<p>One wombat</p>", published_on="2018-01-01")
    world.article("new", title_en="Quokka", body_en="<p>Also a wombat</p>", published_on="2020-01-01")
    world.network(name_en="Wombats")
    feed = ElementTree.fromstring(client.get("/en/search/feed/?q=wombat&kind=article").content)
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == ["Quokka", "Wombat & co"]
    assert feed.find(f"{ATOM}link[@rel='self']").get("href").endswith("/en/search/feed/?q=wombat&kind=article")
    assert "/en/search/feed/?q=wombat" in client.get("/en/search/?q=wombat").content.decode()
    assert client.get("/en/search/feed/").status_code == 404


def test_a_feed_of_a_query_holds_news_whole_and_of_other_records_the_first_words(client):
    world.network("wombats", name_en="Wombats", aims_en="Of wombats")
    body = "<p>One wombat</p>" + "<p>More of it.</p>" * 99 + "<p>The end</p>"
    world.article("visit", title_en="Wombat", body_en=body, published_on="2018-01-01")
    items = {item["url"].split("/")[-2]: item for item in client.get("/en/search/feed.json?q=wombat").json()["items"]}
    assert items["visit"]["content_html"].endswith("<p>The end</p>") and "The end" not in items["visit"]["summary"]
    assert "content_text" in items["wombats"] and "content_html" not in items["wombats"]
    assert_queries(client, "/en/search/feed.json?q=wombat")


def test_a_feed_of_a_query_says_in_which_language_an_entry_is(client):
    world.article("thai", title_en="", title_th="วอมแบต"), world.article("both", title_en="Two", title_th="วอมแบตสองตัว")
    items = client.get("/en/search/feed.json?q=วอมแบต").json()["items"]
    assert {item["url"].split("/")[-2]: item["language"] for item in items} == {"thai": "th", "both": "en"}


def test_suggestions_are_names_and_titles_that_begin_so(client):
    """Cities before news, in the reader's language whatever was typed; a word within a title will do."""
    world.city("edo", name_th="นครโยโกฮามา", name_en="Yokohama"), world.network(name_en="Friends of Yokohama")
    world.article(title_en="Yokohama visits Bangkok", title_th="คณะโยโกฮามาเยือน"), world.article(title_en="Quokka")
    given = client.get("/en/search/suggest/?q=yoko").json()["suggestions"]
    assert [suggestion["label"] for suggestion in given] == [
        "Yokohama",
        "Yokohama visits Bangkok",
        "Friends of Yokohama",
    ]
    assert given[0] == {"label": "Yokohama", "lang": "", "kind": "Cities", "url": "/en/cities/edo/"}
    thai = client.get("/th/search/suggest/?q=โยโก").json()["suggestions"]
    assert thai == [] or thai[0]["url"].startswith("/th/")
    assert client.get("/en/search/suggest/?q=y").json() == {"suggestions": []}


def test_the_page_and_the_suggestions_ask_few_questions(client):
    """However the query is answered."""
    world.city("edo", name_en="Yokohama"), world.article(title_en="Wombat"), world.article(title_en="Wombats")
    for query in ("yokohama", "wombat", "nothing at all", "Yokohma"):
        assert_queries(client, f"/en/search/?q={quote(query)}", at_most=16)
    assert_queries(client, "/en/search/suggest/?q=yoko", at_most=8)


@pytest.mark.parametrize("path", ["search/", "search/suggest/", "search/feed/"])
def test_they_are_only_read(client, path):
    """Nothing can be sent to them."""
    assert client.post(f"/en/{path}?q=a").status_code == 405
