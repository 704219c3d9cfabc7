"""Two versions of a record beside each other: what differs in it and in its rows, words set off, texts whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from iad_portal.lib.desk.history import Names, told_fields, value_in
from iad_portal.lib.desk.languages import label_of
from iad_portal.lib.desk.record_versions import Key
from iad_portal.lib.desk.word_marks import Piece, compared

# How the name of what can be taken back begins: a field of the record, or a row.
FIELD, ROW = "field", "row"


@dataclass(frozen=True)
class Line:
    """One field that differs: its name, and both texts in pieces. `note` says what the words alone do not show."""

    label: str
    old: list[Piece]
    new: list[Piece]
    note: str = ""


@dataclass(frozen=True)
class Differing:
    """What can be taken back by itself: a field of the record, or a whole row. `name` is that of its box.

    Of a row, `kind` says what became of it, and `row_model` is the label of its model.
    """

    name: str
    label: str
    lines: list[Line]
    kind: str = ""
    row_model: str = ""


def differences(record: Key, old: dict[Key, Any], new: dict[Key, Any]) -> list[Differing]:
    """What differs between the states `old` and `new` of `record` and its rows, fields first; see `state_at`."""
    names = Names()
    keys = dict.fromkeys([record, *old, *new])
    found = [(key, list(_changed(record, key, old.get(key), new.get(key)))) for key in keys]
    for _key, fields in found:
        for field, one, other in fields:
            names.want(field, one, other)
    for state in (old, new):
        for row in state.values():
            names.want_for(row)
    differing: list[Differing] = []
    for key, fields in found:
        if key == record:
            differing += [_of_field(*change, names) for change in fields]
        elif fields or (key in old) != (key in new):
            differing.append(_of_row(key, old.get(key), new.get(key), fields, names))
    return differing


def _changed(record: Key, key: Key, old: Any, new: Any) -> Iterator[tuple[models.Field, Any, Any]]:
    for field in told_fields(key[0]):
        one, other = value_in(old, field), value_in(new, field)
        # What a row belongs to is said already.
        is_owner = field.related_model is record[0] and {one, other} <= {record[1], None}
        if not is_owner and ((one or None) != (other or None) or (one is False) != (other is False)):
            yield field, one, other


def _line(field: models.Field, old: Any, new: Any, names: Names) -> Line:
    one, other = names.say(field, old), names.say(field, new)
    pieces = compared(one, other)
    note = _("Only the form of the text differs: bold, links, lists.") if one == other else ""
    return Line(str(label_of(field)), *pieces, note)


def _of_field(field: models.Field, old: Any, new: Any, names: Names) -> Differing:
    line = _line(field, old, new, names)
    return Differing(f"{FIELD}:{field.name}", line.label, [line])


def _of_row(key: Key, old: Any, new: Any, fields: list[tuple[models.Field, Any, Any]], names: Names) -> Differing:
    kind = _("Added") if old is None else _("Deleted") if new is None else _("Changed")
    name = names.record(new if old is None else old)
    label = f"{capfirst(str(key[0]._meta.verbose_name))} “{name}”"
    lines = [_line(*change, names) for change in fields]
    return Differing(name_of_row(key), label, lines, kind, key[0]._meta.label_lower)


def name_of_row(key: Key) -> str:
    """The name of the box that takes the row `key` back."""
    return f"{ROW}:{key[0]._meta.label_lower}:{key[1]}"
