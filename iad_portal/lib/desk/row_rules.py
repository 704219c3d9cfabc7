"""Rules of rows that are edited in the form of the record they belong to."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models


def is_named(row: models.Model, relation: str) -> bool:
    """Whether `row` points at a record by the foreign key `relation`, also at one that is saved only together with it.

    A row that is added in the form of a new record has no key of that record yet: who asks for the key refuses it.
    """
    field = row._meta.get_field(relation)
    return getattr(row, field.attname) is not None or field.get_cached_value(row, default=None) is not None


class JudgedTogether:
    """For parts that rule each other out, such as periods that must not overlap. Join it before the model's bases.

    In the form of their record, the row set asks `faults_between` of the rows as they will be after the save. A row
    that is validated by itself is judged beside the stored ones. `owner_field` is a foreign key.
    """

    # Set in the form of the record: then the row does not ask what is stored.
    is_judged_in_form = False

    @classmethod
    def faults_between(cls, rows: Iterable[Any]) -> Iterator[tuple[Any, ValidationError]]:
        """Each row among `rows`, all of one record, that cannot stand beside one before it; and the sentence."""
        raise NotImplementedError

    def clean(self) -> None:
        super().clean()
        key = getattr(self, f"{self.owner_field}_id")
        if self.is_judged_in_form or key is None:
            return
        beside = type(self)._base_manager.filter(**{f"{self.owner_field}_id": key}).exclude(pk=self.pk)
        for row, fault in self.faults_between([*beside, self]):
            if row is self:
                raise fault
