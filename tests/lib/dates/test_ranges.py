"""Spans of days as programmes, letters and news write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.dates.format import format_range
from iad_portal.lib.dates.parse import DateError
from iad_portal.lib.dates.ranges import parse_range

READ = {
    ("2019-04-22", "2019-04-24"): [
        "22 – 24 เมษายน 2562", "22-24 เมษายน 2562", "22–24 เม.ย. 2562", "๒๒ – ๒๔ เมษายน ๒๕๖๒", "22 ถึง 24 เมษายน 2562",
        "วันที่ 22 - 24 เมษายน 2562", "ระหว่างวันที่ 22-24 เมษายน พ.ศ. 2562", "ตั้งแต่วันที่ 22 ถึงวันที่ 24 เมษายน 2562",
        "เมื่อวันที่ 22 - 24 เมษายน 2562", "22 เมษายน 2562 - 24 เมษายน 2562", "22/4/2562 - 24/4/2562", "22/4 - 24/4/2562",
        "22-24/4/2562", "22 เม.ย. - 24 เม.ย. 2562", "วันจันทร์ที่ 22 - วันพุธที่ 24 เมษายน 2562", "2019-04-22/2019-04-24",
        "2019-04-22 - 2019-04-24", "22–24 April 2019", "22 - 24 Apr 2019", "April 22–24, 2019", "Apr 22 - Apr 24, 2019",
        "from 22 to 24 April 2019", "between 22 and 24 April 2019", "22nd–24th April 2019", "22 April to 24 April 2019",
        "Monday 22 - Wednesday 24 April 2019", "22 – 24 เดือน เมษายน พุทธศักราช 2562",
        "22.4.2562-24.4.2562", "22 -24 เมษายน 2562",
        "22-4-2562 ถึง 24-4-2562", "22~24 เมษายน 2562", "22 -- 24 เมษายน 2562", "22 จนถึง 24 เมษายน 2562",
    ],
    ("2015-06-15", "2015-06-26"): ["15-26 มิถุนายน 2558", "15-26 มิ.ย. 2558", "15 – 26 June 2015"],
    ("2019-06-30", "2019-07-02"): [
        "30 มิ.ย. - 2 ก.ค. 2562", "30 มิถุนายน – 2 กรกฎาคม 2562", "30 มิ.ย.-2 ก.ค. 2562", "30 June – 2 July 2019",
        "30/6-2/7/2562",
        "June 30 – July 2, 2019", "30 มิ.ย. – 2 ก.ค. พ.ศ. 2562", "วันที่ 30 มิถุนายน ถึงวันที่ 2 กรกฎาคม พ.ศ. 2562",
    ],
    ("2019-12-30", "2020-01-02"): [
        "30 ธ.ค. - 2 ม.ค. 2563", "30 ธ.ค. 2562 - 2 ม.ค. 2563", "30 December – 2 January 2020",
    ],
    ("2019-01", "2019-03"): ["มกราคม – มีนาคม 2562", "ม.ค. - มี.ค. 2562", "January–March 2019", "ม.ค. 2562 ถึง มี.ค. 2562"],
    ("2019-10", "2020-03"): ["ต.ค. - มี.ค. 2563", "ตุลาคม 2562 - มีนาคม 2563"],
    ("2019", "2022"): [
        "2562 - 2565", "2562–2565", "พ.ศ. 2562 - 2565", "ปี 2562 ถึง 2565", "2019 to 2022", "พ.ศ. 2562 - พ.ศ. 2565",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("ends", "typed"), [(ends, typed) for ends, every in READ.items() for typed in every])
def test_a_span_is_read_as_people_write_it(ends, typed):
    first, last = parse_range(typed)
    assert (first.iso, last.iso) == ends


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "22 เมษายน 2562",
        "22-4-2562",
        "2019-04-22",
        "2562",
        "14/2/2563",
        "abc - def",
        "x",
        "-",
        "22 – เมษายน 2562",
        "2562 - 24 เมษายน 2563",
        "y" * 200,
    ],
)
def test_what_is_no_span_is_none(typed):
    assert parse_range(typed) is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [("24 – 22 เมษายน 2562", "backwards"), ("29-31 เมษายน 2562", "day"), ("31 เมษายน - 2 พฤษภาคม 2562", "day"),
     ("22-24 เมษายน 62", "short_year"), ("22-24 เมษายน 3562", "year"), ("วันอังคารที่ 22 - 24 เมษายน 2562", "weekday"),
     ("2565 - 2562", "backwards")],
)  # fmt: skip
def test_a_span_that_cannot_be_says_why(typed, code):
    with pytest.raises(DateError) as refused:
        parse_range(typed)
    assert refused.value.code == code and str(refused.value)


days = st.dates(datetime.date(1900, 1, 1), datetime.date(2090, 12, 31))


@given(days, st.integers(1, 400), st.sampled_from(["th", "en"]), st.sampled_from(["long", "short"]))
def test_whatever_the_portal_writes_is_read_again(start, length, language, style):
    end = start + datetime.timedelta(length)
    assert parse_range(format_range(start, end, language, style)) == (start, end)


@given(st.text("0123456789๒๕๖ -–/.,ถึงtoเมษายนม.ค.พ.ศApril", max_size=40))
def test_anything_is_read_or_refused_and_never_breaks(typed):
    try:
        parse_range(typed)
    except DateError as error:
        assert str(error)
