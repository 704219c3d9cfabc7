"""Conditions on dates that may be known to the month or year only, as Q objects for both databases."""

from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from .dates import Precision


def has_begun(field, at, prefix=""):
    """What has begun on the day `at`: a date of a month or year counts from its first day; an unknown date never.

    `prefix` is the path to the record that holds the columns, with its underscores: "agreements__".
    """
    return Q(**{f"{prefix}{field}__lte": at})


def is_not_over(field, precision_field, at, prefix=""):
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


def ends_not_before_starts(start, end, end_precision, name):
    """The constraint that `end` is not before `start`; an unknown date passes, and so does an end in a month or year.

    `end_precision` is the name of the end's precision column, or None when it is always a full day.
    """
    condition = Q(**{f"{start}__isnull": True}) | Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": F(start)})
    if end_precision:
        condition |= Q(**{f"{end_precision}__in": [Precision.MONTH.value, Precision.YEAR.value]})
    return CheckConstraint(
        condition=condition, name=name, violation_error_message=_("The end is earlier than the beginning.")
    )
