"""Projects in forms and lists, with their progress."""

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.desk.checks import Filled
from iad_portal.lib.desk.filters import fiscal_year_filter, missing_filter
from iad_portal.lib.desk.inlines import StackedRows
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.records import DetailAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.intake.sent_numbers import year_in
from iad_portal.lib.records.near_duplicates import SameFacts
from iad_portal.lib.text.bilingual import reader_language
from relations.admin.parts import AliasInline, CitationInline

from ..models import Plan, Project, ProjectProgress


class ProgressInline(StackedRows):
    """How far the project was, note by note."""

    model = ProjectProgress
    fields = [("as_of", "percent"), "note", "doubt"]


@admin.register(ProjectProgress)
class ProgressAdmin(DetailAdmin):
    """A note of progress with its sources."""

    task = Task.PLANS
    fieldsets = [(None, {"fields": ["project", ("as_of", "percent"), "note"]})]
    inlines = [CitationInline]
    list_display = ["project", "percent", date_column("as_of", _("as of"))]
    list_select_related = ["project"]
    search_fields = ["project__title_th", "project__title_en", "note_th", "note_en"]


class PlanYearFilter(fiscal_year_filter("fiscal_year")):
    """Projects of the plans of one fiscal year."""

    parameter_name = "plan__fiscal_year"

    def lookups(self, request, model_admin):
        years = Plan.objects.fiscal_years()
        return [(str(year), format_year(year, reader_language())) for year in years]

    def queryset(self, request, queryset):
        year = year_in(self.value())
        return queryset if year is None else queryset.of_fiscal_year(year)


@admin.register(Project)
class ProjectAdmin(PublishableAdmin):
    """A project with its notes of progress."""

    task = Task.PLANS
    position = 2
    main_text = "title"
    twins = (SameFacts(("plan",), alike=("title",), may_be_empty=("plan",)),)
    checks_before = (Filled(_("Title"), ("title",)), Filled(_("Dates"), ("starts_on",)))
    fieldsets = [
        (None, {"fields": ["title", ("plan", "order"), "official_code", ("meeting", "commitment")]}),
        (_("Who carries it out"), {"fields": ["agencies", "cities"]}),
        (_("Time and money"), {"fields": [("starts_on", "ends_on"), ("budget_thb", "spent_thb")]}),
    ]
    inlines = [ProgressInline, AliasInline, CitationInline]
    list_display = [
        "title_shown",
        "plan",
        date_column("starts_on", _("from")),
        date_column("ends_on", _("to")),
        "percent",
    ]
    list_filter = [PlanYearFilter, missing_filter("budget_thb", _("budget"))]
    list_select_related = ["plan"]
    search_fields = ["title_th", "title_en", "official_code", "plan__title_th", "plan__title_en", "slug"]

    def get_queryset(self, request):
        latest = ProjectProgress.objects.filter(project=OuterRef("pk"))
        return super().get_queryset(request).annotate(percent_now=Subquery(latest.values("percent")[:1]))

    @admin.display(description=_("title"))
    def title_shown(self, record):
        """The Thai title, or the English one."""
        return str(record)

    @admin.display(description=_("progress"), ordering="percent_now")
    def percent(self, record):
        """What the latest note says."""
        return None if record.percent_now is None else f"{record.percent_now} %"
