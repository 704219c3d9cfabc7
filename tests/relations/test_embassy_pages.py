"""The register of embassies, and the page of one embassy."""

import pytest

from relations.models import Agency, Alias, AliasKind, Country, Embassy, Measure, Post, PostKind, Region
from tests import world
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db


def page(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def hungary(**facts):
    """The embassy of Hungary, as Wikidata tells of it."""
    defaults = {
        "name_th": "สถานเอกอัครราชทูตฮังการี",
        "name_en": "Embassy of Hungary, Bangkok",
        "website": "https://bangkok.mfa.gov.hu/",
        "wikidata": "Q113940288",
        "as_of": "2022-11-16",
    }
    return world.embassy("HU", **defaults | facts)


def head(embassy, **facts) -> Post:
    defaults = {"kind": PostKind.HEAD_OF_MISSION, "title_th": "เอกอัครราชทูต", "title_en": "Ambassador"}
    return Post.objects.create(person=facts.pop("person", None) or world.person(), embassy=embassy, **defaults | facts)


def test_the_register_groups_published_missions_by_region(client):
    """A draft is not listed; regions have their names and counts; one day for all, in the reader's era."""
    hungary()
    world.embassy("JP", status="draft")
    english, thai = page(client, "/en/embassies/"), page(client, "/th/embassies/")
    assert 'href="/en/embassies/hu/">Hungary</a>' in english and "bangkok.mfa.gov.hu" in english
    assert '<h3 class="group">Europe <span>1 mission</span></h3>' in english and "/embassies/jp/" not in english
    assert thai.count("16 พฤศจิกายน 2565") == 1 and "ฮังการี" in thai
    assert_one_era(client, "embassies/")


@pytest.mark.parametrize("q", ["hung", "HUNGARY", "ฮังการี", "magyar", "สถานเอกอัครราชทูตฮัง"])
def test_a_country_is_found_by_any_of_its_names(client, q):
    """Short name, mission, other names; in either language; however written."""
    embassy = hungary()
    Alias.objects.create(subject=embassy.country, name="Magyarország", language="hu", kind=AliasKind.NATIVE)
    world.embassy("JP")
    english = page(client, f"/en/embassies/?q={q}")
    assert "/en/embassies/hu/" in english and "/en/embassies/jp/" not in english
    assert "1 of 2 missions" in english


def test_the_region_filter_and_nonsense(client):
    """A region narrows; an unknown one and an endless text count as not asked for; no match says so."""
    hungary()
    world.embassy("JP")
    assert "/embassies/jp/" not in page(client, "/en/embassies/?region=europe")
    assert "/embassies/jp/" in page(client, "/en/embassies/?region=atlantis&q=" + "x" * 9000)
    assert "No mission matches these filters." in page(client, "/en/embassies/?q=narnia")


def test_the_stated_figure_is_quoted_in_the_record(client):
    """What the office's pages said stands as a quotation with its source, apart from what is counted."""
    hungary()
    office = world.agency(Agency.HOME_SLUG)
    world.cite(
        world.figure(office, measure=Measure.EMBASSIES_STATED, value=74),
        world.source("plan", publisher_en="The old site"),
    )
    english = page(client, "/en/embassies/")
    before, record = english.split('<details class="record"')
    assert "Stated by the office before" in record and "\n74" in record and "The old site" in record
    assert 'href="#source-1"' in record and "\n74" not in before


def test_the_page_tells_where_it_is_and_since_when_that_is_known(client):
    """Contacts with their day and Wikidata's item; what is missing is said in one line; a doubt is for officers."""
    embassy = hungary(phone="02 123 4567", email="mission@example.org", doubt_en="Ask the ministry")
    world.cite(embassy, world.source("wikidata", publisher_en="Wikidata"))
    english = page(client, "/en/embassies/hu/")
    for words in ("16 November 2022", "Q113940288", "mailto:mission@example.org", "02 123 4567", "Wikidata"):
        assert words in english
    assert "Not yet in the register: the address, heads of mission and calls and activities" in english
    assert "Ask the ministry" not in english
    assert "Embassy of Hungary, Bangkok" in english and "สถานเอกอัครราชทูตฮังการี" in page(client, "/th/embassies/hu/")
    assert_one_era(client, "embassies/hu/")


def test_heads_of_mission_latest_first_with_term_or_day_seen(client):
    """What is known of each: a term, or the day a source saw them."""
    embassy = hungary()
    head(embassy, person=world.person(name_en="Earlier One"), starts_on="2010-01-01", ends_on="2014-01-01")
    head(embassy, person=world.person(name_en="Later One"), as_of="2018-11-26")
    english = page(client, "/en/embassies/hu/")
    assert english.index("Later One") < english.index("Earlier One")
    assert 'as of <time datetime="2018-11-26">26 November 2018</time>' in english
    assert "from <time" in english


def test_calls_cities_and_news_of_the_country(client):
    """Exchanges, partner cities with their agreements, linked news; no drafts."""
    embassy, city = hungary(), world.city("budapest", "HU", name_en="Budapest")
    world.agreement(city, signed_on="1997-02-20")
    world.agreement(city, status="draft")
    world.exchange(city, embassies=[embassy], title_en="Talks on water")
    world.exchange(embassies=[embassy], title_en="Secret talks", status="draft")
    world.article("told", title_en="News of the talks").embassies.add(embassy)
    world.article("untold", title_en="Secret news", status="draft").embassies.add(embassy)
    english = page(client, "/en/embassies/hu/")
    for words in (
        "Talks on water",
        'href="/en/cities/budapest/"',
        "agreements/?city=budapest",
        ">1 agreement<",
        "News of the talks",
    ):
        assert words in english
    assert "Secret" not in english


def test_a_missing_language_falls_back_and_is_marked(client):
    """Name and note of one language are marked in the other."""
    hungary(name_en="", note_th="หมายเหตุ")
    english = page(client, "/en/embassies/hu/")
    assert '<span lang="th">สถานเอกอัครราชทูตฮังการี</span>' in english
    assert '<p class="prose" lang="th">หมายเหตุ</p>' in english and "available in Thai only" in english


def test_capital_codes_lead_to_small_ones(client):
    """One address a mission."""
    hungary()
    response = client.get("/th/embassies/HU/")
    assert (response.status_code, response["Location"]) == (301, "/th/embassies/hu/")


@pytest.mark.parametrize("iso", ["jp", "zz", "nonsense", "-"])
def test_what_is_not_published_is_not_found(client, iso):
    """Drafts, unknown and impossible codes."""
    world.embassy("JP", status="draft")
    assert client.get(f"/en/embassies/{iso}/").status_code == 404


def test_only_reading_is_allowed(client):
    """Another method is refused."""
    hungary()
    assert client.post("/en/embassies/").status_code == client.post("/en/embassies/hu/").status_code == 405


def test_a_withdrawn_embassy_stays_under_its_notice(client):
    """Its page answers with the notice and is not indexed; the register leaves it out."""
    hungary(status="withdrawn", withdrawn_notice_en="This mission has closed")
    english = page(client, "/en/embassies/hu/")
    assert "This mission has closed" in english and 'content="noindex"' in english
    assert "/embassies/hu/" not in page(client, "/en/embassies/")


def test_queries_do_not_grow(client):
    """Neither with missions in the register, nor with heads, calls, cities and news on a page."""

    def mission(number: int):
        iso = f"{chr(65 + number // 26)}{chr(65 + number % 26)}"
        country = Country.objects.create(iso=iso, name_th=iso, name_en=iso, region=Region.AFRICA)
        Embassy.objects.create(country=country, name_th=iso, name_en=iso, status="published")

    grows_not(client, "/en/embassies/?q=a", mission)
    embassy = hungary()

    def happen(number: int):
        world.cite(head(embassy, as_of="2018-11-26"))
        city = world.city(iso="HU")
        world.agreement(city, signed_on="2011-01-01")
        world.exchange(city, embassies=[embassy])
        world.article().embassies.add(embassy)

    grows_not(client, "/en/embassies/hu/", happen, few=1, many=5)


def test_contacts_have_a_day_of_their_own(client):
    facts = {"phone": "02 123 4567", "fax": "02 123 4568", "hours_th": "9.00–12.00 น.", "hours_en": "9–12"}
    world.embassy(contacts_as_of="2018-09", **facts)
    html = client.get("/en/embassies/jp/").content.decode()
    assert all(word in html for word in ("02 123 4568", "9–12", "September 2018"))
