"""Dates on the way in: what officers type, what it means, and the sentence for what cannot be right."""

import datetime

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.dates.calendar import BANGKOK, BE_OFFSET, PartialDate, Precision
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.dates.parse import FIRST_YEAR, LAST_YEAR, DateError, parse_date, parse_moment, parse_year

VALENTINES = """
14/2/2563   14-2-2563   14.2.2563   14/02/2563   14 2 2563   14 / 2 / 2563   2020-02-14   2563-02-14   2563/2/14
๑๔ ก.พ. ๒๕๖๓   ๑๔/๒/๒๕๖๓   14 กุมภาพันธ์ 2563   14 กพ 2563   14กพ2563   14 ก.พ. พ.ศ. 2563   14/2/พ.ศ. 2563
14 Feb 2020   14 Feb. 2020   14-Feb-2020   February 14, 2020   Feb 14th 2020   14 FEBRUARY 2563
the 14th of February 2020   วันที่ 14 กุมภาพันธ์ 2563   วันศุกร์ที่ 14 กุมภาพันธ์ พ.ศ. 2563   ศุกร์ 14 ก.พ. 2563   ศ. 14 ก.พ. 2563
Friday 14 February 2020   Fri, 14 Feb 2020   Friday, the 14th of February 2020   14 February 2020 C.E.
14 ก.พ. ค.ศ. 2020   \u200b 14\xa0กุมภาพันธ์  2563\u00a0
"""


@pytest.mark.parametrize("typed", [text for line in VALENTINES.strip("\n").split("\n") for text in line.split("   ")])
def test_reads_a_day(typed):
    assert parse_date(typed) == PartialDate(2020, 2, 14)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        *((typed, "2020-02") for typed in ("ก.พ. 2563", "กุมภาพันธ์พ.ศ.2563", "2/2563", "02-2020", "2020-02", "Feb 2020")),
        *((typed, "2020") for typed in ("2563", "พ.ศ. 2563", "พศ 2563", "ปี 2563", "ปี พ.ศ. ๒๕๖๓", "2020", "ค.ศ. 2020")),
        *((typed, "2020") for typed in ("B.E. 2563", "2563 BE", "AD 2020", "2020 CE", "year 2020")),
        ("ก.ย. 2563", "2020-09"),
        ("Sept. 2020", "2020-09"),
        ("พ.ค. 2563", "2020-05"),
        ("พ.ย. 2563", "2020-11"),
        ("วันพฤหัสบดีที่ 13 ก.พ. 2563", "2020-02-13"),
        ("พฤ. 13 ก.พ. 2563", "2020-02-13"),
        ("วันพุธที่ ๑๒ กุมภาพันธ์ ๒๕๖๓", "2020-02-12"),
        ("พ. 12 ก.พ. 2563", "2020-02-12"),
        ("Sun 1 Mar 2020", "2020-03-01"),
        ("29/2/2563", "2020-02-29"),
        ("1782", "1782"),
        ("2100", "2100"),
        ("2325", "1782"),
        ("2643", "2100"),
    ],
)
def test_reads_months_years_and_weekdays(typed, iso):
    assert parse_date(typed).iso == iso


@pytest.mark.parametrize(
    ("typed", "code", "part_of_sentence"),
    [
        ("", "empty", "Type a date, for example 14/2/2563"),
        (" \u200b\xa0", "empty", "Type a date"),
        ("เร็ว ๆ นี้", "not_understood", "“เร็ว ๆ นี้” could not be read"),
        ("14 Febtober 2020", "not_understood", "could not be read"),
        ("1/2/3/2563", "not_understood", "could not be read"),
        ("x" * 10_000, "not_understood", "x…”"),
        ("14/2/63", "short_year", "four digits: 2563 or 2020, not 63"),
        ("14 ก.พ. 63", "short_year", "not 63"),
        ("2/63", "short_year", "not 63"),
        ("63", "short_year", "not 63"),
        ("1781", "year", "2325 to 2643 (B.E.) or from 1782 to 2100 (C.E.)"),
        ("2101", "year", "The year 2101 cannot be right"),
        ("2324", "year", "The year 2324"),
        ("14/2/2644", "year", "The year 2644"),
        ("14/2/3106", "year", "The year 3106"),
        ("25630214", "year", "The year 25630214"),
        ("14/2/256", "year", "The year 256 "),
        ("ค.ศ. 2563", "era", "The year 2563 does not fit the era"),
        ("14 ก.พ. พ.ศ. 2020", "era", "The year 2020 does not fit the era"),
        ("2020 BE", "era", "does not fit"),
        ("2/14/2020", "month", "no month 14"),
        ("0/2563", "month", "no month 0"),
        ("31 ก.พ. 2563", "day", "no day 31 in February 2020: that month has 29 days"),
        ("29/2/2562", "day", "has 28 days"),
        ("0/2/2563", "day", "no day 0"),
        ("วันจันทร์ที่ 14 กุมภาพันธ์ 2563", "weekday", "14 February 2020 is a Friday, not a Monday"),
        ("Mon 14 Feb 2020", "weekday", "is a Friday, not a Monday"),
        ("วันจันทร์ ก.พ. 2563", "day_missing", "The day is missing"),
    ],
)
def test_refuses_with_the_reason(typed, code, part_of_sentence):
    with override("en"), pytest.raises(DateError) as caught:
        parse_date(typed)
    with override("en"):
        assert caught.value.code == code and part_of_sentence in str(caught.value)


def test_reason_is_given_in_the_readers_language():
    """The sentence and the names in it are put into words when they are shown, not when the error is raised."""
    with override("en"), pytest.raises(DateError) as caught:
        parse_date("วันจันทร์ที่ 14 กุมภาพันธ์ 2563")
    with override("th"):
        assert "ศุกร์" in str(caught.value) and "จันทร์" in str(caught.value) and "2563" in str(caught.value)
        assert "Friday" not in str(caught.value)


@given(
    st.dates(datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)),
    st.sampled_from(Precision.values),
    st.sampled_from(["th", "en"]),
    st.sampled_from(["long", "short", "weekday"]),
)
def test_reads_back_what_the_portal_writes(day, precision, language, style):
    value = PartialDate.of(day, precision)
    assert parse_date(format_date(value, language, style)) == value
    assert parse_date(value.iso) == value


@given(st.text(max_size=100))
def test_any_text_is_read_or_refused(text):
    try:
        assert FIRST_YEAR <= parse_date(text).year <= LAST_YEAR
    except DateError as error:
        assert str(error)


def test_year_alone():
    assert parse_year("๒๕๖๓") == parse_year("2020") == 2563 - BE_OFFSET
    with pytest.raises(DateError):
        parse_year("2/2563")


@pytest.mark.parametrize(
    ("typed", "hour", "minute", "second"),
    [
        ("14/2/2563 09:00", 9, 0, 0),
        ("14/2/2563 9.05", 9, 5, 0),
        ("๑๔ ก.พ. ๒๕๖๓ ๐๙.๐๐ น.", 9, 0, 0),
        ("14 กุมภาพันธ์ 2563 เวลา 14.30 น.", 14, 30, 0),
        ("14 กุมภาพันธ์ 2563 เวลา14.30น.", 14, 30, 0),
        ("2020-02-14T09:00:05", 9, 0, 5),
        ("14 Feb 2020, 2:30 pm", 14, 30, 0),
        ("14 Feb 2020 at 12:30 am", 0, 30, 0),
        ("14 February 2020, 14:30", 14, 30, 0),
        ("14.2.2563", 0, 0, 0),
        ("14.2.2563 23.59", 23, 59, 0),
    ],
)
def test_reads_a_moment_in_bangkok(typed, hour, minute, second):
    assert parse_moment(typed) == datetime.datetime(2020, 2, 14, hour, minute, second, tzinfo=BANGKOK)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("14/2/2563 24:00", "time"),
        ("14/2/2563 9:60", "time"),
        ("2/2563 09:00", "day_missing"),
        ("2/2563", "day_missing"),
        ("09:00", "not_understood"),
        ("", "empty"),
    ],
)
def test_refuses_a_moment_with_the_reason(typed, code):
    with pytest.raises(DateError) as caught:
        parse_moment(typed)
    assert caught.value.code == code and str(caught.value)


@pytest.mark.parametrize(
    "typed",
    [
        "วันที่ 14 เดือน กุมภาพันธ์ พุทธศักราช 2563", "เมื่อวันที่ 14 กุมภาพันธ์ 2563", "เมื่อวันศุกร์ที่ ๑๔ กุมภาพันธ์ พ.ศ. ๒๕๖๓",
        "ณ วันที่ 14 ก.พ. 2563", "วันที่ 14 เดือน 2 พ.ศ. 2563", "14 เดือนกุมภาพันธ์ ปี พ.ศ. 2563", "14 กุมภาพันธ์ ปี 2563",
        "on 14 February 2020", "วันศุกร์ ที่ 14 กุมภาพันธ์ 2563", "ในวันที่ 14 กุมภาพันธ์ 2563", "14 กุมภาพันธ์ คริสต์ศักราช 2020",
    ],
)  # fmt: skip
def test_the_words_around_a_date_are_read_past(typed):
    assert parse_date(typed).iso == "2020-02-14"


@pytest.mark.parametrize(
    "typed", ["เดือนกุมภาพันธ์ 2563", "ประจำเดือน กุมภาพันธ์ พ.ศ. 2563", "month of February 2020", "in February 2020"]
)
def test_also_around_a_month(typed):
    assert parse_date(typed).iso == "2020-02"
