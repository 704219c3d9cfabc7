"""Embassies, with their heads of mission."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.checks import Filled
from iad_portal.lib.desk.filters import missing_filter
from iad_portal.lib.desk.inlines import StackedRows
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.records.near_duplicates import SameName
from relations.admin.old_names import OldNames
from relations.admin.parts import AliasInline, AliasSearch, CitationInline, PhotoInline
from relations.models import Embassy, Post, PostKind


class PostInline(StackedRows):
    """People in posts of this mission: its heads above all."""

    model = Post
    fields = ["person", "kind", "title", ("starts_on", "ends_on", "as_of"), "doubt"]
    fetched = ("person",)
    classes = ["collapse"]

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        field = super().formfield_for_choice_field(db_field, request, **kwargs)
        if db_field.name == "kind":
            field.initial = PostKind.HEAD_OF_MISSION
        return field


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
    inlines = [PostInline, AliasInline, PhotoInline, CitationInline]
    list_display = ["name_shown", "name_en", "country", "phone"]
    list_filter = ["kind", "country__region", missing_filter("address_th", _("address"), "has_address")]
    list_select_related = ["country"]
    search_fields = ["name_th", "name_en", "country__name_th", "country__name_en", "address_th", "address_en"]

    @admin.display(description=_("name"), ordering="sort_th")
    def name_shown(self, record):
        """The Thai name, in Thai dictionary order."""
        return str(record)
