"""In which order the changed rows of a form are saved, so that none meets another that is just making room for it."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from iad_portal.lib.desk.unique_rows import Unique


def in_turn(rows: Iterable[models.Model], uniques: list[Unique]) -> list[models.Model]:
    """The stored `rows`, changed but not saved yet, in an order in which each finds its place free.

    Where rows change places in a ring there is no such order: one of them is moved aside in the database first. Call it
    inside the transaction of the save; rows that are deleted must be gone already.
    """
    waiting = {row.pk: row for row in rows}
    if len(waiting) < 2 or not uniques:
        return list(waiting.values())
    model = type(next(iter(waiting.values())))
    stored = model._base_manager.in_bulk(list(waiting))
    holders = {place: pk for pk, row in stored.items() for place in _places(row, uniques)}
    wanted = {pk: _places(row, uniques) for pk, row in waiting.items()}
    turn = []
    while waiting:
        free = [pk for pk in waiting if all(holders.get(place, pk) == pk for place in wanted[pk])]
        if not free:
            pk = next(iter(waiting))
            contested = {place for other in waiting for place in wanted[other] if holders.get(place) == pk != other}
            _move_aside(stored[pk], [uniques[number] for number, _key in contested])
        left = free or [pk]
        turn += [waiting.pop(pk) for pk in free]
        holders = {place: pk for place, pk in holders.items() if pk not in left}
    return turn


def _places(row: models.Model, uniques: list[Unique]) -> list[tuple[int, tuple[Any, ...]]]:
    keys = [(number, unique.key(row)) for number, unique in enumerate(uniques)]
    return [(number, key) for number, key in keys if key is not None]


def _move_aside(row: models.Model, uniques: list[Unique]) -> None:
    """Give `row`, in the database alone, values of `uniques` that no row has or wants."""
    aside = {unique.own[-1].attname: _nowhere(unique.own[-1], row.pk) for unique in uniques}
    type(row)._base_manager.filter(pk=row.pk).update(**aside)


def _nowhere(column: models.Field, pk: int) -> int | str | None:
    """A key of nothing (the database checks foreign keys at the end), a mark that nobody types, or no value."""
    target = column.target_field if column.is_relation else column
    if isinstance(target, models.CharField):
        return f"~{pk}"
    return -pk if column.is_relation else None
