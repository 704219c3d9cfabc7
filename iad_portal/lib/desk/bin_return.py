"""Bringing a record back from the bin: whole, under the same keys, or not at all.

All of it is one unit of work: the rows are stored as they were, then whoever listens to saves hears of each as of a new
one (history, search), so that its history goes on. What was public comes back as a draft. What stands in the way is
cleared away or refused before anything is written (bin_conflicts.py).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DEFAULT_DB_ALIAS, IntegrityError, models
from django.db.models.signals import post_save
from django.utils import timezone
from django.utils.translation import gettext as _

from iad_portal.lib.desk.bin import BinnedRecord, entries_for, tell_linked
from iad_portal.lib.desk.bin_conflicts import Settling
from iad_portal.lib.desk.bin_contents import Contents, Model, from_json, insert, is_of_links, stored
from iad_portal.lib.records.publishing import Part, Publishable, Status, Versioned, raise_version
from iad_portal.lib.records.refusals import refusal_of
from iad_portal.lib.records.unit_of_work import unit_of_work


@dataclass
class Returned:
    """A record that was brought back, and what an officer must know of it: sentences."""

    record: models.Model
    told: list[str]


def bring_back(key: int, officer: Any, may: Callable[[models.Model], bool] = bool) -> Returned:
    """Bring back the entry of the bin with `key`, which `officer` must see there, and who `may` have it stored.

    Raises ValidationError, with a sentence for each thing that stands in the way, or PermissionDenied when what came
    back is not this officer's to change (its record may be public by now); then nothing is changed.
    """
    try:
        with unit_of_work():
            returned = _bring_back(key, officer)
            if not may(returned.record):
                raise PermissionDenied
            return returned
    except IntegrityError as error:  # what came between this look and this save
        raise ValidationError([refusal_of(error).sentence]) from error


def _bring_back(key: int, officer: Any) -> Returned:
    entry = entries_for(officer).select_for_update(of=("self",)).filter(pk=key).first()
    if entry is None:
        raise ValidationError([_("It is in the bin no more: it was brought back, or removed for good.")])
    contents = _contents(entry)
    told = _as_drafts(contents)
    settling = Settling(contents)
    settling.settle()
    if settling.faults:
        raise ValidationError(settling.faults)
    told += settling.told
    for model, rows in contents.rows.items():
        insert(model, rows)
    told += _fill_again(contents)
    entry.delete()
    return Returned(_told_of(contents), told)


def _contents(entry: BinnedRecord) -> Contents:
    try:
        return from_json(entry.data)
    except LookupError as error:
        raise ValidationError([_("The portal has changed since, and knows this kind of record no more.")]) from error


def _as_drafts(contents: Contents) -> list[str]:
    """Let no page come back to the public by itself, and count the return as a change of each record."""
    told = []
    for model, rows in contents.rows.items():
        for row in rows:
            if issubclass(model, Versioned):
                row["version"] += 1
            if issubclass(model, Publishable):
                row["updated_at"] = timezone.now()
                if row["status"] != Status.DRAFT:
                    row["status"] = Status.DRAFT.value
                    told.append(_("It is a draft now: look through it, then publish it again."))
    return told


def _fill_again(contents: Contents) -> list[str]:
    """Let what the deletion had emptied point at its record again, unless it points elsewhere by now."""
    missed = 0
    for link, pairs in contents.emptied.items():
        for key, value in pairs:
            empty = stored(link.model).filter(pk=key, **{f"{link.attname}__isnull": True})
            missed += not empty.update(**{link.attname: value})
    return [_("Something that pointed at it before points elsewhere now, and was left so.")] if missed else []


def _told_of(contents: Contents) -> models.Model:
    """Let everybody hear of the rows, which are stored, and give the record itself."""
    records = list(_records(contents))
    for record in records:
        post_save.send(
            sender=type(record), instance=record, created=True, update_fields=None, raw=False, using=DEFAULT_DB_ALIAS
        )
    tell_linked(contents, "post_add")
    first = records[0]
    if isinstance(first, Part) and isinstance(first.owner, Versioned):
        raise_version(first.owner)
    return first


def _records(contents: Contents) -> Iterator[models.Model]:
    for model, rows in contents.rows.items():
        if not is_of_links(model):
            yield from model._base_manager.filter(pk__in=[_key(model, row) for row in rows]).order_by("pk")


def _key(model: Model, row: dict[str, Any]) -> Any:
    return row[model._meta.pk.attname]
