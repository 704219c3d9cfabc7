"""Plans in forms and lists."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import fiscal_year_column
from iad_portal.lib.dates.format import format_month
from iad_portal.lib.desk.filters import fiscal_year_filter
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.records.near_duplicates import SameFacts
from iad_portal.lib.text.bilingual import reader_language
from relations.admin.parts import AliasInline, CitationInline, DocumentInline

from ..models import Plan


@admin.register(Plan)
class PlanAdmin(PublishableAdmin):
    """A plan of any kind. Its projects have forms of their own."""

    task = Task.PLANS
    position = 1
    main_text = "title"
    twins = (
        SameFacts(("fiscal_year", "kind", "month"), may_be_empty=("month",)),
        SameFacts(("kind",), alike=("title",)),
    )
    fieldsets = [
        (None, {"fields": ["title", "kind"]}),
        (_("Period"), {"fields": [("fiscal_year", "month"), ("period_from", "period_to"), "supersedes", "note"]}),
    ]
    inlines = [DocumentInline, AliasInline, CitationInline]
    list_display = ["title_shown", "kind", fiscal_year_column(_("fiscal year")), "month_shown"]
    list_filter = ["kind", fiscal_year_filter("fiscal_year")]
    search_fields = ["title_th", "title_en", "slug"]

    @admin.display(description=_("title"))
    def title_shown(self, record):
        """The Thai title, or the English one."""
        return str(record)

    @admin.display(description=_("month"), ordering="month")
    def month_shown(self, record):
        """In the officer's era."""
        return format_month(record.month, reader_language(), "short") if record.month else None
