"""The base of lists of rows that belong to a record of any app."""

from django.contrib import admin
from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.intake.sent_numbers import key_in
from relations.models import Agreement


class SubjectKindFilter(admin.SimpleListFilter):
    """The kind of record that the rows belong to."""

    title, parameter_name = _("kind of record"), "kind_of_record"

    def lookups(self, request, model_admin):
        keys = model_admin.model.objects.order_by().values_list("subject_type", flat=True).distinct()
        kinds = ContentType.objects.get_for_id
        return [(str(key), kinds(key).name) for key in sorted(keys)]

    def queryset(self, request, queryset):
        key = key_in(self.value())
        return queryset if key is None else queryset.filter(subject_type=key)


class OfSubjectAdmin(RecordAdmin):
    """A list over all records, to find and mend. Rows are added in the form of the record they belong to."""

    task = Task.REFERENCE
    list_filter = [SubjectKindFilter]
    readonly_fields = ["belongs_to"]

    def has_add_permission(self, request):
        return False

    def get_queryset(self, request):
        # An agreement is named after its city.
        subjects = GenericPrefetch("subject", [Agreement.objects.select_related("city")])
        return super().get_queryset(request).prefetch_related(subjects)

    @admin.display(description=_("belongs to"))
    def belongs_to(self, row):
        """The record, linked to its form."""
        if row.subject is None:
            return "–"
        opts = row.subject._meta
        url = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[quote(row.subject.pk)])
        return format_html('<a href="{}">{}</a>', url, row.subject)
