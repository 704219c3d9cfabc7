"""What a claim is on the days around each border: its end, its beginning, and the shelf life of its witnesses."""

from datetime import date

import pytest

from iad_portal.lib.claims.age import Claim, ClaimState, years_before
from iad_portal.lib.claims.shelf_life import YEARS, ClaimKind
from iad_portal.lib.dates.calendar import PartialDate

CONFIRMED, LAST_KNOWN, ENDED = ClaimState.CONFIRMED, ClaimState.LAST_KNOWN, ClaimState.ENDED


def on(iso: str) -> PartialDate:
    return PartialDate.from_iso(iso)


def role(begins: str = "", last_day: str = "", *witnesses: str) -> Claim:
    """A claim with a shelf life of two years; its beginning bears witness, too."""
    end = on(last_day).last_day if last_day else None
    heard = tuple(on(one) for one in (begins, *witnesses) if one)
    return Claim(ClaimKind.ROLE, on(begins) if begins else None, end, end, heard)


@pytest.mark.parametrize(
    ("claim", "at", "state"),
    [
        (role(), "2026-11-26", LAST_KNOWN),
        (role("2020-03-01"), "2020-02-29", LAST_KNOWN),
        (role("2020-03-01"), "2020-03-01", CONFIRMED),
        (role("2020-03-01"), "2022-03-01", CONFIRMED),
        (role("2020-03-01"), "2022-03-02", LAST_KNOWN),
        (role("2020-03-01", "2024-05-31"), "2024-05-31", CONFIRMED),
        (role("2020-03-01", "2024-05-31"), "2024-06-01", ENDED),
        (role("2020", "2024"), "2024-12-31", CONFIRMED),
        (role("2020", "2024"), "2025-01-01", ENDED),
        (role("2020-03-01", "", "2023-06-01"), "2025-06-01", CONFIRMED),
        (role("2020-03-01", "", "2023-06-01"), "2025-06-02", LAST_KNOWN),
        (role("", "", "2023"), "2025-01-01", CONFIRMED),
        (role("", "", "2023"), "2025-01-02", LAST_KNOWN),
        # Of a past day: what began before it and stood after it stood on it; else nobody knows.
        (role("2010-01-01", "", "2023-06-01"), "2016-01-01", CONFIRMED),
        (role("", "", "2023-06-01"), "2016-01-01", LAST_KNOWN),
        # An end in the future says nothing of a day before anything was heard.
        (role("", "2030", "2023-06-01"), "2016-01-01", LAST_KNOWN),
        (role("", "2030", "2023-06-01"), "2029-01-01", CONFIRMED),
        (role("", "2030"), "2026-01-01", LAST_KNOWN),
    ],
)
def test_the_law_of_age(claim, at, state):
    assert claim.state(date.fromisoformat(at)) == state


def test_the_newest_witness_of_a_day():
    claim = role("2010", "", "2023-06", "2019-02-01")
    assert claim.known_on(date(2026, 1, 1)).iso == "2023-06"
    assert claim.known_on(date(2023, 5, 31)).iso == "2019-02-01"
    assert claim.known_on(date(2009, 12, 31)) is None


@pytest.mark.parametrize(
    ("day", "years", "earlier"),
    [
        (date(2026, 11, 26), 5, date(2021, 11, 26)),
        (date(2024, 2, 29), 1, date(2023, 2, 28)),
        (date(2022, 6, 1), -4, date(2026, 6, 1)),
        (date(3, 1, 1), 5, date.min),
        (date(9998, 1, 1), -5, date.max),
    ],
)
def test_years_before(day, years, earlier):
    assert years_before(day, years) == earlier


def test_every_kind_has_a_shelf_life():
    assert set(YEARS) == set(ClaimKind)
