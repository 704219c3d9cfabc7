"""What people say beside names: kinds of ties, parts of the world, a country's own; and pages that are no records."""

from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import translation

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.search.demonyms import DEMONYMS
from iad_portal.lib.search.lexemes import from_index
from iad_portal.office.search.answering import answer
from iad_portal.office.search.finding import Narrowing, page
from iad_portal.office.search.fixed_pages import PAGES, pages_beginning, pages_for
from iad_portal.office.search.kinds import KINDS
from relations.models import Alias, Country
from tests import world
from tests.desk.desk import desk_url, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.search_index]


def found(query: str) -> list[str]:
    """The kinds and titles that `query` finds, in their order."""
    with from_index():
        given = answer(query)
        entries = page(given.query, Narrowing(), given.found, 0, 20) if given.found else []
    return [f"{entry.kind}:{entry.title_en}" for entry in entries]


def partner(slug: str, iso: str, **facts):
    """A city with an agreement that ties it."""
    city = world.city(slug, iso, **facts)
    world.agreement(city)
    return city


@pytest.mark.parametrize(
    "query",
    ["sister city", "sister cities", "twin town", "partner city", "friendship city", "เมืองพี่เมืองน้อง", "บ้านพี่เมืองน้อง",
     "เมืองคู่มิตร"],
)  # fmt: skip
def test_a_tied_city_is_found_by_every_word_for_it(query):
    """And a city that was only met is not."""
    partner("edo", "JP"), world.city("met", "JP")
    assert "city:City edo" in found(query) and "city:City met" not in found(query)


def test_a_tie_that_is_not_public_makes_no_sister_city():
    """The word would give the draft away; it comes with the agreement, and goes with it."""
    city = world.city("edo", "JP")
    agreement = world.agreement(city, status="draft")
    assert "city:City edo" not in found("twin town")
    agreement.status = "published"
    agreement.save()
    assert "city:City edo" in found("twin town")
    agreement.status = "draft"
    agreement.save()
    assert "city:City edo" not in found("twin town")


@pytest.mark.parametrize("kind", ["cities", "feeds"])
def test_a_tie_that_begins_or_ends_by_its_moment_alone_is_known_at_that_moment(client, kind):
    """Nothing is saved in between; a query without a word for ties finds the city on every day."""
    moments = {
        "coming": {"signed_on": date(2027, 3, 1)},
        "ending": {"signed_on": "2020-03-01", "expires_on": PartialDate.from_iso("2027-02-28")},
        "hidden": {"signed_on": "2020-03-01", "publish_at": datetime(2027, 3, 1, tzinfo=UTC)},
    }
    for slug, facts in moments.items():
        world.agreement(world.city(slug, "JP"), **facts)
    address = {"cities": "/en/search/?kind=city&q=", "feeds": "/en/search/feed/?q="}[kind]
    for day, tied in ((date(2027, 2, 27), {"ending"}), (date(2027, 3, 2), {"coming", "hidden"})):
        with patch("django.utils.timezone.now", return_value=datetime(day.year, day.month, day.day, 5, tzinfo=UTC)):
            for query, wanted in (("twin+town", tied), ("เมืองพี่เมืองน้อง", tied), ("Japan", set(moments))):
                html = client.get(address + query).content.decode()
                assert {slug for slug in moments if f"/en/cities/{slug}/" in html} == wanted, (day, query)


@pytest.mark.parametrize(
    ("query", "city"),
    [("Japanese partner cities", "edo"), ("cities in Europe", "buda"), ("European sister cities", "buda"),
     ("เมืองยุโรป", "buda")],
)  # fmt: skip
def test_demonyms_and_parts_of_the_world_ask_for_the_countries(query, city):
    partner("edo", "JP"), partner("buda", "HU")
    assert [code for code in found(query) if code.startswith("city")] == [f"city:City {city}"]


def test_every_country_of_the_register_has_a_demonym(starting_data):
    """Islands and micro-states that nobody searches so are told here."""
    without = {
        "VA",
        "KI",
        "MH",
        "FM",
        "NR",
        "PW",
        "TV",
        "KN",
        "LC",
        "VC",
        "SM",
        "ST",
        "GW",
        "HK",
        "MO",
        "CK",
        "NU",
        "EH",
    }
    assert set(Country.objects.values_list("pk", flat=True)) - set(DEMONYMS) <= without


@pytest.mark.parametrize(
    ("written", "typed"), [("Shangri-La", "shangrila"), ("Shangrila", "Shangri-La"), ("Asia-Pacific", "asiapacific")]
)
def test_a_hyphen_may_be_there_or_not(written, typed):
    world.article(title_en=f"Talks at {written}")
    assert found(typed) == [f"article:Talks at {written}"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_record_may_have_other_names(kind):
    """In the model, on the desk, and in the index."""
    model = KINDS[kind].model
    assert model._meta.get_field("aliases").related_model is Alias
    assert "relations-alias-subject_type" in signed_in().get(desk_url(model, "add")).content.decode()


def test_an_article_is_found_by_another_name():
    article = world.article(title_en="Festival of lights")
    Alias.objects.create(subject=article, name="Loy Krathong", language="en", kind="other_name")
    assert found("loy krathong") == ["article:Festival of lights"]


def test_the_spelling_of_a_title_is_offered_before_another_name():
    city = world.city("shenzhen", name_th="นครเซินเจิ้น")
    for name, kind in (("เซินเจิ่น", "old_site"), ("เซินเจิ้น", "short")):
        Alias.objects.create(subject=city, name=name, language="th", kind=kind)
    with from_index():
        assert answer("เชินเจิ้น").query.text == "เซินเจิ้น"


@pytest.mark.parametrize(
    ("query", "name"),
    [("contact", "contact"), ("เบอร์โทร", "contact"), ("ติดต่อสำนักงาน", "contact"), ("calendar", "networks:meeting_list"),
     ("ข้อมูลเปิด", "data"), ("where to download a csv file", "data"), ("อินเตอร์นิวส์", "news:newsletter_list")],
)  # fmt: skip
def test_pages_that_are_no_records_are_found(query, name):
    assert name in [page.url_name for page in pages_for(query)]


def test_who_asks_for_a_page_is_corrected_to_nothing():
    """A telephone is not Berlin."""
    world.city("berlin", name_th="เบอร์ลิน", name_en="Berlin")
    html = Client().get("/th/search/", {"q": "เบอร์โทร"}).content.decode()
    assert 'href="/th/contact/"' in html and "เบอร์ลิน" not in html.split("<main")[1]


@pytest.mark.parametrize("query", ["", "zzz", "tokyo contact zzz", "the of"])
def test_other_queries_lead_to_no_page(query):
    assert pages_for(query) == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_page_answers_and_is_suggested(language):
    with translation.override(language):
        for page in PAGES:
            assert Client().get(page.url).status_code == 200 and page.label and page.says
    assert [page.url_name for page in pages_beginning(["telepho"])] == ["contact"]
    assert Client().get("/en/search/suggest/", {"q": "telepho"}).json()["suggestions"][0]["url"] == "/en/contact/"


@pytest.mark.parametrize("query", ["ฟูกูโอกะ", "ฟูกูโอกา", "ฟุกุโอกา", "ฟูกูโอก้า", "ฟุกูโอกา"])
def test_a_foreign_name_is_found_however_long_its_vowels_are_heard(query):
    """With all that is linked to it, by any such spelling; a name of other consonants is another one."""
    city = world.city("fukuoka", "JP", name_th="ฟูกูโอกะ", name_en="Fukuoka")
    world.city("fukuyama", "JP", name_th="ฟูกูยามะ", name_en="Fukuyama"), world.exchange(city, code="visit")
    assert found(query)[0] == "city:Fukuoka" and "exchange:Visit visit" in found(query)
    assert "city:Fukuyama" not in found(query)
