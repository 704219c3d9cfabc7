"""The officers' forms and lists of this room: networks, meetings, commitments."""

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column, fiscal_year_column
from iad_portal.lib.desk.filters import YesNoFilter, missing_filter, year_filter
from iad_portal.lib.desk.inlines import StackedRows, TableRows
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.records import DetailAdmin, RecordAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.records.near_duplicates import SameFacts, SameName
from relations.admin.old_names import OldNames
from relations.admin.parts import (
    AliasInline,
    AliasSearch,
    CitationInline,
    DocumentInline,
    FigureInline,
    PhotoInline,
)

from .models import (
    Commitment,
    CommitmentNote,
    Fee,
    Meeting,
    Membership,
    Network,
    Participation,
    Point,
    Progress,
    Role,
)


class MembershipInline(StackedRows):
    """Bangkok's part in the network, one row a stretch of time."""

    model = Membership
    fields = ["kind", ("joined_on", "left_on"), "note", "doubt"]
    fetched = ("network",)


class RoleInline(StackedRows):
    """Offices that Bangkok, or its governor, holds or held."""

    model = Role
    fields = ["title", "holder", ("starts_on", "ends_on"), "doubt"]
    classes = ["collapse"]


class FeeInline(StackedRows):
    """What membership costs, year by year."""

    model = Fee
    fields = [("fiscal_year", "amount", "currency", "amount_thb"), "note", "doubt"]
    classes = ["collapse"]


@admin.register(Membership)
class MembershipAdmin(DetailAdmin):
    """A membership with its sources."""

    task = Task.NETWORKS
    fieldsets = [(None, {"fields": ["network", "kind", ("joined_on", "left_on"), "note"]})]
    inlines = [CitationInline]
    list_display = ["network", "kind", date_column("joined_on", _("since")), date_column("left_on", _("until"))]
    list_select_related = ["network"]
    search_fields = ["network__acronym", "network__name_th", "network__name_en"]


@admin.register(Role)
class RoleAdmin(DetailAdmin):
    """A role with its sources."""

    task = Task.NETWORKS
    main_text = "title"
    fieldsets = [(None, {"fields": ["network", "title", "holder", ("starts_on", "ends_on")]})]
    inlines = [CitationInline]
    list_display = ["network", "title_th", date_column("starts_on", _("from")), date_column("ends_on", _("to"))]
    list_select_related = ["network"]
    search_fields = ["title_th", "title_en", "network__acronym", "network__name_th", "network__name_en"]


@admin.register(Fee)
class FeeAdmin(DetailAdmin):
    """A fee with its sources."""

    task = Task.NETWORKS
    fieldsets = [(None, {"fields": ["network", ("fiscal_year", "amount", "currency", "amount_thb"), "note"]})]
    inlines = [CitationInline]
    list_display = ["network", fiscal_year_column(_("fiscal year")), "amount", "currency"]
    list_select_related = ["network"]
    search_fields = ["network__acronym", "network__name_th", "network__name_en"]


class BangkokFilter(YesNoFilter):
    """Networks that Bangkok is in today."""

    title, parameter_name = _("Bangkok’s part today"), "bangkok"
    yes, no = _("Member or participant"), _("Not today")

    def holds(self, records):
        return records.filter(pk__in=Network.objects.with_bangkok().values("pk"))


@admin.register(Network)
class NetworkAdmin(OldNames, AliasSearch, PublishableAdmin):
    """A network with Bangkok's membership, roles and fees."""

    task = Task.NETWORKS
    place = 1
    main_text = "name"
    twins = (SameName(plain=("acronym",), aliases="aliases"),)
    fieldsets = [
        (None, {"fields": ["name", ("acronym", "kind", "activity"), "aims"]}),
        (_("Founding"), {"fields": ["founded_on", "founded_as", "founded_note"], "classes": ["collapse"]}),
        (
            _("Secretariat"),
            {
                "fields": [("secretariat_city", "secretariat_country"), "secretariat_place", "website", "note"],
                "classes": ["collapse"],
            },
        ),
    ]
    inlines = [
        MembershipInline, RoleInline, FeeInline, FigureInline, AliasInline, PhotoInline, DocumentInline, CitationInline,
    ]  # fmt: skip
    list_display = ["acronym", "name_shown", "name_en", "kind", "activity"]
    list_display_links = ["acronym", "name_shown"]
    list_filter = [BangkokFilter, "kind", "activity"]
    search_fields = ["acronym", "name_th", "name_en", "slug"]

    @admin.display(description=_("name"), ordering="sort_th")
    def name_shown(self, record):
        """The Thai name, in Thai dictionary order."""
        return record.name_th or record.name_en


class ParticipationInline(TableRows):
    """A city, an agency or another body; and what it presented."""

    model = Participation
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


class NetworkFilter(admin.SimpleListFilter):
    """Meetings of one network, among the networks that have any."""

    title, parameter_name = _("network"), "network"

    def lookups(self, request, model_admin):
        networks = Network.objects.filter(meetings__isnull=False).distinct().by_name("th")
        return [(str(network.pk), str(network)) for network in networks]

    def queryset(self, request, queryset):
        chosen = self.value() or ""
        is_key = chosen.isascii() and chosen.isdigit() and len(chosen) < 19
        return queryset.filter(network=int(chosen)) if is_key else queryset


@admin.register(Meeting)
class MeetingAdmin(PublishableAdmin):
    """A meeting with who took part, what was said and what was promised."""

    task = Task.NETWORKS
    place = 2
    main_text = "title"
    twins = (
        SameFacts(("network", "kind", "ordinal")),
        SameFacts(("starts_on",), alike=("title",), may_be_empty=("starts_on",)),
    )
    fieldsets = [
        (None, {"fields": ["title", ("kind", "ordinal"), ("network", "partner"), "part_of"]}),
        (_("When and where"), {"fields": [("starts_on", "ends_on"), ("host_city", "country"), "venue"]}),
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
        year_filter("starts_on", _("year")),
        missing_filter("starts_on", _("date recorded")),
    ]
    list_select_related = ["network", "host_city"]
    search_fields = [
        "title_th", "title_en", "theme_th", "theme_en", "network__acronym", "network__name_th", "network__name_en",
        "slug",
    ]  # fmt: skip

    @admin.display(description=_("title"))
    def title_shown(self, record):
        """The Thai title, or the English one."""
        return str(record)


class CommitmentNoteInline(StackedRows):
    """Dated notes: the latest says where the commitment stands."""

    model = CommitmentNote
    fields = [("noted_on", "state"), "text"]


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
    place = 3
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
        return super().get_queryset(request).annotate(stands_at=Subquery(latest.values("state")[:1]))

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
