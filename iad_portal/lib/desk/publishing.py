"""Records with a page of their own: their state in lists and forms, and what officers do with it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.dates.calendar import local_day
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.records.addresses import addresses
from iad_portal.lib.records.holds import faults_of_holds
from iad_portal.lib.records.publishing import Status
from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.lib.text.bilingual import reader_language


def state_of(record: models.Model) -> tuple[str, str]:
    """The state of `record` now: its code for the stylesheet, and its name."""
    if record.status == Status.PUBLISHED and not record.is_published():
        return "scheduled", _("Scheduled")
    return record.status, record.get_status_display()


@admin.display(description=gettext_lazy("status"), ordering="status")
def state_badge(record: Any) -> str:
    """The state of `record` as a coloured word, for lists and forms."""
    return format_html('<span class="state state--{}">{}</span>', *state_of(record))


@admin.display(description=gettext_lazy("last changed"), ordering="updated_at")
def changed_on(record: Any) -> str | None:
    """The day of the last save, in the officer's era."""
    return format_date(local_day(record.updated_at), reader_language(), "short")


first_published = date_column("first_published_at", gettext_lazy("first published"))
PUBLISHING = (
    gettext_lazy("Publication"),
    {"fields": ["status", ("publish_at", first_published), ("hold_th", "hold_en"), "withdrawn_notice"]},
)


class NoticeForm(forms.Form):
    """Why a page is withdrawn, in both languages; Thai is required."""

    withdrawn_notice_th = forms.CharField(
        label=gettext_lazy("Notice in Thai"), widget=forms.Textarea(attrs={"rows": 3})
    )
    withdrawn_notice_en = forms.CharField(
        label=gettext_lazy("Notice in English"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


class PublishableAdmin(RecordAdmin):
    """The admin of a publishable record. A page that was public is withdrawn, never deleted: only drafts can be."""

    actions = ["publish", "withdraw", "back_to_draft"]
    radio_fields = {"status": admin.HORIZONTAL}

    def sections(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        return [*super().sections(request, obj), *self.in_pairs([PUBLISHING])]

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), first_published]

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return [*super().get_list_display(request), state_badge, changed_on]

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return ["status", *super().get_list_filter(request)]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or obj.status == Status.DRAFT)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: models.Model | None = None,
    ) -> HttpResponse:
        if obj is not None:
            # A refused form may have emptied the slug: what was typed has no address yet.
            readable = obj.is_readable() and hasattr(obj, "get_absolute_url") and getattr(obj, "slug", True)
            context |= {"state_badge": state_badge(obj), "site_addresses": addresses(obj) if readable else {}}
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.action(description=gettext_lazy("Publish the selected records"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Publish each record, through its save, so that history and version are kept."""
        done = self._set_status(request, queryset, Status.PUBLISHED)
        self.message_user(request, ngettext("%d record published.", "%d records published.", done) % done)

    @admin.action(description=gettext_lazy("Take the selected records back to draft"), permissions=["change"])
    def back_to_draft(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Take each record off the site without a trace there."""
        done = self._set_status(request, queryset, Status.DRAFT)
        text = ngettext("%d record is a draft again.", "%d records are drafts again.", done) % done
        self.message_user(request, text, messages.WARNING)

    @admin.action(description=gettext_lazy("Withdraw the selected records…"), permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> HttpResponse | None:
        """Ask for the notice, then withdraw each record under it."""
        form = NoticeForm(request.POST if "withdrawn_notice_th" in request.POST else None)
        if form.is_valid():
            done = self._set_status(request, queryset, Status.WITHDRAWN, **form.cleaned_data)
            text = ngettext(
                "%d record withdrawn; its page shows the notice.",
                "%d records withdrawn; their pages show the notice.",
                done,
            )
            self.message_user(request, text % done, messages.WARNING)
            return None
        context = self.admin_site.each_context(request) | {
            "title": _("Withdraw records"), "records": queryset, "form": form, "opts": self.opts,
            "action_checkbox_name": admin.helpers.ACTION_CHECKBOX_NAME,
        }  # fmt: skip
        return TemplateResponse(request, "admin/withdraw.html", context)

    def _set_status(
        self, request: HttpRequest, queryset: models.QuerySet[Any], status: str, **texts: Iterable[str]
    ) -> int:
        count = 0
        with unit_of_work():
            for record in queryset if texts else queryset.exclude(status=status):
                record.status = status
                if status == Status.PUBLISHED and (faults := faults_of_holds(record)):
                    self.message_user(request, f"{record}: {next(iter(faults.values()))}", messages.ERROR)
                    continue
                for name, text in texts.items():
                    setattr(record, name, text)
                record.save()
                self.log_change(request, record, [{"changed": {"fields": [str(status.label)]}}])
                count += 1
        return count
