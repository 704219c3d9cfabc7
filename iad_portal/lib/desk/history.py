"""What was changed in a record: its history rows, turned into words for officers.

simple-history keeps a whole copy of the record for each save. What an officer wants is the difference, in the labels
of the form: both languages, dates in the officer's era, names instead of keys. Left out are columns that only the code
keeps (sort keys, precisions, the column without a language) and changes from nothing to an empty text.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _
from simple_history.utils import get_m2m_reverse_field_name

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.fiscal_years import FiscalYearField
from iad_portal.lib.dates.format import format_date, format_moment, format_year
from iad_portal.lib.desk.languages import label_of, texts_of
from iad_portal.lib.records.in_order import keys_in_order
from iad_portal.lib.rich_text.fields import plain_text
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.lib.text.cuts import cut_to
from iad_portal.lib.text.languages import LanguageField, language_name

LONGEST = 200
# Nobody types these, but officers answer for them.
_CONFIRMATION = ("confirmed_on", "confirmed_by")


@dataclass
class Change:
    """One field that differs between two copies of a record; the values are texts, "" for nothing."""

    label: str
    old: str
    new: str


@dataclass
class Entry:
    """One row of history beside the copy before it: what an officer reads on one line."""

    row: models.Model
    before: models.Model | None
    name: str = ""  # what the record was called then
    changes: list[Change] = dataclasses.field(default_factory=list)

    @property
    def kind(self) -> str:
        """Added, changed, deleted or brought back."""
        if self.row.history_type == "+" and self.before is not None:
            return _("Brought back")
        return {"+": _("Added"), "~": _("Changed"), "-": _("Deleted")}[self.row.history_type]

    @property
    def model_name(self) -> str:
        """What sort of record it is."""
        return self.row.instance_type._meta.verbose_name

    @property
    def when(self) -> str:
        """The moment, in the officer's era."""
        return format_moment(self.row.history_date, reader_language())

    @property
    def key(self) -> tuple[Any, ...]:
        """The record that the row tells of."""
        return self.row.instance_type, getattr(self.row, self.row.instance_type._meta.pk.attname)


def history_models() -> list[type[models.Model]]:
    """Every table of history, by the order of the apps."""
    return [model for model in apps.get_models() if hasattr(model, "history_type")]


def in_words(
    rows: Iterable[models.Model],
    befores: dict[tuple[Any, ...], models.Model] | None = None,
    hidden: Collection[str] = (),
) -> list[Entry]:
    """Entries for `rows`, each compared with the row of the same record before it.

    `rows` are the newest first; where the row before is not among them, `befores` may hold it, by Entry.key.
    Names of related records are asked for once a model. Columns that are `hidden` are told nothing of.
    """
    entries = [Entry(row, None) for row in rows]
    latest: dict[tuple[Any, ...], models.Model] = dict(befores or {})
    for entry in reversed(entries):
        entry.before = latest.get(entry.key)
        latest[entry.key] = entry.row
    names = Names()
    for entry in entries:
        names.want_for(entry.row)
    found = [(entry, _differences(entry, names)) for entry in entries]
    for entry, differences in found:
        entry.name = names.record(entry.row)
        entry.changes = [
            Change(label_of(field), *(cut_to(names.say(field, side), LONGEST) for side in (old, new)))
            for field, old, new in differences
            if field.name not in hidden
        ]
    return entries


def _differences(entry: Entry, names: "Names") -> list[tuple[models.Field, Any, Any]]:
    if entry.row.history_type == "-" or (entry.before is None and entry.row.history_type == "~"):
        return []
    model, found = entry.row.instance_type, []
    for field in told_fields(model):
        old, new = (value_in(row, field) for row in (entry.before, entry.row))
        if (old or None) != (new or None) or (old is False) != (new is False):
            names.want(field, old, new)
            found.append((field, old, new))
    if entry.before is None:  # a new record: what was filled in
        return [(field, None, new) for field, _old, new in found if new not in (None, "", False, ())]
    return found


@cache
def told_fields(model: type[models.Model]) -> tuple[models.Field, ...]:
    """The fields of `model` that an officer can write and whose history is kept: one column a language."""
    history = model.history.model
    tracked = {field.name for field in [*history._meta.get_fields(), *history._history_m2m_fields]}
    # What a part belongs to is said beside it already.
    owners = {
        name
        for field in model._meta.private_fields
        if hasattr(field, "fk_field")
        for name in (field.ct_field, field.fk_field)
    }
    hidden = texts_of(model) | owners
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return tuple(
        field
        for field in fields
        if (field.editable or field.name in _CONFIRMATION)
        and field.name in tracked
        and field.name not in hidden
        and not field.primary_key
    )


def value_in(row: models.Model | None, field: models.Field) -> Any:
    """What `field` held in `row` of history; None without a row, a tuple of keys for many links (`keys_in_order`)."""
    if row is None:
        return None
    if field.many_to_many:
        return tuple(keys_in_order(field, row.linked[field.name]))
    return getattr(row, field.attname)


class Names:
    """Writes values as words; collects the keys of related records first, and asks for each model's names once."""

    def __init__(self) -> None:
        self._wanted: dict[type[models.Model], set[Any]] = defaultdict(set[Any])
        self._known: dict[type[models.Model], dict[str, Any]] = {}

    def want(self, field: models.Field, *values: Any) -> None:
        """Remember keys in `values` of the relation `field`."""
        if field.is_relation:
            for value in values:
                self._wanted[field.related_model] |= set(value) if isinstance(value, tuple) else {value}

    def want_for(self, row: models.Model) -> None:
        """Remember the keys of all that the name of the record in `row` may mention."""
        for relation in _relations(row.instance_type):
            self.want(relation, getattr(row, relation.attname))

    def record(self, row: models.Model) -> str:
        """The name that the record had in `row`; its kind and key when it cannot be named any more."""
        instance = record_of(row)
        for relation in _relations(row.instance_type):
            related = self._object(relation.related_model, getattr(row, relation.attname))
            if related is not None:
                relation.set_cached_value(instance, related)
        try:
            return str(instance) or str(instance.pk)
        except (AttributeError, models.ObjectDoesNotExist):
            return f"{row.instance_type._meta.verbose_name} {instance.pk}"

    def say(self, field: models.Field, value: Any) -> str:
        """`value` of `field` in the officer's language."""
        if value in (None, "", ()):
            return ""
        if field.is_relation:
            keys = value if isinstance(value, tuple) else (value,)
            return ", ".join(self._name(field.related_model, key) for key in keys)
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if isinstance(value, datetime):
            return format_moment(value, reader_language())
        if isinstance(value, PartialDate | date):
            return format_date(value, reader_language())
        if isinstance(field, FiscalYearField):
            return format_year(value, reader_language())
        if isinstance(field, LanguageField):
            return language_name(value)
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        return plain_text(value, _("[Photo]")) if hasattr(field, "sanitize") else str(value)

    def _name(self, model: type[models.Model], key: Any) -> str:
        return str(self._object(model, key) or key)

    def _object(self, model: type[models.Model], key: Any) -> models.Model | None:
        if model not in self._known:
            rows = model._base_manager.select_related(*(relation.name for relation in _relations(model)))
            self._known[model] = rows.in_bulk([key for key in self._wanted[model] if key is not None])
        return self._known[model].get(key)


def record_of(row: models.Model) -> models.Model:
    """The record as it stood in `row` of its history; its links to many are in `row.linked`."""
    # simple-history's own `instance` asks the database for the columns that history does not keep.
    model, texts, kept = row.instance_type, texts_of(row.instance_type), row._meta.get_fields()
    names = {field.name for field in kept} - texts
    columns = [field.attname for field in model._meta.concrete_fields if field.name in names]
    return model(**{column: getattr(row, column) for column in columns})


def _relations(model: type[models.Model]) -> list[models.Field]:
    return [field for field in model._meta.concrete_fields if field.is_relation]


def fetched(rows: models.QuerySet[Any]) -> list[models.Model]:
    """History rows with who did it and their many-to-many links (`linked`): a fixed number of queries a table."""
    found = list(rows.select_related("history_user"))
    for row in found:
        row.linked = defaultdict(list)
    by_key = {row.pk: row for row in found}
    for field in rows.model._history_m2m_fields if found else ():
        links = getattr(rows.model, field.name).model.objects.filter(history__in=list(by_key)).order_by("id")
        for history_key, key in links.values_list("history_id", f"{get_m2m_reverse_field_name(field)}_id"):
            by_key[history_key].linked[field.name].append(key)
    return found


def rows_before(rows: list[models.Model]) -> dict[tuple[Any, ...], models.Model]:
    """The copy before each of `rows`, which are rows of one history table and of different records; by Entry.key."""
    if not rows:
        return {}
    table, pk = type(rows[0]), rows[0].instance_type._meta.pk.attname
    earlier = table.objects.filter(**{pk: models.OuterRef(pk)}, history_id__lt=models.OuterRef("history_id"))
    before = models.Subquery(earlier.order_by("-history_id").values("history_id")[:1])
    keys = table.objects.filter(history_id__in=[row.pk for row in rows]).annotate(before=before)
    found = fetched(table.objects.filter(history_id__in=[key for key in keys.values_list("before", flat=True) if key]))
    return {Entry(row, None).key: row for row in found}
