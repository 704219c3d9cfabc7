"""The desk's own search: records of every kind that the officer may see, drafts too, by what their lists search.

It asks each list once for its first few. Readers' search (office.search) knows nothing of drafts, and of no kind
without a page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst

from iad_portal.lib.text.hygiene import clean_text

# So many of a kind are shown; its list has the others.
MOST = 5
LONGEST = 200


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """One record: its name, its form, and its state where it has one: the code and the word."""

    name: str
    url: str
    state: str
    state_name: str


@dataclass(frozen=True, slots=True)
class FoundKind:
    """The first records of a kind; `more_url` is the list of all, "" when these are all."""

    name: str
    records: list[FoundRecord]
    more_url: str


def words_in(request: HttpRequest) -> str:
    """What was typed in the box of the search."""
    return clean_text(request.GET.get("q", "")).strip()[:LONGEST]


def find(request: HttpRequest, desks: Iterable[admin.ModelAdmin], words: str) -> list[FoundKind]:
    """What the lists of `desks` find for `words`, in their order; kinds without any are left out. A query a kind."""
    searched = (desk for desk in desks if desk.search_fields and desk.has_view_or_change_permission(request))
    return [found for desk in searched if words and (found := _of_kind(request, desk, words))]


def _of_kind(request: HttpRequest, desk: admin.ModelAdmin, words: str) -> FoundKind | None:
    rows, may_repeat = desk.get_search_results(request, desk.get_queryset(request), words)
    if may_repeat:
        rows = desk.get_queryset(request).filter(pk__in=rows.order_by().values("pk"))
    if isinstance(desk.list_select_related, list | tuple):
        rows = rows.select_related(*desk.list_select_related)
    records = list(rows.order_by("-pk")[: MOST + 1])
    if not records:
        return None
    name = f"admin:{desk.opts.app_label}_{desk.opts.model_name}"
    more = f"{reverse(f'{name}_changelist')}?{urlencode({'q': words})}" if len(records) > MOST else ""
    kind = capfirst(str(desk.opts.verbose_name_plural))
    return FoundKind(kind, [_told(record, f"{name}_change") for record in records[:MOST]], more)


def _told(record: models.Model, form: str) -> FoundRecord:
    state: Any = getattr(record, "status", "")
    word = record.get_status_display() if state else ""
    return FoundRecord(str(record), reverse(form, args=[record.pk]), str(state), word)
