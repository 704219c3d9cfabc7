"""The golden set over the starting data: what must be found is found, and both databases give the same order."""

from pathlib import Path

import pytest

from iad_portal.office.search.golden import FIRST, first_results, golden_set

# The first five of every query. When it is missing, the test writes it, and fails: look at what has changed.
ORDER = Path(__file__).with_name("search_order.tsv")
LEAST, KINDS = 0.97, 12


@pytest.fixture(scope="module")
def results():
    return {}


def test_the_records_that_must_be_first_are_first(starting_data, results):
    """At least 97 of a hundred real queries, typed in a hurry in either language on either site."""
    golden = golden_set()
    results |= {(query.language, query.query): first_results(query) for query in golden}
    missed = [query for query in golden if not set(query.expected) <= set(results[query.language, query.query])]
    assert len(golden) >= 150
    assert len(missed) <= (1 - LEAST) * len(golden), "\n".join(map(str, missed))


def test_every_sort_of_query_is_in_the_set():
    """Names and aliases, spellings, acronyms, compounds, years, slips, damaged letters, the other language, phrases."""
    sorts = [query.sort for query in golden_set()]
    assert len(set(sorts)) >= KINDS and min(map(sorts.count, set(sorts))) >= KINDS


def test_both_databases_give_the_same_order(starting_data, results):
    """One file holds on SQLite and on PostgreSQL."""
    found = results or {(query.language, query.query): first_results(query) for query in golden_set()}
    lines = ["\t".join([language, query, *first]) for (language, query), first in found.items()]
    assert all(len(first) <= FIRST for first in found.values())
    if not ORDER.exists():
        ORDER.write_text("\n".join(lines) + "\n", encoding="utf-8")
        pytest.fail("The order was not on record; it is now.")
    assert lines == ORDER.read_text(encoding="utf-8").splitlines()
