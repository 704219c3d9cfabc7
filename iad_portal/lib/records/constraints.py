"""Constraints with a sentence of their own, said beside the field that a person would mend.

Every constraint of a record is made here or in the modules that build on it, so that none is ever shown by its name.
The database and the migrations see Django's plain constraints: a sentence that is reworded changes no table.
"""

import copy
from collections.abc import Collection, Sequence
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import Q

from iad_portal.lib.records.conditions import CannotTell, holds


class _Said(models.BaseConstraint):
    """Raises its sentence beside the first of `beside`, names of fields (over the form when there are none)."""

    beside: tuple[str, ...] = ()

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        _path, args, kwargs = super().deconstruct()
        plain = next(kind for kind in type(self).__mro__ if kind.__module__.startswith("django."))
        kwargs.pop("violation_error_message", None)
        kwargs.pop("violation_error_code", None)
        return f"django.db.models.{plain.__name__}", args, kwargs

    def clone(self) -> Self:
        return copy.copy(self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, models.BaseConstraint) and self.deconstruct() == other.deconstruct()

    def fault(self) -> ValidationError:
        """What is raised."""
        fault = ValidationError(self.get_violation_error_message(), code=self.violation_error_code or self.name)
        return ValidationError({self.beside[0]: fault}) if self.beside else fault

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Collection[str] | None = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        try:
            # The stubs forget that every constraint of Django's has it.
            super().validate(model, instance, exclude=exclude, using=using)  # type: ignore[misc]
        except ValidationError:
            raise self.fault() from None


class SaidCheck(_Said, models.CheckConstraint):
    """What each record by itself must meet."""

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Collection[str] | None = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        try:
            is_met = holds(self.condition, instance, exclude or ())
        except CannotTell:
            super().validate(model, instance, exclude=exclude, using=using)
        else:
            # The database, too, refuses only what is false.
            if is_met is False:
                raise self.fault()


class SaidOnce(_Said, models.UniqueConstraint):
    """What no two records may share."""

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Collection[str] | None = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        if self._may_be_about(instance, exclude or ()):
            super().validate(model, instance, exclude=exclude, using=using)

    def _may_be_about(self, record: models.Model, exclude: Collection[str]) -> bool:
        """Not of a record that surely does not meet the condition: then nobody need be asked."""
        try:
            return self.condition is None or holds(self.condition, record, exclude) is not False
        except CannotTell:
            return True


def must(condition: Q, name: str, sentence: Any, *beside: str) -> SaidCheck:
    """The constraint `name` that each record meets `condition`, with its `sentence` (lazily translated)."""
    constraint = SaidCheck(condition=condition, name=name, violation_error_message=sentence)
    constraint.beside = beside
    return constraint


def once(*fields: str, name: str, sentence: Any, beside: str = "", condition: Q | None = None) -> SaidOnce:
    """The constraint `name` that no two records (that meet `condition`) have the same `fields`.

    Its sentence stands beside the last of them, or beside the field that is named.
    """
    constraint = SaidOnce(fields=fields, name=name, condition=condition, violation_error_message=sentence)
    constraint.beside = (beside or fields[-1],)
    return constraint
