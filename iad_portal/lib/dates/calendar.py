"""Dates as the office keeps them: Gregorian, known to the day, the month or the year; and the Thai fiscal year.

Everything here is computed in the Common Era. The Buddhist Era exists in two modules only: `format` on the way
out and `parse` on the way in; both add or take away `BE_OFFSET`. (Before 1941 the Thai year began on 1 April, so a
January in an old Thai document may carry a year one less than computed here; sources of that age are entered in C.E.)
"""

import calendar
import datetime
import re
from functools import cached_property
from typing import Self
from zoneinfo import ZoneInfo

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

BANGKOK = ZoneInfo("Asia/Bangkok")
BE_OFFSET = 543
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Precision(TextChoices):
    """How much of a date is known."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


# Looked up before the enumeration is asked, which takes longer than all the rest of making a date.
_PRECISIONS = frozenset(Precision.values)


class PartialDate(datetime.date):
    """A Gregorian date known to its day, month or year: the first day of what is known, plus `precision`.

    It orders like the plain date of its first day. It equals another only when the precision is the same as well; a
    plain date counts as one known to the day.
    """

    precision: str

    def __new__(cls, year: int, month: int = 1, day: int = 1, precision: str = "day") -> Self:
        if precision.__class__ is not str or precision not in _PRECISIONS:
            precision = str(Precision(precision).value)
        # date.__reduce__ of the base class hands over its ten-byte state instead of numbers; ours never does.
        self = super().__new__(cls, year, 1 if precision == "year" else month, day if precision == "day" else 1)
        self.precision = precision
        return self

    @classmethod
    def of(cls, value: datetime.date, precision: str = "day") -> Self:
        """The partial date that `value` (any date) lies in; a PartialDate keeps nothing of its own precision."""
        return cls(value.year, value.month, value.day, precision or "day")

    @classmethod
    def from_iso(cls, text: str) -> Self:
        """Read "1993", "2006-06" or "2011-07-11" (C.E.); raises ValueError for anything else."""
        match = _ISO.fullmatch(text)
        if not match:
            raise ValueError(f"not an ISO date: {text!r}")
        year, month, day = match.groups()
        precision = "day" if day else "month" if month else "year"
        return cls(int(year), int(month or 1), int(day or 1), precision)

    @cached_property
    def first_day(self) -> datetime.date:
        """Plain date of the first day that this may mean."""
        return datetime.date(self.year, self.month, self.day)

    @cached_property
    def last_day(self) -> datetime.date:
        """Plain date of the last day that this may mean."""
        if self.precision == "day":
            return self.first_day
        month = 12 if self.precision == "year" else self.month
        return datetime.date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """What is known, and no more: "1993", "2006-06" or "2011-07-11"."""
        return self.isoformat()[: {"year": 4, "month": 7, "day": 10}[self.precision]]

    def __eq__(self, other: object) -> bool:
        same = super().__eq__(other)
        if same is True:
            return self.precision == getattr(other, "precision", "day")
        return same

    def __ne__(self, other: object) -> bool:
        same = self == other
        return same if same is NotImplemented else not same

    __hash__ = datetime.date.__hash__

    def __reduce__(self) -> tuple[type[Self], tuple[int, int, int, str]]:
        return type(self), (self.year, self.month, self.day, self.precision)

    def __repr__(self) -> str:
        return f"PartialDate({self.iso!r})"


def local_day(value: datetime.date) -> datetime.date:
    """The day of a date or datetime; an aware datetime is brought to Bangkok first. PartialDates pass unchanged."""
    if isinstance(value, datetime.datetime):
        return (value.astimezone(BANGKOK) if timezone.is_aware(value) else value).date()
    return value


def day_begins(day: datetime.date) -> datetime.datetime:
    """The moment at which the date `day` begins in Bangkok."""
    return datetime.datetime.combine(day, datetime.time(), tzinfo=BANGKOK)


def today() -> datetime.date:
    """Today in Bangkok, wherever the server stands."""
    return timezone.now().astimezone(BANGKOK).date()


def iso(value: datetime.date | None) -> str:
    """Gregorian text for <time datetime>, feeds and exports: of a date, PartialDate or datetime; "" for None."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        return value.astimezone(BANGKOK).isoformat(timespec="seconds")
    return value.iso if isinstance(value, PartialDate) else value.isoformat()


def years_between(start: datetime.date, end: datetime.date) -> int:
    """Whole years from one date to another, as anniversaries count them (29 February is kept on 1 March)."""
    if end < start:
        return -years_between(end, start)
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def fiscal_year(value: datetime.date) -> int:
    """The Thai fiscal year (named in C.E.) of a date: 1 October 2012 to 30 September 2013 is 2013."""
    return value.year + (value.month >= 10)


def fiscal_year_span(year: int) -> tuple[datetime.date, datetime.date]:
    """First and last day of the fiscal year named `year` (C.E.)."""
    return datetime.date(year - 1, 10, 1), datetime.date(year, 9, 30)


def fiscal_quarter(value: datetime.date) -> int:
    """1 to 4; the first quarter is October to December."""
    return (value.month - 10) % 12 // 3 + 1


def fiscal_quarter_span(year: int, quarter: int) -> tuple[datetime.date, datetime.date]:
    """First and last day of a quarter (1 to 4) of the fiscal year named `year` (C.E.); ValueError for another."""
    if quarter not in (1, 2, 3, 4):
        raise ValueError(f"a fiscal year has no quarter {quarter!r}")
    months = fiscal_months(year)[(quarter - 1) * 3 : quarter * 3]
    return months[0], PartialDate.of(months[-1], "month").last_day


def fiscal_months(year: int) -> list[datetime.date]:
    """The twelve first days, October to September, of the fiscal year named `year` (C.E.)."""
    return [datetime.date(year - 1, month, 1) for month in (10, 11, 12)] + [
        datetime.date(year, month, 1) for month in range(1, 10)
    ]
