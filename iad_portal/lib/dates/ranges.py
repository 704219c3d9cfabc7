"""Spans of days on the way in: "22 – 24 เมษายน 2562" becomes its first and its last day, month or year.

What both ends share is written once, and stands with the end (in English sometimes with the beginning); each end is
put together from it and read by `date_parse`.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from iad_portal.lib.text.hygiene import clean_line

from .calendar import PartialDate
from .parse import DateError, not_understood, parse_date

_LONGEST = 160
_BEFORE = re.compile(r"^(?:ระหว่าง|ตั้งแต่|จาก|from |between )\s*", re.IGNORECASE)
_JOINS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\s*(?:จนถึง|ถึง|\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b)\s*",
        r"\s*[\u2012-\u2015~]\s*",
        r"\s+-{1,2}\s+|\s*--\s*",
        r"\s*[-/]\s*",
    )
]
# The day of the end, and what the beginning may share with it.
_DAY = re.compile(
    r"(?:\D*ที่\s*|[a-z]+[\s,.]+)?\d{1,2}(?:st|nd|rd|th)?(?P<rest>[\s/.-]*\D.*|[\s/.-]+\d.*)", re.IGNORECASE
)
_YEAR = re.compile(
    r"(?:[,/.-]|(?:พุทธศักราช|คริสต์?ศักราช|[พค]\.?\s?ศ\.?|ปี)\s*)*[\d๐-๙]{4}(?:\s*[a-z.]{2,4})?$", re.IGNORECASE
)
_ENDS_IN_DAY = re.compile(r"(?:^|\D)[\d๐-๙]{1,2}(?:st|nd|rd|th)?$", re.IGNORECASE)
_HAS_YEAR = re.compile(r"[\d๐-๙]{4}")
_ENGLISH = re.compile(r"(?P<month>[a-z.]+\s+)[\d๐-๙]{1,2}(?:st|nd|rd|th)?$", re.IGNORECASE)
_LATER_DAY = re.compile(r"[\d๐-๙]{1,2}(?:st|nd|rd|th)?[\s,]+[\d๐-๙]{4}", re.IGNORECASE)


def parse_range(text: str) -> tuple[PartialDate, PartialDate] | None:
    """First and last day (or month, or year; C.E.) of the span that `text` says; None when it says no span.

    Raises DateError for a span one of whose ends cannot be, or that ends before it begins.
    """
    typed = clean_line(text)
    if len(typed) > _LONGEST or isinstance(_first_of([typed]), PartialDate):
        return None
    faults = []
    for start, end in _partings(_BEFORE.sub("", typed)):
        found = _read(start, end)
        if isinstance(found, tuple):
            return found
        faults.append(found)
    # A fault in a date tells more than that there is none.
    told = [fault for fault in faults if fault.code not in ("not_understood", "empty")]
    if told:
        raise told[0]
    return None


def _partings(typed: str) -> Iterator[Any]:
    for join in _JOINS:
        for match in join.finditer(typed):
            if match.start() > 0 and match.end() < len(typed):
                yield typed[: match.start()], typed[match.end() :]


def _read(start: str, end: str) -> tuple[PartialDate, PartialDate] | DateError:
    english = _ENGLISH.match(start)
    if english and _LATER_DAY.match(end):
        end = english["month"] + end  # April 22 – 24, 2019
    last = _first_of([end])
    if isinstance(last, DateError):
        return last
    day, year = _DAY.match(end), _YEAR.search(end)
    shared = [day["rest"]] if day and _ENDS_IN_DAY.search(start) else []
    shared += [f" {year[0]}", *([year[0]] if year[0][0] in ",/.-" else [])] if year else []
    first = _first_of([start, *(start + rest for rest in shared)])
    if isinstance(first, DateError):
        return first
    if first.precision != last.precision:
        return not_understood(f"{start} – {end}")
    if first > last and first.month > last.month and not _HAS_YEAR.search(start):
        first = PartialDate(first.year - 1, first.month, first.day, first.precision)  # 30 December – 2 January 2020
    if first > last:
        said = f"{start} – {end}"
        return DateError(_("“%(typed)s” ends before it begins. Correct one of the two dates."), "backwards", typed=said)
    return first, last


def _first_of(pieces: list[str]) -> PartialDate | DateError:
    """The first of `pieces` that is a date; else the fault that tells most."""
    faults = []
    for piece in pieces:
        try:
            return parse_date(piece)
        except DateError as error:
            faults.append(error)
    telling = [fault for fault in reversed(faults) if fault.code not in ("not_understood", "short_year")]
    return telling[0] if telling else faults[-1]
