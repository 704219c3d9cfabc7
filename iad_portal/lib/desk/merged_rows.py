"""The rows of a sent form beside those that are stored by now: put together row by row, before the forms are made.

A row that a colleague added comes in; one that a colleague deleted goes out, and where the officer had changed it, it
comes back as a new row and is asked about. One that belongs to another record by now goes out too, and what the officer
had changed in it is told. What both changed in a row, each otherwise, is asked box by box; the order
of the rows once for all of them. A row that both added alike stands once.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from iad_portal.lib.desk.gone_rows import deletions, gone_among, is_changed, sentence_of_gone
from iad_portal.lib.desk.history import Entry, record_of
from iad_portal.lib.desk.marks import Marks, Opened, boxes_of, digest, marks_of
from iad_portal.lib.desk.merging import (
    THEIRS,
    Difference,
    Merge,
    chosen_in,
    marks_to_carry,
    merged_form,
    put,
    reopen,
    typed_marks,
)
from iad_portal.lib.intake.sent_numbers import key_in

ORDER = "order"


@dataclass
class RowsInStep:
    """What became of the rows: sentences on what nobody can choose; the merge where the marks of the form are known.

    `put_back` are the new rows that stand for deleted ones while that is asked: number -> key of the deleted row.
    """

    told: list[str] = field(default_factory=list)
    merge: Merge = field(default_factory=Merge)
    put_back: dict[int, str] = field(default_factory=dict)


class _Sent:
    """The rows of a form as they were sent."""

    def __init__(self, formset: Any, opened: Opened | None) -> None:
        counts, most = formset.management_form.cleaned_data, formset.absolute_max or 0
        self.formset, self.opened, self.prefix = formset, opened, formset.prefix
        self.pk = formset.model._meta.pk.name
        self.initial, self.total = (min(counts[f"{name}_FORMS"], most) for name in ("INITIAL", "TOTAL"))
        self.rows = {str(row.pk): row for row in formset.get_queryset()}
        # A row that was asked about carries the key of the deleted one on.
        last = self.initial if opened is None else self.total
        self.keys = {number: formset.data.get(f"{self.prefix}-{number}-{self.pk}") or "" for number in range(last)}
        self.standing = [number for number, key in self.keys.items() if key in self.rows]
        missing = {number: key for number, key in self.keys.items() if key and key not in self.rows}
        self.gone = gone_among(formset.model, missing)
        self.deleted = deletions(formset.model, list(self.gone.values())) if self.gone else {}
        self.elsewhere = {n: key for n, key in missing.items() if n not in self.gone and key_in(key) is not None}

    def is_to_go(self, number: int) -> bool:
        """Whether the officer ticked that the row is to be deleted."""
        return bool(self.formset.data.get(f"{self.prefix}-{number}-DELETE"))

    def was(self, key: str) -> Marks | None:
        return self.opened.of_row(self.prefix, key) if self.opened else None

    def form(self, number: int, **options: Any) -> Any:
        """A form of one row beside the set: to read what was sent in it, or to see what is stored."""
        return self.formset.form(prefix=self.formset.add_prefix(number), **options)

    def typed(self, number: int) -> Any:
        return self.form(number, data=self.formset.data, files=self.formset.files)


def rows_in_step(formset: Any, opened: Opened | None) -> RowsInStep:
    """Bring the data of the bound `formset` in step with what is stored, before its forms are made.

    `opened` are the marks of the form; None when it carries none, as a preview: then only deleted rows are told of.
    """
    if not formset.management_form.is_valid():
        return RowsInStep()
    sent, found = _Sent(formset, opened), RowsInStep()
    _forget_keys_of_new_rows(sent)
    out = {*sent.gone, *sent.elsewhere}
    staying = [number for number in range(sent.initial) if number not in out]
    staying += [number for number in sent.standing if number >= sent.initial]
    new = [number for number in range(sent.initial, sent.total) if number not in {*staying, *out}]
    found.told += _told_of_moved(sent)
    added = _added(sent)
    back = {number: sent.gone[number] for number in _put_back(sent, found)}
    # The page pairs forms with rows by their order: that of the form, whatever was stored meanwhile.
    formset._queryset = [sent.rows[sent.keys[number]] for number in staying if sent.keys.get(number) in sent.rows]
    if out or added or len(staying) != sent.initial:
        new = [number for number in new if not _is_among(sent, number, added)]
        formset._queryset += added
        _write(sent, added)
        places = range(sent.total, sent.total + len(added))
        renumber(formset, [*staying, *places, *new, *back], len(staying) + len(added), len(back))
        if opened is not None:
            found.put_back = dict(enumerate(back.values(), len(staying) + len(added) + len(new)))
            _let_go(formset, found)
    if opened is not None:
        found.merge.taken += [Difference(row, kind="added") for row in added]
        _merge_standing(formset, opened, found.merge)
    return found


def _told_of_moved(sent: _Sent) -> list[str]:
    """A sentence for each row that belongs to another record by now, and in which the officer had changed something."""
    numbers = {int(key): number for number, key in sent.elsewhere.items()}
    sentence = _(
        "“%(row)s” belongs to another record by now, and was taken out of this form. What you had changed in it was "
        "not saved: %(typed)s. All else that you typed still stands: save again."
    )
    told = []
    for row in sent.formset.model._base_manager.filter(pk__in=numbers):
        form = sent.form(numbers[row.pk], data=sent.formset.data, files=sent.formset.files, instance=row)
        was = sent.was(str(row.pk)) or {}
        typed = typed_marks(form, was)
        changed = [one for one in form.changed_data if one in typed and (one not in was or typed[one] != was[one])]
        if changed:
            said = "; ".join(f"{form.fields[name].label}: {form[name].data}" for name in changed)
            told.append(sentence % {"row": row, "typed": said})
    return told


def _forget_keys_of_new_rows(sent: _Sent) -> None:
    """A preview compares nothing: a row that stands for a deleted one is a new one there."""
    names = [f"{sent.prefix}-{number}-{sent.pk}" for number in range(sent.initial, sent.total)]
    if sent.opened is None and any(sent.formset.data.get(name) for name in names):
        sent.formset.data = sent.formset.data.copy()
        for name in names:
            sent.formset.data[name] = ""


def _added(sent: _Sent) -> list[models.Model]:
    """What a colleague added: stored, not in the form, and not when it was opened."""
    if sent.opened is None or not sent.opened.is_known:
        return []
    keys = set(sent.keys.values())
    return [row for key, row in sent.rows.items() if key not in keys and sent.was(key) is None]


def _put_back(sent: _Sent, found: RowsInStep) -> list[int]:
    """Those of the deleted rows that the officer had changed, and may want again."""
    back = []
    for number, key in sent.gone.items():
        if sent.is_to_go(number):
            continue
        entry, was = sent.deleted.get(key), sent.was(key)
        changed = is_changed(sent.typed(number), entry) if was is None else typed_marks(sent.typed(number), was) != was
        if sent.opened is None:
            found.told.append(sentence_of_gone(entry, changed))
        if changed if sent.opened is None else _is_wanted(sent, key, entry, changed, found.merge):
            back.append(number)
    return back


def _is_wanted(sent: _Sent, key: str, entry: Entry | None, changed: bool, merge: Merge) -> bool:
    """Whether a deleted row stays in the form, since its officer changed it."""
    record = record_of(entry.row) if entry else sent.formset.model(pk=sent.formset.model._meta.pk.to_python(key))
    difference = Difference(
        record, kind="gone", key=f"{sent.prefix}:{key}", stored_mark="gone", row_was=sent.was(key),
        row_name=entry.name if entry else _("A row"),
    )  # fmt: skip
    if not changed:
        difference.kind = "deleted"
        merge.taken.append(difference)
        return False
    difference.chosen = chosen_in(sent.formset.data, difference)
    (merge.settled if difference.chosen else merge.asked).append(difference)
    # Who may delete no rows has no box with which the row could be let go (`_let_go`).
    return difference.chosen != THEIRS or sent.formset.can_delete


def _let_go(formset: Any, found: RowsInStep) -> None:
    """Of the rows that were deleted, those that are to stay deleted are not saved: ticked, as if the officer had."""
    gone = {one.key for one in found.merge.settled if one.chosen == THEIRS}
    for number, key in found.put_back.items():
        if f"{formset.prefix}:{key}" in gone:
            formset.data[f"{formset.prefix}-{number}-DELETE"] = "on"


def _is_among(sent: _Sent, number: int, added: Iterable[models.Model]) -> bool:
    """Whether the officer typed in a new row just what a colleague added."""
    typed = typed_marks(sent.typed(number)) if added else {}
    return any(marks_of(sent.form(number, instance=row)) == typed for row in added)


def _write(sent: _Sent, added: list[models.Model]) -> None:
    """Put what is stored in the rows `added` under those of the form."""
    if added:
        sent.formset.data = sent.formset.data.copy()
    for number, row in enumerate(added, sent.total):
        form = sent.form(number, instance=row)
        form.data, form.files = sent.formset.data, {}
        for name, _column in boxes_of(form):
            put(form, name, form.get_initial_for_field(form.fields[name], name))
        sent.formset.data[f"{sent.prefix}-{number}-{sent.pk}"] = str(row.pk)


def _merge_standing(formset: Any, opened: Opened, merge: Merge) -> None:
    """Compare the rows that stand in the form, box by box."""
    standing = [form for form in formset.initial_forms if _is_sent(form)]
    pairs = [(form, opened.of_row(formset.prefix, str(form.instance.pk)), marks_of(form)) for form in standing]
    new = {one.record.pk for one in merge.taken if one.kind == "added"}
    changed = [(form, was, now) for form, was, now in pairs if was != now and form.instance.pk not in new]
    if not changed:
        return
    # Where no file was sent, Django puts a plain dict.
    formset.data, formset.files = formset.data.copy(), formset.files.copy() or MultiValueDict()
    for form in formset.forms:
        form.data, form.files = formset.data, formset.files
    order = digest(json.dumps([[str(form.instance.pk), now.get(ORDER)] for form, _was, now in pairs]))
    together = {ORDER: (f"{formset.prefix}:{ORDER}", order)}
    for form, was, now in changed:
        if not _is_kept_deleted(formset, form, was, now, merge):
            merge.add(merged_form(form, was, f"{formset.prefix}:{form.instance.pk}:", together))


def _is_sent(form: Any) -> bool:
    """Whether boxes of the row were sent: not of one that the officer may only see."""
    names = {form.add_prefix(name) for name, _column in boxes_of(form)}
    return not names.isdisjoint(form.data.keys())


def _is_kept_deleted(formset: Any, form: Any, was: Marks | None, now: Marks, merge: Merge) -> bool:
    """Whether the officer deletes a row that a colleague changed, and has not taken that back."""
    box = f"{form.prefix}-DELETE"
    if not formset.data.get(box):
        return False
    difference = Difference(
        form.instance, kind="delete", key=f"{formset.prefix}:{form.instance.pk}", row_was=was, form=form,
        stored_mark=digest(json.dumps(now, sort_keys=True)),
    )  # fmt: skip
    difference.chosen = chosen_in(formset.data, difference)
    (merge.settled if difference.chosen else merge.asked).append(difference)
    if difference.chosen == THEIRS:
        difference.set_aside = {box: formset.data.getlist(box)}
        del formset.data[box]
    return difference.chosen != THEIRS


def renumber(formset: forms.BaseModelFormSet, order: list[int], initial: int, put_back: int) -> None:
    """Let the rows of the sent form stand in `order`: first `initial` stored ones, at last `put_back` without a key."""
    prefix = formset.prefix
    in_row = re.compile(rf"{re.escape(str(prefix))}-(\d+)-(.+)\Z", re.S)
    places = {old: new for new, old in enumerate(order)}
    for holder in ("data", "files"):
        sent = getattr(formset, holder)
        moved = sent.copy()
        for name in filter(in_row.match, sent):
            del moved[name]
        for name, number, field_name in [
            (found[0], int(found[1]), found[2]) for found in map(in_row.match, sent) if found
        ]:
            if number in places:
                moved.setlist(f"{prefix}-{places[number]}-{field_name}", sent.getlist(name))
        setattr(formset, holder, moved)
    for number in range(len(order) - put_back, len(order)):
        formset.data[f"{prefix}-{number}-{formset.model._meta.pk.name}"] = ""
    formset.data[f"{prefix}-TOTAL_FORMS"], formset.data[f"{prefix}-INITIAL_FORMS"] = str(len(order)), str(initial)
    del formset.management_form  # it is read anew


def refuse_open_choices(found: RowsInStep) -> None:
    """Say beside each row what is still to be chosen; raises ValidationError for what is about rows as a whole."""
    boxes = [one for one in found.merge.asked if one.column is not None and one.column.name != ORDER]
    for one in boxes:
        one.form.add_error(one.column.name, to_be_chosen())
    if len(boxes) < len(found.merge.asked):
        raise ValidationError(to_be_chosen(), code="to_be_chosen")


def to_be_chosen() -> ValidationError:
    """What stands beside a box that both officers changed."""
    return ValidationError(
        _("Both of you changed this, each otherwise. Choose at the top of the form."), code="to_be_chosen"
    )


def reopen_rows(formset: Any, found: RowsInStep) -> None:
    """The form is shown again: rows that stand for deleted ones say so, and the choices can be made otherwise."""
    for number, key in found.put_back.items():
        formset.data[f"{formset.prefix}-{number}-{formset.model._meta.pk.name}"] = key
        formset.data.pop(f"{formset.prefix}-{number}-DELETE", None)
    reopen(found.merge.settled)


def row_marks_to_carry(formset: Any, found: RowsInStep | None) -> dict[str, Marks]:
    """The marks of the rows that the form takes along."""
    choices = found.merge.choices if found else []
    stored = [form for form in formset.initial_forms if form.instance.pk is not None]
    kept = {str(form.instance.pk): marks_to_carry(form, choices) for form in stored}
    for one in choices:
        if one.column is None:
            key = str(one.record.pk)
            kept.pop(key, None)
            if one.row_was is not None:
                kept[key] = one.row_was
    return kept
