"""An earlier state of a record, or a part of it, as a working copy: a form filled in, of which nothing is saved yet.

The copy is what the form sends as the record stands now, with the values of the earlier version put into the chosen
boxes. It is kept as any typing is (`kept_forms`), so that the officer looks it through, mends it, previews it and saves
it, and the save is one more version: none is lost. A row that was deleted meanwhile comes back as a new one.
"""

from collections.abc import Collection
from copy import copy
from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from iad_portal.lib.desk.comparing import FIELD, name_of_row
from iad_portal.lib.desk.history import told_fields, value_in
from iad_portal.lib.desk.kept_forms import KEPT_NAME, TAKEN_BACK, KeptForm, keep
from iad_portal.lib.desk.marks import SEEN, Opened, boxes_of, marks_of, stored_in, written_out
from iad_portal.lib.desk.merging import put
from iad_portal.lib.desk.record_versions import Key, Version


def taken_back(
    model_admin: Any,
    request: HttpRequest,
    record: models.Model,
    version: Version,
    earlier: dict[Key, Any],
    chosen: Collection[str],
) -> KeptForm | None:
    """Keep for the officer of `request` the form of `record` with what is `chosen` as it stood in `version`.

    `earlier` is the state of that version as `state_at` gives it; `chosen` holds names as `Differing` carries them.
    Gives the copy, whose path is that of the form; None when it is too much to be kept.
    """
    form, formsets = _forms(model_admin, request, record)
    data = form.data
    own = earlier.get((type(record), record.pk))
    for name, column in boxes_of(form):
        if f"{FIELD}:{name}" in chosen and own is not None:
            put(form, name, _value(own, column))
    for formset in formsets:
        _take_back_rows(formset, earlier, chosen)
    data[KEPT_NAME], data[TAKEN_BACK] = str(record), str(version.number)
    page = reverse(f"admin:{model_admin.opts.app_label}_{model_admin.opts.model_name}_change", args=[record.pk])
    return keep(data, request.user.pk, page)


def takeable(model_admin: Any, request: HttpRequest, record: models.Model) -> set[str]:
    """The names of fields, and the labels of models of rows, that the form of `record` lets this officer write."""
    form, formsets = _forms(model_admin, request, record)
    return {f"{FIELD}:{name}" for name, _column in boxes_of(form)} | {
        formset.model._meta.label_lower for formset in formsets if formset.is_open
    }


def _forms(model_admin: Any, request: HttpRequest, record: models.Model) -> tuple[Any, list[Any]]:
    """The form of `record` and its sets of rows, holding in one `data` what they would send untouched."""
    asked = copy(request)
    asked.method, asked.POST = "GET", QueryDict()
    form = model_admin.get_form(asked, record, change=True)(instance=record)
    formsets, inlines = model_admin._create_formsets(asked, record, change=True)
    data, files = QueryDict(mutable=True), MultiValueDict[str, Any]()
    rows = [row for formset in formsets for row in formset.initial_forms]
    for part in (form, *rows):
        _fill(part, data, files)
    for formset, inline in zip(formsets, inlines, strict=True):
        formset.data = data
        formset.is_open = inline.has_change_permission(asked, record)
        _count(formset, len(formset.initial_forms))
    seen = Opened(marks_of(form))
    for formset in formsets:
        seen.rows[formset.prefix] = {str(row.instance.pk): marks_of(row) for row in formset.initial_forms}
    data[SEEN] = written_out(seen)
    return form, formsets


def _fill(form: Any, data: QueryDict, files: MultiValueDict) -> None:
    form.data, form.files = data, files
    for name, box in form.fields.items():
        if name not in (SEEN, forms.formsets.DELETION_FIELD_NAME) and not box.disabled:
            put(form, name, stored_in(form, name))


def _count(formset: Any, total: int) -> None:
    initial = len(formset.initial_forms)
    numbers = {"TOTAL_FORMS": total, "INITIAL_FORMS": initial, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    for name, number in numbers.items():
        formset.data[f"{formset.prefix}-{name}"] = str(number)


def _take_back_rows(formset: Any, earlier: dict[Key, Any], chosen: Collection[str]) -> None:
    if not formset.is_open:
        return
    stored = {(formset.model, row.instance.pk): row for row in formset.initial_forms}
    for key, row in stored.items():
        if name_of_row(key) in chosen:
            _take_back(formset, row, earlier.get(key))
    gone = [key for key in earlier if key[0] is formset.model and key not in stored and name_of_row(key) in chosen]
    for number, key in enumerate(gone, start=len(stored)):
        row = formset._construct_form(number)
        _fill(row, formset.data, formset.files)
        _put_all(row, earlier[key])
    _count(formset, len(stored) + len(gone))


def _take_back(formset: Any, row: Any, earlier: Any) -> None:
    if earlier is not None:
        _put_all(row, earlier)
    elif formset.can_delete:
        formset.data[f"{row.prefix}-{forms.formsets.DELETION_FIELD_NAME}"] = "on"


def _put_all(row: Any, earlier: Any) -> None:
    told = {field.name for field in told_fields(type(row.instance))}
    for name, column in boxes_of(row):
        if name in told:
            put(row, name, _value(earlier, column))


def _value(earlier: Any, column: models.Field) -> Any:
    """What stood in `column`, as its box takes it."""
    value = value_in(earlier, column)
    return [str(key) for key in value] if column.many_to_many else value
