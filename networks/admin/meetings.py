"""Meetings in forms and lists, with who came and what was promised."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.checks import Filled
from iad_portal.lib.desk.filters import missing_filter, year_filter
from iad_portal.lib.desk.inlines import StackedRows, TableRows
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.intake.sent_numbers import key_in
from iad_portal.lib.records.near_duplicates import SameFacts
from relations.admin.parts import (
    AliasInline,
    CitationInline,
    DocumentInline,
    FigureInline,
)
from relations.admin.photo_rows import PhotoInline

from ..models import (
    Commitment,
    Meeting,
    Network,
    Participation,
    Point,
)
from .listed_participants import BOX, add_listed, added_in_words
from .questions import MeetingForm, ask_about_attendance


class ParticipationInline(TableRows):
    """A city, an agency or another body; and what it presented."""

    model = Participation
    ask_together = staticmethod(ask_about_attendance)
    fields = ["city", "agency", "body", "presented", "order"]
    fetched = ("city", "agency")


class PointInline(TableRows):
    """Topics, outcomes and recommendations, a sentence each."""

    model = Point
    fields = ["kind", "text", "order"]
    classes = ["collapse"]


class CommitmentInline(StackedRows):
    """What was promised; detail, partners and notes of progress stand in the commitment's own form."""

    model = Commitment
    fields = ["title", ("framework", "due_on"), "agencies"]
    told_apart_by = ("title",)
    fetched_many = ("agencies",)
    classes = ["collapse"]


LISTED = (_("Participants from a list"), {"fields": [BOX], "classes": ["collapse"]})


class NetworkFilter(admin.SimpleListFilter):
    """Meetings of one network, among the networks that have any."""

    title, parameter_name = _("network"), "network"

    def lookups(self, request, model_admin):
        networks = Network.objects.filter(meetings__isnull=False).distinct().by_name("th")
        return [(str(network.pk), str(network)) for network in networks]

    def queryset(self, request, queryset):
        key = key_in(self.value())
        return queryset if key is None else queryset.filter(network=key)


@admin.register(Meeting)
class MeetingAdmin(PublishableAdmin):
    """A meeting with who took part, what was said and what was promised."""

    form = MeetingForm
    task = Task.NETWORKS
    position = 2
    main_text = "title"
    twins = (
        SameFacts(("network", "kind", "ordinal")),
        SameFacts(("starts_on",), alike=("title",), may_be_empty=("starts_on",)),
    )
    checks_before = (Filled(_("Title"), ("title",)), Filled(_("Dates"), ("starts_on",)))
    fieldsets = [
        (None, {"fields": ["title", ("kind", "ordinal"), ("network", "partner"), "part_of"]}),
        (_("When and where"), {"fields": [("starts_on", "ends_on"), ("host_city", "country"), "venue"]}),
        (
            _("Changes of plan"),
            {"fields": [("course", "earlier_starts_on"), "attendance", "course_note"], "classes": ["collapse"]},
        ),
        (_("Subject"), {"fields": ["theme", "mission_group", "chairs", "note"]}),
    ]
    inlines = [
        ParticipationInline, PointInline, CommitmentInline, DocumentInline, PhotoInline, FigureInline, AliasInline,
        CitationInline,
    ]  # fmt: skip
    list_display = ["title_shown", "network", "kind", date_column("starts_on", _("from")), "host_city"]
    list_filter = [
        NetworkFilter,
        "kind",
        "course",
        year_filter("starts_on", _("year")),
        missing_filter("starts_on", _("date recorded")),
    ]
    list_select_related = ["network", "host_city"]
    search_fields = [
        "title_th", "title_en", "theme_th", "theme_en", "network__acronym", "network__name_th", "network__name_en",
        "slug",
    ]  # fmt: skip

    def sections(self, request, obj=None):
        """The list of participants is a way to type them: who only looks has no use for it."""
        may_type = self.changes_all(request) if obj else self.has_add_permission(request)
        return [*super().sections(request, obj), *([LISTED] if may_type else [])]

    def save_related(self, request, form, formsets, change):
        """After the rows of the table, those of the list that are not among them."""
        super().save_related(request, form, formsets, change)
        if lines := form.cleaned_data.get(BOX):
            messages.info(request, added_in_words(add_listed(form.instance, lines)))

    @admin.display(description=_("title"))
    def title_shown(self, record):
        """The Thai title, or the English one."""
        return str(record)
