"""Bangkok's memberships, roles and fees: rows of a network's form, and forms of their own for their sources."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column, fiscal_year_column
from iad_portal.lib.desk.inlines import StackedRows
from iad_portal.lib.desk.records import DetailAdmin
from iad_portal.lib.desk.site import Task
from relations.admin.parts import (
    CitationInline,
)

from ..models import (
    CityMembership,
    Fee,
    Membership,
    Role,
)
from .questions import MembershipForm, MembershipRowForm


class MembershipInline(StackedRows):
    """Bangkok's part in the network, one row a stretch of time."""

    model = Membership
    form = MembershipRowForm
    fields = ["kind", ("joined_on", "left_on"), "note", "doubt"]
    fetched = ("network",)


class CityMembershipInline(StackedRows):
    """Other cities in the network, as its lists name them."""

    model = CityMembership
    fields = ["city", ("role", "as_of", "left_on"), "note", "doubt"]
    fetched = ("city",)
    classes = ["collapse"]


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

    form = MembershipForm
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


@admin.register(CityMembership)
class CityMembershipAdmin(DetailAdmin):
    """A city in a network, with the sources."""

    task = Task.NETWORKS
    fieldsets = [(None, {"fields": ["network", "city", ("role", "as_of", "left_on"), "note"]})]
    inlines = [CitationInline]
    list_display = ["network", "city", "role", date_column("as_of", _("as of"))]
    list_filter = ["role", "network"]
    list_select_related = ["network", "city"]
    search_fields = ["network__acronym", "network__name_th", "network__name_en", "city__name_th", "city__name_en"]
