"""Embassies, with their heads of mission."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.checks import Filled
from iad_portal.lib.desk.filters import missing_filter
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.records.near_duplicates import SameName
from relations.admin.old_names import OldNames
from relations.admin.parts import AliasInline, AliasSearch, CitationInline
from relations.admin.photo_rows import PhotoInline
from relations.admin.posts import MissionPosts
from relations.models import Embassy


@admin.register(Embassy)
class EmbassyAdmin(OldNames, AliasSearch, PublishableAdmin):
    """The mission of one country."""

    task = Task.EMBASSIES
    main_text = "name"
    twins = (SameName(aliases="aliases"),)
    checks_before = (Filled(_("Name"), ("name",)), Filled(_("Address"), ("address",)))
    fieldsets = [
        (None, {"fields": ["name", ("country", "kind")]}),
        (_("Place"), {"fields": ["address", "district", ("latitude", "longitude"), "as_of"]}),
        (
            _("Contact"),
            {"fields": [("phone", "fax", "email"), "hours", "contacts_as_of", ("website", "wikidata"), "note"]},
        ),
    ]
    inlines = [MissionPosts, AliasInline, PhotoInline, CitationInline]
    list_display = ["name_shown", "name_en", "country", "phone"]
    list_filter = ["kind", "country__region", missing_filter("address_th", _("address"), "has_address")]
    list_select_related = ["country"]
    search_fields = ["name_th", "name_en", "country__name_th", "country__name_en", "address_th", "address_en"]

    @admin.display(description=_("name"), ordering="sort_th")
    def name_shown(self, record):
        """The Thai name, in Thai dictionary order."""
        return str(record)
