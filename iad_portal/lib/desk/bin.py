"""The bin: what officers delete on the desk is kept whole for 90 days, and can be brought back (bin_return.py).

One entry is one deletion: the record with all that went along, who deleted it and when, and its files, which stay in
the store meanwhile (lib/media/held_files.py). An officer sees the own deletions, whoever may oversee the bin all.

What is deleted elsewhere is not kept here: a row that is ticked in the form of its record (history has it), and what
an import, a command or the sample removes.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models.signals import m2m_changed
from django.utils import timezone

from iad_portal.lib.desk.bin_contents import (
    Contents,
    as_json,
    contents_of,
    files_of,
    going,
    holdings,
    is_of_links,
    kind_in_words,
    stored,
)  # fmt: skip
from iad_portal.lib.media.held_files import remove_forgotten
from iad_portal.lib.records.unit_of_work import unit_of_work

KEPT_FOR = timedelta(days=90)
# Who has this right sees all that is in the bin, may delete what was public, and may forget for good.
OVERSEE = "iad_portal.oversee_bin"
# So many names of an entry's parts are kept to be looked through; so many old entries go in passing.
MOST_NAMES, SWEPT_AT_ONCE = 300, 20


class BinnedRecord(models.Model):
    """One deleted record: its kind (the model's label), key and name, what went along, and all of it as JSON."""

    kind = models.CharField(max_length=100, db_index=True)
    record_key = models.CharField(max_length=40)
    name = models.CharField(max_length=300)
    deleted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    deleted_at = models.DateTimeField(default=timezone.now, db_index=True)
    parts = models.PositiveIntegerField()  # rows that went along, links to other records apart
    holdings = models.JSONField()
    files = models.JSONField()
    data = models.TextField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def until(self) -> datetime:
        """The moment from which it is forgotten."""
        return self.deleted_at + KEPT_FOR

    @property
    def kind_in_words(self) -> str:
        """What sort of record it is, in the reader's language."""
        return kind_in_words(self.kind)


def table() -> type[BinnedRecord]:
    """The table of the bin (lib has none of its own)."""
    return apps.get_model("iad_portal", "BinnedRecord")


def may_oversee(officer: Any) -> bool:
    """Whether `officer` is an administrator to the bin."""
    return bool(officer.has_perm(OVERSEE))


def entries_for(officer: Any) -> models.QuerySet[Any]:
    """What `officer` sees in the bin, the latest first."""
    entries = table().objects.filter(deleted_at__gt=timezone.now() - KEPT_FOR).order_by("-deleted_at", "-pk")
    return entries if may_oversee(officer) else entries.filter(deleted_by=officer.pk)


def put(record: models.Model, officer: Any) -> BinnedRecord | None:
    """Delete the stored `record` with all that goes along, and keep it in the bin as deleted by `officer`.

    None when somebody has deleted it meanwhile. Raises ProtectedError, and changes nothing, when others lean on it.
    """
    with unit_of_work():
        if not stored(type(record)).select_for_update().filter(pk=record.pk).exists():
            return None
        forget_old(SWEPT_AT_ONCE)
        found = going([record])
        contents = contents_of(found)
        rows = sum(len(some) for model, some in contents.rows.items() if not is_of_links(model))
        entry = table().objects.create(
            kind=record._meta.label, record_key=str(record.pk), name=str(record)[:300], deleted_by=officer,
            parts=rows - 1, holdings=holdings(found, [record], MOST_NAMES), files=files_of(found),
            data=as_json(contents),
        )  # fmt: skip
        record.delete()
        tell_linked(contents, "post_remove")
        return entry


def forget(entries: Iterable[BinnedRecord]) -> int:
    """Remove `entries` for good, with their files; gives how many there were."""
    count = 0
    with unit_of_work():
        for entry in entries:
            entry.delete()
            remove_forgotten(entry.files, DEFAULT_DB_ALIAS)
            count += 1
    return count


def forget_old(at_most: int | None = None) -> int:
    """Remove what is longer in the bin than it is kept (the oldest first, `at_most` so many), and tell how many."""
    old = table().objects.filter(deleted_at__lte=timezone.now() - KEPT_FOR).order_by("deleted_at")
    return forget(old.defer("data", "holdings")[:at_most])


def tell_linked(contents: Contents, action: str) -> None:
    """Let history and search know of records that stay, and whose links to `contents` went or came (`action`)."""
    keys = contents.keys
    for through, rows in contents.rows.items():
        if not is_of_links(through):
            continue
        source: Any = through._meta.auto_created
        link = next(one for one in source._meta.many_to_many if one.remote_field.through is through)
        linked: dict[Any, set[Any]] = {}
        for row in rows:
            owner = row[f"{link.m2m_field_name()}_id"]
            if (source, str(owner)) not in keys:
                linked.setdefault(owner, set()).add(row[f"{link.m2m_reverse_field_name()}_id"])
        for record in source._base_manager.filter(pk__in=linked).order_by("pk"):
            m2m_changed.send(
                sender=through, instance=record, action=action, reverse=False, model=link.related_model,
                pk_set=linked[record.pk], using=DEFAULT_DB_ALIAS,
            )  # fmt: skip
