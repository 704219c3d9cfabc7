"""Filters beside the lists of the admin."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.format import format_year
from iad_portal.lib.intake.sent_numbers import year_in
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.lib.text.languages import language_name
from iad_portal.lib.text.translatable import Translatable

YES, NO = "yes", "no"


class YesNoFilter(admin.SimpleListFilter):
    """Two groups of records: those for which `holds(records)` is true, and the rest."""

    yes, no = _("Yes"), _("No")

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [(YES, self.yes), (NO, self.no)]

    def holds(self, records: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """The records of the first group."""
        raise NotImplementedError

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
        if self.value() == YES:
            return self.holds(queryset)
        if self.value() == NO:
            return queryset.exclude(pk__in=self.holds(queryset.order_by()).values("pk"))
        return queryset


def written(column: str) -> Q:
    """The condition that a text column is neither NULL nor empty."""
    return Q(**{f"{column}__isnull": False}) & ~Q(**{column: ""})


class DoubtFilter(YesNoFilter):
    """Records with a doubt."""

    title, parameter_name = _("doubt"), "doubt"
    yes, no = _("Waits for the office"), _("No doubt noted")

    def holds(self, records: models.QuerySet[Any]) -> models.QuerySet[Any]:
        return records.filter(written("doubt_th") | written("doubt_en"))


def language_filter(text: str) -> type[admin.SimpleListFilter]:
    """Filter records by the language in which `text` is still missing."""

    class LanguageFilter(admin.SimpleListFilter):
        title, parameter_name = _("missing language"), "missing"

        def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
            return [("th", _("No Thai text")), ("en", _("No English text"))]

        def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
            if self.value() in ("th", "en"):
                return queryset.exclude(written(f"{text}_{self.value()}"))
            return queryset

    return LanguageFilter


def missing_filter(column: str, label: Translatable, parameter: str = "") -> type[admin.SimpleListFilter]:
    """Filter records by whether `column` (a date, a relation or a text) is filled in."""

    class MissingFilter(YesNoFilter):
        title, parameter_name = label, parameter or f"has_{column}"
        yes, no = _("Recorded"), _("Not recorded")

        def holds(self, records: models.QuerySet[Any]) -> models.QuerySet[Any]:
            field = records.model._meta.get_field(column)
            is_text = isinstance(field, models.CharField | models.TextField)
            return records.filter(written(column) if is_text else Q(**{f"{column}__isnull": False}))

    return MissingFilter


def year_filter(column: str, label: Translatable) -> type[admin.SimpleListFilter]:
    """Filter records by the year of the date `column`, shown in the officer's era."""

    class YearFilter(admin.SimpleListFilter):
        title, parameter_name = label, f"year_of_{column}"

        def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
            days = model_admin.model._default_manager.order_by().dates(column, "year", order="DESC")
            return [(str(day.year), format_year(day.year, reader_language())) for day in days]

        def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
            return queryset.filter(**{f"{column}__year": self.value()}) if self.value() else queryset

        def value(self) -> str | None:
            chosen = super().value()
            return None if year_in(chosen) is None else chosen

    return YearFilter


def fiscal_year_filter(column: str) -> type[admin.SimpleListFilter]:
    """Filter records by the fiscal year (C.E. in the column), shown in the officer's era."""

    class FiscalYearFilter(admin.SimpleListFilter):
        title, parameter_name = _("fiscal year"), column

        def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
            records = model_admin.model._default_manager.filter(**{f"{column}__isnull": False})
            years = records.order_by(f"-{column}").values_list(column, flat=True).distinct()
            return [(str(year), format_year(year, reader_language())) for year in years]

        def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
            year = year_in(self.value())
            return queryset if year is None else queryset.filter(**{column: year})

    return FiscalYearFilter


def written_in_filter(column: str) -> type[admin.SimpleListFilter]:
    """Filter records by the language whose code `column` holds, among those that any record has."""

    class WrittenInFilter(admin.SimpleListFilter):
        title, parameter_name = _("language"), column

        def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
            records = model_admin.model._default_manager.exclude(**{column: ""})
            codes = records.order_by(column).values_list(column, flat=True).distinct()
            return [(code, language_name(code)) for code in codes]

        def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
            return queryset.filter(**{column: self.value()}) if self.value() else queryset

    return WrittenInFilter
