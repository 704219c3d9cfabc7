"""What the condition of a constraint says of one record, worked out here as the database would.

Django asks the database about each constraint of a form, with a savepoint around it: three statements for what can be
told from the record alone. Comparisons with NULL are neither true nor false here, too.
"""

import operator
from collections.abc import Callable, Collection, Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import BaseExpression


class CannotTell(Exception):
    """Only the database can answer: a lookup that is not known here, or a value that is none of its field's."""


_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "exact": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}


def holds(condition: Q | BaseExpression, record: models.Model, exclude: Collection[str] = ()) -> bool | None:
    """Whether `record` meets `condition`; None when that is unknown: of NULL, or of a field in `exclude`.

    Raises CannotTell.
    """
    if not isinstance(condition, Q):
        raise CannotTell
    if not set(exclude).isdisjoint(_names(condition)):
        return None
    return _holds(condition, record)


def _names(condition: Q) -> Iterator[str]:
    for child in condition.children:
        if isinstance(child, Q):
            yield from _names(child)
        elif isinstance(child, tuple):
            yield child[0].partition("__")[0]
            if isinstance(child[1], F):
                yield child[1].name
        else:
            raise CannotTell


def _holds(condition: Q, record: models.Model) -> bool | None:
    answers = [
        _holds(child, record) if isinstance(child, Q) else _compared(record, child) for child in condition.children
    ]
    decisive = condition.connector == Q.OR
    if condition.connector not in (Q.OR, Q.AND):
        raise CannotTell
    answer = decisive if decisive in answers else None if None in answers else not decisive
    return not answer if condition.negated and answer is not None else answer


def _compared(record: models.Model, comparison: Any) -> bool | None:
    path, wanted = comparison
    name, _underscores, lookup = path.partition("__")
    is_expression = hasattr(wanted, "resolve_expression") and not isinstance(wanted, F)
    if is_expression or lookup not in {"", "isnull", "in", "range", *_COMPARED}:
        raise CannotTell
    field = _field(record, name)
    value = _value(record, field)
    if lookup == "isnull":
        return bool((value is None) == wanted)
    if value is None:
        return None
    try:
        if lookup == "in":
            return value in [field.get_prep_value(value) for value in wanted]
        if lookup == "range":
            first, last = (field.get_prep_value(bound) for bound in wanted)
            return bool(first <= value <= last)
        other = _value(record, _field(record, wanted.name)) if isinstance(wanted, F) else field.get_prep_value(wanted)
        return None if other is None else _COMPARED[lookup or "exact"](value, other)
    except (TypeError, ValueError, ValidationError) as error:
        raise CannotTell from error


def _field(record: models.Model, name: str) -> "models.Field[Any, Any]":
    try:
        field = record._meta.pk if name == "pk" else record._meta.get_field(name)
    except FieldDoesNotExist as error:
        raise CannotTell from error
    if not isinstance(field, models.Field):
        raise CannotTell
    return field


def _value(record: models.Model, field: "models.Field[Any, Any]") -> Any:
    value = getattr(record, field.attname)
    if hasattr(value, "resolve_expression"):
        raise CannotTell
    try:
        return field.get_prep_value(value)
    except (TypeError, ValueError, ValidationError) as error:
        raise CannotTell from error
