"""Deleting on the desk, from a form or from a list: into the bin, after a page that says what goes along."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import quote
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk import bin as desk_bin
from iad_portal.lib.desk.bin_contents import going, holdings, in_words, kind_in_words
from iad_portal.lib.records.publishing import Publishable
from iad_portal.lib.records.record_links import linkable, linked_from
from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.lib.text.bilingual import reader_language

# So many names, in all, does a page list of what goes along, and of what stands in the way.
LINES = 20


class BinnedDeletes(admin.ModelAdmin):
    """For admin classes: what they delete goes to the bin. Where `goes_to_bin` is false it is gone, which is said."""

    goes_to_bin = True
    delete_confirmation_template = "admin/bin_delete.html"
    delete_selected_confirmation_template = "admin/bin_delete_selected.html"

    def get_deleted_objects(self, objs: Sequence[models.Model], request: HttpRequest) -> Any:
        """As Django's, in a few lines: what goes along, its number, kinds not allowed, and what stands in the way."""
        records = list(objs)
        found = going(records)
        along = in_words(holdings(found, records, LINES), _("Links to other records"), LINES)
        lacking = {
            str(model._meta.verbose_name)
            for model, rows in found.data.items()
            if self.admin_site.is_registered(model)
            and not all(self.admin_site.get_model_admin(model).has_delete_permission(request, row) for row in rows)
        }
        counts = {one.kind: one.count for one in along}
        return along, counts, lacking, self._in_the_way(found.protected)

    def _in_the_way(self, others: Iterable[models.Model]) -> list[str]:
        rows = sorted(others, key=lambda row: (row._meta.label, row.pk))
        lines = [self._line(row) for row in rows[:LINES]]
        return [*lines, _("and %(count)d more") % {"count": len(rows) - LINES}] if len(rows) > LINES else lines

    def _line(self, row: models.Model) -> str:
        kind, opts = kind_in_words(row._meta.label), row._meta
        try:
            url = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[quote(row.pk)])
        except NoReverseMatch:  # a row of some record's form
            return f"{kind}: {row}"
        return format_html('{}: <a href="{}">{}</a>', kind, url, row)

    def render_delete_form(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        record = context["object"]
        linked = linked_from(record, LINES) if record._meta.label_lower in linkable() else []
        context["linked_from"] = [self._line(other) for other in linked]
        return super().render_delete_form(request, context | self._of_bin([record]))

    def _of_bin(self, records: Iterable[models.Model]) -> dict[str, Any]:
        is_public = any(isinstance(record, Publishable) and record.is_readable() for record in records)
        return {"goes_to_bin": self.goes_to_bin, "days": desk_bin.KEPT_FOR.days, "is_public": is_public}

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list; and, when an action asks whether to delete, what that page is told of the bin."""
        answer = super().changelist_view(request, extra_context)
        if getattr(answer, "template_name", None) == self.delete_selected_confirmation_template:
            answer.context_data |= self._of_bin([]) | {"title": _("Delete")}
        return answer

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        if self.goes_to_bin:
            request.binned = desk_bin.put(obj, request.user)
        else:
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        if not self.goes_to_bin:
            super().delete_queryset(request, queryset)
            return
        with unit_of_work():  # all or none
            for record in list(queryset):
                desk_bin.put(record, request.user)
        sentence = _("What was deleted can be brought back for %(days)d days: {link}")
        text = sentence % {"days": desk_bin.KEPT_FOR.days}
        link = format_html('<a href="{}">{}</a>', reverse("admin:bin"), _("Bin"))
        self.message_user(request, format_html(text, link=link))

    def response_delete(self, request: HttpRequest, obj_display: str, obj_id: Any) -> HttpResponse:
        if not self.goes_to_bin:
            return super().response_delete(request, obj_display, obj_id)
        entry = getattr(request, "binned", None)
        if entry is None:
            self.message_user(request, _("This record was deleted meanwhile."), messages.WARNING)
        else:
            self.message_user(request, _said(entry, obj_display), messages.SUCCESS)
        if not self.has_view_or_change_permission(request):
            return HttpResponseRedirect(reverse("admin:index"))
        url = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        filters = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return HttpResponseRedirect(add_preserved_filters(filters, url))


def in_the_bin(officer: Any, model: type[models.Model], key: str) -> str:
    """Where the deleted record of `model` with `key` is, for `officer`: a link or a sentence; "" when it is nowhere."""
    deletions = {"kind": model._meta.label, "record_key": key}
    if number := desk_bin.entries_for(officer).filter(**deletions).values_list("pk", flat=True).first():
        return _link_to(number)
    is_there = desk_bin.table().objects.filter(**deletions).exists()
    return _("An administrator can bring it back from the bin.") if is_there else ""


def _link_to(number: int) -> str:
    return format_html('<a href="{}">{}</a>', reverse("admin:binned", args=[number]), _("Open it in the bin"))


def _said(entry: desk_bin.BinnedRecord, name: str) -> str:
    until, link = format_moment(entry.until, reader_language()), _link_to(entry.pk)
    return format_html(_("“{name}” is in the bin until {until}. {link}"), name=name, until=until, link=link)
