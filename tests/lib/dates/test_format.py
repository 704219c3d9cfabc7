"""Dates on the way out: pairs of a value and what a Thai and an English reader see."""

import datetime

import pytest

from iad_portal.lib.dates import format as out
from iad_portal.lib.dates.calendar import PartialDate

date = PartialDate.from_iso
EVENING = datetime.datetime(2020, 2, 14, 18, 5, tzinfo=datetime.UTC)  # 01:05 on the 15th in Bangkok


@pytest.mark.parametrize(
    ("value", "style", "thai", "english"),
    [
        ("2020-02-14", "long", "14 กุมภาพันธ์ 2563", "14 February 2020"),
        ("2020-02-14", "short", "14 ก.พ. 2563", "14 Feb 2020"),
        ("2020-02-14", "weekday", "วันศุกร์ที่ 14 กุมภาพันธ์ 2563", "Friday 14 February 2020"),
        ("1962-02-19", "weekday", "วันจันทร์ที่ 19 กุมภาพันธ์ 2505", "Monday 19 February 1962"),
        ("2020-02", "long", "กุมภาพันธ์ 2563", "February 2020"),
        ("2020-02", "short", "ก.พ. 2563", "Feb 2020"),
        ("2020-02", "weekday", "กุมภาพันธ์ 2563", "February 2020"),
        ("1993", "long", "พ.ศ. 2536", "1993"),
        ("1993", "short", "2536", "1993"),
    ],
)
def test_date(value, style, thai, english):
    assert out.format_date(date(value), "th", style) == thai
    assert out.format_date(date(value), "en", style) == english


def test_other_values():
    assert out.format_date(datetime.date(2024, 2, 29), "en-gb") == "29 February 2024"
    assert out.format_date(EVENING, "th") == "15 กุมภาพันธ์ 2563"
    assert out.format_date(datetime.datetime(2020, 2, 14, 23), None) == "14 กุมภาพันธ์ 2563"
    assert out.format_date(None, "th") == out.both_eras(None) == out.format_moment(None, "th") == ""


@pytest.mark.parametrize(
    ("start", "end", "thai", "english"),
    [
        ("2019-06-26", "2019-06-28", "26–28 มิถุนายน 2562", "26–28 June 2019"),
        ("2008-09-28", "2008-10-01", "28 กันยายน – 1 ตุลาคม 2551", "28 September – 1 October 2008"),
        ("2018-12-30", "2019-01-02", "30 ธันวาคม 2561 – 2 มกราคม 2562", "30 December 2018 – 2 January 2019"),
        ("2019-06-26", "2019-06-26", "26 มิถุนายน 2562", "26 June 2019"),
        ("2019-06-26", None, "26 มิถุนายน 2562", "26 June 2019"),
        (None, "2019-06-26", "ถึง 26 มิถุนายน 2562", "until 26 June 2019"),
        (None, None, "", ""),
        ("2009", "2012", "พ.ศ. 2552–2555", "2009–2012"),
        ("2009", "2009", "พ.ศ. 2552", "2009"),
        ("2009", None, "พ.ศ. 2552", "2009"),
        ("2019-06", "2019-08", "มิถุนายน – สิงหาคม 2562", "June – August 2019"),
        ("2018-12", "2019-01", "ธันวาคม 2561 – มกราคม 2562", "December 2018 – January 2019"),
        ("2019-06", "2019-06", "มิถุนายน 2562", "June 2019"),
        ("2017-06-26", "2019", "26 มิถุนายน 2560 – พ.ศ. 2562", "26 June 2017 – 2019"),
        ("2019-01-01", "2019-01", "1 มกราคม 2562 – มกราคม 2562", "1 January 2019 – January 2019"),
    ],
)
def test_range(start, end, thai, english):
    start, end = (value and date(value) for value in (start, end))
    assert out.format_range(start, end, "th") == thai
    assert out.format_range(start, end, "en") == english


@pytest.mark.parametrize(
    ("start", "end", "style", "thai", "english"),
    [
        ("2019-06-26", "2019-06-28", "short", "26–28 มิ.ย. 2562", "26–28 Jun 2019"),
        ("2009", "2012", "short", "2552–2555", "2009–2012"),
        ("2008-09-28", "2008-10-01", "short", "28 ก.ย. – 1 ต.ค. 2551", "28 Sep – 1 Oct 2008"),
        (
            "2019-06-26",
            "2019-06-28",
            "weekday",
            "วันพุธที่ 26 – วันศุกร์ที่ 28 มิถุนายน 2562",
            "Wednesday 26 – Friday 28 June 2019",
        ),
    ],
)
def test_range_in_other_styles(start, end, style, thai, english):
    assert out.format_range(date(start), date(end), "th", style) == thai
    assert out.format_range(date(start), date(end), "en", style) == english


@pytest.mark.parametrize(
    ("start", "end", "thai", "english"),
    [
        ("2019-06-26", "2019-06-28", "26–28 มิ.ย.", "26–28 Jun"),
        ("2019-06-26", None, "26 มิ.ย.", "26 Jun"),
        ("2019-06", None, "มิ.ย.", "Jun"),
        ("2019", None, "", ""),
        ("2018-12-30", "2019-01-02", "30 ธ.ค. 2561 – 2 ม.ค. 2562", "30 Dec 2018 – 2 Jan 2019"),
        ("2019-06-26", "2019", "26 มิ.ย. 2562 – 2562", "26 Jun 2019 – 2019"),
    ],
)
def test_days_under_a_heading_with_their_year(start, end, thai, english):
    start, end = (value and date(value) for value in (start, end))
    assert out.format_in_year(start, end, "th") == thai
    assert out.format_in_year(start, end, "en") == english


def test_range_of_moments():
    assert out.format_range(EVENING, datetime.date(2020, 2, 16), "en") == "15–16 February 2020"


@pytest.mark.parametrize(
    ("call", "thai", "english"),
    [
        (lambda language: out.format_year(2019, language), "2562", "2019"),
        (lambda language: out.format_month(datetime.date(2020, 2, 14), language), "กุมภาพันธ์ 2563", "February 2020"),
        (lambda language: out.format_month(datetime.date(2020, 2, 14), language, "short"), "ก.พ. 2563", "Feb 2020"),
        (lambda language: out.month_name(12, language), "ธันวาคม", "December"),
        (lambda language: out.weekday_name(datetime.date(2020, 2, 14), language), "ศุกร์", "Friday"),
        (lambda language: out.format_fiscal_year(2013, language), "ปีงบประมาณ 2556", "fiscal year 2013"),
        (lambda language: out.format_time(EVENING, language), "01.05 น.", "01:05"),
        (lambda language: out.format_time(datetime.datetime(2020, 2, 14, 14, 30), language), "14.30 น.", "14:30"),
        (
            lambda language: out.format_moment(EVENING, language),
            "15 กุมภาพันธ์ 2563 เวลา 01.05 น.",
            "15 February 2020, 01:05",
        ),
    ],
)
def test_parts_of_a_date(call, thai, english):
    assert (call("th"), call("en")) == (thai, english)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2020-02-14", "14 กุมภาพันธ์ 2563 (14 February 2020)"),
        ("2020-02", "กุมภาพันธ์ 2563 (February 2020)"),
        ("2020", "พ.ศ. 2563 (2020)"),
    ],
)
def test_both_eras_for_officers(value, text):
    assert out.both_eras(date(value)) == text


def test_the_year_in_the_other_era_carries_its_name():
    """For a line that is quoted elsewhere."""
    day = date("2019-06-01")
    assert (out.other_year(day, "th"), out.other_year(day, "en"), out.other_year(None, "th")) == (
        "ค.ศ. 2019",
        "B.E. 2562",
        "",
    )
