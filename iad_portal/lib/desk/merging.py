"""Two officers at one record: what each changed is put together box by box, and only what both changed is asked.

Three things are compared: what the form showed when it was opened (its marks), what is stored now, and what was sent.
What only a colleague changed is put into the sent form before it is judged, so that it is saved as it is stored and
shown as such. What both changed, each otherwise, is a choice: the form comes back with it, and is taken once every
choice is made. A choice names what is stored by its mark: when that changes again, it is asked anew. Boxes that say one
thing, as both coordinates of a place do, are one choice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.fields.files import FileField

from iad_portal.lib.desk.marks import Mark, Marks, boxes_of, digest, mark_of, marks_of, stored_in
from iad_portal.lib.intake.coordinate_parse import LATITUDE, LONGITUDE
from iad_portal.lib.media.upload_fields import KEPT_SUFFIX, LEFT_OUT_SUFFIX
from iad_portal.lib.records.in_order import keys_in_order

# What an officer may choose; and with what the names of the choices begin.
MINE, THEIRS = "mine", "theirs"
CHOICE = "merge:"
# Boxes that say one thing: half of what each officer typed would be a place that nobody meant.
_ONE_THING = ((LATITUDE, LONGITUDE),)
# The boxes beside one for a file.
_OF_A_FILE = ("-clear", KEPT_SUFFIX, LEFT_OUT_SUFFIX)


@dataclass
class Difference:
    """What a colleague changed in a record or row while the form lay open, and what became of it here.

    `column` is the field of the model, None for a whole row; `kind` then says what happened to it.
    """

    record: models.Model
    column: models.Field | None = None
    kind: str = "box"
    was: Mark | None = None
    stored: Any = None
    typed: Any = None
    is_read: bool = True  # else `typed` is what the form could not read
    key: str = ""
    stored_mark: str = ""
    chosen: str = ""
    form: Any = None
    is_torn: bool = False  # one of the boxes that say one thing, which both changed
    # Of a whole row: the marks of its boxes when the form was opened, and what it was called.
    row_was: Marks | None = None
    row_name: str = ""
    # What was typed, where the choice has put something else in its place: box -> what it sent.
    set_aside: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the choice in the form."""
        return f"{CHOICE}{self.key}"

    def value_of(self, side: str) -> str:
        """What the choice sends for `side`."""
        return f"{side}:{self.stored_mark}"


@dataclass
class Merge:
    """What came of comparing a form or its rows: `taken` from a colleague, `asked` of the officer, and `settled`."""

    taken: list[Difference] = field(default_factory=list)
    settled: list[Difference] = field(default_factory=list)
    asked: list[Difference] = field(default_factory=list)

    @property
    def choices(self) -> list[Difference]:
        """What is to be chosen, or was."""
        return [*self.asked, *self.settled]

    def add(self, other: "Merge") -> None:
        """Take in what came of a part."""
        self.taken += other.taken
        self.settled += other.settled
        self.asked += other.asked


def chosen_in(data: Any, difference: Difference) -> str:
    """MINE or THEIRS, when `data` answers the choice as it stands now; else ""."""
    sent = data.get(difference.name)
    return next((side for side in (MINE, THEIRS) if sent == difference.value_of(side)), "")


def merged_form(
    form: forms.ModelForm, opened: Marks | None, key: str, together: Mapping[str, tuple[str, str]] | None = None
) -> Merge:
    """Compare the bound `form` of a stored record or row with the marks it was `opened` with; None: nobody knows them.

    Its data, which must be its own copy, afterwards holds what was put together. `key` begins the names of choices.
    `together` names boxes that are chosen for all rows at once: the key of that choice, and the mark of what is stored.
    """
    merge, torn = Merge(), _torn(form, opened or {}, key)
    for name, column in boxes_of(form):
        stored, was = stored_in(form, name), (opened or {}).get(name)
        now = mark_of(column, stored)
        if (now == was and name not in torn) or _is_left_out(form, name):
            continue
        typed, mine = _typed(form, name, column, now if was is None else was)
        if mine == now:
            continue
        choice = {**(together or {}), **torn}.get(name) or (
            f"{key}{name}",
            ",".join(now if isinstance(now, list) else [now]),
        )
        difference = Difference(
            form.instance, column, was=was, stored=stored, typed=typed, is_read=mine is not None,
            key=choice[0], stored_mark=choice[1], form=form, is_torn=name in torn,
        )  # fmt: skip
        _settle(form, name, difference, mine, now, merge)
    return merge


def _torn(form: forms.ModelForm, opened: Marks, key: str) -> dict[str, tuple[str, str]]:
    """Boxes that say one thing that both changed, each otherwise: name -> the key and the mark of their one choice."""
    found: dict[str, tuple[str, str]] = {}
    columns = {name: column for name, column in boxes_of(form) if name in opened and not _is_left_out(form, name)}
    for names in _ONE_THING:
        if not columns.keys() >= set(names):
            continue
        was = [opened[name] for name in names]
        now = [mark_of(columns[name], stored_in(form, name)) for name in names]
        mine = [_typed(form, name, columns[name], opened[name])[1] for name in names]
        if was != now and was != mine and mine != now:
            found |= dict.fromkeys(names, (f"{key}{names[0]}", ",".join(map(str, now))))
    return found


def _settle(
    form: forms.ModelForm, name: str, difference: Difference, mine: Mark | None, now: Mark, merge: Merge
) -> None:
    was = difference.was
    if was is not None and mine == was and not difference.is_torn:
        put(form, name, difference.stored)
        merge.taken.append(difference)
    elif (keys := _put_together(difference.column, was, mine, now)) is not None:
        put(form, name, keys)
        merge.taken.append(difference)
    else:
        difference.chosen = chosen_in(form.data, difference)
        if difference.chosen == THEIRS:
            difference.set_aside = _sent_for(form, name)
            put(form, name, difference.stored)
        (merge.settled if difference.chosen else merge.asked).append(difference)


def _put_together(column: Any, was: Mark | None, mine: Mark | None, now: Mark) -> list[str] | None:
    """The keys of the links of `column` to which both changed them; None for what is no list, and for two new orders.

    Whatever either took out is out, whatever either put in is in: at the end, where an order counts.
    """
    if not (isinstance(was, list) and isinstance(mine, list) and isinstance(now, list)):
        return None
    moved = [keys for keys in (mine, now) if _among(keys, was) != _among(was, keys)]
    if len(moved) == 2 and _among(mine, now) != _among(now, mine):
        return None
    first = moved[0] if moved else now
    other = now if first is mine else mine
    stay = [key for key in first if key in other or key not in was]
    return keys_in_order(column, [*stay, *(key for key in other if key not in was and key not in first)])


def _among(keys: list[str], others: list[str]) -> list[str]:
    """Those of `keys` that are among `others`, in their order."""
    return [key for key in keys if key in others]


def _is_left_out(form: forms.ModelForm, name: str) -> bool:
    """Whether nothing was sent for a box that always sends something."""
    return bool(form.fields[name].widget.value_omitted_from_data(form.data, form.files, form.add_prefix(name))) and (
        not isinstance(form.fields[name], forms.FileField)
    )


def _typed(form: forms.ModelForm, name: str, column: models.Field, untouched: Mark) -> tuple[Any, Mark | None]:
    """What stands in a box, as the form reads it or else as it was typed; and its mark, None when it has none.

    A box for a file sends nothing while it is `untouched`.
    """
    box = form.fields[name]
    sent = box.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
    if isinstance(column, FileField):
        return (sent, untouched) if sent is None else (sent or "", digest(f"new {sent.name}") if sent else "")
    try:
        read = box.clean(sent)
        # As it will be stored: texts are mended by the field of the model.
        read = column.to_python(read) if isinstance(read, str) else read
    except ValidationError:
        return sent, None
    return read, mark_of(column, read)


def _sent_for(form: forms.ModelForm, name: str) -> dict[str, list[Any]]:
    """All that was sent for the box `name`."""
    sent_as, found = form.add_prefix(name), {}
    for one in (f"{sent_as}{suffix}" for suffix in ("", *_OF_A_FILE)):
        found[one] = [*form.data.getlist(one), *form.files.getlist(one)]
    return found


def reopen(differences: Iterable[Difference]) -> None:
    """The form is shown again: what was typed stands in it again, and the choices can be made otherwise."""
    for one in differences:
        for name, sent in one.set_aside.items():
            files = [given for given in sent if not isinstance(given, str)]
            holder = one.form.files if files else one.form.data
            if sent:
                holder.setlist(name, sent)
            else:
                holder.pop(name, None)


def put(form: forms.ModelForm, name: str, value: Any) -> None:
    """Let the box `name` of `form` hold the stored `value`, as if nobody had touched it."""
    data, sent_as, box = form.data, form.add_prefix(name), form.fields[name]
    widget = getattr(box.widget, "widget", box.widget)
    if isinstance(box, forms.FileField):
        for one in _OF_A_FILE:
            data.pop(f"{sent_as}{one}", None)
        form.files.pop(sent_as, None)
        return
    value = box.prepare_value(value)
    if isinstance(widget, forms.CheckboxInput):
        data.pop(sent_as, None)
        if value:
            data[sent_as] = "on"
    elif isinstance(widget, forms.SelectMultiple):
        data.setlist(sent_as, [str(one) for one in widget.format_value(value)])
    elif isinstance(widget, forms.widgets.ChoiceWidget):
        data[sent_as] = next(iter(widget.format_value(value)), "")
    else:
        written = widget.format_value(value)
        data[sent_as] = "" if written is None else str(written)


def marks_to_carry(form: forms.ModelForm, choices: list[Difference]) -> Marks:
    """The marks that the form takes along: what is stored counts as seen, but for what is to be chosen."""
    marks = marks_of(form)
    for difference in choices:
        if difference.form is form and difference.column is not None:
            if difference.was is None:
                marks.pop(difference.column.name)
            else:
                marks[difference.column.name] = difference.was
    return marks


def typed_marks(form: forms.ModelForm, was: Marks | None = None) -> dict[str, Mark | None]:
    """The marks of what was sent in the bound `form`, opened with `was`; None of what it cannot read."""
    return {name: _typed(form, name, column, (was or {}).get(name, ""))[1] for name, column in boxes_of(form)}
