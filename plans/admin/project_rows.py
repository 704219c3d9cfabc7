"""The projects of a plan, as a table in its form: typed in place, and added as drafts."""

from django.contrib import admin
from django.db import connection
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.desk.inlines import TableRows
from iad_portal.lib.desk.publishing import state_badge

from ..models import Project


class ProjectInline(TableRows):
    """One project a row. It has a form of its own for the rest, where it is published and deleted, too."""

    model = Project
    template = "admin/plans/project_rows.html"
    fields = ["order", "title", "official_code", "starts_on", "ends_on", "budget_thb", "state"]
    readonly_fields = ["state"]
    told_apart_by = ("title",)
    can_delete = False
    show_change_link = False  # beside the state

    def get_queryset(self, request):
        """As ever; while the form is saved, the rows are held, so that nobody saves one in its own form beside it."""
        rows = super().get_queryset(request)
        is_saved = request.method == "POST" and connection.in_atomic_block
        return rows.select_for_update(of=("self",)) if is_saved else rows

    @admin.display(description=gettext_lazy("status"))
    def state(self, project):
        """Whether readers see it, and the way to its own form; of a new row, what it will be."""
        if project.pk is None:
            return state_badge(project)
        url = reverse("admin:plans_project_change", args=[project.pk])
        link = '{} <a href="{}">{}<span class="vh"> {}</span></a>'
        return format_html(link, state_badge(project), url, _("Open"), project)
