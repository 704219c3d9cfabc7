"""Every total equals the sum of its parts, wherever it stands, today and ten years on.

Of each page its context is asked, before it is drawn: the drawing is tested elsewhere, and is most of a page's cost.
"""

import json
import re
from contextlib import contextmanager
from functools import partial

import pytest
from django.test import Client
from django.utils import translation

from iad_portal.office.open_data import BY_SLUG
from networks.models import Network
from plans.models import Plan
from relations.models import City
from tests.site.days import LATER, NOW, on

DAYS = pytest.mark.parametrize("day", [NOW, LATER])
REGISTERS = (
    "cities", "agreements", "exchanges", "embassies", "heads-of-mission", "networks", "meetings", "commitments", "news",
)  # fmt: skip
# What a record is by the day alone: only these choices can be counted otherwise ten years on.
OF_THE_DAY = {"state", "membership", "activity", "when"}


class Undrawn:
    """A reader who is given what pages are made of."""

    def __init__(self, monkeypatch, language="en"):
        self.client, self.language, self.made = Client(), language, {}
        monkeypatch.setattr("django.shortcuts.loader.render_to_string", self._keep)

    def _keep(self, _name, context=None, *_args, **_kwargs) -> str:
        self.made = context
        return ""

    def get(self, address: str) -> dict:
        """The context of the page at `address`, an address within the language."""
        url = address if address.startswith("/") else f"/{self.language}/{address}"
        assert self.client.get(url.partition("#")[0]).status_code == 200, url
        return self.made

    def rows(self, address: str) -> int:
        """How many rows the list at `address` has, on all its pages."""
        made = self.get(address)
        return made["page"].paginator.count if "page" in made else sum(len(group.entries) for group in made["groups"])


@pytest.fixture
def reader(starting_data, monkeypatch) -> Undrawn:
    return Undrawn(monkeypatch)


def numbers(words: object) -> list[int]:
    """The numbers in a sentence, without days."""
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", str(words))]


@contextmanager
def thai(reader):
    reader.language = "th"
    with translation.override("th"):
        yield
    reader.language = "en"


@DAYS
def test_the_numbers_of_the_home_page(reader, day):
    """Each leads to as many rows; its parts, in words, add up to it; the map, the plot and open data say the same."""
    with on(day):
        home, cities, agreements = reader.get(""), reader.get("cities/"), reader.get("agreements/")
        partners, countries, networks, embassies = home["totals"]
        total = home["total"]
        assert partners.value == reader.rows("cities/") == total.dated + total.undated
        assert total.cities == total.confirmed + total.last_known
        assert sum(numbers(partners.made)) == 2 * partners.value  # by date, and by age
        assert networks.value == sum(numbers(networks.made)) == reader.rows("networks/?membership=open")
        assert embassies.value == reader.rows("embassies/")
        assert numbers(cities["lead"])[:2] == [partners.value, countries.value]
        assert partners.made in cities["lead"]
        for plot in (home["growth"], agreements["growth"]):
            assert numbers(plot.end.text) == [partners.value] and numbers(plot.title)[0] == partners.value
            assert sum(numbers(words)[0] for words in (plot.dated, plot.undated)) == partners.value
        assert sum(group.count for group in home["partner_map"].groups) == partners.value
        with thai(reader):
            assert [total.value for total in reader.get("")["totals"]] == [total.value for total in home["totals"]]
            assert sum(numbers(reader.made["totals"][0].made)) == 2 * partners.value


@DAYS
def test_the_totals_of_agreements_and_networks(reader, day):
    with on(day):
        for register, apart in (("agreements/", 0), ("networks/", 1)):
            whole, *parts = reader.get(register)["totals"]
            of_it = parts[: len(parts) - apart]
            assert whole.value == sum(part.value for part in of_it)
            for part in [part for part in parts if part.url]:
                address = part.url if part.url.startswith("/") else f"{register}{part.url}"
                assert reader.rows(address) == part.value, part
        assert reader.get("agreements/")["totals"][0].value == reader.rows("agreements/")


@DAYS
def test_the_number_beside_a_choice_is_the_number_of_rows_it_gives(reader, day):
    with on(day):
        for register in REGISTERS:
            form = reader.get(f"{register}/")["form"]
            usual = form.usual
            for name, counts in form.counts.items():
                if day != NOW and name not in OF_THE_DAY:
                    continue
                offered = [code for code in counts if code not in (None, "", usual.get(name)) and counts[code]]
                # Of a long list every eighth: all of its choices go the same way.
                for code in offered if name in OF_THE_DAY else offered[::8]:
                    address = f"{register}/?{name}={code}"
                    assert reader.rows(address) == counts[code], address


@DAYS
def test_the_numbers_over_groups_are_those_of_their_rows(reader, day):
    """And the groups together are the whole list, as the line over it says."""
    with on(day):
        for register in ("cities", "embassies", "networks", "news"):
            made = reader.get(f"{register}/")
            groups = made.get("groups") or made["years"]
            for group in groups:
                assert not group.count or numbers(group.count) == [len(group.entries)], group.label
            if register != "news":  # its years go on from page to page
                assert sum(len(group.entries) for group in groups) == numbers(made["result"])[0]
        meetings = reader.get("meetings/")["ledger"].groups
        assert all(numbers(group.count) in ([], [len(group.rows)]) for group in meetings)


@DAYS
def test_what_a_city_counts(reader, day):
    """The agreements that its row of answers counts are those that it lists, and open data has as many."""
    with on(day):
        listed = [dict(zip(BY_SLUG["agreements"].names(), row, strict=True)) for row in BY_SLUG["agreements"].table()]
        for slug in City.objects.published().abroad().values_list("slug", flat=True):
            made = reader.get(f"cities/{slug}/")
            told = sum(sum(numbers(fact.as_of)) for fact in made["statement"].answers if str(fact.label) == "State")
            assert told == len(made["timeline"]) == sum(row["city"] == slug for row in listed), slug


@DAYS
def test_what_a_fiscal_year_counts(reader, day):
    years = Plan.objects.published().fiscal_years()
    with on(day):
        for year in years:
            made = reader.get(f"plans/{year}/")
            events = len({e for month in made["months"] for e in month.entries if e.url != "#projects"})
            assert numbers(made["summary"]) == [number for number in (len(made["projects"]), events) if number], year
            if plot := made["progress"]:
                assert sum(group.number for group in plot.groups) == len(made["projects"])


@DAYS
def test_open_data_counts_as_the_pages_do(reader, day):
    """Rows of each file, by what the pages count them."""
    with on(day):
        total = reader.get("")["total"]
        read = partial(_rows, reader.client)
        partners = [row for row in read("cities") if row["standing"] == "partner"]
        assert len(partners) == total.cities and sum(bool(row["first_tie_on"]) for row in partners) == total.dated
        agreements = read("agreements")
        assert len(agreements) == reader.rows("agreements/")
        for state in ("ended", "statement", "not_yet"):
            number = sum(row["recorded_state"] == state for row in agreements)
            assert number == reader.get("agreements/")["form"].counts["state"][state]
        for slug in ("embassies", "networks", "meetings", "news"):
            assert len(read(slug)) == reader.rows(f"{slug}/"), slug
        member_cities = read("city-memberships")
        for network in Network.objects.published():
            ledger = reader.get(f"networks/{network.slug}/")["cities"]
            shown = sum(len(group.rows) for group in ledger.groups) if ledger else 0
            assert shown == sum(row["network"] == network.slug for row in member_cities), network


def _rows(client: Client, slug: str) -> list[dict]:
    return json.loads(client.get(f"/en/data/{slug}.json").content)["rows"]
