"""Rows that a colleague deleted while the form lay open: taken out of it and told of, and the rest can be saved.

Django would ask for the key of such a row for ever. Here the rows that are left move up. A row in which the officer had
changed something comes back as a new row at the end, so that nothing typed is lost: saving again puts it back.
"""

import re

from django import forms
from django.db import models
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.history import Entry, fetched, in_words, record_of, rows_before
from iad_portal.lib.text.bilingual import reader_language


def without_gone_rows(formset: forms.BaseModelFormSet) -> list[str]:
    """Take out of the data of the bound `formset` what was deleted meanwhile, before its forms are made.

    Gives a sentence for each row of which the officer must know. Rows that were to be deleted anyway need none.
    """
    counts = formset.management_form
    if not counts.is_valid():
        return []
    most = formset.absolute_max or 0
    initial, total = (min(counts.cleaned_data[f"{name}_FORMS"], most) for name in ("INITIAL", "TOTAL"))
    keys = [formset.data.get(f"{formset.prefix}-{number}-{formset.model._meta.pk.name}") for number in range(initial)]
    rows = {str(row.pk): row for row in formset.get_queryset()}
    gone = _gone(formset.model, {number: key for number, key in enumerate(keys) if key and key not in rows})
    # The page pairs forms with rows by their order: that of the form, whatever was stored meanwhile.
    formset._queryset = [rows[key] for key in keys if key in rows]
    if not gone:
        return []
    deleted = _deletions(formset.model, list(gone.values()))
    told = [number for number in gone if not formset.data.get(f"{formset.prefix}-{number}-DELETE")]
    put_back = [number for number in told if _is_changed(formset, number, deleted.get(gone[number]))]
    staying = [number for number in range(initial) if number not in gone]
    _renumber(formset, [*staying, *range(initial, total), *put_back], len(staying), len(put_back))
    return [_sentence(deleted.get(gone[number]), number in put_back) for number in told]


def _gone(model: type[models.Model], missing: dict[int, str]) -> dict[int, str]:
    """Of the keys in `missing`, those of rows that are stored nowhere any more."""
    keys = {number: key for number, key in missing.items() if key.isascii() and key.isdigit() and len(key) < 19}
    there = model._base_manager.filter(pk__in=keys.values()).values_list("pk", flat=True) if keys else ()
    return {number: key for number, key in keys.items() if int(key) not in set(there)}


def _deletions(model: type[models.Model], keys: list[str]) -> dict[str, Entry]:
    """Who deleted the rows with `keys`, when, and what stood in them."""
    attname = model._meta.pk.attname
    rows = fetched(model.history.filter(**{f"{attname}__in": keys}, history_type="-").order_by("-history_id"))
    return {str(getattr(entry.row, attname)): entry for entry in in_words(rows, rows_before(rows))}


def _is_changed(formset: forms.BaseModelFormSet, number: int, entry: Entry | None) -> bool:
    """Whether the officer typed something else than what stood in the row."""
    if entry is None or entry.before is None:
        return True
    # The row of the deletion itself knows no links any more.
    record, opts = record_of(entry.before), formset.model._meta
    stood = {field.name: field.value_from_object(record) for field in opts.concrete_fields}
    stood |= {field.name: entry.before.linked[field.name] for field in opts.many_to_many}
    return formset.form(formset.data, formset.files, prefix=formset.add_prefix(number), initial=stood).has_changed()


def _renumber(formset: forms.BaseModelFormSet, order: list[int], initial: int, put_back: int) -> None:
    """Let the rows of the sent form stand in `order`: first `initial` stored ones, at last `put_back` without a key."""
    prefix = formset.prefix
    in_row = re.compile(rf"{re.escape(str(prefix))}-(\d+)-(.+)\Z", re.S)
    places = {old: new for new, old in enumerate(order)}
    for holder in ("data", "files"):
        sent = getattr(formset, holder)
        moved = sent.copy()
        for name in filter(in_row.match, sent):
            del moved[name]
        for name, number, field in [(found[0], int(found[1]), found[2]) for found in map(in_row.match, sent) if found]:
            if number in places:
                moved.setlist(f"{prefix}-{places[number]}-{field}", sent.getlist(name))
        setattr(formset, holder, moved)
    for number in range(len(order) - put_back, len(order)):
        formset.data[f"{prefix}-{number}-{formset.model._meta.pk.name}"] = ""
    formset.data |= {f"{prefix}-TOTAL_FORMS": str(len(order)), f"{prefix}-INITIAL_FORMS": str(initial)}
    del formset.management_form  # it is read anew


def _sentence(entry: Entry | None, is_put_back: bool) -> str:
    who = (entry and entry.row.history_user and entry.row.history_user.get_username()) or _("someone else")
    facts = {
        "row": entry.name if entry else _("A row"),
        "who": who,
        "when": format_moment(entry.row.history_date, reader_language()) if entry else "–",
    }
    if is_put_back:
        sentence = _(
            "“%(row)s” was deleted by %(who)s (%(when)s) after you had opened this form. What you had changed in it "
            "stands below as a new row: save again to put it back, or remove that row."
        )
    else:
        sentence = _(
            "“%(row)s” was deleted by %(who)s (%(when)s) after you had opened this form, and was taken out of it. "
            "All else that you typed still stands: save again."
        )
    return sentence % facts
