"""Plans in forms and lists."""

from django.contrib import admin, messages
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from iad_portal.lib.dates.admin import fiscal_year_column
from iad_portal.lib.dates.format import format_month
from iad_portal.lib.desk.checks import Filled
from iad_portal.lib.desk.filters import fiscal_year_filter
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.intake.sent_numbers import key_in
from iad_portal.lib.records.near_duplicates import SameFacts
from iad_portal.lib.text.bilingual import reader_language
from relations.admin.parts import AliasInline, CitationInline, DocumentInline

from ..models import Plan, Project
from .next_month import for_next_month, month_after
from .pasted_projects import BOX, PlanForm, spread
from .project_rows import ProjectInline

# In the address of the form of a new plan: the key of the monthly plan that it follows.
AFTER = "after"


@admin.register(Plan)
class PlanAdmin(PublishableAdmin):
    """A plan of any kind, with its projects."""

    form = PlanForm
    task = Task.PLANS
    position = 1
    main_text = "title"
    twins = (
        SameFacts(("fiscal_year", "kind", "month"), may_be_empty=("month",)),
        SameFacts(("kind",), alike=("title",)),
    )
    checks_before = (Filled(_("Title"), ("title",)),)
    fieldsets = [
        (None, {"fields": ["title", "kind"]}),
        (_("Period"), {"fields": [("fiscal_year", "month"), ("period_from", "period_to"), "supersedes", "note"]}),
    ]
    inlines = [ProjectInline, DocumentInline, AliasInline, CitationInline]
    list_display = ["title_shown", "kind", fiscal_year_column(_("fiscal year")), "month_shown"]
    list_filter = ["kind", fiscal_year_filter("fiscal_year")]
    search_fields = ["title_th", "title_en", "slug"]

    def get_changeform_initial_data(self, request):
        key = key_in(request.GET.get(AFTER))
        before = Plan.objects.filter(pk=key).first() if key else None
        return for_next_month(before) if before else super().get_changeform_initial_data(request)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        month = month_after(obj) if obj is not None and self.has_add_permission(request) else None
        if month and not Plan.objects.filter(kind=obj.kind, month=month.first_day).exists():
            context["next_month_url"] = f"{reverse('admin:plans_plan_add')}?{AFTER}={obj.pk}"
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _save_form(self, request, object_id, *args):
        """First of all a pasted table is spread over rows: whatever becomes of the save, they are what was typed."""
        if self.admin_site._registry[Project].has_add_permission(request):
            request.POST = spread(request.POST, object_id)
        elif BOX in request.POST:  # of whom no page asks it
            request.POST = request.POST.copy()
            del request.POST[BOX]
        return super()._save_form(request, object_id, *args)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        added = sum(len(rows.new_objects) for rows in formsets if rows.model is Project)
        if added:
            said = ngettext("Added %(number)d project, as a draft.", "Added %(number)d projects, as drafts.", added)
            messages.info(request, said % {"number": added})

    @admin.display(description=_("title"))
    def title_shown(self, record):
        """The Thai title, or the English one."""
        return str(record)

    @admin.display(description=_("month"), ordering="month")
    def month_shown(self, record):
        """In the officer's era."""
        return format_month(record.month, reader_language(), "short") if record.month else None
