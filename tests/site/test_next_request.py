"""Whatever changed, by whatever way: the next request shows it, on every page that shows it.

That each table's changes are marked, also those by SQL, tests/lib/records/test_content_versions.py proves; that each
page's key holds the marks of all apps, tests/office/test_page_store.py.
"""

import csv
import re
import shutil
from collections import defaultdict
from datetime import datetime, time, timedelta
from itertools import islice

import pytest
from django.contrib.redirects.models import Redirect
from django.db import connection
from django.urls import resolve
from django.utils import timezone

from iad_portal.lib.dates import calendar
from iad_portal.lib.records.moments import next_moment
from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.office.importer import reference
from iad_portal.office.importer.inventory import Inventory
from iad_portal.office.importer.rows import FOLDER, Files
from iad_portal.office.models import SiteNotice
from iad_portal.office.models.content_version import APART, tables
from news.models import Article, PressContact, Video
from relations.models import Agency, Agreement, Alias, Citation, City, Country, Person, Photo, ShelfLife
from tests import world
from tests.desk.desk import desk_url, errors_of, signed_in, untouched
from tests.desk.test_status import act
from tests.making import made, own_fields, records

from .addresses import public_addresses, text_at, unread

pytestmark = pytest.mark.django_db
# Of these no page shows a text of such a record: only search does, or none but certain kinds, or numbers alone.
NOT_SHOWN = {"alias", "citation", "datalicence", "post", "projectprogress", "shelflife", "youthgroup"}
# Pages with a form that readers send: no two answers are the same.
WITH_A_TOKEN = {"contact", "news:alerts"}
# Pages without a text of any record, or with those of heads of mission and of partners in networks alone, which are not
# among the records made here; the list of plans shows their years, the sitemap addresses.
OF_NO_RECORD = {
    "contact",
    "data",
    "dataset",
    "feeds",
    "networks:membership_list",
    "news:alerts_sent",
    "plans:plan_list",
    "press_mark",
    "relations:head_list",
    "robots",
    "root",
    "search",
    "search_feed",
    "search_feed_json",
    "search_suggest",
    "sitemap",
    "sitemap_part",
}


# In a text; what a hyphen follows is part of an address.
MARK = re.compile(r"quokka[a-z]+(?![a-z-])")


@pytest.fixture(autouse=True)
def pages_are_kept(kept_pages, settings):
    """See conftest.py; uploads stay in memory."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def read(client, address: str) -> str:
    return text_at(client, address)


def made_now(client, settings, address: str) -> bytes:
    """What stands there without the store."""
    settings.KEEP_PAGES = settings.KEEP_PARTS = False
    try:
        return client.get(address).content
    finally:
        settings.KEEP_PAGES = settings.KEEP_PARTS = True


# ---- Every model, on the pages that show it


def texts(model) -> list[str]:
    """The columns of `model` in which a mark is put, but for those that are part of addresses."""
    kinds = ("CharField", "TextField")
    found = (field for field in own_fields(model) if field.get_internal_type() in kinds and not field.choices)
    return [field.attname for field in found if not field.unique]


def marked_world() -> dict[str, object]:
    """A record of every model that officers write, with a mark of its own in its texts: by that mark."""
    world.bangkok()
    with unit_of_work():
        # Seen with others alone: a country with its partner cities, a person with a text, a notice when it is on.
        country = made(Country, "quokkacountry")
        city = made(City, "quokkacity", country=country)
        world.agreement(city)
        person = made(Person, "quokkaperson")
        found = [country, city, person, made(Agreement, "quokkaagreement", city=city)]
        found += [made(Article, "quokkaarticle", people=[person]), made(SiteNotice, "quokkasitenotice", is_on=True)]
        found += [made(Citation, "quokkacitation", source=world.source())]
        found += [made(PressContact, "quokkapresscontact", is_default=True)]
        found += [made(Video, "quokkavideo", article=found[4], address="https://youtu.be/x")]
        marked = {f"quokka{record._meta.model_name}": record for record in found}
        for model in records():
            mark = f"quokka{model._meta.model_name}"
            if model._meta.label not in APART and mark not in marked:
                marked[mark] = made(model, mark)
    return marked


def test_every_text_of_every_model_is_seen_at_once_wherever_it_is_shown(client, settings):
    """Changed past all of Python's signals. A new model or page that this does not meet fails."""
    marked = marked_world()
    addresses = [address for address in public_addresses() if not address.startswith("/en/")]
    assert unread(addresses) == set()
    shown_at, shows_nothing = defaultdict(dict), set()
    for address in addresses:
        name, found = resolve(address).view_name, set(MARK.findall(read(client, address)))
        for mark in found & marked.keys():
            shown_at[mark].setdefault(name, address)
        shows_nothing |= set() if found - {"quokkasitenotice"} else {name}
    others_seen = {name for mark, pages in shown_at.items() for name in pages if mark != "quokkasitenotice"}
    assert shows_nothing - others_seen == OF_NO_RECORD
    unseen = {mark.removeprefix("quokka") for mark in marked.keys() - shown_at.keys()}
    assert unseen == NOT_SHOWN
    for mark, pages in shown_at.items():
        record, new = marked[mark], mark.replace("quokka", "wombat")
        stored = {name: getattr(record, name) for name in texts(type(record))}
        changed = {name: text.replace(mark, new) for name, text in stored.items() if mark in str(text)}
        type(record)._base_manager.filter(pk=record.pk).update(**changed)
        seen = {
            address: client.get(address).content
            for address in [page for name, page in pages.items() if name not in WITH_A_TOKEN][:3]
        }
        assert any(new in page.decode() for page in seen.values()), f"{new} is shown nowhere"
        for address, page in seen.items():
            assert page == made_now(client, settings, address), f"{address} is as it was, with {mark}"


# ---- Every way, on the pages that it changes


class Place:
    """A small portal, the officer who changes it, and how a test goes on."""

    def __init__(self, monkeypatch, folder):
        self.folder = folder
        world.bangkok()
        self.officer, self.monkeypatch = signed_in(), monkeypatch
        self.city = world.washington()
        self.agency = world.agency("iao")
        self.article = world.article("one")
        self.article.cities.add(self.city)
        self.draft = world.city("draft", "HU", status="draft")

    def form(self, record, **changed) -> None:
        """Change `record` in its form, as an officer does."""
        url = desk_url(type(record), "change", record.pk)
        answer = self.officer.post(url, untouched(self.officer, url, type(record)) | changed)
        assert answer.status_code == 302, errors_of(answer)

    def later(self, moment: datetime) -> None:
        """Let it be `moment`."""
        self.monkeypatch.setattr(timezone, "now", lambda: moment)


def in_sql(place):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE news_article SET title_th = 'พาดหัวจาก SQL' WHERE slug = 'one'")


def in_a_draft_row(place):
    made_in_bulk = Article(slug="two", title_th="ข่าวสอง", status="published", published_on="2026-01-02")
    Article.objects.bulk_create([made_in_bulk])


def by_import(place):
    """As `load_starting_data` does, of the first rows of its first files."""
    for name in ("countries", "agencies", "people"):
        with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as whole:
            rows = list(islice(csv.reader(whole), 4))
        with (place.folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as beginning:
            csv.writer(beginning).writerows(rows)
    for name in ("office.json", "sources.csv"):
        shutil.copy(FOLDER / name, place.folder)
    inventory = Inventory(lambda: None)
    with unit_of_work("import"):
        reference.load(Files(place.folder), inventory)
        inventory.settle()


def undone(place):
    with unit_of_work():
        place.city.history.earliest().instance.save()


HOME, CITY, CITIES, NEWS, ARTICLE = "/th/", "/th/cities/washington-dc/", "/th/cities/", "/th/news/", "/th/news/one/"
SOON = timedelta(minutes=5)


def a_notice(**facts):
    return SiteNotice.objects.create(kind="closure", text_th="ปิดทำการ", is_on=True, **facts)


# name: what is there before, the way, the pages on which the next request shows it
WAYS = {
    "form": (None, lambda p: p.form(p.city, name_th="กรุงวอชิงตัน"), [HOME, CITY, CITIES, ARTICLE]),
    "list action": (None, lambda p: act(p.officer, "publish", p.draft), ["/th/cities/draft/", "/sitemap-city.xml"]),
    "withdrawal": (None, lambda p: act(p.officer, "withdraw", p.article, withdrawn_notice_th="ถอน"), [NEWS, ARTICLE]),
    "back to draft": (None, lambda p: act(p.officer, "back_to_draft", p.article), [NEWS, ARTICLE]),
    "deleting": (None, lambda p: p.article.delete(), [NEWS, CITY]),
    "an older state": (lambda p: p.form(p.city, name_th="นครวอชิงตัน"), undone, [CITIES, CITY]),
    "update()": (None, lambda p: City.objects.filter(pk=p.city.pk).update(name_th="อื่น"), [CITIES, ARTICLE]),
    "SQL": (None, in_sql, [NEWS, CITY]),
    "bulk_create()": (None, in_a_draft_row, [NEWS, "/th/news/two/", "/th/news/feed/", "/th/data/news.csv"]),
    "a link": (lambda p: p.article.cities.clear(), lambda p: p.article.cities.add(p.city), [ARTICLE, CITY]),
    "language hold": (None, lambda p: p.form(p.city, hold_th="on"), [CITY, CITIES]),
    "slug": (None, lambda p: p.form(p.article, slug="another"), [NEWS, ARTICLE, "/th/news/another/"]),
    "photo": (None, lambda p: made(Photo, subject=p.city), [CITY]),
    "other name": (None, lambda p: made(Alias, subject=p.city, name="ชื่อเล่น", language="th"), ["/th/search/?q=ชื่อเล่น"]),
    "agency": (None, lambda p: p.form(p.agency, name_th="สำนักงานชื่อใหม่"), [CITY, "/th/agencies/"]),
    "country": (None, lambda p: Country.objects.filter(iso="US").update(name_th="สหรัฐ"), [CITY, CITIES]),
    "shelf life": (None, lambda p: ShelfLife.objects.create(kind="agreement", years=99), [CITY]),
    "notice": (None, lambda p: a_notice(), [HOME, NEWS]),
    "notice in SQL": (lambda p: a_notice(), lambda p: SiteNotice.objects.update(is_on=False), [NEWS, ARTICLE]),
    "moment": (
        lambda p: City.objects.filter(pk=p.draft.pk).update(status="published", publish_at=timezone.now() + SOON),
        lambda p: p.later(timezone.now() + SOON + timedelta(seconds=1)),
        ["/th/cities/draft/", "/sitemap-city.xml"],
    ),
    "moment of a notice": (
        lambda p: a_notice(starts_at=timezone.now() + SOON),
        lambda p: p.later(timezone.now() + SOON + timedelta(seconds=1)),
        [NEWS],
    ),
    "end of a notice": (
        lambda p: a_notice(ends_at=timezone.now() + SOON),
        lambda p: p.later(timezone.now() + SOON + timedelta(seconds=1)),
        [NEWS],
    ),
    "midnight": (
        None,
        lambda p: p.later(datetime.combine(calendar.today() + timedelta(days=1), time(), tzinfo=calendar.BANGKOK)),
        ["/th/data/", "/th/data/cities.csv"],
    ),
    "import": (None, by_import, ["/th/agencies/"]),
}

# Only search knows the other names, only history what was before.
MARKS = {"other name": pytest.mark.search_index, "an older state": pytest.mark.history}


@pytest.mark.parametrize("way", [pytest.param(way, marks=MARKS.get(way, ())) for way in WAYS])
def test_the_next_request_shows_what_was_done(client, settings, monkeypatch, tmp_path, way):
    before, do, addresses = WAYS[way]
    place = Place(monkeypatch, tmp_path)
    if before:
        before(place)
    stood = {address: [client.get(address).content for _ in range(2)][1] for address in addresses}
    do(place)
    for address in addresses:
        answer = client.get(address)
        assert answer.content != stood[address], f"{address} is as it was"
        assert answer.content == made_now(client, settings, address)


def test_every_moment_of_what_pages_show_is_known():
    """A column of moments that pages depend on is named in `page_moments`; the others only tell when a row was made."""
    told = {"created_at", "updated_at", "first_published_at", "dated_at"}
    for model in records():
        if model._meta.db_table in tables():
            moments = {field.name for field in model._meta.fields if field.get_internal_type() == "DateTimeField"}
            named = {column for column, _flag in getattr(model, "page_moments", ())}
            assert moments - told == named, model
    assert next_moment(timezone.now()) is None


def test_old_addresses_are_asked_for_anew(client):
    """An answer without a page is not kept, so it needs no mark."""
    assert client.get("/old").status_code == client.get("/th/cities/none/").status_code == 404
    Redirect.objects.create(site_id=1, old_path="/old", new_path="/th/")
    world.city("none")
    assert client.get("/old").status_code == 301 and client.get("/th/cities/none/").status_code == 200
    assert Agency.objects.count() == 0
