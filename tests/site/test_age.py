"""The law of age on every page, file, feed and search answer of the starting data, today and ten years on.

What is said of today on a page is the claim of a record that stands there and is confirmed: ten years on there is none.
"""

import json
from collections.abc import Iterable

import pytest
from django.test import Client

from iad_portal.lib.claims.age import ClaimState
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.admin.claims import claims
from iad_portal.office.open_data import REGISTERS
from iad_portal.office.sitemaps import SITEMAPS
from relations.models import Agreement, Instrument
from tests.site.addresses import in_turn, public_addresses
from tests.site.crawl import Page
from tests.site.days import LATER, NOW, on, said_of_today

pytestmark = pytest.mark.search_index

QUERIES = ("โซล", "ผู้ว่าราชการ", "CITYNET", "Seoul mayor", "embassy", "agreement", "Metropolis member")
SEARCHES = [f"/{language}/search/{of}?q={query}" for language in LANGUAGES for of in ("", "feed/") for query in QUERIES]


def said(client: Client, addresses: Iterable[str]) -> dict[str, list[str]]:
    """The words in the present tense that are said, by address."""
    answers = ((address, client.get(address)) for address in addresses)
    texts = {address: answer.content.decode() for address, answer in answers if answer.status_code == 200}
    return {address: words for address, text in texts.items() if (words := said_of_today(text))}


def read_later(pages: dict[str, Page]) -> list[str]:
    """In both languages what says something of today; all other pages, feeds and tables in one of them.

    The same tables in other forms are asked for below; that calendars never speak of today, too.
    """
    public = [address for address in public_addresses() if not address.endswith((".json", ".xlsx", ".ics"))]
    speaking = [address for address in public if address in pages and said_of_today(pages[address].text)]
    return list(dict.fromkeys([*speaking, *in_turn(public), *SEARCHES]))


def test_ten_years_on_nothing_is_said_in_the_present_tense(pages, client):
    with on(LATER):
        lasting = [row for row in claims(LATER) if row.state == ClaimState.CONFIRMED]
        assert [row.record for row in lasting if not row.record.claim().stands_until] == []
        assert lasting == []  # nor has the starting data an end after that day by its own words
        assert said(client, read_later(pages)) == {}


def test_today_what_is_confirmed_is_said_and_nothing_else_is(pages):
    with on(NOW):
        for number in Agreement.objects.published().values_list("number", flat=True):
            agreement = Agreement.objects.get(number=number)
            may = agreement.is_in_force(NOW) and agreement.is_confirmed(NOW) and not agreement.renewed_by.exists()
            assert bool(said_of_today(pages[f"/en/agreements/{number}/"].text)) == may, number
    assert said_of_today(pages["/th/agreements/"].text)


def test_a_paper_that_binds_nothing_is_nowhere_in_force(starting_data, client):
    """Neither on its own page, nor on its city's, nor in the lists and files, nor is anybody asked about it."""
    papers = Agreement.objects.filter(instrument__in=[Instrument.LETTER_OF_INTENT, Instrument.JOINT_STATEMENT])
    assert len(papers) >= 2 and not [row for row in claims(NOW) if row.record in papers]
    with on(NOW):
        files = {row["number"]: row for row in json.loads(client.get("/en/data/agreements.json").content)["rows"]}
        for paper in papers:
            row = files[paper.number]
            assert (row["recorded_state"], row["state"], row["confirmed_on"]) == ("statement", "", None)
            for page in (f"agreements/{paper.number}/", f"agreements/?instrument={paper.instrument}"):
                html = client.get(f"/en/{page}").content.decode()
                assert "Statement of intent" in html and not said_of_today(html)
        assert not said_of_today(client.get("/th/cities/tokyo/").content.decode())


def test_today_feeds_calendars_files_and_searches_say_it_of_nothing(pages, client):
    """What pages say of today, tests/site/test_crawl.py compares with what is confirmed."""
    files = {page.url: page.text for page in pages.values() if not page.is_html}
    assert {url.rpartition(".")[2] for url in files} >= {"csv", "json", "ics"}
    speaking = {url for url, text in files.items() if said_of_today(text)}
    assert speaking and speaking <= {
        f"/{code}/data/{register.slug}.csv" for code in LANGUAGES for register in REGISTERS
    }
    with on(NOW):
        assert said(client, SEARCHES) == {}


@pytest.mark.parametrize("day", [NOW, LATER])
def test_open_data_tells_the_state_of_every_claim(starting_data, client, day):
    with_state = [register for register in REGISTERS if "state" in register.names()]
    assert {register.slug for register in with_state} >= {"agreements", "embassies", "networks", "memberships"}
    with on(day):
        for register in with_state:
            rows = json.loads(client.get(f"/en/data/{register.slug}.json").content)["rows"]
            states = {row["state"] for row in rows}
            assert states <= {*ClaimState.values, ""} and (day == NOW or ClaimState.CONFIRMED not in states)
            assert all(row["confirmed_on"] for row in rows if row["state"] == ClaimState.CONFIRMED)


def test_loading_is_no_update(starting_data, client):
    assert "<lastmod>" not in "".join(client.get(f"/sitemap-{part}.xml").content.decode() for part in SITEMAPS)
