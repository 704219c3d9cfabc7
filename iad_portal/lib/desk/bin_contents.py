"""What goes when a record is deleted, and the JSON in which the bin keeps it.

Django's Collector says what goes: the record, its rows and theirs, rows that belong to it by content type, and the
links of its many-to-many fields, from both sides; and which links elsewhere are emptied. Each column is written and
read by its field, as Django's serializers do it. They themselves cannot be asked: they read a record's attributes,
where a text in two languages answers in the reader's and a date answers with its precision, and they cut moments to
the millisecond. Here the columns are kept as they are stored, bit for bit.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.contrib.admin.utils import NestedObjects
from django.core.serializers.json import DjangoJSONEncoder
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import sql
from django.utils.encoding import is_protected_type
from django.utils.text import capfirst

from iad_portal.lib.media.held_files import Held, key_of
from iad_portal.lib.text.cuts import cut_to

Model = type[models.Model]
Row = dict[str, Any]
# So many letters of a name are told.
LONGEST_NAME = 120
# So many rows go into one statement: databases take only so many values in one.
_AT_ONCE = 200


@dataclass
class Contents:
    """What the bin holds of one record: the rows by model, that of the record first, each its columns by `attname`.

    `emptied` are the links of rows that stay, by their field: the key of each row, and what it pointed at.
    """

    rows: dict[Model, list[Row]] = field(default_factory=dict)
    emptied: dict[Any, list[tuple[Any, Any]]] = field(default_factory=dict)

    @property
    def keys(self) -> set[tuple[Model, str]]:
        """The model and the key, as text, of every row."""
        return {(model, str(row[model._meta.pk.attname])) for model, rows in self.rows.items() for row in rows}


@dataclass
class Holding:
    """So many rows of one kind, and what they are called: as many names as there was room for."""

    kind: str
    count: int
    names: list[str]

    @property
    def unnamed(self) -> int:
        """How many more there are than names."""
        return self.count - len(self.names)


def stored(model: Model, using: str = DEFAULT_DB_ALIAS) -> models.QuerySet[Any]:
    """The rows of `model` by their own columns: the manager's rows answer for a text in the reader's language."""
    return models.QuerySet(model=model, using=using)


def is_of_links(model: Model) -> bool:
    """Whether the rows of `model` are nothing but the links of a many-to-many field."""
    return bool(model._meta.auto_created)


def going(records: Iterable[models.Model]) -> NestedObjects:
    """All that is deleted with `records`: asks the database, and changes nothing."""
    found = NestedObjects(using=DEFAULT_DB_ALIAS)
    found.collect(list(records))
    return found


def contents_of(found: NestedObjects) -> Contents:
    """What `found` holds, read from the database as it is stored now."""
    contents = Contents()
    for model, instances in found.data.items():
        names = [column.attname for column in model._meta.concrete_fields]
        rows = stored(model).filter(pk__in=[instance.pk for instance in instances]).order_by("pk")
        contents.rows[model] = list(rows.values(*names))
    keys = contents.keys
    for (emptied, _value), groups in found.field_updates.items():
        rows = [(row.pk, getattr(row, emptied.attname)) for group in groups for row in group]
        contents.emptied[emptied] = [pair for pair in rows if (emptied.model, str(pair[0])) not in keys]
    return contents


def files_of(found: NestedObjects) -> Held:
    """The files of the rows in `found`, by upload."""
    rows = [row for model, rows in found.data.items() if hasattr(model, "file_names") for row in rows]
    return {key_of(row): sorted(row.file_names()) for row in rows if row.file_names()}


def holdings(found: NestedObjects, records: Iterable[models.Model], room: int) -> list[dict[str, Any]]:
    """What goes along with `records`: the kind and number of rows, and their names as far as there is `room` for so
    many; in the shape in which the bin keeps it. Links to other records stand last, without names.
    """
    own, links, listed = {(type(record), record.pk) for record in records}, 0, []
    for model, rows in found.data.items():
        others = sorted((row for row in rows if (type(row), row.pk) not in own), key=lambda row: row.pk)
        if is_of_links(model):
            links += len(others)
        elif others:
            names = [_name(row) for row in others[:room]]
            room -= len(names)
            listed.append({"model": model._meta.label, "count": len(others), "names": names})
    return [*listed, {"model": "", "count": links, "names": []}] if links else listed


def in_words(kept: Iterable[dict[str, Any]], links: str, room: int) -> list[Holding]:
    """What `holdings` gave, in the reader's words, with at most `room` names in all; `links` is said of links."""
    told = []
    for one in kept:
        names = one["names"][:room]
        room -= len(names)
        told.append(Holding(kind_in_words(one["model"], many=True) if one["model"] else links, one["count"], names))
    return told


def kind_in_words(label: str, *, many: bool = False) -> str:
    """What the model with `label` is called; the label itself when the portal knows it no more."""
    try:
        opts = apps.get_model(label)._meta
    except LookupError:
        return label
    return capfirst(str(opts.verbose_name_plural if many else opts.verbose_name))


def _name(row: models.Model) -> str:
    try:
        name = str(row)
    except (AttributeError, models.ObjectDoesNotExist):
        name = ""
    return cut_to(name or str(row.pk), LONGEST_NAME)


class _Exact(DjangoJSONEncoder):
    """As Django's, which cuts moments to the millisecond; here they are whole."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def as_json(contents: Contents) -> str:
    """`contents` as text."""
    rows = [
        [model._meta.label, [{name: _written(model, name, value) for name, value in row.items()} for row in some]]
        for model, some in contents.rows.items()
    ]
    emptied = [[link.model._meta.label, link.name, some] for link, some in contents.emptied.items()]
    return json.dumps({"rows": rows, "emptied": emptied}, cls=_Exact, ensure_ascii=False)


def from_json(text: str) -> Contents:
    """What `as_json` wrote. A column that came since then has its default, one that has gone is left out.

    Raises LookupError when a whole kind of record is no more.
    """
    kept, contents = json.loads(text), Contents()
    for label, some in kept["rows"]:
        model = apps.get_model(label)
        contents.rows[model] = [_row(model, row) for row in some]
    for label, name, some in kept["emptied"]:
        link = apps.get_model(label)._meta.get_field(name)
        contents.emptied[link] = [tuple(pair) for pair in some]
    return contents


def _row(model: Model, kept: Row) -> Row:
    return {
        column.attname: _read(column, kept[column.attname]) if column.attname in kept else column.get_default()
        for column in model._meta.concrete_fields
    }


def _written(model: Model, name: str, value: Any) -> Any:
    if is_protected_type(value):
        return value
    return model._meta.get_field(name).value_to_string(SimpleNamespace(**{name: value}))


def _read(column: Any, value: Any) -> Any:
    # A text is what it is: to_python would mend and cut it as it does with what is typed.
    is_ready = value is None or isinstance(column, models.CharField | models.TextField)
    return value if is_ready else column.to_python(value)


def insert(model: Model, rows: list[Row], using: str = DEFAULT_DB_ALIAS) -> None:
    """Store `rows` of `model` as they are: no column is filled in or changed by a save, and nobody is told."""
    for start in range(0, len(rows), _AT_ONCE):
        query = sql.InsertQuery(model)
        some = [SimpleNamespace(**row) for row in rows[start : start + _AT_ONCE]]
        query.insert_values(model._meta.concrete_fields, some, raw=True)
        query.get_compiler(using=using).execute_sql()


def as_record(model: Model, row: Row) -> Any:
    """`row` as a record that is not stored yet."""
    record: Any = model.from_db(DEFAULT_DB_ALIAS, list(row), list(row.values()))
    record._state.adding = True
    return record
