"""The golden set: real queries, and the records that must be among the first results. Tests and the bench ask it."""

import csv
from dataclasses import dataclass

from django.utils import translation

from iad_portal.lib.search.lexemes import from_index
from iad_portal.office.importer.rows import FOLDER
from iad_portal.office.models import SearchEntry

from .answering import answer
from .finding import Narrowing, page
from .kinds import KINDS

FIRST = 5
# What stands for a record in the file, where that is not its slug.
_CODES = {"agreement": "number", "embassy": "country_id", "exchange": "code"}


@dataclass(frozen=True)
class Golden:
    """A query on the site of `language`, and the records (`model:code`) that must be among the first five."""

    query: str
    language: str
    expected: tuple[str, ...]
    sort: str


def golden_set() -> list[Golden]:
    """All of them, as the file has them."""
    with (FOLDER / "search_queries.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return [
            Golden(row["query"], row["language"], tuple(row["expected"].split(";")), row["kind_of_query"])
            for row in rows
        ]


def first_results(golden: Golden, number: int = FIRST) -> list[str]:
    """What the portal shows first for the query, as `model:code`."""
    with translation.override(golden.language), from_index():
        given = answer(golden.query)
        entries = page(given.query, Narrowing(), given.found, 0, number) if given.found else []
        return [*(f"fixed:{page.url_name}" for page in given.pages), *map(code_of, entries)][:number]


def code_of(entry: SearchEntry) -> str:
    """The record of `entry` as the golden set names it: the same in every database."""
    name = _CODES.get(entry.kind, "slug")
    code = KINDS[entry.kind].model._base_manager.values_list(name, flat=True).get(pk=entry.key)
    return f"{entry.kind}:{code}".lower()
