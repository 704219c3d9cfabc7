"""Dates on the way out: Thai in the Buddhist Era, English in the Common Era.

Every function takes a Gregorian value and a language ("th" or "en"; "en-gb" will do) and gives plain text. Styles are
"long" (14 กุมภาพันธ์ 2563 / 14 February 2020), "short" (14 ก.พ. 2563 / 14 Feb 2020) and "weekday"
(วันศุกร์ที่ 14 กุมภาพันธ์ 2563 / Friday 14 February 2020). Values known to the month or year say no more than is known.
"""

import datetime

from django.utils import timezone

from .calendar import BANGKOK, BE_OFFSET, local_day

MONTHS = {
    ("th", "long"): [
        "มกราคม",
        "กุมภาพันธ์",
        "มีนาคม",
        "เมษายน",
        "พฤษภาคม",
        "มิถุนายน",
        "กรกฎาคม",
        "สิงหาคม",
        "กันยายน",
        "ตุลาคม",
        "พฤศจิกายน",
        "ธันวาคม",
    ],
    ("th", "short"): ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."],
    ("en", "long"): [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    ("en", "short"): ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
WEEKDAYS = {
    "th": ["จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
DASH = "–"


def _language(code: str | None) -> str:
    return "en" if (code or "th").lower().startswith("en") else "th"


def format_year(year_ce: int, language: str | None) -> str:
    """The bare number in the reader's era: 2019 gives "2562" or "2019"."""
    return str(year_ce + BE_OFFSET if _language(language) == "th" else year_ce)


def month_name(number: int, language: str | None, style: str = "long") -> str:
    """The name of month 1 to 12."""
    return MONTHS[_language(language), "short" if style == "short" else "long"][number - 1]


def weekday_name(value: datetime.date, language: str | None) -> str:
    """The name of the date's weekday, without วัน: "ศุกร์" or "Friday"."""
    return WEEKDAYS[_language(language)][value.weekday()]


def format_month(value: datetime.date, language: str | None, style: str = "long") -> str:
    """Month and year of a date: "กุมภาพันธ์ 2563", "Feb 2020"."""
    return f"{month_name(value.month, language, style)} {format_year(value.year, language)}"


def format_date(value: datetime.date | None, language: str | None, style: str = "long") -> str:
    """A date, PartialDate or datetime (aware ones are brought to Bangkok) in words; "" for None."""
    if value is None:
        return ""
    value = local_day(value)
    precision = _precision(value)
    if precision == "year":
        return named_year(value.year, language, style)
    if precision == "month":
        return format_month(value, language, style)
    return f"{_day(value, language, style)} {format_month(value, language, style)}"


def format_range(
    start: datetime.date | None, end: datetime.date | None, language: str | None, style: str = "long"
) -> str:
    """From `start` to `end`, saying nothing twice: "26–28 มิถุนายน 2562", "28 September – 1 October 2008".

    Without `end` the start alone; without `start` "ถึง ..." / "until ..."; without both "".
    """
    if start is None or end is None:
        alone = format_date(start if end is None else end, language, style)
        until = "ถึง " if _language(language) == "th" else "until "
        return until + alone if start is None and alone else alone
    start, end = local_day(start), local_day(end)
    last = format_date(end, language, style)
    if _precision(start) != _precision(end):
        return f"{format_date(start, language, style)} {DASH} {last}"
    if start == end:
        return last
    precision = _precision(start)
    if precision == "year":
        return f"{named_year(start.year, language, style)}{DASH}{format_year(end.year, language)}"
    if start.year != end.year:
        return f"{format_date(start, language, style)} {DASH} {last}"
    if precision == "month":
        return f"{month_name(start.month, language, style)} {DASH} {last}"
    if start.month != end.month:
        return f"{_day(start, language, style)} {month_name(start.month, language, style)} {DASH} {last}"
    gap = f" {DASH} " if style == "weekday" else DASH
    return f"{_day(start, language, style)}{gap}{last}"


def format_in_year(start: datetime.date, end: datetime.date | None, language: str | None) -> str:
    """The same under a heading that gives the year: "26–28 มิ.ย.", "28 Sep – 1 Oct"; "" for a year alone.

    What runs over the end of a year is told with its years.
    """
    whole, last = format_range(start, end, language, "short"), end or start
    if start.year != last.year or _precision(start) != _precision(last):
        return whole
    return whole.removesuffix(format_year(start.year, language)).rstrip()


def format_time(value: datetime.datetime, language: str | None) -> str:
    """The time of day of a datetime (aware ones in Bangkok): "14.30 น." or "14:30"."""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = value.astimezone(BANGKOK)
    return f"{value:%H.%M} น." if _language(language) == "th" else f"{value:%H:%M}"


def format_moment(value: datetime.datetime | None, language: str | None, style: str = "long") -> str:
    """Date and time of a datetime: "14 กุมภาพันธ์ 2563 เวลา 14.30 น.", "14 February 2020, 14:30"; "" for None."""
    if value is None:
        return ""
    join = " เวลา " if _language(language) == "th" else ", "
    return f"{format_date(value, language, style)}{join}{format_time(value, language)}"


def format_fiscal_year(year_ce: int, language: str | None) -> str:
    """The name of a fiscal year (C.E. number in): "ปีงบประมาณ 2556" or "fiscal year 2013"."""
    name = "ปีงบประมาณ" if _language(language) == "th" else "fiscal year"
    return f"{name} {format_year(year_ce, language)}"


def both_eras(value: datetime.date | None) -> str:
    """For the officers: "14 กุมภาพันธ์ 2563 (14 February 2020)"; "" for None."""
    return f"{format_date(value, 'th')} ({format_date(value, 'en')})" if value is not None else ""


def _precision(value: datetime.date) -> str:
    return getattr(value, "precision", "day")


def named_year(year_ce: int, language: str | None, style: str = "long") -> str:
    """The year with its era where the language needs one: 2019 gives "พ.ศ. 2562" or "2019"; "short": the number."""
    prefix = "พ.ศ. " if _language(language) == "th" and style != "short" else ""
    return prefix + format_year(year_ce, language)


def other_year(value: datetime.date | None, language: str | None) -> str:
    """The year in the era that readers of `language` do not use, with that era's name; "" for None.

    For a line that is quoted elsewhere: "ค.ศ. 2019" on a Thai page, "B.E. 2562" on an English one.
    """
    if value is None:
        return ""
    return f"ค.ศ. {value.year}" if _language(language) == "th" else f"B.E. {value.year + 543}"


def _day(value: datetime.date, language: str | None, style: str) -> str:
    """The day of the month, under its weekday when the style says so."""
    if style != "weekday":
        return str(value.day)
    name = weekday_name(value, language)
    return f"วัน{name}ที่ {value.day}" if _language(language) == "th" else f"{name} {value.day}"
