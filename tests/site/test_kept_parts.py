"""A part of a page that is kept by the versions of some apps reads no table of another: nothing in it grows old."""

import re

import pytest
from django.db import connection
from django.urls import reverse

from iad_portal.lib.operations import kept_pages as pages
from iad_portal.lib.records import content_versions
from iad_portal.lib.records.content_versions import TABLE
from iad_portal.office.models import Page
from iad_portal.office.models.content_version import tables
from iad_portal.office.open_data import REGISTERS
from iad_portal.workshop.bench import fullest, fullest_year
from networks.models import Meeting, Network
from news.models import Article
from plans.models import Plan
from relations.models import Agreement, City, Embassy
from tests.site.addresses import public_addresses

ASKED = re.compile(r'(?:FROM|JOIN)\s+"?(\w+)"?')


@pytest.fixture
def unnamed(monkeypatch):
    """Makes every part anew, and collects the tables that a part read without naming their app."""
    app_of, asked, open_parts, found = tables(), [], [], set()
    key_of, put = content_versions.versions, pages.put

    def begun(*apps):
        open_parts.append((apps, len(asked)))
        return key_of(*apps)

    def done(key, value, *rest):
        if key.startswith("part:"):
            apps, start = open_parts.pop()
            read = {table for sql in asked[start:] for table in ASKED.findall(sql)} & app_of.keys()
            found.update((apps, table) for table in read if apps and app_of[table] not in apps)
        put(key, value, *rest)

    def note(execute, sql, *rest):
        asked.append(sql)
        return execute(sql, *rest)

    monkeypatch.setattr(content_versions, "versions", begun)
    monkeypatch.setattr(pages, "get", lambda key: None)
    monkeypatch.setattr(pages, "put", done)
    with connection.execute_wrapper(note):
        yield found
    assert TABLE not in app_of


def test_a_page_of_kept_parts_is_the_page_made_whole(client, starting_data, settings):
    """What a part shows is made with it: a name that stands outside of its tags would be empty."""
    for name in ("agreement", "city", "exchange", "embassy", "head"):
        _same(client, settings, reverse(f"relations:{name}_list"))
    for name in ("network", "meeting", "commitment", "membership"):
        _same(client, settings, reverse(f"networks:{name}_list"))
    for name in ("calendar", "plans:plan_list", "relations:agency_list", "key_recipients", "about", "data", "press"):
        _same(client, settings, reverse(name))
    for address in addresses_of_datasets():
        _same(client, settings, address)
    _same(client, settings, reverse("contact"))


def test_the_page_of_a_record_is_made_of_parts_as_it_is_whole(client, starting_data, settings):
    for address in addresses_of_records():
        _same(client, settings, address)


def test_what_a_sent_form_says_is_nobody_elses(client, starting_data, settings):
    """The page of contact: a refused letter stands in its own answer, whatever was kept before, and in no other."""
    address, typed = reverse("contact"), {"text": "typed by somebody"}
    whole = _plain(client.get(address))
    settings.KEEP_PARTS = True
    for _turn in ("before anything is kept", "after"):
        answer = client.post(address, typed).content.decode()
        assert "typed by somebody" in answer and "<title>ข้อผิดพลาด" in answer.replace("\n", "")
        assert _plain(client.get(address)) == whole
    client.get(address, {"topic": "correction"})
    assert _plain(client.get(address)) == whole


def addresses_of_datasets():
    return [reverse("dataset", args=[register.slug]) for register in REGISTERS]


def addresses_of_records():
    """Of each kind with kept parts the record of which most is told."""
    for model, told in ((City, "exchanges"), (Agreement, "signatories"), (Embassy, "exchanges")):
        yield fullest(model, told)()
    for model, told in ((City, "articles"), (Network, "meetings"), (Meeting, "articles"), (Embassy, "articles")):
        yield fullest(model, told)()
    yield fullest(Plan, "projects")()
    yield fullest_year()
    yield fullest(Page, "photos")()
    for told in ("photos", "cities", "networks", "meetings", "people", "agencies"):
        yield fullest(Article, told)()


def _same(client, settings, address):
    settings.KEEP_PARTS = False
    whole = _plain(client.get(address))
    settings.KEEP_PARTS = True
    assert _plain(client.get(address)) == _plain(client.get(address)) == whole, address


def _plain(answer):
    """The page without the secret that each form has of its own."""
    return re.sub('name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())


def test_every_kept_part_names_the_apps_that_it_reads(client, starting_data, kept_pages, unnamed):
    """On each page with a fixed address, and on a page of each kind of record."""
    fixed = [one for one in public_addresses() if not one.startswith("/en/") and one.count("/") < 4]
    for address in [*fixed, *addresses_of_datasets(), *addresses_of_records(), "/th/search/?q=tokyo"]:
        client.get(address)
    assert unnamed == set()
