"""Dates on the way in: what an officer types, in either era, becomes a Gregorian PartialDate; or a sentence why not.

The year tells the era: 1782 to 2100 is C.E., 2325 to 2643 is B.E. (the same years, from the founding of Bangkok).
Everything else is refused rather than guessed: two-digit years, a year that contradicts a written พ.ศ. or ค.ศ., a day
that the month does not have, a weekday that the date does not fall on.
"""

import calendar
import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.text.hygiene import clean_line
from iad_portal.lib.text.translatable import Translatable

from .calendar import BANGKOK, BE_OFFSET, PartialDate
from .format import MONTHS, WEEKDAYS, format_date, format_month, weekday_name

FIRST_YEAR, LAST_YEAR = 1782, 2100
THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_LONGEST = 80


class DateError(ValueError):
    """A date that cannot be read. `message` is a translatable sentence with `params`; str() gives it whole."""

    def __init__(self, message: Translatable, code: str, **params: Any) -> None:
        super().__init__(message)
        self.message, self.code, self.params = message, code, params

    def __str__(self) -> str:
        return str(self.message) % self.params


def _written(name: str) -> str:
    """A pattern for a month's name: the dots and inner spaces of an abbreviation may be missing."""
    if "." in name:
        return r"\.?\s?".join(re.escape(part) for part in name.split(".") if part) + r"\.?"
    return re.escape(name.lower()) + (r"\.?" if name.isascii() and len(name) <= 4 else "")


_MONTH_PATTERNS = [
    (_written(name), number)
    for key in (("th", "long"), ("en", "long"), ("th", "short"), ("en", "short"))
    for number, name in enumerate(MONTHS[key], start=1)
] + [(_written("sept"), 9)]
# Longest first, so that "september" is not read as "sep" and a rest.
_MONTH_PATTERNS.sort(key=lambda pair: -len(pair[0]))
_NAME = "(?P<name>" + "|".join(pattern for pattern, number in _MONTH_PATTERNS) + ")"
_ERA = (
    r"(?:(?P<be{0}>พุทธศักราช|พ\.?\s?ศ\.?|b\.?\s?e\.?)"
    r"|(?P<ce{0}>คริสต์?ศักราช|ค\.?\s?ศ\.?|c\.?\s?e\.?|a\.?\s?d\.?))"
)
_YEAR = rf"(?:{_ERA.format(1)}\s*)?(?P<year>\d+)(?:\s*{_ERA.format(2)})?"
_DAY = r"(?P<day>\d{1,2})"
_SHAPES = [
    re.compile(shape, re.ASCII)
    for shape in (
        rf"{_DAY}(?:st|nd|rd|th)?[\s,/.-]*(?:of )?{_NAME}[\s,/.-]*{_YEAR}",
        rf"{_NAME}\s*{_DAY}(?:st|nd|rd|th)?[\s,]+{_YEAR}",
        rf"{_NAME}[\s,/.-]*{_YEAR}",
        rf"{_DAY}\s?[\s/.-]\s?(?P<month>\d{{1,2}})\s?[\s/.-]\s?{_YEAR}",
        r"(?P<year>\d{4})(?P<join>[/.-])(?P<month>\d{1,2})(?:(?P=join)(?P<day>\d{1,2}))?",
        rf"(?P<month>\d{{1,2}})[/.-]{_YEAR}",
        rf"(?:ปี\s*|year )?{_YEAR}",
    )
]
_WEEKDAY = re.compile(
    r"(?:วัน)?(?P<th>จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ?|ศุกร์|เสาร์|อาทิตย์)\s?(?:ที่)?[\s,]*"
    r"|(?P<short>จ|อ|พ|พฤ|ศ|ส|อา)\.\s*(?=\d)"
    r"|(?P<en>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b[.,\s]*"
)
# Words that stand around a date and say nothing of it: "เมื่อวันที่ 14 เดือน กุมภาพันธ์ ปี พ.ศ. 2563".
_BEFORE = re.compile(r"(?:เมื่อ|ณ|ใน|ภายใน|ประจำ|on |in |of )\s*(?=\S)")
_WITHIN = re.compile(r"\s*(?:\bmonth of\b|(?:ประจำ)?เดือน|(?<=[^\d\s])\s*ปี(?=\s*[\dพค]))\s*")
_SHORT_WEEKDAYS = ["จ", "อ", "พ", "พฤ", "ศ", "ส", "อา"]
_TIME = re.compile(
    r"(?P<date>.+?)(?:,?\s+(?:เวลา\s*|at )?|\s*เวลา\s*|(?<=\d)t(?=\d))"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?\s*(?P<half>am|pm)?(?:\s*น\.?)?",
    re.ASCII,
)

_Told = Callable[[datetime.date], str]
_in_words: _Told = lazy(lambda value: format_date(value, get_language()), str)
_month_in_words: _Told = lazy(lambda value: format_month(value, get_language()), str)
_weekday_in_words: _Told = lazy(lambda value: weekday_name(value, get_language()), str)


def parse_date(text: str) -> PartialDate:
    """The PartialDate (C.E.) that `text` says, in either era and with Thai or Arabic digits; raises DateError.

    Reads a day (14/2/2563, 14-2-2563, 2020-02-14, ๑๔ ก.พ. ๒๕๖๓, February 14, 2020, วันศุกร์ที่ 14 กุมภาพันธ์ พ.ศ. 2563), a
    month (2/2563, ก.พ. 2563, 2020-02) or a year (2563, พ.ศ. 2563, 2020).
    """
    typed = _prepared(text)
    weekday, rest = _split_weekday(_without_padding(typed))
    match = next((match for shape in _SHAPES if (match := shape.fullmatch(rest))), None)
    if not match:
        raise not_understood(typed)
    parts = match.groupdict()
    year = _common_era(parts)
    month = _month(parts)
    if month is None:
        value = PartialDate(year, precision="year")
    elif not parts.get("day"):
        value = PartialDate(year, month, precision="month")
    else:
        value = _day(year, month, int(parts["day"]))
    return _on_weekday(value, weekday)


def parse_year(text: str) -> int:
    """The C.E. year that `text` says in either era; raises DateError."""
    value = parse_date(text)
    if value.precision != "year":
        raise DateError(_("Type only a year, for example 2563 or 2020."), "not_a_year")
    return value.year


def parse_moment(text: str) -> datetime.datetime:
    """The aware datetime (Bangkok) of a date with a time, "14/2/2563 09:00"; a date alone is its midnight.

    Raises DateError, also for a date that is not known to the day.
    """
    typed = _prepared(text)
    match = _TIME.fullmatch(typed)
    value = parse_date(match["date"] if match else typed)
    if value.precision != "day":
        raise day_missing()
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second")) if match else (0, 0, 0)
    if match and match["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if match["half"] == "pm" else 0)
    try:
        return datetime.datetime(value.year, value.month, value.day, hour, minute, second, tzinfo=BANGKOK)
    except ValueError:
        raise DateError(
            _("There is no time %(time)s. Type hours 0 to 23 and minutes 0 to 59, for example 09:00."),
            "time",
            time=f"{hour}:{minute:02}",
        ) from None


def day_missing() -> DateError:
    """The DateError for a date known to the month or year only, where a day is needed."""
    return DateError(_("The day is missing. Type day, month and year, for example 14/2/2563."), "day_missing")


def _prepared(text: str) -> str:
    typed = clean_line(text).translate(THAI_DIGITS).lower()
    if not typed:
        raise DateError(_("Type a date, for example 14/2/2563 or 14 February 2020."), "empty")
    if len(typed) > _LONGEST:
        raise not_understood(typed)
    return typed


def _without_padding(typed: str) -> str:
    while match := _BEFORE.match(typed):
        typed = typed[match.end() :]
    return _WITHIN.sub(" ", typed).strip()


def not_understood(typed: str) -> DateError:
    """The DateError for what is no date at all."""
    return DateError(
        _(
            "“%(typed)s” could not be read as a date. Type day, month and year, for example 14/2/2563 or "
            "14 February 2020; or only month and year (2/2563), or a year (2563)."
        ),
        "not_understood",
        typed=typed if len(typed) <= _LONGEST else typed[:_LONGEST] + "…",
    )


def _split_weekday(typed: str) -> tuple[int | None, str]:
    """The weekday (0 is Monday) written in front of a date, or None; and the rest."""
    match = _WEEKDAY.match(typed)
    if not match:
        return None, typed.removeprefix("วันที่").removeprefix("ที่").removeprefix("the ").strip()
    if match["th"]:
        weekday = next(number for number, name in enumerate(WEEKDAYS["th"]) if name.startswith(match["th"].rstrip("ฯ")))
    elif match["short"]:
        weekday = _SHORT_WEEKDAYS.index(match["short"])
    else:
        weekday = next(number for number, name in enumerate(WEEKDAYS["en"]) if name.lower()[:3] == match["en"][:3])
    return weekday, typed[match.end() :].removeprefix("the ").strip()


def _common_era(parts: Mapping[str, Any]) -> int:
    digits, written = parts["year"], int(parts["year"])
    buddhist = bool(parts.get("be1") or parts.get("be2"))
    christian = bool(parts.get("ce1") or parts.get("ce2"))
    if len(digits) <= 2:
        raise DateError(
            _("Write the year in full, with four digits: 2563 or 2020, not %(year)s."), "short_year", year=digits
        )
    if FIRST_YEAR + BE_OFFSET <= written <= LAST_YEAR + BE_OFFSET and not christian:
        return written - BE_OFFSET
    if FIRST_YEAR <= written <= LAST_YEAR and not buddhist:
        return written
    if buddhist or christian:
        raise DateError(
            _(
                "The year %(year)s does not fit the era written with it. "
                "B.E. years run from %(first_be)s to %(last_be)s, C.E. years from %(first_ce)s to %(last_ce)s."
            ),
            "era",
            **_year_limits(digits),
        )
    raise DateError(
        _(
            "The year %(year)s cannot be right. Type a year from %(first_be)s to %(last_be)s (B.E.) "
            "or from %(first_ce)s to %(last_ce)s (C.E.)."
        ),
        "year",
        **_year_limits(digits),
    )


def _year_limits(digits: str) -> dict[str, Any]:
    return {
        "year": digits,
        "first_be": FIRST_YEAR + BE_OFFSET,
        "last_be": LAST_YEAR + BE_OFFSET,
        "first_ce": FIRST_YEAR,
        "last_ce": LAST_YEAR,
    }


def _month(parts: Mapping[str, Any]) -> int | None:
    if name := parts.get("name"):
        return next(number for pattern, number in _MONTH_PATTERNS if re.fullmatch(pattern, name))
    if not parts.get("month"):
        return None
    month = int(parts["month"])
    if not 1 <= month <= 12:
        raise DateError(
            _("There is no month %(month)s. Type the day first, then the month (1 to 12), for example 14/2/2563."),
            "month",
            month=month,
        )
    return month


def _day(year: int, month: int, day: int) -> PartialDate:
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise DateError(
            _("There is no day %(day)s in %(month)s: that month has %(days)s days. Correct the day or the month."),
            "day",
            day=day,
            days=days,
            month=_month_in_words(datetime.date(year, month, 1)),
        )
    return PartialDate(year, month, day)


def _on_weekday(value: PartialDate, weekday: int | None) -> PartialDate:
    if weekday is None or (value.precision == "day" and value.weekday() == weekday):
        return value
    if value.precision != "day":
        raise day_missing()
    monday = datetime.date(2024, 1, 1)
    raise DateError(
        _("%(date)s is a %(right)s, not a %(wrong)s. Correct the weekday or the date."),
        "weekday",
        date=_in_words(value),
        right=_weekday_in_words(value),
        wrong=_weekday_in_words(monday + datetime.timedelta(weekday)),
    )
