"""Commitments in forms and lists, with their dated notes."""

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.filters import missing_filter
from iad_portal.lib.desk.inlines import StackedRows
from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.roles import OFFICERS_OWN, REPORT, agency_of, none_of
from iad_portal.lib.desk.site import Task
from iad_portal.lib.records.near_duplicates import SameFacts
from relations.admin.parts import (
    CitationInline,
)

from ..models import (
    Commitment,
    CommitmentNote,
    Progress,
)


def is_of_another_agency(request) -> bool:
    """Whether a contact of another agency asks, with or without an agency named: no officer of this office."""
    return reports_only(request.user)


def reports_only(user) -> bool:
    """Whether `user` is a contact of another agency, who meets the commitments of the own agency alone."""
    return user.has_perm(REPORT) and not user.has_perm("networks.change_commitment")


def reports(request) -> bool:
    """Whether the officer notes how far the commitments of the own agency are, and does no more with commitments."""
    return is_of_another_agency(request) and agency_of(request.user) is not None


class CommitmentNoteInline(StackedRows):
    """Dated notes: the latest says where the commitment stands."""

    model = CommitmentNote
    fields = [("noted_on", "state"), "text"]

    def has_add_permission(self, request, obj):
        return super().has_add_permission(request, obj) or reports(request)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) or reports(request)

    def open_boxes(self, request):
        return None if reports(request) else super().open_boxes(request)


class ProgressFilter(admin.SimpleListFilter):
    """Where a commitment stands today."""

    title, parameter_name = _("where it stands"), "state"

    def lookups(self, request, model_admin):
        return [*Progress.choices, ("overdue", _("Overdue"))]

    def queryset(self, request, queryset):
        if self.value() == "overdue":
            return queryset.overdue()
        return queryset.with_state().filter(latest_state=self.value()) if self.value() in Progress else queryset


@admin.register(Commitment)
class CommitmentAdmin(RecordAdmin):
    """A promise with its notes of progress."""

    task = Task.NETWORKS
    position = 3
    main_text = "title"
    twins = (SameFacts(("meeting",), alike=("title",)), SameFacts(("agreement",), alike=("title",)))
    fieldsets = [
        (None, {"fields": ["title", ("meeting", "agreement"), ("framework", "due_on"), "detail"]}),
        (_("Who carries it out"), {"fields": ["agencies", "cities", "order"]}),
    ]
    inlines = [CommitmentNoteInline, CitationInline]
    list_display = ["title_shown", "origin", "framework", date_column("due_on", _("due")), "stands"]
    list_filter = [ProgressFilter, "framework", missing_filter("due_on", _("due date"))]
    list_select_related = ["meeting", "agreement__city"]
    search_fields = ["title_th", "title_en", "detail_th", "detail_en", "meeting__title_th", "meeting__title_en", "code"]

    def get_queryset(self, request):
        latest = CommitmentNote.objects.filter(commitment=OuterRef("pk")).order_by("-noted_on", "-pk")
        rows = super().get_queryset(request).annotate(stands_at=Subquery(latest.values("state")[:1]))
        if not is_of_another_agency(request):
            return rows
        # A contact meets those of the own agency alone; without one, none.
        own = Commitment.agencies.through.objects.filter(agency=agency_of(request.user))
        return rows.filter(pk__in=own.values("commitment"))

    def hidden_from(self, request):
        return OFFICERS_OWN if is_of_another_agency(request) else ()

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        if may or not reports(request):
            return may
        return obj is None or self._is_of_own_agency(request, obj)

    def _is_of_own_agency(self, request, commitment):
        return commitment.agencies.filter(pk=agency_of(request.user)).exists()

    def open_boxes(self, request):
        return none_of if reports(request) else super().open_boxes(request)

    @admin.display(description=_("title"))
    def title_shown(self, record):
        """The Thai title, or the English one."""
        return str(record)

    @admin.display(description=_("promised in"))
    def origin(self, record):
        """The meeting or agreement."""
        return record.owner

    @admin.display(description=_("where it stands"), ordering="stands_at")
    def stands(self, record):
        """What the latest note says."""
        return Progress(record.stands_at or Progress.AGREED).label
