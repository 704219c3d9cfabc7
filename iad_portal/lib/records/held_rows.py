"""The stored row of a record that is about to be saved: held against other savers, and read once in a unit of work.

A save must know some columns as they are stored, whatever its own copy says: two officers may have opened the record
before either saved it. A class names those columns in `held_columns`, and texts in `held_texts()`.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from django.db import connection, models

from iad_portal.lib.records.unit_of_work import current_unit


def columns_of(model: type[models.Model]) -> tuple[str, ...]:
    """The columns that `model` and its bases name in `held_columns` and `held_texts()`."""
    named = [vars(base).get("held_columns", ()) for base in model.__mro__]
    texts: Callable[[], tuple[str, ...]] = getattr(model, "held_texts", tuple)
    return tuple(dict.fromkeys(column for columns in [*named, texts()] for column in columns))


def held(record: models.Model) -> dict[str, Any] | None:
    """The `held_columns` of the stored row of `record`, by name; None when it is not stored.

    Inside a transaction the row is held until its end; the unit of work that holds it asks only once.
    """
    if (known := noted(record)) is not None:
        return known
    rows = type(record)._base_manager.filter(pk=record.pk).order_by()
    if connection.in_atomic_block:
        rows = rows.select_for_update()
    row = rows.values(*columns_of(type(record))).first()
    if row is not None:
        note_held(record, row)
    return row


def noted(record: models.Model) -> dict[str, Any] | None:
    """The same, when this unit of work has read it already; else None."""
    unit = current_unit()
    return unit.noted(_key(record)) if unit else None


def note_held(record: models.Model, row: dict[str, Any]) -> None:
    """Note that the stored row of `record` now holds `row`: its `held_columns` by name."""
    if unit := current_unit():
        unit.note(_key(record), row)


def note_saved(record: models.Model, only: Iterable[str] | None = None) -> None:
    """Note what `record`, just saved, now holds in its `held_columns`; of an update, of the fields `only`."""
    deferred = record.get_deferred_fields()  # not written, and asked for one by one if read here
    columns = [name for name in columns_of(type(record)) if name not in deferred]
    row = {name: getattr(record, name) for name in columns if only is None or name in only}
    note_held(record, (noted(record) or {}) | row)


def _key(record: models.Model) -> Hashable:
    return "row", type(record), record.pk
