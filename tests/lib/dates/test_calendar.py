"""Partial dates as values, and the Thai fiscal year."""

import copy
import datetime
import operator
import pickle
from itertools import pairwise

import pytest

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import BANGKOK, PartialDate

DAY, MONTH, YEAR = (PartialDate.from_iso(text) for text in ("2011-07-11", "2006-06", "1993"))


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("1993", "year", (1993, 1, 1), (1993, 12, 31)),
        ("2006-06", "month", (2006, 6, 1), (2006, 6, 30)),
        ("2024-02", "month", (2024, 2, 1), (2024, 2, 29)),
        ("2018-12", "month", (2018, 12, 1), (2018, 12, 31)),
        ("2011-07-11", "day", (2011, 7, 11), (2011, 7, 11)),
    ],
)
def test_says_what_is_known_and_no_more(text, precision, first, last):
    value = PartialDate.from_iso(text)
    assert (value.precision, value.iso) == (precision, text)
    assert (value.first_day, value.last_day) == (datetime.date(*first), datetime.date(*last))
    assert type(value.first_day) is type(value.last_day) is datetime.date


@pytest.mark.parametrize("text", ["", "93", "2006-6", "2006-06-1", "2006-13", "2006-02-30", "2006-06-01T00:00", "๒๕๖๓"])
def test_refuses_what_is_not_iso(text):
    with pytest.raises(ValueError):
        PartialDate.from_iso(text)


def test_of_cuts_down_to_what_is_known():
    assert PartialDate.of(datetime.date(2006, 6, 15), "month") == MONTH
    assert PartialDate.of(datetime.date(1993, 6, 15), "year") == YEAR
    assert PartialDate.of(datetime.date(2011, 7, 11)) == PartialDate.of(datetime.date(2011, 7, 11), "") == DAY
    with pytest.raises(ValueError):
        PartialDate.of(datetime.date(2006, 6, 15), "decade")


def test_equals_only_what_is_known_as_well():
    plain_day, plain_first = datetime.date(2011, 7, 11), datetime.date(2006, 6, 1)
    assert plain_day == DAY and operator.eq(DAY, plain_day) and not operator.ne(DAY, plain_day)
    assert plain_first != MONTH and operator.ne(MONTH, plain_first) and not operator.eq(MONTH, plain_first)
    assert PartialDate(2006, 6, precision="month") == MONTH
    assert PartialDate(2006, precision="year") != PartialDate(2006, precision="month")
    assert operator.ne(DAY, "2011-07-11") and not operator.eq(DAY, "2011-07-11")
    assert len({DAY, datetime.date(2011, 7, 11), MONTH, PartialDate.from_iso("2006-06")}) == 2


def test_orders_like_its_first_day():
    assert sorted([DAY, MONTH, YEAR]) == [YEAR, MONTH, DAY]
    assert datetime.date(2006, 5, 31) < MONTH < datetime.date(2006, 6, 2)
    assert MONTH + datetime.timedelta(1) == datetime.date(2006, 6, 2)


@pytest.mark.parametrize("value", [DAY, MONTH, YEAR])
def test_survives_copies(value):
    for twin in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert twin == value and twin.precision == value.precision and type(twin) is PartialDate
    assert eval(repr(value).replace("PartialDate", "PartialDate.from_iso")) == value


def test_days_are_bangkoks(monkeypatch):
    new_year_eve = datetime.datetime(2019, 12, 31, 18, 0, tzinfo=datetime.UTC)
    monkeypatch.setattr(calendar.timezone, "now", lambda: new_year_eve)
    assert calendar.today() == calendar.local_day(new_year_eve) == datetime.date(2020, 1, 1)
    assert calendar.local_day(datetime.datetime(2019, 12, 31, 18, 0)) == datetime.date(2019, 12, 31)
    assert calendar.local_day(MONTH) is MONTH


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (MONTH, "2006-06"),
        (datetime.date(2006, 6, 1), "2006-06-01"),
        (datetime.datetime(2019, 12, 31, 18, 0, 5, 9, tzinfo=datetime.UTC), "2020-01-01T01:00:05+07:00"),
        (datetime.datetime(2019, 12, 31, 18, 0, tzinfo=BANGKOK), "2019-12-31T18:00:00+07:00"),
        (datetime.datetime(2019, 12, 31, 18, 0), "2019-12-31T18:00:00"),
    ],
)
def test_iso_is_gregorian(value, text):
    assert calendar.iso(value) == text


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("1962-02-19", "2020-02-18", 57),
        ("1962-02-19", "2020-02-19", 58),
        ("2020-02-29", "2021-02-28", 0),
        ("2020-02-29", "2021-03-01", 1),
        ("2020-02-19", "1962-02-19", -58),
    ],
)
def test_years_between_counts_anniversaries(start, end, years):
    assert calendar.years_between(*map(datetime.date.fromisoformat, (start, end))) == years


@pytest.mark.parametrize(
    ("day", "year", "quarter"),
    [
        ("2012-09-30", 2012, 4),
        ("2012-10-01", 2013, 1),
        ("2012-12-31", 2013, 1),
        ("2013-01-01", 2013, 2),
        ("2013-04-01", 2013, 3),
        ("2013-06-30", 2013, 3),
        ("2013-07-01", 2013, 4),
        ("2013-09-30", 2013, 4),
    ],
)
def test_fiscal_year_begins_in_october(day, year, quarter):
    day = datetime.date.fromisoformat(day)
    assert (calendar.fiscal_year(day), calendar.fiscal_quarter(day)) == (year, quarter)
    first, last = calendar.fiscal_quarter_span(year, quarter)
    assert first <= day <= last


def test_fiscal_spans_meet():
    assert calendar.fiscal_year_span(2013) == (datetime.date(2012, 10, 1), datetime.date(2013, 9, 30))
    months = calendar.fiscal_months(2013)
    assert len(months) == 12 and months == sorted(months) and months[0] == datetime.date(2012, 10, 1)
    spans = [calendar.fiscal_quarter_span(2013, quarter) for quarter in (1, 2, 3, 4)]
    assert (spans[0][0], spans[3][1]) == calendar.fiscal_year_span(2013)
    for (_, last), (first, _) in pairwise(spans):
        assert first - last == datetime.timedelta(1)
    with pytest.raises(ValueError):
        calendar.fiscal_quarter_span(2013, 5)
