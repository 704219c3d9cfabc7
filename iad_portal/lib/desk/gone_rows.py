"""Rows that a colleague deleted while the form lay open: which they are, who deleted them, and what stood in them.

Django would ask for the key of such a row for ever. The row set takes them out (merged_rows).
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.history import Entry, fetched, in_words, record_of, rows_before
from iad_portal.lib.intake.sent_numbers import key_in
from iad_portal.lib.text.bilingual import reader_language


def gone_among(model: type[models.Model], missing: dict[int, str]) -> dict[int, str]:
    """Of the keys in `missing`, those of rows that are stored nowhere any more."""
    keys = {number: key for number, key in missing.items() if key_in(key) is not None}
    there = set(model._base_manager.filter(pk__in=keys.values()).values_list("pk", flat=True)) if keys else set()
    return {number: key for number, key in keys.items() if int(key) not in there}


def deletions(model: type[models.Model], keys: list[str]) -> dict[str, Entry]:
    """Who deleted the rows with `keys`, when, and what stood in them; by key."""
    attname = model._meta.pk.attname
    rows = fetched(model.history.filter(**{f"{attname}__in": keys}, history_type="-").order_by("-history_id"))
    return {str(getattr(entry.row, attname)): entry for entry in in_words(rows, rows_before(rows))}


def is_changed(form: Any, entry: Entry | None) -> bool:
    """Whether the officer typed something else in the bound `form` of a row than stood in it, as history tells."""
    if entry is None or entry.before is None:
        return True
    # The row of the deletion itself knows no links any more.
    record, opts = record_of(entry.before), form._meta.model._meta
    form.initial = {column.name: column.value_from_object(record) for column in opts.concrete_fields}
    form.initial |= {column.name: entry.before.linked[column.name] for column in opts.many_to_many}
    return bool(form.has_changed())


def sentence_of_gone(entry: Entry | None, is_put_back: bool) -> str:
    """What an officer is told of a deleted row where the form does not know how it was opened."""
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
