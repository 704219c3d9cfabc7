"""The button of a record's form that shows the public page, with all that is typed, and saves nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import uuid4

from django import forms
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from iad_portal.lib.desk import previews
from iad_portal.lib.proofreading.comparisons import read_again
from iad_portal.lib.records.rehearsal import rehearsal

# The name of the button that asks for it.
PREVIEW = "_preview"


class _Shown(Exception):
    """The save is done, and its pages are made: all of it is to be taken back."""

    def __init__(self, record: models.Model, pages: dict[str, str]):
        self.record, self.pages = record, pages


def is_preview(request: HttpRequest) -> bool:
    """Whether `request` sends a form to be shown, not to be saved."""
    return request.method == "POST" and PREVIEW in request.POST


def has_preview(model_admin: Any) -> bool:
    """Whether the records of `model_admin` have a page of their own to show."""
    return isinstance(model_admin, PreviewForms) and hasattr(model_admin.model, "get_absolute_url")


def shown_before_saved(save_form: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Wrap an admin's method that saves a form in one unit of work: for a preview, that is taken back."""

    @wraps(save_form)
    def view(self: Any, request: HttpRequest, *args: Any) -> HttpResponse:
        if not is_preview(request):
            return save_form(self, request, *args)
        if not has_preview(self):
            raise Http404  # no form of ours sends this; it must not be saved by it
        # Saved or not meanwhile by somebody else: a preview overwrites nothing.
        request.POST = request.POST.copy()
        request.POST.pop("seen", None)
        request.preview_key = uuid4()  # nobody guesses it: who has it may see the page while it is shared
        try:
            with rehearsal():
                refused = save_form(self, request, *args)
        except _Shown as shown:
            read_again()
            preview = previews.keep(request.preview_key, shown.pages, shown.record, request.user, request.path)
            return HttpResponseRedirect(reverse("admin:preview", args=[preview.pk]))
        return self.preview_refused(request, refused)

    return view


class PreviewForms:
    """For admin classes of records with a page of their own, whose forms are saved by a `shown_before_saved` method."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["preview_button"] = PREVIEW if has_preview(self) else ""
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        self._show(request, obj)
        return super().response_add(request, obj, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        self._show(request, obj)
        return super().response_change(request, obj)

    def _show(self, request: HttpRequest, record: Any) -> None:
        if is_preview(request):
            raise _Shown(record, previews.pages_of(record, request.preview_key, request))

    def preview_refused(self, request: HttpRequest, answer: HttpResponse) -> HttpResponse:
        """What is to be mended in the form before there is a page to show; any other answer as it is."""
        context = getattr(answer, "context_data", None) or {}
        if "adminform" not in context:
            return answer
        every = [context["adminform"].form]
        every += [form for inline in context["inline_admin_formsets"] for form in inline.formset.forms]
        sets = [inline.formset.non_form_errors() for inline in context["inline_admin_formsets"]]
        faults = [fault for form in every for fault in _faults_of(form)] + [str(one) for found in sets for one in found]
        page = self.admin_site.each_context(request) | {
            "title": _("There is no preview yet"), "faults": faults, "opts": self.opts,
        }  # fmt: skip
        return TemplateResponse(request, "admin/preview_refused.html", page, status=422)


def _faults_of(form: forms.BaseForm) -> list[str]:
    """Every sentence with which `form` was refused, each after the name of its box."""
    said = []
    for name, errors in form.errors.items():
        label = str(form[name].label) if name in form.fields else ""
        said += [f"{capfirst(label)}: {error}" if label else str(error) for error in errors]
    return said
