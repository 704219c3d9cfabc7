"""The base of every record's admin: language pairs, pickers, history, versions, and the editor's policy.

A record's admin declares what is its own (columns, filters, fieldsets by text names, inlines); all that is the same for
every record stands here and in the modules it joins.
"""

from contextlib import suppress
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_protect
from modeltranslation.admin import TranslationAdmin

from iad_portal.lib.desk.bin_forms import BinnedDeletes
from iad_portal.lib.desk.codes import codes_last
from iad_portal.lib.desk.compare_views import ComparedVersions
from iad_portal.lib.desk.confirmations import ConfirmedForms
from iad_portal.lib.desk.counts import CountedOnce
from iad_portal.lib.desk.editor import EditorPages
from iad_portal.lib.desk.filters import DoubtFilter, language_filter
from iad_portal.lib.desk.folded_rows import MOST_OPEN, LinedRows, rows_of
from iad_portal.lib.desk.history import fetched, in_words
from iad_portal.lib.desk.kept_form_views import BroughtBackForms, with_what_was_typed
from iad_portal.lib.desk.languages import LanguagePairs, in_pairs, text_column
from iad_portal.lib.desk.merged_forms import MergedForms
from iad_portal.lib.desk.pickers import Pickers
from iad_portal.lib.desk.preview_forms import shown_before_saved
from iad_portal.lib.desk.refused import RefusedForms, told_when_refused
from iad_portal.lib.desk.review_forms import ReviewForms, waits_where_it_must
from iad_portal.lib.desk.review_panels import ReviewPanels
from iad_portal.lib.desk.roles import RoleForms
from iad_portal.lib.desk.sections import FoldedForms
from iad_portal.lib.desk.side_panel import SidePanels
from iad_portal.lib.desk.site import Task
from iad_portal.lib.desk.uploads import saved_with_uploads
from iad_portal.lib.desk.versions import VersionForm
from iad_portal.lib.intake.confirmation import ConfirmingPages
from iad_portal.lib.intake.forms import IntakePages
from iad_portal.lib.records.held_rows import note_saved
from iad_portal.lib.records.near_duplicates import Twins
from iad_portal.lib.records.publishing import Publishable, Versioned
from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.lib.text.hygiene import clean_line

# A record's history page shows so many of its latest changes.
HISTORY_ROWS = 200


@admin.display(description=gettext_lazy("doubt"))
def doubt_mark(record: Any) -> str:
    """A tag when the record holds a doubt."""
    has_doubt = record.doubt_th or record.doubt_en
    return format_html('<span class="state state--doubt">{}</span>', _("To confirm")) if has_doubt else ""


class RecordAdmin(
    SidePanels, FoldedForms, ReviewPanels, ReviewForms, MergedForms, BinnedDeletes, ConfirmedForms, BroughtBackForms,
    RefusedForms, EditorPages, ConfirmingPages, IntakePages, RoleForms, ComparedVersions, LanguagePairs, Pickers,
    TranslationAdmin,
):  # fmt: skip
    """One kind of record. `main_text` is the text by which officers know it; it must be in two languages."""

    form = VersionForm
    task = Task.REFERENCE
    position = 50  # among the records of its task: what an officer reaches for first stands first
    main_text = ""
    twins: tuple[Twins, ...] = ()  # what makes two of its records the same thing
    list_per_page = 50
    show_full_result_count = False  # of a filtered list nobody needs the number of all, which is counted at each click
    view_on_site = False  # the form links both languages itself: see templates/admin/change_form.html

    def in_pairs(self, fieldsets: Any) -> Any:
        """`fieldsets` with each text replaced by its two columns."""
        return [(title, options | {"fields": in_pairs(self.model, options["fields"])}) for title, options in fieldsets]

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        return codes_last(self.model, self.sections(request, obj))

    def sections(self, request: HttpRequest, obj: Any = None) -> list[tuple[Any, ...]]:
        """The parts of the form before the last one, which is the address."""
        own = super().get_fieldsets(request, obj)
        extra: list[tuple[Any, ...]] = []
        if self._shows_doubt(request):
            extra.append((gettext_lazy("For officers only"), {"fields": ["doubt"]}))
        if obj is not None and self.has_change_permission(request, obj):
            extra.append((None, {"fields": ["seen"]}))
        return [*own, *self.in_pairs(extra)]

    def _shows_doubt(self, request: HttpRequest) -> bool:
        return hasattr(self.model, "doubt_th") and "doubt_th" not in self.hidden_from(request)

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        by_name = {field.name: field for field in self.opts.fields if hasattr(field, "translated_field")}
        own = [text_column(by_name[name]) if name in by_name else name for name in super().get_list_display(request)]
        return [*own, *([doubt_mark] if self._shows_doubt(request) else [])]

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        common = [language_filter(self.main_text)] if self.main_text else []
        return [*super().get_list_filter(request), *common, *([DoubtFilter] if self._shows_doubt(request) else [])]

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """As Django's; nobody asks, letter by letter, for what is hidden from them."""
        return lookup.partition("__")[0] not in self.hidden_from(request) and super().lookup_allowed(
            lookup, value, request
        )

    def get_paginator(self, request: HttpRequest, queryset: Any, per_page: int, *args: Any, **kwargs: Any) -> Any:
        if issubclass(self.model, Publishable):
            return CountedOnce(request, queryset, per_page, *args, **kwargs)
        return super().get_paginator(request, queryset, per_page, *args, **kwargs)

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        return super().get_search_results(request, queryset, clean_line(search_term))

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.twins = self.twins
        return form

    def get_inline_formsets(
        self, request: HttpRequest, formsets: Any, inline_instances: Any, obj: models.Model | None = None, **kwargs: Any
    ) -> Any:
        inlines = super().get_inline_formsets(request, formsets, inline_instances, obj, **kwargs)
        for inline in inlines:
            # Folded rows say how many they are, so that nobody opens them in vain.
            count = inline.formset.initial_form_count()
            heading = capfirst(str(inline.opts.verbose_name_plural))
            inline.opts.verbose_name_plural = f"{heading} ({count})" if count else heading
            if inline.formset.is_bound and inline.formset.has_changed():
                inline.classes = ""  # what was typed is in sight
            if isinstance(inline.opts, LinedRows):
                inline.rows = rows_of(inline, request)
                inline.boxes_shown, inline.most_open = len([*inline.fields()]) - len(inline.readonly_fields), MOST_OPEN
                inline.has_lines = any(row.carried for row in inline.rows)
        return inlines

    def history_rows(self, request: HttpRequest, obj: Any, limit: int = HISTORY_ROWS) -> list[Any]:
        """The latest rows of history of `obj` and of all rows that its form edits, the newest first."""
        tables = [*self.history_tables(request, obj), *self._tables_of_rows(request, obj, are_records=True)]
        rows = [row for table in tables for row in fetched(table.order_by("-history_id")[:limit])]
        return sorted(rows, key=lambda row: (row.revision_id, row.history_date), reverse=True)[:limit]

    def history_tables(self, request: HttpRequest, obj: Any) -> list[models.QuerySet[Any]]:
        """The history of `obj`, and that of the parts of each kind that its form edits: together its versions."""
        own = self.model.history.filter(**{self.opts.pk.attname: obj.pk})
        return [own, *self._tables_of_rows(request, obj, are_records=False)]

    def _tables_of_rows(self, request: HttpRequest, obj: Any, *, are_records: bool) -> list[models.QuerySet[Any]]:
        """The histories of the rows in the form of `obj`: of those with versions of their own, or of the others."""
        inlines = self.get_inline_instances(request, obj)
        kinds = [inline for inline in inlines if issubclass(inline.model, Versioned) == are_records]
        kept = [inline for inline in kinds if hasattr(inline.model, "history")]
        return [inline.model.history.filter(**self._part_of(inline, obj)) for inline in kept]

    def _part_of(self, inline: Any, obj: Any) -> dict[str, Any]:
        if hasattr(inline, "ct_field"):
            of_kind = {f"{inline.ct_field}_id": ContentType.objects.get_for_model(self.model).pk}
            return of_kind | {inline.ct_fk_field: str(obj.pk)}
        relations = (field for field in inline.model._meta.fields if field.related_model is self.model)
        key = inline.fk_name or next(relations).name
        return {f"{key}_id": obj.pk}

    @method_decorator(csrf_protect)
    @with_what_was_typed
    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Take in the files of a sent form before anything is saved, and keep them when the save is refused."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        return saved_with_uploads(
            self, request, object_id, lambda: self._save_form(request, object_id, form_url, extra_context)
        )

    @shown_before_saved
    @waits_where_it_must
    @told_when_refused
    def _save_form(
        self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: dict[str, Any] | None
    ) -> HttpResponse:
        """A form saves the record, its rows and its links: one unit of work, which is the transaction of Django's view.

        So the view itself is called, past the savepoint that Django would put around it.
        """
        with unit_of_work():
            return self._changeform_view(request, object_id, form_url, extra_context)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """As Django's; while a form is saved, the row of the record is held, so that nobody saves beside it."""
        is_held = request.method == "POST" and connection.in_atomic_block
        request.rows_are_held = is_held and issubclass(self.model, Versioned)
        if is_held and not request.rows_are_held:
            self._hold(object_id)
        record = super().get_object(request, object_id, from_field)
        if record is not None and request.rows_are_held:
            note_saved(record)
        request.rows_are_held = False
        return record

    def _hold(self, object_id: str) -> None:
        """Hold the row alone: a list's query may count others, and rows that are counted cannot be held."""
        with suppress(ValidationError):
            key = self.opts.pk.to_python(object_id)
            self.model._base_manager.filter(pk=key).select_for_update().values_list("pk").first()

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        rows = super().get_queryset(request)
        return rows.select_for_update(of=("self",)) if getattr(request, "rows_are_held", False) else rows

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Who changed what in this record and its parts, the newest first."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        context = self.admin_site.each_context(request) | {
            "title": _("History: %(record)s") % {"record": obj},
            "entries": in_words(self.history_rows(request, obj), hidden=self.hidden_from(request)),
            "object": obj, "opts": self.opts, "model": self.model,
            "may_open_revisions": request.user.has_perm("relations.view_revision"),
        }  # fmt: skip
        return TemplateResponse(request, "admin/record_history.html", context | (extra_context or {}))


class DetailAdmin(RecordAdmin):
    """A row that is edited in the form of its record; its own form, linked there, is for its sources and its doubt.

    It has a list, for what waits for the office, but no line on the desk's first page.
    """

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        return {}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
