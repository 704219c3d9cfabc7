"""Marks of what a form showed: the same value has the same mark however it is written, and nonsense has none."""

import base64
import json
import zlib
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.desk.marks import NOT_KNOWN, Opened, mark_of, opened_in, read_back, written_out
from networks.models import Meeting
from relations.models import City, Person

COLUMN = City._meta.get_field("name_th")
MOMENT = datetime(2020, 2, 14, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Decimal("1.50000"), Decimal("1.5")),
        (MOMENT, MOMENT.astimezone(timezone(timedelta(hours=7))).replace(microsecond=5)),
        (date(2020, 2, 14), PartialDate(2020, 2, 14)),
        (None, ""),
        (City(pk=7), 7),
    ],
)
def test_what_counts_as_one_value_has_one_mark(one, other):
    assert mark_of(COLUMN, one) == mark_of(COLUMN, other)


@pytest.mark.parametrize(
    ("one", "other"), [("a", "b"), (None, False), (0, None), (PartialDate(2020, 1, 1), PartialDate(2020, 1, 1, "year"))]
)
def test_what_differs_has_another(one, other):
    assert mark_of(COLUMN, one) != mark_of(COLUMN, other)


def test_of_links_the_keys_are_kept():
    assert mark_of(Meeting._meta.get_field("chairs"), [Person(pk=9), 3]) == ["3", "9"]


def test_marks_come_back_as_they_were_written():
    opened = Opened({"a": "x", "b": ["1"]}, {"rows": {"1": {"c": "y"}, "2": {"c": "z", "d": ["4"]}}})
    back = read_back(written_out(opened))
    assert back == opened and back.of_row("rows", "1") == {"c": "y"} and back.of_row("rows", "9") is None


def packed(content) -> str:
    return base64.urlsafe_b64encode(zlib.compress(json.dumps(content).encode())).decode()


@pytest.mark.parametrize(
    "text",
    [
        "5",
        "é",
        "x" * 40,
        packed("x"),
        packed([{"a": 1}, {}]),
        packed([{"a": [1]}, {}]),
        packed([{}, {"p": [["a"], 3]}]),
    ],
)
def test_nonsense_is_not_known(text):
    assert read_back(text) is NOT_KNOWN and opened_in({"seen": text}) is NOT_KNOWN and opened_in({}) is None
