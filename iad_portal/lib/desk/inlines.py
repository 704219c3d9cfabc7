"""Rows that belong to a record and are edited in its form."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.http import HttpRequest
from modeltranslation.admin import (
    TranslationGenericStackedInline,
    TranslationGenericTabularInline,
    TranslationStackedInline,
    TranslationTabularInline,
)

from iad_portal.lib.claims.models import Confirmed
from iad_portal.lib.desk.confirmations import is_told_by_sources
from iad_portal.lib.desk.folded_rows import LinedRows
from iad_portal.lib.desk.languages import LanguagePairs
from iad_portal.lib.desk.pickers import Pickers, RowForm, TableRowForm
from iad_portal.lib.desk.roles import RoleRows
from iad_portal.lib.desk.rowsets import OwnRows, PartRows


class _Rows(RoleRows, LanguagePairs, Pickers):
    """`fetched` and `fetched_many` name relations that come with the rows: one query for all rows, not one each."""

    form = RowForm
    extra = 0
    show_change_link = True  # where a row has a form of its own: for its sources, above all
    fetched: tuple[str, ...] = ()
    fetched_many: tuple[str, ...] = ()
    told_apart_by: tuple[str, ...] = ()  # see lib.desk.rowsets
    ask_together: Callable[[Any, list[Any]], None] | None = None  # see lib.desk.rowsets; a staticmethod

    def get_formset(self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        formset.told_apart_by = self.told_apart_by
        formset.ask_together = staticmethod(self.ask_together) if self.ask_together else None
        return formset

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        beside = [*self.fetched_many, *(("citations__source",) if is_told_by_sources(self.model) else ())]
        rows = super().get_queryset(request).prefetch_related(*beside)
        fetched = (*self.fetched, *(("confirmed_by",) if issubclass(self.model, Confirmed) else ()))
        return rows.select_related(*fetched) if fetched else rows


class StackedRows(_Rows, TranslationStackedInline):
    """Each row is a small form of its own."""

    formset = OwnRows


class TableRows(LinedRows, _Rows, TranslationTabularInline):
    """Each row is one line of a table."""

    form, formset = TableRowForm, OwnRows


class _OfSubject:
    ct_field, ct_fk_field = "subject_type", "subject_id"
    formset = PartRows


class StackedParts(_OfSubject, _Rows, TranslationGenericStackedInline):
    """Small forms of rows that may belong to a record of any app."""


class TableParts(LinedRows, _OfSubject, _Rows, TranslationGenericTabularInline):
    """Lines of rows that may belong to a record of any app."""

    form = TableRowForm
