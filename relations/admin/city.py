"""Cities."""

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.checks import Filled
from iad_portal.lib.desk.columns import yes_column
from iad_portal.lib.desk.filters import YesNoFilter, missing_filter
from iad_portal.lib.desk.inlines import StackedRows
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.desk.versions import VersionForm
from iad_portal.lib.proofreading.names import PREFIXES
from iad_portal.lib.records.near_duplicates import SameName
from iad_portal.lib.search.words import is_thai
from iad_portal.lib.text.hygiene import clean_line
from networks.models import CityMembership
from relations.admin.activities import WithActivities
from relations.admin.old_names import OldNames
from relations.admin.parts import (
    AliasInline,
    AliasSearch,
    CitationInline,
    DocumentInline,
    FigureInline,
)
from relations.admin.photo_rows import PhotoInline
from relations.admin.posts import CityPosts
from relations.models import City


class PartnerFilter(YesNoFilter):
    """Partners of today, as the public pages count them."""

    title, parameter_name = _("partner today"), "partner"
    yes, no = _("Partner city"), _("Not a partner")

    def holds(self, records):
        return records.filter(pk__in=City.objects.partners().values("pk"))


class CityForm(VersionForm):
    """Asks whether a Thai name without a word for "city" before it is the name that the office writes."""

    def clean(self):
        cleaned = super().clean()
        name = clean_line(str(self["name_th"].data or ""))  # also when something else is asked about it
        if name and "name_th" in self.changed_data and is_thai(name) and not name.startswith(PREFIXES):
            sentence = _("“%(name)s” has no word for a city or province before it: does the office write it so?")
            self.ask("name_th", sentence % {"name": name}, "no_style")
        return cleaned


class NetworkInline(StackedRows):
    """The networks that the city belongs to."""

    model = CityMembership
    fields = ["network", ("role", "as_of", "left_on"), "note", "doubt"]
    fetched = ("network",)
    classes = ["collapse"]


@admin.register(City)
class CityAdmin(WithActivities, OldNames, AliasSearch, PublishableAdmin):
    """A city and all that is its own."""

    form = CityForm
    task = Task.PARTNERS
    position = 1
    main_text = "name"
    twins = (SameName(aliases="aliases"),)
    checks_before = (Filled(_("Name"), ("name",)), Filled(_("Profile"), ("profile",)))
    fieldsets = [
        (None, {"fields": ["name", "kind", "country", "website"]}),
        (_("Place on the map"), {"fields": [("latitude", "longitude"), "pin_place"]}),
        (_("Profile"), {"fields": ["profile", "profile_as_of", "office_order"]}),
    ]
    inlines = [CityPosts, AliasInline, NetworkInline, FigureInline, PhotoInline, DocumentInline, CitationInline]
    list_display = ["name_shown", "name_en", "country", "kind", yes_column("partner_today", _("partner today"))]
    list_filter = [PartnerFilter, "kind", "country__region", missing_filter("latitude", _("place on the map"))]
    list_select_related = ["country"]
    search_fields = ["name_th", "name_en", "country__name_th", "country__name_en", "slug"]

    def get_queryset(self, request):
        partners = City.objects.partners().filter(pk=OuterRef("pk"))
        return super().get_queryset(request).annotate(partner_today=Exists(partners))

    @admin.display(description=_("name"), ordering="sort_th")
    def name_shown(self, record):
        """The Thai name, in Thai dictionary order."""
        return str(record)
