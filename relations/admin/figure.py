"""Figures of all records in one list."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.filters import missing_filter, year_filter
from relations.admin.figure_forms import FigureForm
from relations.admin.of_subject import OfSubjectAdmin
from relations.admin.parts import CitationInline
from relations.models import Figure


@admin.register(Figure)
class FigureAdmin(OfSubjectAdmin):
    """Every number that ages: sorted by date, the old ones are found."""

    form = FigureForm
    fieldsets = [
        (None, {"fields": ["belongs_to", ("measure", "qualifier", "value"), "as_of", "note"]}),
    ]
    inlines = [CitationInline]
    list_display = ["measure", "value", "belongs_to", date_column("as_of", _("as of"))]
    list_filter = [
        *OfSubjectAdmin.list_filter, "measure", year_filter("as_of", _("year")),
        missing_filter("as_of", _("date recorded")),
    ]  # fmt: skip
    search_fields = ["note_th", "note_en", "code"]
