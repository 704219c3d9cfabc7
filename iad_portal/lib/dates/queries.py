"""Conditions on dates that may be known to the month or year only, as Q objects for both databases."""

import datetime
from collections.abc import Collection
from typing import Any

from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Q
from django.db.models.functions import ExtractMonth, ExtractYear
from django.db.models.sql.compiler import SQLCompiler
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.constraints import SaidCheck
from iad_portal.lib.text.translatable import Translatable

from .calendar import PartialDate, Precision

ENDS_TOO_EARLY = _("The end lies before the beginning.")


def has_begun(field: str, at: datetime.date, prefix: str = "") -> Q:
    """What has begun on the day `at`: a date of a month or year counts from its first day; an unknown date never.

    `prefix` is the path to the record that holds the columns, with its underscores: "agreements__".
    """
    return Q(**{f"{prefix}{field}__lte": at})


def is_not_over(field: str, precision_field: str, at: datetime.date, prefix: str = "") -> Q:
    """What is not yet over on the day `at`: "2017" is over after 31 December 2017 only; an unknown end never is.

    With a `prefix` that crosses an optional relation, rows without a related record count as not over too.
    """
    end, precision = f"{prefix}{field}", f"{prefix}{precision_field}"
    return (
        Q(**{f"{end}__isnull": True})
        | Q(**{f"{end}__gte": at})
        | Q(**{f"{end}__gte": at.replace(day=1), precision: Precision.MONTH})
        | Q(**{f"{end}__gte": at.replace(day=1, month=1), precision: Precision.YEAR})
    )


def falls_within(start: str, end: str, first: datetime.date, last: datetime.date) -> Q:
    """What takes place, if only in part, between the days `first` and `last`, as far as its month is known.

    `start` and `end` are the stems of the names of its dates: "starts" of `starts_on` and `starts_precision`. Without
    an end it is over with its start; without a start, or one known to the year only, nobody can say.
    """
    start_on, start_known, end_on, end_known = f"{start}_on", f"{start}_precision", f"{end}_on", f"{end}_precision"
    lasts = Q(**{f"{end_on}__isnull": False}) & is_not_over(end_on, end_known, first)
    single = Q(**{f"{end_on}__isnull": True}) & is_not_over(start_on, start_known, first)
    is_known = Q(**{f"{start_known}__in": [Precision.DAY.value, Precision.MONTH.value]})
    return has_begun(start_on, last) & is_known & (lasts | single)


class Year(ExtractYear):
    """The year of a date column. SQLite has no such function: Django's own would call Python for every row."""

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> tuple[str, Any]:
        sql, params = compiler.compile(self.lhs)
        return f"CAST(SUBSTR({sql}, 1, 4) AS INTEGER)", params


class Month(ExtractMonth):
    """The month of a date column, for the same reason."""

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> tuple[str, Any]:
        sql, params = compiler.compile(self.lhs)
        return f"CAST(SUBSTR({sql}, 6, 2) AS INTEGER)", params


def begins_after(start: PartialDate | None, end: PartialDate | None) -> bool:
    """Whether `start` surely lies behind `end`: "2015" does not lie behind March 2015; unknown dates never do."""
    return start is not None and end is not None and start.first_day > end.last_day


def ends_not_before_starts(
    start: str,
    end: str,
    end_precision: str | None,
    name: str,
    sentence: Translatable = ENDS_TOO_EARLY,
    *,
    is_span: bool = True,
) -> "_DateOrder":
    """The constraint that `end` is not before `start`; an unknown date passes. `sentence` stands beside the end.

    The two are the ends of one span (`spans_of`), unless `is_span` says that they only follow each other.

    `end_precision` is the name of the end's precision column, or None when it is always a full day. The database lets
    every end pass that is a month or year; validation of a record also refuses "2015" after a beginning in 2017.
    """
    condition = Q(**{f"{start}__isnull": True}) | Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": F(start)})
    if end_precision:
        condition |= Q(**{f"{end_precision}__in": [Precision.MONTH.value, Precision.YEAR.value]})
    constraint = _DateOrder(condition=condition, name=name, violation_error_message=sentence)
    constraint.start, constraint.end, constraint.beside, constraint.is_span = start, end, (end,), is_span
    return constraint


def spans_of(model: type[models.Model]) -> list[tuple[str, str]]:
    """The pairs of date fields of `model` that are the two ends of a span: a span typed into either fills both."""
    orders = [constraint for constraint in model._meta.constraints if isinstance(constraint, _DateOrder)]
    return [*((order.start, order.end) for order in orders if order.is_span), *getattr(model, "moment_spans", ())]


class _DateOrder(SaidCheck):
    """Validates with what partial dates really mean."""

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Collection[str] | None = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        super().validate(model, instance, exclude=exclude, using=using)
        start, end = getattr(instance, self.start), getattr(instance, self.end)
        if not {self.start, self.end}.isdisjoint(exclude or ()):
            return
        if start and isinstance(end, PartialDate) and end.last_day < start:
            raise self.fault()
