"""Networks in forms and lists."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.checks import Filled
from iad_portal.lib.desk.filters import YesNoFilter
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.records.near_duplicates import SameName
from relations.admin.old_names import OldNames
from relations.admin.parts import (
    AliasInline,
    AliasSearch,
    CitationInline,
    DocumentInline,
    FigureInline,
)
from relations.admin.photo_rows import PhotoInline

from ..models import (
    Network,
)
from .memberships import CityMembershipInline, FeeInline, MembershipInline, RoleInline
from .questions import NetworkForm


class BangkokFilter(YesNoFilter):
    """Networks that Bangkok is in today."""

    title, parameter_name = _("Bangkok’s part today"), "bangkok"
    yes, no = _("Member or participant"), _("Not today")

    def holds(self, records):
        return records.filter(pk__in=Network.objects.with_bangkok().values("pk"))


@admin.register(Network)
class NetworkAdmin(OldNames, AliasSearch, PublishableAdmin):
    """A network with Bangkok's membership, roles and fees."""

    form = NetworkForm
    task = Task.NETWORKS
    position = 1
    main_text = "name"
    twins = (SameName(plain=("acronym",), aliases="aliases"),)
    checks_before = (Filled(_("Name"), ("name",)), Filled(_("Aims"), ("aims",)))
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
        MembershipInline, RoleInline, FeeInline, CityMembershipInline, FigureInline, AliasInline, PhotoInline,
        DocumentInline, CitationInline,
    ]  # fmt: skip
    list_display = ["acronym", "name_shown", "name_en", "kind", "activity"]
    list_display_links = ["acronym", "name_shown"]
    list_filter = [BangkokFilter, "kind", "activity"]
    search_fields = ["acronym", "name_th", "name_en", "slug"]

    @admin.display(description=_("name"), ordering="sort_th")
    def name_shown(self, record):
        """The Thai name, in Thai dictionary order."""
        return record.name_th or record.name_en
