"""Sources: the pages, papers and data sets on which the portal's facts lean."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.filters import written_in_filter, year_filter
from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.records.near_duplicates import SameAddress
from relations.models import Source


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    """One source, and how many records name it."""

    task = Task.REFERENCE
    position = 3
    is_shown_when_new = False
    twins = (SameAddress(),)
    fieldsets = [
        (None, {"fields": ["publisher", ("title", "language"), "address", "dated_on"]}),
        (_("Licence and credit"), {"fields": ["licence", "credit"]}),
    ]
    list_display = ["publisher_th", "title", date_column("dated_on", _("date")), "cited", "code"]
    list_filter = [year_filter("dated_on", _("year")), written_in_filter("language")]
    ordering = ["publisher_th", "title", "pk"]
    search_fields = ["publisher_th", "publisher_en", "title", "address", "code"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(times_cited=Count("citations"))

    @admin.display(description=_("records that name it"), ordering="times_cited")
    def cited(self, record):
        """How many records lean on it."""
        return record.times_cited
