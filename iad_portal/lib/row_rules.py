"""Rules of rows that are edited in the form of the record they belong to."""

from django.db import models


def is_named(row: models.Model, relation: str) -> bool:
    """Whether `row` points at a record by the foreign key `relation`, also at one that is saved only together with it.

    A row that is added in the form of a new record has no key of that record yet: who asks for the key refuses it.
    """
    field = row._meta.get_field(relation)
    return getattr(row, field.attname) is not None or field.get_cached_value(row, default=None) is not None
