"""The forms and the list of exchanges."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.checks import Filled
from iad_portal.lib.desk.filters import missing_filter, year_filter
from iad_portal.lib.desk.inlines import StackedRows
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.records import DetailAdmin, RecordAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.records.near_duplicates import SameFacts
from relations.admin.activities import CityFilter, KeepsCity
from relations.admin.parts import AliasInline, CitationInline
from relations.admin.photo_rows import PhotoInline
from relations.models import Exchange, KeyRecipient, YouthGroup


def ask_about_headcount(exchange, rows):
    """Ask when the parts do not add up to the number of people that is stated for the whole."""
    parts = [row.instance.people for row in rows]
    changed = [row for row in rows if row.has_changed()]
    if exchange.headcount is None or not parts or None in parts or sum(parts) == exchange.headcount or not changed:
        return
    sentence = _("The groups add up to %(sum)s, the exchange states %(headcount)s people: are both as the source says?")
    said = {"sum": sum(parts), "headcount": exchange.headcount}
    changed[-1].ask("people", sentence % said, "parts_and_whole", about=f"{parts} {exchange.headcount}")


class YouthGroupInline(StackedRows):
    """How many young people, city by city and year by year."""

    ask_together = staticmethod(ask_about_headcount)

    model = YouthGroup
    fields = [("city", "year", "direction", "people"), "doubt"]
    fetched = ("city",)
    classes = ["collapse"]


@admin.register(Exchange)
class ExchangeAdmin(KeepsCity, PublishableAdmin):
    """One exchange."""

    task = Task.PARTNERS
    position = 3
    main_text = "title"
    twins = (
        SameFacts(("kind", "starts_on", "cities")),
        SameFacts(("kind", "starts_on", "embassies")),
        SameFacts(("starts_on",), alike=("title",), may_be_empty=("starts_on",)),
    )
    checks_before = (Filled(_("Title"), ("title",)), Filled(_("Dates"), ("starts_on",)))
    fieldsets = [
        (None, {"fields": ["title", ("kind", "direction")]}),
        (_("When and where"), {"fields": [("starts_on", "ends_on"), "place"]}),
        (
            _("Who, how many, with what outcome"),
            {
                "fields": [
                    "cities", "about_cities", "embassies", "agencies", "people", ("headcount", "agreement"), "outcome",
                ]
            },
        ),
    ]  # fmt: skip
    inlines = [YouthGroupInline, PhotoInline, AliasInline, CitationInline]
    list_display = ["title_shown", "kind", "direction", date_column("starts_on", _("from"))]
    list_filter = [
        CityFilter, "kind", "direction", year_filter("starts_on", _("year")),
        missing_filter("starts_on", _("date recorded")),
    ]  # fmt: skip
    search_fields = ["title_th", "title_en", "place_th", "place_en", "cities__name_th", "cities__name_en", "code"]

    @admin.display(description=_("title"))
    def title_shown(self, record):
        """The Thai title, or the English one."""
        return str(record)


@admin.register(YouthGroup)
class YouthGroupAdmin(DetailAdmin):
    """A group of young people with its sources."""

    task = Task.PARTNERS
    fieldsets = [(None, {"fields": ["exchange", ("city", "year", "direction", "people")]})]
    inlines = [CitationInline]
    list_display = ["exchange", "city", "year", "direction", "people"]
    list_select_related = ["exchange", "city"]
    search_fields = ["exchange__title_th", "exchange__title_en", "city__name_th", "city__name_en"]


@admin.register(KeyRecipient)
class KeyRecipientAdmin(RecordAdmin):
    """Who received the Key to the City, with the sources."""

    task = Task.PARTNERS
    main_text = "name"
    fieldsets = [(None, {"fields": ["name", ("person", "country"), "received_on", "exchange"]})]
    inlines = [CitationInline]
    list_display = ["name_th", "country", date_column("received_on", _("received on"))]
    list_select_related = ["country"]
    search_fields = ["name_th", "name_en", "person__name_th", "person__name_en"]
