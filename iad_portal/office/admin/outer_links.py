"""Outer links that lead nowhere: on the desk's first page, and as a list with the two answers of an officer."""

from collections import defaultdict
from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.site import Task
from iad_portal.office.models import OuterLink

from .differences import form_of
from .unshown import with_form

STATE = "state"
SINCE = date_column("broken_since", gettext_lazy("broken since"))
ASKED = date_column("asked_at", gettext_lazy("last asked"))


class StateFilter(admin.SimpleListFilter):
    """What an officer looks for; the broken ones first."""

    title, parameter_name = gettext_lazy("state"), STATE

    def lookups(self, request, model_admin):
        named = {"broken": _("Lead nowhere"), "moved": _("Lead elsewhere for good"), "right": _("Said to be right")}
        return list(named.items())

    def queryset(self, request, queryset):
        if self.value() == "broken":
            return queryset.broken()
        if self.value() == "moved":
            return queryset.moved()
        return queryset.filter(right_on__isnull=False) if self.value() == "right" else queryset


class _List(ChangeList):
    """Reads the records that its rows name by one query a kind."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = _with_records(list(self.result_list))


class AnswerForm(forms.ModelForm):
    """What an officer says of one link."""

    RIGHT, MENDED = "right", "mended"
    answer = forms.ChoiceField(
        label=gettext_lazy("Answer"),
        choices=[
            (RIGHT, gettext_lazy("It is right: tell of it no more for half a year")),
            (MENDED, gettext_lazy("Mended: ask it again the next night")),
        ],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = OuterLink
        fields = ()


@admin.register(OuterLink)
class OuterLinkAdmin(admin.ModelAdmin):
    """Each address with the records that name it. The officer mends those, or says that it is right."""

    task = Task.OFFICE
    position = 9
    form = AnswerForm
    fields: Any = ["opened", "named_in", SINCE, "last_answer", "leads_to", ASKED, "answer"]
    readonly_fields: Any = ["opened", "named_in", SINCE, "last_answer", "leads_to", ASKED]
    list_display = ["address_short", "named_in", SINCE, "last_answer", "leads_to"]
    list_display_links = ["address_short"]
    list_filter = [StateFilter]
    list_per_page = 50
    search_fields = ["address"]
    actions = ["say_right", "say_mended"]

    def get_changelist(self, request, **kwargs):
        return _List

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        obj.is_right() if form.cleaned_data["answer"] == AnswerForm.RIGHT else obj.is_mended()

    @admin.display(description=gettext_lazy("web address"), ordering="host")
    def address_short(self, link):
        """The address as far as it fits in a list."""
        return link.address if len(link.address) <= 90 else f"{link.address[:89]}…"

    @admin.display(description=gettext_lazy("web address"))
    def opened(self, link):
        """The address, to be tried by the officer."""
        return format_html('<a href="{0}" rel="noreferrer noopener">{0}</a>', link.address)

    @admin.display(description=gettext_lazy("named in"))
    def named_in(self, link):
        """The records that name it, each with a link to its form."""
        found = link.records if hasattr(link, "records") else _with_records([link])[0].records
        return format_html_join("", "{}<br>", ((_named(record),) for record in found))

    @admin.display(description=gettext_lazy("last answer"))
    def last_answer(self, link):
        """The status, or why there was none."""
        return link.last_answer

    @admin.display(description=gettext_lazy("moved to"))
    def leads_to(self, link):
        """Where it leads for good."""
        return link.led_to or "–"

    @admin.action(description=gettext_lazy("It is right: tell of it no more for half a year"), permissions=["change"])
    def say_right(self, request, queryset):
        """The chosen addresses are right, whatever they answer to a program."""
        self._answered(request, queryset, OuterLink.is_right)

    @admin.action(description=gettext_lazy("Mended: ask it again the next night"), permissions=["change"])
    def say_mended(self, request, queryset):
        """What was wrong with the chosen addresses is mended."""
        self._answered(request, queryset, OuterLink.is_mended)

    def _answered(self, request, queryset, answer):
        links = list(queryset)
        for link in links:
            answer(link)
        said = ngettext("%d link answered.", "%d links answered.", len(links)) % len(links)
        self.message_user(request, said, messages.SUCCESS)


def _with_records(links):
    """`links`, each with the `records` that name it and are still there."""
    keys = defaultdict(set)
    for link in links:
        for label, key in link.named_by:
            keys[label].add(key)
    found = {}
    for label, wanted in keys.items():
        for record in apps.get_model(label)._base_manager.filter(pk__in=wanted):
            found[label, str(record.pk)] = record
    for link in links:
        link.records = [found[label, key] for label, key in link.named_by if (label, key) in found]
    return links


def _named(record):
    owner = with_form(record)
    kind, name = capfirst(str(record._meta.verbose_name)), str(owner or record)
    if owner is None:
        return f"{kind}: {name}"
    return format_html('<a href="{}">{}: {}</a>', form_of(owner), kind, name)
