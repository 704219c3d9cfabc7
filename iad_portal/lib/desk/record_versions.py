"""The versions of a record with its rows: who saved them and when, and how the whole stood after each.

A version is one revision in which the record or any row of its form changed. What stood then is read from history: of
the record and of each row the last copy that is not younger.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.history import fetched
from iad_portal.lib.text.bilingual import reader_language

# So many of the latest versions are offered.
MOST_VERSIONS = 200
Key = tuple[type[models.Model], Any]


@dataclass(frozen=True)
class Version:
    """One version: its `number`, from 1, its revision, and who made it at `at`."""

    number: int
    revision: int
    who: str
    at: datetime

    @property
    def when(self) -> str:
        """The moment, in the officer's era."""
        return format_moment(self.at, reader_language())


def versions_of(tables: Iterable[models.QuerySet[Any]]) -> list[Version]:
    """The versions in `tables`, which are the histories of a record and of the rows of its form; the newest first."""
    found: dict[int, tuple[datetime, str]] = {}
    for table in tables:
        for revision, at, who in table.order_by().values_list("revision_id", "history_date", "history_user__username"):
            found[revision] = max(found.get(revision, (at, "")), (at, who or ""))
    numbered = [
        Version(number, revision, found[revision][1], found[revision][0])
        for number, revision in enumerate(sorted(found), start=1)
    ]
    return numbered[::-1][:MOST_VERSIONS]


def state_at(tables: Iterable[models.QuerySet[Any]], revision: int) -> dict[Key, Any]:
    """What stood after `revision`: the row of history of the record and of each of its rows, by model and key."""
    state: dict[Key, Any] = {}
    for table in tables:
        model = table.model.instance_type
        key = model._meta.pk.attname
        latest = table.filter(revision_id__lte=revision).order_by().values(key).annotate(last=models.Max("history_id"))
        rows = table.model.objects.filter(history_id__in=[row["last"] for row in latest]).exclude(history_type="-")
        state |= {(model, getattr(row, key)): row for row in fetched(rows)}
    return state
