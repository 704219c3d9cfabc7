"""Counting choices: each as if it were chosen, beside the other filters."""

from iad_portal.lib.registers.facets import tally

CELLS = [
    (3, {"kind": ("visit",), "year": (2019,), "city": ("edo", "aichi")}),
    (2, {"kind": ("visit",), "year": (2020,), "city": ()}),
    (1, {"kind": ("talk",), "year": (2019,), "city": ("edo",)}),
]
FILTERS = ("kind", "year", "city")


def test_without_a_choice_everything_is_found():
    """A record that has several codes counts under each of them."""
    found, counts = tally(CELLS, {}, FILTERS)
    assert found == 6
    assert counts == {"kind": {"visit": 5, "talk": 1}, "year": {2019: 4, 2020: 2}, "city": {"edo": 4, "aichi": 3}}


def test_a_choice_narrows_the_other_filters_and_not_its_own():
    """Choosing 2019 leaves both years to be chosen, and counts kinds and cities of 2019 only."""
    found, counts = tally(CELLS, {"year": 2019}, FILTERS)
    assert found == 4
    assert counts == {"kind": {"visit": 3, "talk": 1}, "year": {2019: 4, 2020: 2}, "city": {"edo": 4, "aichi": 3}}


def test_two_choices():
    """Each filter is counted with the other one on."""
    found, counts = tally(CELLS, {"year": 2020, "kind": "talk"}, FILTERS)
    assert found == 0
    assert counts == {"kind": {"visit": 2}, "year": {2019: 1}, "city": {}}
