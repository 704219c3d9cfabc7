"""What may stand in the way of a record that comes back from the bin, and how far the portal clears it away itself.

Meanwhile somebody may have given its address or number to another record, or deleted what it points at. A link that may
be empty is left empty, a link of a many-to-many field is left out, a taken address gets a number: each is told. All
else is a fault, said with what to do about it, and nothing comes back.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.desk import bin as desk_bin
from iad_portal.lib.desk.bin_contents import Contents, Model, Row, as_record, is_of_links, kind_in_words, stored
from iad_portal.lib.desk.history import Names
from iad_portal.lib.desk.languages import label_of
from iad_portal.lib.records.codes import not_taken


class Settling:
    """Goes through `contents`, which it changes, and gathers what is to be `told` and the `faults`, as sentences."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.told: list[str] = []
        self.faults: list[str] = []

    def settle(self) -> None:
        """Look at all that points somewhere, then at all that must be the only one of its kind."""
        keys = self.contents.keys
        for model, rows in self.contents.rows.items():
            for link in _links(model):
                self._settle_link(model, rows, link, keys)
            for link in model._meta.private_fields:
                if isinstance(link, GenericForeignKey):
                    self._settle_subject(rows, link, keys)
        for model, rows in self.contents.rows.items():
            self._settle_keys(model, rows)
            for row in [] if is_of_links(model) else rows:
                self._settle_once(model, row)

    def _settle_link(self, model: Model, rows: list[Row], link: Any, keys: set[tuple[Model, str]]) -> None:
        target, name = link.related_model, link.attname
        wanted = {row[name] for row in rows if row[name] is not None and (target, str(row[name])) not in keys}
        gone = wanted - set(stored(target).filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
        leading = [row for row in rows if row[name] in gone]
        if leading and is_of_links(model):
            rows[:] = [row for row in rows if row[name] not in gone]
            count = len(leading)
            self.told.append(
                ngettext(
                    "%d link to another record was left out: what it led to is gone.",
                    "%d links to other records were left out: what they led to is gone.",
                    count,
                ) % count
            )  # fmt: skip
            return
        for row in leading:
            key, row[name] = row[name], None
            if link.null and _holds(as_record(model, row)):
                self._tell(_("“%(field)s” was left empty: what it led to is gone.") % {"field": label_of(link)})
            else:
                self._need(target, key)

    def _settle_subject(self, rows: list[Row], link: GenericForeignKey, keys: set[tuple[Model, str]]) -> None:
        for kind_key, key in sorted({(row[f"{link.ct_field}_id"], row[link.fk_field]) for row in rows}):
            subject = ContentType.objects.get_for_id(kind_key).model_class()
            if subject is not None and (subject, str(key)) not in keys and not stored(subject).filter(pk=key).exists():
                self._need(subject, key)

    def _need(self, model: Model, key: Any) -> None:
        """A record cannot come back without the one of `model` with `key`, which is gone."""
        since = timezone.now() - desk_bin.KEPT_FOR
        kept = desk_bin.table().objects.filter(kind=model._meta.label, record_key=str(key), deleted_at__gt=since)
        entry = kept.only("name").first()
        facts = {"kind": kind_in_words(model._meta.label), "name": entry.name if entry else _last_name(model, key)}
        if entry:
            sentence = _("It needs what was deleted, too: %(kind)s “%(name)s”. Bring that back first.")
        else:
            sentence = _(
                "It needs what was deleted for good: %(kind)s “%(name)s”. It cannot come back; enter it anew from what "
                "is told here and in the record of work."
            )
        self._fault(sentence % facts)

    def _settle_keys(self, model: Model, rows: list[Row]) -> None:
        pk = model._meta.pk
        for other in stored(model).filter(pk__in=[row[pk.attname] for row in rows]):
            self._fault(_taken(pk, other.pk, other))

    def _settle_once(self, model: Model, row: Row) -> None:
        for column in _only_ones(model):
            value = row[column.attname]
            other = stored(model).filter(**{column.attname: value}).first() if value not in (None, "") else None
            if other is not None and isinstance(column, models.SlugField):
                self._rename(model, row, column, other)
            elif other is not None:
                self._fault(_taken(column, value, other))
        for fault in _broken(model, row):
            said = {"kind": kind_in_words(model._meta.label), "fault": fault}
            self._fault(_("%(kind)s: %(fault)s Change or delete the other one first, then bring this back.") % said)

    def _rename(self, model: Model, row: Row, column: Any, other: models.Model) -> None:
        was = row[column.attname]
        stem = was[: column.max_length - 5]
        taken = stored(model).filter(**{f"{column.attname}__startswith": stem}).values_list(column.attname, flat=True)
        row[column.attname] = not_taken(stem, {*taken, stem})
        self._tell(
            _("“%(was)s” was given to another record meanwhile (%(other)s): this one came back as “%(now)s”.")
            % {"was": was, "other": other, "now": row[column.attname]}
        )

    def _tell(self, sentence: str) -> None:
        if sentence not in self.told:
            self.told.append(sentence)

    def _fault(self, sentence: str) -> None:
        if sentence not in self.faults:
            self.faults.append(sentence)


def _links(model: Model) -> Iterator[Any]:
    return (column for column in model._meta.concrete_fields if column.is_relation)


def _only_ones(model: Model) -> list[Any]:
    """The columns of `model`, its key apart, of which no two rows may hold the same."""
    alone = {one.fields[0] for one in _once(model) if len(one.fields) == 1 and not one.condition}
    codes = {one.fields[0] for one in _once(model) if len(one.fields) == 1}
    return [
        column
        for column in model._meta.concrete_fields
        if not column.primary_key
        and (column.unique or column.name in alone or (column.name in codes and isinstance(column, models.SlugField)))
    ]


def _once(model: Model) -> list[models.UniqueConstraint]:
    return [one for one in model._meta.constraints if isinstance(one, models.UniqueConstraint)]


def _broken(model: Model, row: Row) -> Iterator[str]:
    """What of `row` only one record may have, and another one has: a sentence each."""
    record = as_record(model, row)
    told = {column.name for column in _only_ones(model)}
    for constraint in _once(model):
        if not told.issuperset(constraint.fields):
            try:
                constraint.validate(model, record)
            except ValidationError as fault:
                yield " ".join(fault.messages)
    for names in model._meta.unique_together:
        columns = [model._meta.get_field(name).attname for name in names]
        if stored(model).filter(**{column: row[column] for column in columns}).exists():
            yield record.unique_error_message(model, names).messages[0]


def _holds(record: models.Model) -> bool:
    """Whether `record` meets what each record by itself must meet."""
    for constraint in record._meta.constraints:
        if isinstance(constraint, models.CheckConstraint):
            try:
                constraint.validate(type(record), record)
            except ValidationError:
                return False
    return True


def _taken(column: Any, value: Any, other: models.Model) -> str:
    return _(
        "%(field)s “%(value)s” was given to another record meanwhile: %(other)s. Change or delete that one first, then "
        "bring this back."
    ) % {"field": label_of(column), "value": value, "other": other}


def _last_name(model: Model, key: Any) -> str:
    """What the record of `model` with `key` was called last; its key where no history was kept."""
    history = getattr(model, "history", None)
    row = history.filter(**{model._meta.pk.attname: key}).order_by("-history_id").first() if history else None
    return Names().record(row) if row is not None else str(key)
