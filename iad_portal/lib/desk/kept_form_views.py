"""Forms of records that bring back what was typed, when it could not be taken as it was sent."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.autosave import copies_of
from iad_portal.lib.desk.bin_forms import in_the_bin
from iad_portal.lib.desk.history import fetched
from iad_portal.lib.desk.kept_forms import (
    KEPT,
    KEPT_AS,
    TAKEN_BACK,
    TYPED_BY,
    brought_back,
    forget,
    keep,
    mark_of,
)
from iad_portal.lib.desk.languages import label_of
from iad_portal.lib.desk.preview_forms import is_preview
from iad_portal.lib.intake.confirmation import Question
from iad_portal.lib.media.kept_uploads import token_of
from iad_portal.lib.media.upload_fields import KEPT_SUFFIX
from iad_portal.lib.text.bilingual import reader_language


def with_what_was_typed(changeform_view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Wrap an admin's `changeform_view`: an address with a key of kept text shows the form as it was typed, unsaved.

    What a refused save sent is kept, with its files; what is saved is kept no longer.
    """

    @wraps(changeform_view)
    def view(
        self: Any,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        was_sent = request.method == "POST"
        typed = None if was_sent else self.what_was_typed(request)
        if typed is not None:
            # As if it had been sent once more; `BroughtBackForms` sees to it that it is refused.
            request.method, request.POST, request._files = "POST", typed, MultiValueDict()
            request.is_brought_back = True
        answer = changeform_view(self, request, object_id, form_url, extra_context)
        if was_sent and not is_preview(request):  # of a preview nothing is saved, and its form lies open
            _keep_or_forget(request, answer)
        return answer

    return view


def _keep_or_forget(request: HttpRequest, answer: HttpResponse) -> None:
    """What was sent is kept when the form is shown again, and forgotten when it is saved."""
    context = getattr(answer, "context_data", None) or {}
    if answer.status_code == HTTPStatus.FOUND or "popup_response_data" in context:
        forget(request.POST.get(KEPT_AS), request.user)
    elif answer.status_code == HTTPStatus.OK and (kept := keep(with_files(request), request.user.pk, request.path)):
        context[KEPT_AS] = kept.mark


def with_files(request: HttpRequest) -> QueryDict:
    """What was sent, with what stands for the files that were kept from it."""
    typed = request.POST.copy()
    for name, upload in request.FILES.items():
        typed[f"{name}{KEPT_SUFFIX}"] = token_of(upload)
    return typed


class BroughtBackForms:
    """For admin classes whose `changeform_view` is `with_what_was_typed`."""

    keeps_typing = True
    sent_with_files = staticmethod(with_files)

    def what_was_typed(self, request: HttpRequest) -> QueryDict | None:
        """The boxes that the form is to show in place of what is stored; None when nothing is kept of it."""
        key = request.GET.get(KEPT)
        return brought_back(key, request.user, request.path) if key else None

    def brought_back_in_words(self, request: HttpRequest) -> str:
        """What is said over such a form."""
        if number := request.POST.get(TAKEN_BACK):
            return _(
                "What you took back of version %(number)s stands in this form; nothing of it is saved yet. Look it "
                "through and save. Files that are gone must be chosen again."
            ) % {"number": number}
        return _(
            "This is what you typed; nothing of it is saved yet. Look it through and save. "
            "Files that are not named here must be chosen again."
        )

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        """The class of the form; for what was brought back, one that saves nothing yet."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if not hasattr(request, "is_brought_back"):
            return form
        return type(form)(form.__name__, (_BroughtBack, form), {"said": self.brought_back_in_words(request)})

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context |= {TYPED_BY: mark_of(request.user), KEPT_AS: request.POST.get(KEPT_AS) or uuid4()}
        context["is_brought_back"] = hasattr(request, "is_brought_back")
        if request.method == "GET":
            context["kept_copies"] = copies_of(request.user, request.path)
        return super().render_change_form(request, context, *args, **kwargs)

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str | None) -> HttpResponse:
        """The record was deleted while its form lay open: what was typed is offered as a new one, or to copy."""
        if request.method != "POST":
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)
        told, where = self._told_of_deletion(object_id), in_the_bin(request.user, self.model, str(object_id))
        if not self.has_add_permission(request):
            context = self.admin_site.each_context(request) | {
                "title": told, "where": where, "opts": opts, "boxes": self._boxes(request.POST),
            }  # fmt: skip
            return TemplateResponse(request, "admin/typed.html", context)
        page = reverse(f"admin:{opts.app_label}_{opts.model_name}_add")
        kept = keep(self._as_new(request), request.user.pk, page)
        if hasattr(request, "is_brought_back"):
            forget(request.POST.get(KEPT_AS), request.user)  # it is kept as a new one from now on
        messages.warning(request, format_html("{} {}", told, where))
        return HttpResponseRedirect(f"{page}?{KEPT}={kept.key if kept else ''}")

    def _told_of_deletion(self, object_id: str) -> str:
        attname = self.opts.pk.attname
        rows = self.model.history.filter(**{attname: object_id}, history_type="-").order_by("-history_id")[:1]
        row = next(iter(fetched(rows)), None)
        return _("This record was deleted by %(who)s (%(when)s) while you had it open. What you typed is below.") % {
            "who": (row and row.history_user and row.history_user.get_username()) or _("someone else"),
            "when": format_moment(row.history_date, reader_language()) if row else "–",
        }

    def _as_new(self, request: HttpRequest) -> QueryDict:
        """What was sent for a stored record, as it would be typed for a new one: no row is stored any more."""
        typed = request.POST.copy()
        typed.pop(KEPT_AS, None)  # another form, with a key of its own
        for FormSet, _inline in self.get_formsets_with_inlines(request):
            prefix, tied = FormSet.get_default_prefix(), {FormSet.model._meta.pk.name}
            tied |= {FormSet.fk.name} if hasattr(FormSet, "fk") else set()
            for name in list(typed):
                if name.startswith(f"{prefix}-") and name.rpartition("-")[2] in tied:
                    typed[name] = ""
            typed[f"{prefix}-INITIAL_FORMS"] = "0"
        for name, value in self.get_changeform_initial_data(request).items():
            typed.setdefault(name, str(value))
        return typed

    def _boxes(self, typed: QueryDict) -> list[tuple[str, str]]:
        columns = [(label_of(field), typed.get(field.name)) for field in self.opts.concrete_fields if field.editable]
        return [(label, text) for label, text in columns if text]


class _BroughtBack(forms.BaseForm):
    """A form that is only shown: it asks to be saved."""

    said = ""

    def _post_clean(self) -> None:
        super()._post_clean()
        said = format_html('<span class="question">{}</span>', self.said)
        self.add_error(None, Question(said, "brought_back"))
