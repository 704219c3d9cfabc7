"""The record of work: what each revision changed, for reading only."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.filters import year_filter
from iad_portal.lib.desk.history import Entry, fetched, history_models, in_words, rows_before
from iad_portal.lib.desk.site import Task
from iad_portal.lib.text.bilingual import reader_language
from relations.models import Revision

# An import may change thousands of records: its page shows so many rows of each table.
MOST_ROWS = 20


@admin.register(Revision)
class RevisionAdmin(admin.ModelAdmin):
    """One piece of work an entry: a saved form, a command, an import."""

    task = Task.DESK
    list_display = ["pk", "label", "user", date_column("created_at", gettext_lazy("when"))]
    list_filter = [year_filter("created_at", gettext_lazy("year"))]
    list_select_related = ["user"]
    list_per_page = 50
    search_fields = ["label", "user__username", "user__first_name", "user__last_name"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """What this revision changed, table by table."""
        revision = self.get_object(request, unquote(object_id))
        if revision is None:
            raise Http404
        if not self.has_view_permission(request, revision):
            raise PermissionDenied
        context = self.admin_site.each_context(request) | {
            "title": _("Revision %(number)d") % {"number": revision.pk},
            "revision": revision,
            "when": format_moment(revision.created_at, reader_language()),
            "entries": entries_of(revision),
            "most_rows": MOST_ROWS,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/revision.html", context | (extra_context or {}))


def entries_of(revision: Revision) -> list:
    """What `revision` changed, as lib.desk.history.Entry, at most MOST_ROWS of each table."""
    entries: list[Entry] = []
    for table in history_models():
        rows = fetched(table.objects.filter(revision=revision).order_by("history_id")[:MOST_ROWS])
        earliest = {Entry(row, None).key: row for row in reversed(rows)}
        entries += reversed(in_words(reversed(rows), rows_before(list(earliest.values()))))
    return entries
