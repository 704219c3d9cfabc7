"""What came of two officers' changes, in words: what was kept of a colleague's, and what is to be chosen.

Who saved what, and what stood there before, is read from history; a value counts as the earlier one only when its mark
is the one with which the form was opened.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db import models
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.history import Names, value_in
from iad_portal.lib.desk.languages import label_of
from iad_portal.lib.desk.marks import mark_of
from iad_portal.lib.desk.merged_rows import ORDER
from iad_portal.lib.desk.merging import MINE, THEIRS, Difference, Merge
from iad_portal.lib.text.bilingual import reader_language

# Of a sentence that tells what was kept, so many boxes are named; of a long text so many letters beside a difference.
MOST_NAMED, BESIDE = 12, 120


@dataclass(frozen=True)
class Choice:
    """One thing that both changed: `before` is None when nobody knows it; `box` is where it stands in the form."""

    name: str
    legend: str
    who: str
    when: str
    before: str | None
    mine: str
    theirs: str
    mine_value: str
    theirs_value: str
    chosen: str
    box: str


@dataclass(frozen=True)
class MergeWords:
    """All that a form says of a merge."""

    taken: list[str]
    choices: list[Choice]


class _Past:
    """Rows of history of a record and its parts, by record, the newest first."""

    def __init__(self, rows: Iterable[models.Model]) -> None:
        self._rows: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
        for row in rows:
            self._rows[row.instance_type, getattr(row, row.instance_type._meta.pk.attname)].append(row)

    def last(self, difference: Difference) -> Any:
        """The row that wrote what is stored now; None when history has none."""
        rows, column = self._of(difference), difference.column
        if column is None or not _is_kept(rows, column):
            return rows[0] if rows else None
        changes = (row for row, before in pairwise(rows) if value_in(row, column) != value_in(before, column))
        return next(changes, rows[-1])

    def before(self, difference: Difference) -> tuple[bool, Any]:
        """Whether it is known what stood there when the form was opened, and what it was."""
        rows, column = self._of(difference), difference.column
        if column is not None and difference.was is not None and _is_kept(rows, column):
            for row in rows:
                if mark_of(column, value := value_in(row, column)) == difference.was:
                    return True, value
        return difference.was == "", None

    def _of(self, difference: Difference) -> list[Any]:
        return self._rows[type(difference.record), difference.record.pk]


def _is_kept(rows: list[Any], column: models.Field) -> bool:
    return bool(rows) and (column.name in rows[0].linked if column.many_to_many else hasattr(rows[0], column.attname))


def in_words(merge: Merge, rows: Iterable[models.Model]) -> MergeWords:
    """What `merge` is told as; `rows` are the history of the record and its parts, the newest first."""
    past, names = _Past(rows), Names()
    asked = {one.name: one for one in merge.choices}
    befores = {id(one): past.before(one) for one in merge.choices}
    for one in merge.choices:
        if one.column is not None:
            for value in (befores[id(one)][1], one.stored, one.typed if one.is_read else None):
                names.want(one.column, _key_of(one.column, value))
    choices = [_choice(one, past.last(one), befores, names, merge) for one in asked.values()]
    return MergeWords(_told([*merge.taken, *(one for one in merge.settled if one.chosen == THEIRS)], past), choices)


def _told(taken: list[Difference], past: _Past) -> list[str]:
    """One sentence for each save of a colleague of which something was kept."""
    kept: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for one in taken:
        kept[_who_and_when(past.last(one))][_what(one)] = None
    told = []
    for (who, when), found in kept.items():
        named, more = list(found)[:MOST_NAMED], len(found) - MOST_NAMED
        what = "; ".join(named) + (" " + _("and %(number)d more") % {"number": more} if more > 0 else "")
        told.append(_("Kept of what %(who)s saved (%(when)s): %(what)s") % {"who": who, "when": when, "what": what})
    return told


def _who_and_when(row: Any) -> tuple[str, str]:
    return name_of(row and row.history_user), format_moment(row.history_date, reader_language()) if row else "–"


def name_of(officer: Any) -> str:
    """How `officer` is called; somebody else, when nobody knows who."""
    return (officer and (officer.get_full_name() or officer.get_username())) or _("someone else")


def _what(difference: Difference) -> str:
    kind, name = difference.record._meta.verbose_name, difference.row_name or str(difference.record)
    row = f"{capfirst(str(kind))} “{name}”"
    if difference.kind == "added":
        return _("%(row)s, added") % {"row": row}
    if difference.kind == "deleted":
        return _("%(row)s, deleted") % {"row": row}
    if difference.column is None:
        return row
    label = label_of(difference.column)
    return f"{row}: {label}" if _is_of_row(difference) else label


def _is_of_row(difference: Difference) -> bool:
    return ":" in difference.key


def _choice(one: Difference, row: Any, befores: dict[int, tuple[bool, Any]], names: Names, merge: Merge) -> Choice:
    who, when = _who_and_when(row)
    legend, box = _what(one), one.form[one.column.name].id_for_label if one.form is not None and one.column else ""
    if one.column is None:
        gone, stays = _("The row is deleted"), _("The row stays, with what was changed in it")
        old, mine, theirs = None, *((stays, gone) if one.kind == "gone" else (gone, stays))
    elif one.column.name == ORDER and _is_of_row(one):
        legend = _("Order of the rows: %(rows)s") % {"rows": one.record._meta.verbose_name_plural}
        old, mine, theirs = None, _in_order(one, merge, "typed"), _in_order(one, merge, "stored")
    elif one.is_torn:
        parts = [other for other in merge.choices if other.name == one.name]
        legend = ", ".join(map(_what, parts))
        said = [_sides(part, befores[id(part)], names) for part in parts]
        old, mine, theirs = (None if None in side else ", ".join(side) for side in zip(*said, strict=True))
    else:
        old, mine, theirs = _sides(one, befores[id(one)], names)
    return Choice(
        one.name, legend, who, when, old, mine, theirs, one.value_of(MINE), one.value_of(THEIRS), one.chosen, box
    )


def _sides(one: Difference, before: tuple[bool, Any], names: Names) -> tuple[str | None, str, str]:
    """What stood in a box before (None: nobody knows), what was typed in it, and what is stored."""
    old = _say(one, before[1], names) if before[0] else None
    mine = _say(one, one.typed, names) if one.is_read else str(one.typed or "")
    theirs = _say(one, one.stored, names)
    if isinstance(one.column, models.CharField | models.TextField) and not one.column.choices:
        mine, theirs = (_marked(old, text) for text in (mine, theirs))
    return old if old is None else _cut(old), mine, theirs


def _in_order(one: Difference, merge: Merge, side: str) -> str:
    """The rows that both moved, as they would stand."""
    moved = [other for other in merge.choices if other.name == one.name]
    moved.sort(key=lambda other: int(getattr(other, side) or 0) if other.is_read else 0)
    return ", ".join(f"{getattr(other, side)} {other.record}" for other in moved)


def _say(one: Difference, value: Any, names: Names) -> str:
    return names.say(one.column, _key_of(one.column, value))


def _key_of(column: models.Field, value: Any) -> Any:
    """`value` as history keeps it: keys of other records."""
    if column.many_to_many:
        return tuple(getattr(one, "pk", one) for one in value or ())
    return value.pk if isinstance(value, models.Model) else value


def _marked(before: str | None, text: str) -> str:
    """`text` with that set off in which it differs from what stood `before`."""
    if before is None or not text:
        return _cut(text)
    head = _alike(before, text)
    tail = _alike(before[head:][::-1], text[head:][::-1])
    end = len(text) - tail
    # A vowel or tone mark stays with its letter.
    while 0 < head < len(text) and unicodedata.category(text[head]) == "Mn":
        head -= 1
    while end < len(text) and unicodedata.category(text[end]) == "Mn":
        end += 1
    left, right = text[:head], text[end:]
    left = left if len(left) <= BESIDE else f"… {left[-BESIDE:]}"
    right = right if len(right) <= BESIDE else f"{right[:BESIDE]} …"
    return format_html("{}<ins>{}</ins>{}", left, text[head:end], right)


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def _cut(text: str) -> str:
    return text if len(text) <= 4 * BESIDE else f"{text[: 4 * BESIDE]} …"
