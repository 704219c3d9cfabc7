"""The city's departments and offices, and their public desks."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.filters import missing_filter
from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.records.near_duplicates import SameName
from relations.admin.old_names import OldNames
from relations.admin.parts import AliasInline, AliasSearch, CitationInline, FigureInline
from relations.models import Agency


@admin.register(Agency)
class AgencyAdmin(OldNames, AliasSearch, RecordAdmin):
    """An agency; the one of the office itself gives the site its address and telephone."""

    task = Task.OFFICE
    position = 5
    main_text = "name"
    twins = (SameName(aliases="aliases"),)
    fieldsets = [
        (None, {"fields": ["name", "kind", "parent_name"]}),
        (_("Contact"), {"fields": ["desk", ("phone", "email"), "address", ("website", "social")]}),
    ]
    inlines = [AliasInline, FigureInline, CitationInline]
    list_display = ["name_shown", "name_en", "kind", "phone", "email"]
    list_filter = ["kind", missing_filter("desk_th", _("focal-point desk"), "has_desk")]
    search_fields = ["name_th", "name_en", "parent_name_th", "parent_name_en", "desk_th", "desk_en", "slug"]

    def get_fieldsets(self, request, obj=None):
        """As written above; the office that keeps the site says there, too, whether it is official."""
        own = super().get_fieldsets(request, obj)
        is_home = obj is not None and obj.slug == Agency.HOME_SLUG
        return [*own, (_("This website"), {"fields": ["is_official_site"]})] if is_home else own

    @admin.display(description=_("name"), ordering="sort_th")
    def name_shown(self, record):
        """The Thai name, in Thai dictionary order."""
        return str(record)
