"""Agreements, with those who signed."""

from django.contrib import admin
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.admin_filters import year_filter
from iad_portal.lib.admin_inlines import TableRows
from iad_portal.lib.admin_publishing import PublishableAdmin
from iad_portal.lib.admin_site import Task
from iad_portal.lib.date_admin import date_column
from relations.admin.parts import CitationInline, DocumentInline, PhotoInline
from relations.models import Agreement, AgreementState, Signatory


class SignatoryInline(TableRows):
    """Only people whom a source names as having signed."""

    model = Signatory
    fields = ["side", "person", "post_title", "order"]
    fetched = ("person",)


class StateFilter(admin.SimpleListFilter):
    """What an agreement is today."""

    title, parameter_name = _("state today"), "state"

    def lookups(self, request, model_admin):
        return AgreementState.choices

    def queryset(self, request, queryset):
        groups = {
            AgreementState.IN_FORCE: lambda rows: rows.in_force().dated(),
            AgreementState.IN_FORCE_UNDATED: lambda rows: rows.in_force().undated(),
            AgreementState.NOT_YET: lambda rows: rows.not_yet(),
            AgreementState.ENDED: lambda rows: rows.ended(),
        }
        chosen = groups.get(self.value())
        return chosen(queryset) if chosen else queryset


class DateFilter(admin.SimpleListFilter):
    """Whether signing or entry into force is recorded, if only by its year."""

    title, parameter_name = _("date recorded"), "dated"

    def lookups(self, request, model_admin):
        return [("yes", _("Recorded")), ("no", _("Not recorded"))]

    def queryset(self, request, queryset):
        groups = {"yes": queryset.dated, "no": queryset.undated}
        return groups[self.value()]() if self.value() in groups else queryset


@admin.register(Agreement)
class AgreementAdmin(PublishableAdmin):
    """A paper with a city. Its number is given once and stays; its state is worked out, so nobody types it."""

    task = Task.PARTNERS
    place = 2
    fieldsets = [
        (None, {"fields": [("number", "instrument"), "city", "title", ("original_title", "original_language")]}),
        (_("Signing"), {"fields": [("signed_on", "announced_ordinal"), "place", "cooperation"]}),
        (
            _("Entry into force and end"),
            {
                "fields": [
                    ("effective_on", "expires_on"),
                    ("renews_itself", "notice_months"),
                    ("terminated_on", "renews"),
                    "note",
                ]
            },
        ),
    ]
    inlines = [SignatoryInline, DocumentInline, PhotoInline, CitationInline]
    list_display = ["number", "city", "instrument", date_column("signed_on", _("signed on")), "state_today"]
    list_display_links = ["number", "city"]
    list_filter = [StateFilter, "instrument", DateFilter, year_filter("signed_on", _("year of signing"))]
    list_select_related = ["city"]
    search_fields = [
        "number", "title_th", "title_en", "original_title", "city__name_th", "city__name_en",
        "city__country__name_th", "city__country__name_en",
    ]  # fmt: skip

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("city")

    def get_readonly_fields(self, request, obj=None):
        return ["number"] if obj else []

    def get_changeform_initial_data(self, request):
        # The numbers of deleted drafts are not given again either.
        used = [rows.aggregate(last=Max("number"))["last"] or 0 for rows in (Agreement.objects, Agreement.history)]
        return {"number": max(used) + 1} | super().get_changeform_initial_data(request)

    @admin.display(description=_("state today"))
    def state_today(self, record):
        """In force, ended, not yet: worked out for today."""
        return record.state().label
