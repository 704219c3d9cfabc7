"""Where the starting data says something else than an officer wrote: as a list."""

from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.columns import yes_column
from iad_portal.lib.desk.history import Names
from iad_portal.lib.desk.languages import label_of
from iad_portal.lib.desk.site import Task
from iad_portal.office.models import Difference
from iad_portal.office.models.difference import as_read, value_of

from .unshown import with_form


def form_of(record: models.Model) -> str:
    """The address of the form of `record`, which must have one."""
    opts = record._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk])


def fields_in_words(difference: Difference) -> str:
    """Which of its fields differ, or that the starting data names the record no longer."""
    record = difference.record
    if record is None:
        return _("the record is gone")
    if not difference.values:
        return _("no longer in the starting data")
    return ", ".join(difference.labels_of(record)) or _("settled")


@admin.register(Difference)
class DifferenceAdmin(admin.ModelAdmin):
    """Each record with what it says here and in the starting data. The officer mends the record, or sets it aside."""

    task = Task.OFFICE
    place = 8
    fields = ["record_link", "what_differs", "is_set_aside"]
    readonly_fields = ["record_link", "what_differs"]
    list_display = [
        "__str__",
        "kind_in_words",
        "fields_named",
        date_column("found_at", gettext_lazy("found")),
        yes_column("is_set_aside", gettext_lazy("set aside")),
    ]
    list_filter = ["is_set_aside"]
    list_per_page = 50
    actions = ["set_aside"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("kind of record"))
    def kind_in_words(self, difference):
        """What sort of record it is."""
        record = difference.record
        return capfirst(str(record._meta.verbose_name)) if record is not None else difference.kind

    @admin.display(description=gettext_lazy("what differs"))
    def fields_named(self, difference):
        """The names of the fields."""
        return fields_in_words(difference)

    @admin.display(description=gettext_lazy("record"))
    def record_link(self, difference):
        """The record, with a link to its form."""
        owner = with_form(difference.record) if difference.record is not None else None
        return format_html('<a href="{}">{}</a>', form_of(owner), difference) if owner is not None else difference

    @admin.display(description=gettext_lazy("what differs"))
    def what_differs(self, difference):
        """A table: field, here, in the starting data."""
        record = difference.record
        fields = difference.fields_of(record) if record is not None else []
        if not fields:
            return fields_in_words(difference)
        names = Names()
        pairs = [(field, value_of(record, field), as_read(field, difference.values[field.name])) for field in fields]
        for field, here, there in pairs:
            names.want(field, here, there)
        rows = ((label_of(field), names.say(field, here), names.say(field, there)) for field, here, there in pairs)
        return format_html(
            "<table><thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>{}</tbody></table>",
            _("Field"),
            _("Here"),
            _("In the starting data"),
            format_html_join("", '<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>', rows),
        )

    @admin.action(description=gettext_lazy("Set aside the chosen differences"), permissions=["change"])
    def set_aside(self, request, queryset):
        """Tell of them no more, until the starting data changes again."""
        queryset.update(is_set_aside=True)
