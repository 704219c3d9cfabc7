"""Rows that an officer may move from one record to another, such as a commitment put down at the wrong meeting."""

from collections.abc import Collection, Iterator
from typing import Any, Self

from django.db import models


class Movable(models.Model):
    """A row that can be moved from one record to another: it remembers to which it belonged when it was read.

    `homes` names the foreign keys to the records that it may belong to.
    """

    homes: tuple[str, ...]

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any]) -> Self:
        row = super().from_db(db, field_names, values)
        row._homes_read = {name: row.__dict__.get(f"{name}_id") for name in cls.homes}
        return row

    def left(self) -> Iterator[tuple[type[models.Model], Any]]:
        """The records to which it belonged when it was read, and does not now: the model and the key of each."""
        for name, key in getattr(self, "_homes_read", {}).items():
            if key is not None and key != getattr(self, f"{name}_id"):
                model: Any = self._meta.get_field(name).related_model
                yield model, key
