"""Every page that says something to programs says what stands on it, in both languages."""

import json
import re

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from pyld import jsonld

from iad_portal.office.open_data import REGISTERS
from news.models import Correction
from relations.models import Agency, Photo
from tests import world
from tests.lib.media.pictures import encoded

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def told(address: str) -> dict[str, dict]:
    """Type -> the thing of that type on the page at `address`; there is one block of data at most."""
    (block,) = BLOCK.findall(Client().get(address).content.decode())
    said = json.loads(block)
    assert said["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in said["@graph"]}


@pytest.fixture(autouse=True)
def media(settings):
    """Uploads stay in memory."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def test_an_article_is_told_with_its_day_picture_corrections_and_whom_it_names():
    article = world.article("visit", lead_th="ความนำ")
    article.cities.add(world.city("edo", name_th="เอโดะ"))
    article.meetings.add(world.meeting("summit", title_th="การประชุม"))
    Photo.objects.create(subject=article, alt_th="ภาพคณะ", credit_th="กองงาน", image=ContentFile(encoded(), "a.jpg"))
    Correction.objects.create(article=article, corrected_on="2026-01-02", text_th="แก้ชื่อ")
    said = told("/th/news/visit/")["NewsArticle"]
    assert said["headline"] == article.title_th and said["description"] == "ความนำ" and said["inLanguage"] == "th"
    assert said["datePublished"] == article.published_day.isoformat() and said["publisher"]["@id"] == f"{SITE}/#office"
    assert said["image"]["creditText"] == "กองงาน" and said["image"]["contentUrl"].startswith(f"{SITE}/media/")
    assert said["mentions"] == [{"@type": "Place", "name": "เอโดะ", "url": f"{SITE}/th/cities/edo/"}]
    assert said["about"] == [{"@type": "Event", "name": "การประชุม", "url": f"{SITE}/th/meetings/summit/"}]
    assert said["correction"] == [{"@type": "CorrectionComment", "text": "แก้ชื่อ", "datePublished": "2026-01-02"}]


def test_a_day_that_nobody_knows_is_not_told():
    article = world.article("old", published_on=None)
    type(article).objects.update(first_published_at=None)
    assert "datePublished" not in told("/th/news/old/")["NewsArticle"]


def test_what_fell_back_says_in_which_language_it_is():
    world.article("only-thai", title_th="ข่าว", title_en="", body_en="", lead_en="")
    assert told("/en/news/only-thai/")["NewsArticle"]["headline"] == {"@value": "ข่าว", "@language": "th"}


def test_a_meeting_is_an_event_with_its_days_place_and_network():
    """Of what is a draft nothing is told."""
    network = world.network("league", name_th="เครือข่าย")
    host = world.city("edo", name_th="เอโดะ")
    whole = world.meeting("whole", title_th="การประชุมใหญ่", status="draft")
    world.meeting("part", network=network, host_city=host, part_of=whole, venue_th="หอประชุม", starts_on="2019-06-10")
    said = told("/th/meetings/part/")["Event"]
    assert said["startDate"] == "2019-06-10" and "superEvent" not in said
    assert said["location"]["name"] == "หอประชุม" and said["location"]["address"]["addressLocality"] == "เอโดะ"
    assert said["organizer"] == {"@type": "Organization", "name": "เครือข่าย", "url": f"{SITE}/th/networks/league/"}


def test_a_meeting_of_which_little_is_known_says_little():
    world.meeting("bare", network=None, host_city=None, country=None, venue_th="", venue_en="", starts_on=None)
    said = told("/th/meetings/bare/")["Event"]
    assert "location" not in said and "startDate" not in said and said["organizer"]["@id"] == f"{SITE}/#office"


def test_a_city_is_a_place_in_its_country():
    world.city("edo", name_th="เอโดะ", name_en="Edo", latitude="35.7", longitude="139.7")
    said = told("/en/cities/edo/")["Place"]
    assert (
        said["name"] == "Edo"
        and said["alternateName"] == {"@value": "เอโดะ", "@language": "th"}
        and said["geo"]["latitude"] == 35.7
    )
    assert said["containedInPlace"]["identifier"] == "JP"


@pytest.mark.parametrize("page", ["/th/", "/en/contact/"])
def test_the_office_presents_itself_with_what_is_known_of_it(page):
    world.agency(Agency.HOME_SLUG, phone="0 2224 8171")
    said = told(page)
    assert said["GovernmentOrganization"]["telephone"] == "0 2224 8171"
    assert "email" not in said["GovernmentOrganization"] and said["WebSite"]["url"] == SITE


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.slug)
def test_each_register_is_a_dataset_with_its_files_on_its_page(register):
    """Three forms of each; the licence, the publisher and the columns stand there, too."""
    (block,) = BLOCK.findall(Client().get(f"/en/data/{register.slug}/").content.decode())
    (one,) = [thing for thing in json.loads(block)["@graph"] if thing["@type"] == "Dataset"]
    assert one["@id"] == f"{SITE}/en/data/{register.slug}/"
    assert one["variableMeasured"] == register.names() and one["license"] and one["publisher"]["@type"]
    for file in one["distribution"]:
        address = file["contentUrl"].removeprefix(SITE)
        assert Client().get(address)["Content-Type"].startswith(file["encodingFormat"])
    assert len(one["distribution"]) == 3


def test_all_registers_are_a_catalogue():
    (block,) = BLOCK.findall(Client().get("/en/data/").content.decode())
    (catalogue,) = [thing for thing in json.loads(block)["@graph"] if thing["@type"] == "DataCatalog"]
    assert len(catalogue["dataset"]) == len(REGISTERS)


def test_a_page_without_anything_to_say_says_nothing():
    assert not BLOCK.findall(Client().get("/th/nothing-is-here/").content.decode())


def test_a_page_tells_the_way_to_it():
    world.article("visit", title_th="ข่าวการเยือน")
    steps = told("/th/news/visit/")["BreadcrumbList"]["itemListElement"]
    assert [step.get("item") for step in steps] == [f"{SITE}/th/", f"{SITE}/th/news/", None]


# What schema.org and those who show its facts ask of each type.
ASKED = {
    "NewsArticle": {"headline", "datePublished", "dateModified", "author", "publisher", "url", "image"},
    "Event": {"name", "startDate", "organizer"},
    "Organization": {"name", "url"},
    "GovernmentOrganization": {"name", "url"},
    "Place": {"name"},
    "Dataset": {"name", "description", "url", "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "ImageObject": {"contentUrl", "license", "acquireLicensePage", "creditText", "copyrightNotice"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "WebSite": {"name", "url"},
    "CorrectionComment": {"text", "datePublished"},
}


def things_in(value):
    """Every thing in what a page tells, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from things_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from things_in(inner)


def whole_world() -> None:
    article = world.article("visit")
    Photo.objects.create(
        subject=article, alt_th="ภาพ", credit_th="กองงาน", licence="CC BY 4.0", image=ContentFile(encoded(), "a.jpg")
    )
    Correction.objects.create(article=article, corrected_on="2026-01-02", text_th="แก้ชื่อ")
    edo, league = world.city("edo"), world.network("league", secretariat_country=world.country("HU"))
    article.cities.add(edo), article.networks.add(league)
    article.meetings.add(world.meeting("summit", network=league, host_city=edo, country=None))
    world.agreement(edo, number=7), world.embassy("JP"), world.plan("yearly"), world.agency(Agency.HOME_SLUG)


PAGES = (
    "news/", "news/visit/", "cities/", "cities/edo/", "agreements/", "agreements/7/", "networks/", "networks/league/",
    "meetings/", "meetings/summit/", "embassies/", "embassies/jp/", "plans/", "plans/yearly/", "agencies/", "data/",
    "data/cities/",
    "feeds/", "sources/", "about/", "contact/", "press/", "newsletters/", "search/",
)  # fmt: skip


def of_schema_org(address: str, _options: dict) -> dict:
    """What schema.org answers to a program that asks for its context, as far as this test goes: no network is asked."""
    context = {"@vocab": "https://schema.org/", "id": "@id", "type": "@type"}
    return {
        "contextUrl": None,
        "documentUrl": address,
        "document": {"@context": context},
        "contentType": "application/ld+json",
    }


def test_another_program_reads_what_every_page_tells():
    """All of it: with the strict reader, a name that stands for nothing, or a value of no kind, would be lost."""
    whole_world()
    for path in PAGES:
        (block,) = BLOCK.findall(Client().get(f"/th/{path}").content.decode())
        things = jsonld.flatten(json.loads(block), options={"documentLoader": of_schema_org})
        kinds = {kind.removeprefix("https://schema.org/") for thing in things for kind in thing.get("@type", ())}
        assert "BreadcrumbList" in kinds and not [kind for kind in kinds if "/" in kind], path


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_page_tells_the_way_to_it_and_each_thing_has_what_its_type_asks_for(language):
    whole_world()
    found = set()
    for page in PAGES:
        (block,) = BLOCK.findall(Client().get(f"/{language}/{page}").content.decode())
        said = json.loads(block)["@graph"]
        things = list(things_in(said))
        for thing in things:
            # What stands within another, and only names it by its page, tells no more of it.
            names_only = thing not in said and thing.keys() <= {"@type", "@id", "name", "url", "description"}
            if thing["@type"] in ASKED and not names_only:
                missing = ASKED[thing["@type"]] - thing.keys()
                assert not missing, (page, thing["@type"], missing)
        kinds = {thing["@type"] for thing in things}
        assert "BreadcrumbList" in kinds, page
        found |= kinds
    assert found >= ASKED.keys()


def test_a_network_is_an_organisation_with_its_names_and_secretariat():
    names = {"name_th": "สันนิบาต", "name_en": "League", "acronym": "LG", "website": "https://league.example.org/"}
    where = {"secretariat_place_en": "Pécs", "secretariat_place_th": "เปช", "secretariat_country": world.country("HU")}
    world.network("league", founded_on="1987", **names, **where)
    said = told("/en/networks/league/")["Organization"]
    assert said["name"] == "League" and said["alternateName"] == ["LG", {"@value": "สันนิบาต", "@language": "th"}]
    assert (said["sameAs"], said["foundingDate"]) == ("https://league.example.org/", "1987")
    assert said["location"]["address"]["addressCountry"] == "HU" and said["location"]["name"] == "Pécs"


@pytest.mark.parametrize(
    ("written", "told_as"),
    [
        ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ("https://example.org/x", "https://example.org/x"),
        ("ขออนุญาต", f"{SITE}/th/press/#terms"),
    ],
)
def test_a_photo_tells_its_licence_and_where_to_ask(written, told_as):
    article = world.article("visit")
    Photo.objects.create(
        subject=article, alt_th="ภาพ", credit_th="กองงาน", licence=written, image=ContentFile(encoded(), "a.jpg")
    )
    image = told("/th/news/visit/")["NewsArticle"]["image"]
    assert image["license"] == told_as and image["acquireLicensePage"] == f"{SITE}/th/press/#terms"
    assert image["copyrightNotice"] == f"กองงาน · {written}"


def test_where_nobody_knows_of_a_change_the_day_it_came_out_is_told_as_such():
    article = world.article("old", published_on="2019-05-23")
    type(article).objects.update(was_public=True, first_published_at=None, version=1)
    said = told("/th/news/old/")["NewsArticle"]
    assert said["dateModified"] == said["datePublished"] == "2019-05-23"
