"""Countries."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.records.near_duplicates import SameName
from relations.admin.old_names import OldNames
from relations.admin.parts import AliasInline, AliasSearch, CitationInline
from relations.models import Country


@admin.register(Country)
class CountryAdmin(OldNames, AliasSearch, RecordAdmin):
    """A reference table of ISO codes: the code is given once."""

    task = Task.PARTNERS
    main_text = "name"
    twins = (SameName(aliases="aliases"),)
    fieldsets = [(None, {"fields": [("iso", "iso3"), "name", "formal_name", "region"]})]
    inlines = [AliasInline, CitationInline]
    list_display = ["name_shown", "name_en", "iso", "region"]
    list_filter = ["region"]
    search_fields = ["name_th", "name_en", "formal_name_th", "formal_name_en", "iso", "iso3"]

    def get_readonly_fields(self, request, obj=None):
        return ["iso"] if obj else []

    @admin.display(description=_("short name"), ordering="sort_th")
    def name_shown(self, record):
        """The Thai name, in Thai dictionary order."""
        return str(record)
