"""Records with a page of their own: their state in lists and forms, and what officers do with it."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.dates.calendar import local_day
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.desk import reviews
from iad_portal.lib.desk.bin import may_oversee
from iad_portal.lib.desk.filters import YesNoFilter
from iad_portal.lib.desk.preview_forms import PreviewForms
from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.roles import OUTLETS, may_let_out
from iad_portal.lib.desk.shown_versions import ShownVersions
from iad_portal.lib.desk.sides import AGREE, SidesFilter, name_the_side
from iad_portal.lib.intake.confirmation import CARRIED, digest_of
from iad_portal.lib.proofreading.proofreader import read_record
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


def state_badge(record: Any) -> str:
    """The state of `record` as a coloured word, for lists and forms."""
    return format_html('<span class="state state--{}">{}</span>', *state_of(record))


def state_column(model: type[models.Model]) -> Callable[[Any], str]:
    """The column of a list that shows the state of a record, and whether something of it waits for review.

    The list asks once for what waits, with its first row.
    """
    waiting = cache(lambda: frozenset(reviews.waiting_keys(model)))

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def state(record: Any) -> str:
        if str(record.pk) not in waiting():
            return state_badge(record)
        return format_html('{} <span class="state state--review">{}</span>', state_badge(record), _("Waits for review"))

    return state


@admin.display(description=gettext_lazy("last changed"), ordering="updated_at")
def changed_on(record: Any) -> str | None:
    """The day of the last save, in the officer's era."""
    return format_date(local_day(record.updated_at), reader_language(), "short")


first_published = date_column("first_published_at", gettext_lazy("first published"))
PUBLISHING = (
    gettext_lazy("Publication"),
    {"fields": ["status", ("publish_at", first_published), ("hold_th", "hold_en"), "withdrawn_notice"]},
)


class InReviewFilter(YesNoFilter):
    """Records of which something waits for review."""

    title, parameter_name = gettext_lazy("review"), "in_review"
    yes, no = gettext_lazy("Waits for review"), gettext_lazy("Nothing waits")

    def holds(self, records: models.QuerySet[Any]) -> models.QuerySet[Any]:
        return records.filter(pk__in=reviews.waiting_keys(records.model))


class NoticeForm(forms.Form):
    """Why a page is withdrawn, in both languages; Thai is required."""

    withdrawn_notice_th = forms.CharField(
        label=gettext_lazy("Notice in Thai"), widget=forms.Textarea(attrs={"rows": 3})
    )
    withdrawn_notice_en = forms.CharField(
        label=gettext_lazy("Notice in English"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


class PublishableAdmin(PreviewForms, ShownVersions, RecordAdmin):
    """The admin of a publishable record. Officers withdraw what was public; only an administrator deletes that."""

    actions = ["send_for_review", "publish", "withdraw", "back_to_draft"]
    radio_fields = {"status": admin.HORIZONTAL}

    def sections(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        title, options = PUBLISHING
        fields = options["fields"]
        if obj is not None and self.has_change_permission(request, obj):
            fields = [*fields, AGREE]
        return [*super().sections(request, obj), *self.in_pairs([(title, {"fields": fields})])]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is not None:
            name_the_side(form, obj)
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[str]:
        read_only = [*super().get_readonly_fields(request, obj), first_published]
        return read_only if may_let_out(request.user) else [*read_only, *OUTLETS]

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        # Django asks twice, and knows a column again by its being the same.
        request.state_column = getattr(request, "state_column", None) or state_column(self.model)
        return [*super().get_list_display(request), request.state_column, changed_on]

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return ["status", InReviewFilter, SidesFilter, *super().get_list_filter(request)]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        is_own = obj is None or (obj.status == Status.DRAFT and not obj.has_been_public())
        return allowed and (is_own or may_oversee(request.user))

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
            may_delete = self.has_delete_permission(request, obj)
            context["is_kept_from_deleting"] = super().has_delete_permission(request, obj) and not may_delete
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.action(description=gettext_lazy("Publish the selected records"), permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> HttpResponse | None:
        """Publish each record, through its save, so that history and version are kept.

        What the form would ask about in their texts and photographs is asked first, on a page of its own.
        """
        records = list(queryset.exclude(status=Status.PUBLISHED))
        lacking = self.admin_site.lacking(records) if self.admin_site.lacking else {}
        read = ((record, [*read_record(record), *lacking.get(record, ())]) for record in records)
        doubted = [(record, found) for record, found in read if found]
        asked = digest_of([(str(record.pk), one.code, one.words) for record, found in doubted for one in found])
        if doubted and request.POST.get(CARRIED) != asked:
            context = self.admin_site.each_context(request) | {
                "title": _("Publish records"), "doubted": doubted, "confirmed": asked, "opts": self.opts,
                "chosen": list(queryset.values_list("pk", flat=True)), "shown": self.shown_versions(request),
                "action_checkbox_name": admin.helpers.ACTION_CHECKBOX_NAME,
            }  # fmt: skip
            return TemplateResponse(request, "admin/publish.html", context)
        done = self._set_status(request, queryset, Status.PUBLISHED)
        self.message_user(request, ngettext("%d record published.", "%d records published.", done) % done)
        return None

    @admin.action(description=gettext_lazy("Take the selected records back to draft"), permissions=["publish"])
    def back_to_draft(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Take each record off the site without a trace there."""
        done = self._set_status(request, queryset, Status.DRAFT)
        text = ngettext("%d record is a draft again.", "%d records are drafts again.", done) % done
        self.message_user(request, text, messages.WARNING)

    @admin.action(description=gettext_lazy("Withdraw the selected records…"), permissions=["publish"])
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
            "shown": self.shown_versions(request),
            "action_checkbox_name": admin.helpers.ACTION_CHECKBOX_NAME,
        }  # fmt: skip
        return TemplateResponse(request, "admin/withdraw.html", context)

    @admin.action(description=gettext_lazy("Send the selected drafts for review"), permissions=["send"])
    def send_for_review(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Let each draft wait for review; what waits already waits on, and what is public is sent from its form."""
        waiting, done = set(reviews.waiting_keys(self.model)), 0
        for record in queryset.filter(status=Status.DRAFT):
            if str(record.pk) not in waiting:
                path = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[record.pk])
                reviews.send(record, path, request.user, "")
                done += 1
        text = ngettext("%d draft sent for review.", "%d drafts sent for review.", done) % done
        self.message_user(request, text, messages.SUCCESS if done else messages.WARNING)

    def _set_status(
        self, request: HttpRequest, queryset: models.QuerySet[Any], status: str, **texts: Iterable[str]
    ) -> int:
        count = 0
        with unit_of_work():
            standing, told = self.held_as_shown(request, queryset if texts else queryset.exclude(status=status))
            for sentence in told:
                self.message_user(request, sentence, messages.ERROR)
            for record in standing:
                record.status = status
                if status == Status.PUBLISHED and (faults := faults_of_holds(record)):
                    self.message_user(request, f"{record}: {next(iter(faults.values()))}", messages.ERROR)
                    continue
                for name, text in texts.items():
                    setattr(record, name, text)
                record.save()
                self.log_change(request, record, [{"changed": {"fields": [str(status.label)]}}])
                count += 1
                if status == Status.PUBLISHED:
                    reviews.let_out([record], request.user)
        return count
