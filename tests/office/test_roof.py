"""What belongs to no app: health, robots, sitemap, open data, media, about, caching."""

import csv
import io
import json
import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.contrib.sites.models import Site
from django.core.files.base import ContentFile
from django.utils import timezone, translation
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

from iad_portal.lib.dates import calendar
from iad_portal.office.caching import LONGEST, seconds_until_change
from iad_portal.office.models import Page
from iad_portal.office.open_data import REGISTERS
from iad_portal.office.pages import home as page_of_home
from iad_portal.office.sitemaps import SITEMAPS
from networks.models import CityMembership, Commitment, Participation
from relations.models import Agency, City, Document, KeyRecipient, Signatory, YouthGroup
from tests import world
from tests.making import made
from tests.site.checks import assert_one_era, assert_queries, grows_not

pytestmark = pytest.mark.django_db


def page(slug: str = "mission", **facts) -> Page:
    """A page of the office."""
    defaults = {"title_th": "พันธกิจ", "title_en": "Mission", "body_th": "<p>เนื้อหา</p>", "body_en": "<p>Text</p>"}
    return Page.objects.create(slug=slug, **world.PUBLISHED | defaults | facts)


def test_health_asks_the_database(client):
    """And is never cached."""
    response = client.get("/healthz")
    assert response.json() == {"status": "ok"} and response["Cache-Control"] == "no-store"


def test_readiness_asks_both_home_pages(client, monkeypatch, caplog):
    """As they stand; nobody keeps the answer; what breaks one of them is one line in the log."""
    world.washington()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"}) and answer["Cache-Control"] == "no-store"
    build = page_of_home.totals

    def fail_in_english(*args):
        if get_language() == "en":
            raise TypeError("no latitude")
        return build(*args)

    monkeypatch.setattr(page_of_home, "totals", fail_in_english)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"status": "no home page: en"})
    assert answer["Cache-Control"] == "no-store" and "no latitude" not in answer.content.decode()
    assert [r.getMessage() for r in caplog.records if r.name.endswith("plain")] == [
        "The home page cannot be built (en): TypeError('no latitude')"
    ]
    assert client.get("/healthz").status_code == 200


def test_probes_are_answered_on_plain_http(client, settings):
    """Load balancers ask from inside."""
    settings.SECURE_SSL_REDIRECT = True
    assert [client.get(path).status_code for path in ("/healthz", "/readyz", "/th/")] == [200, 200, 301]


def test_robots_name_the_sitemap(client):
    """And keep search engines from the desk."""
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text and "http://localhost:8000/sitemap.xml" in text


def test_the_sitemap_has_published_records_in_both_languages(client):
    """Each with its counterpart; no draft. The index names every part."""
    world.city("edo"), world.city("secret", status="draft")
    root = f"http://{Site.objects.get_current().domain}"
    ElementTree.fromstring(index := client.get("/sitemap.xml").content.decode())
    parts = re.findall(f"<loc>{root}(.*?)</loc>", index)
    assert len(parts) == len(SITEMAPS)
    text = "".join(client.get(part).content.decode() for part in parts)
    assert text.count(f"<loc>{root}/th/cities/edo/</loc><lastmod>") == 1 and "secret" not in text
    assert text.count(f'<xhtml:link rel="alternate" hreflang="en" href="{root}/en/cities/edo/"/>') == 2
    assert text.count(f'hreflang="x-default" href="{root}/th/cities/edo/"') == 2
    assert [ElementTree.fromstring(client.get(part).content) is None for part in parts] == [False] * len(parts)


def test_the_sitemap_names_the_addresses_of_records(client, starting_data):
    """Part by part, for every kind, as the records give them."""
    for name, section in SITEMAPS.items():
        text = client.get(f"/sitemap-{name}.xml").content.decode()
        addresses = re.findall(r"<loc>https?://[^/]*(.*?)</loc>", text)
        if name != "registers":
            own = []
            for record in section.model.objects.published().order_by("pk"):
                for language in ("th", "en"):
                    with translation.override(language):
                        own.append(record.get_absolute_url())
            assert addresses == own
        assert len(addresses) >= 2


def test_a_long_sitemap_comes_in_parts(client, monkeypatch):
    monkeypatch.setattr(SITEMAPS["city"], "limit", 2)
    for number in range(3):
        world.city(f"city-{number}")
    assert "sitemap-city.xml?p=2</loc>" in client.get("/sitemap.xml").content.decode()
    parts = [client.get(f"/sitemap-city.xml?p={number}") for number in (1, 2)]
    assert [part.content.count(b"<url>") for part in parts] == [4, 2]
    missing = ("/sitemap-city.xml?p=3", "/sitemap-city.xml?p=x", "/sitemap-none.xml")
    assert [client.get(address).status_code for address in missing] == [404] * 3


def a_row_in_every_register() -> None:
    """One record at least of each kind of row that open data gives."""
    world.washington(), world.exchange(world.city()), world.embassy(), world.agency(), world.figure(world.city("edo"))
    world.meeting(), world.project(world.plan()), world.article(), world.network()
    made(CityMembership), made(YouthGroup), made(KeyRecipient)
    made(Signatory), made(Participation), made(Commitment)


@pytest.mark.parametrize("register", [register.slug for register in REGISTERS])
def test_every_register_is_given_as_csv_and_json(client, register):
    """With the day it was read; drafts are absent."""
    a_row_in_every_register()
    world.exchange(world.city("secret", status="draft"))
    data = json.loads(client.get(f"/en/data/{register}.json").content)
    rows = list(
        csv.DictReader(io.StringIO(client.get(f"/th/data/{register}.csv").content.decode().removeprefix("\ufeff")))
    )
    assert data["count"] == len(rows) >= 1
    assert data["as_of"] == rows[0]["as_of"]
    assert "secret" not in json.dumps(data)


@pytest.mark.parametrize("register", [register.slug for register in REGISTERS])
def test_every_column_has_a_name_of_its_own(client, register):
    """Else a reader that goes by names loses one of two; CSV and JSON call their columns alike."""
    a_row_in_every_register()
    header = client.get(f"/th/data/{register}.csv").content.decode().removeprefix("\ufeff").split("\r\n")[0].split(",")
    pairs = json.loads(client.get(f"/th/data/{register}.json").content, object_pairs_hook=list)
    row = [name for name, _value in dict(pairs)["rows"][0]]
    assert len(header) == len(set(header)) and header == [*row, "as_of"] and "as_of" not in row


def test_a_figure_keeps_the_day_of_which_it_speaks(client):
    """Beside the day on which the file was read."""
    world.figure(world.city(), as_of="2019-05")
    row = next(csv.DictReader(io.StringIO(client.get("/th/data/figures.csv").content.decode().removeprefix("\ufeff"))))
    assert row["known_as_of"] == "2019-05" and row["as_of"] == calendar.today().isoformat()


@pytest.mark.parametrize("register", ["cities", "exchanges", "figures", "projects"])
def test_registers_do_not_ask_a_question_a_row(client, register):
    """Fetched in one go."""

    def add(number):
        city = world.city(f"c{number}")
        world.exchange(city), world.figure(city), world.project(world.plan())

    grows_not(client, f"/th/data/{register}.json", add)


@pytest.mark.parametrize("address", ["data/secrets.csv", "data/cities.xml", "data/cities.", "data/.csv"])
def test_there_is_nothing_else_to_download(client, address):
    """A plain 404."""
    assert client.get(f"/th/{address}").status_code == 404


def test_a_held_text_is_not_given_away(client):
    """Also not as data."""
    world.city("edo", hold_en=True)
    assert json.loads(client.get("/th/data/cities.json").content)["rows"][0]["name_en"] == ""


def test_pages_of_the_office(client):
    """List, page, fallback, draft, withdrawn."""
    page(), page("draft", status="draft"), page("thai", title_en="", body_en=""), page("gone", status="withdrawn")
    assert "/en/about/mission/" in client.get("/en/about/").content.decode()
    assert "/en/about/draft/" not in client.get("/en/about/").content.decode()
    assert client.get("/en/about/draft/").status_code == client.get("/en/about/none/").status_code == 404
    assert '<div class="prose rich" lang="th"><p>เนื้อหา</p></div>' in client.get("/en/about/thai/").content.decode()
    assert "Withdrawn by the office" in client.get("/en/about/gone/").content.decode()
    assert_queries(client, "/th/about/mission/")


def test_contact_shows_what_is_known_and_nothing_else(client):
    """No empty labels."""
    Agency.objects.create(
        slug="iao",
        name_th="สำนักงานการต่างประเทศ",
        name_en="International Affairs Office",
        kind="office",
        phone="0 2221 2141",
    )
    html = client.get("/th/contact/").content.decode()
    assert "0 2221 2141" in html and "<dt>โทรศัพท์" in html and "<dt>อีเมล" not in html


@pytest.mark.parametrize("path", ["", "about/", "search/", "sources/", "feeds/", "data/"])
def test_every_page_of_the_roof_answers_in_both_languages_and_only_to_reading(client, path):
    """200, 405, one era, no cookie."""
    world.cite(world.city("edo"))
    for language in ("th", "en"):
        response = client.get(f"/{language}/{path}")
        assert response.status_code == 200 and not response.cookies
        assert client.post(f"/{language}/{path}").status_code == 405
    assert_one_era(client, path) if path != "data/" else None


def test_a_drafts_paper_is_as_private_as_the_draft(client, admin_client):
    """The public gets 404, an officer the file, uncached."""
    city = world.city("edo", status="draft")
    paper = Document.objects.create(subject=city, title_th="เอกสาร", file=ContentFile("ไทย".encode(), "note.txt"))
    assert client.get(paper.url).status_code == 404
    seen = admin_client.get(paper.url)
    assert "no-store" in seen["Cache-Control"] and b"".join(seen.streaming_content)
    city.status = "published"
    city.save()
    seen = client.get(paper.url)
    assert "public" in seen["Cache-Control"] and b"".join(seen.streaming_content)
    assert client.get("/media/documents/none.txt").status_code == 404


@pytest.mark.parametrize(("language", "name"), [("", "บันทึก 8 2538.txt"), ("th", "บันทึก 8 2538.txt"), ("en", "MOU.txt")])
@pytest.mark.parametrize("prefix", ["", "/_media/"])
def test_a_paper_is_saved_under_its_title(client, settings, language, name, prefix):
    """In its own language; what is held back is not told."""
    settings.MEDIA_ACCEL_PREFIX = prefix
    facts = {"title_th": "บันทึก 8/2538", "title_en": "MOU", "language": language}
    city = world.city("edo")
    paper = Document.objects.create(subject=city, file=ContentFile(b"text", "a.txt"), **facts)

    def told():
        response = client.get(paper.url)
        assert prefix or b"".join(response.streaming_content)
        return response["X-File-Content-Disposition" if prefix else "Content-Disposition"]

    assert told() == content_disposition_header(True, name)
    City.objects.update(hold_th=True)
    assert told() == 'attachment; filename="MOU.txt"'


def test_public_answers_may_be_kept_but_never_past_a_scheduled_moment(client, admin_client):
    """Signed-in officers' answers are private."""
    assert client.get("/th/")["Cache-Control"].startswith("public, max-age=")
    assert "private" in admin_client.get("/admin/")["Cache-Control"]
    now = timezone.make_aware(timezone.datetime(2026, 11, 22, 12))
    assert seconds_until_change(now) == LONGEST
    world.city("edo", publish_at=now + timedelta(seconds=12))
    assert seconds_until_change(now) == 12
    assert seconds_until_change(timezone.make_aware(timezone.datetime(2026, 11, 22, 23, 59, 45))) == 15


@pytest.mark.parametrize("path", ["/en/", "/en/meetings/", "/en/data/news.csv", "/en/search/"])
def test_a_day_that_no_page_answers_is_refused_with_a_sentence(client, path):
    """Never ignored: with the way to the page of today, its other parameters kept."""
    refused = client.get(path, {"at": "2019-01-01", "q": "hue"})
    assert refused.status_code == 400
    assert "This page shows today alone" in refused.content.decode()
    assert f'href="{path}?q=hue">The page as it is today' in refused.content.decode()
    assert client.get("/healthz", {"at": "2019-01-01"}).status_code == 200
