"""What no two rows of a table may share, asked of all the rows of a form together.

Django asks each row of a form by itself, and of what is stored. That lets two new rows through which only the database
refuses, and refuses what will be right once everything is saved: one row closed and the next opened, one taken out and
put in again, two that change places. It also leaves out what hangs on a generic relation. Here a constraint is asked of
the rows as they will be after the save, and of those stored rows that the form does not hold.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from iad_portal.lib.records.codes import CodeField
from iad_portal.lib.records.conditions import CannotTell, holds
from iad_portal.lib.records.constraints import SaidOnce


@dataclass
class Unique:
    """The fields `names` of a table, whose values together no two rows share that meet `condition` (all, if None).

    `owner` names those among them that point at the record the rows belong to: in one form they are all alike.
    """

    model: type[models.Model]
    names: tuple[str, ...]
    owner: frozenset[str]
    constraint: models.UniqueConstraint | None = None

    @property
    def condition(self) -> models.Q | None:
        """Which rows it is about."""
        return self.constraint.condition if self.constraint else None

    @property
    def own(self) -> list[models.Field]:
        """The fields that differ from row to row."""
        return [self.model._meta.get_field(name) for name in self.names if name not in self.owner]

    def key(self, row: models.Model) -> tuple[Any, ...] | None:
        """What `row` shares with no other row of the same record, as the database compares it; None: it may share."""
        key = tuple(field.get_prep_value(getattr(row, field.attname)) for field in self.own)
        if any(isinstance(field, CodeField) and not value for field, value in zip(self.own, key, strict=True)):
            return None  # the portal will make one that nobody has
        nulls_differ = self.constraint is None or self.constraint.nulls_distinct is not False
        if (None in key and nulls_differ) or (self.condition and not self._meets(row)):
            return None
        return key

    def _meets(self, row: models.Model) -> bool:
        """Whether `row` meets the condition, as the database says."""
        try:
            return holds(self.condition, row) is not False
        except CannotTell:
            return self.condition.check(row._get_field_expression_map(meta=row._meta))

    def stored_beside(self, rows: list[models.Model], owner: dict[str, Any] | None) -> dict[tuple[Any, ...], list[Any]]:
        """The stored rows that share a value with `rows`: key -> primary keys.

        `owner` are the lookups of the rows of their record; None while that is not stored itself.
        """
        keys = {key for row in rows if (key := self.key(row)) is not None}
        if not keys or (self.owner and owner is None):
            return {}
        lookups = {f"{field.name}__in": {key[position] for key in keys} for position, field in enumerate(self.own)}
        lookups |= (owner or {}) if self.owner else {}
        found = self.model._base_manager.filter(self.condition or models.Q(), **lookups)
        by_key: dict[tuple, list] = {}
        for pk, *values in found.values_list("pk", *(field.attname for field in self.own)):
            key = tuple(field.get_prep_value(value) for field, value in zip(self.own, values, strict=True))
            by_key.setdefault(key, []).append(pk)
        return by_key

    def fault(self, row: models.Model) -> ValidationError:
        """The sentence for a row that repeats another, at the field in which they are alike."""
        if isinstance(self.constraint, SaidOnce):
            return self.constraint.fault()
        names = tuple(field.name for field in self.own) or self.names
        return ValidationError({names[-1]: row.unique_error_message(self.model, names)})


def is_judged_together(constraint: models.BaseConstraint) -> bool:
    """Whether `uniques_of` has it. What compares expressions is left to Django, row by row."""
    return isinstance(constraint, models.UniqueConstraint) and bool(constraint.fields)


def uniques_of(model: type[models.Model], owner: Iterable[str]) -> list[Unique]:
    """Every uniqueness of the table of `model`, whose rows point at their record by the fields `owner`."""
    owner, opts = frozenset(owner), model._meta
    columns = [field for field in opts.concrete_fields if field.unique and not field.primary_key]
    constraints = [constraint for constraint in opts.constraints if is_judged_together(constraint)]
    return [Unique(model, (column.name,), frozenset()) for column in columns] + [
        # A uniqueness that names only a part of what points at the record is no rule within the record.
        Unique(model, constraint.fields, owner if owner <= set(constraint.fields) else frozenset(), constraint)
        for constraint in constraints
    ]


def repeated(
    unique: Unique, rows: list[models.Model], owner: dict[str, Any] | None, held: set[Any]
) -> Iterator[models.Model]:
    """Those of `rows` that repeat one before them, or a stored row that the form does not hold.

    `held` are the primary keys of all stored rows in the form: as they are stored, they count no more.
    """
    stored = unique.stored_beside(rows, owner)
    seen = {key for key, pks in stored.items() if set(pks) - held}
    for row in rows:
        key = unique.key(row)
        if key is None:
            continue
        if key in seen:
            yield row
        seen.add(key)


def hidden_repeats(form: forms.ModelForm) -> Iterator[ValidationError]:
    """What the record of `form` repeats in columns of which the form shows only some.

    Django leaves such constraints to the database, since nobody could mend what is not shown; what is shown they can.
    """
    record = form.instance
    for constraint in filter(is_judged_together, record._meta.constraints):
        shown = [name for name in constraint.fields if name in form.fields]
        if shown and len(shown) < len(constraint.fields) and not set(shown) & set(form.errors):
            try:
                constraint.validate(type(record), record)
            except ValidationError as fault:
                yield fault
