"""Forms of records that bring back what was typed, when it could not be taken as it was sent."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.history import fetched
from iad_portal.lib.desk.kept_forms import KEPT, TYPED_BY, brought_back, forget, keep, mark_of
from iad_portal.lib.desk.languages import label_of
from iad_portal.lib.intake.confirmation import Question
from iad_portal.lib.text.bilingual import reader_language


def with_what_was_typed(changeform_view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Wrap an admin's `changeform_view`: an address with a key of kept text shows the form as it was typed, unsaved."""

    @wraps(changeform_view)
    def view(
        self: Any,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        key, was_sent = request.GET.get(KEPT), request.method == "POST"
        typed = brought_back(key, request.user, request.path) if key and not was_sent else None
        if typed is not None:
            # As if it had been sent once more; `BroughtBackForms` sees to it that it is refused.
            request.method, request.POST, request._files = "POST", typed, MultiValueDict()
            request.is_brought_back = True
        answer = changeform_view(self, request, object_id, form_url, extra_context)
        if key and was_sent and answer.status_code == 302:
            forget(key, request.user)
        return answer

    return view


class BroughtBackForms:
    """For admin classes whose `changeform_view` is `with_what_was_typed`."""

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        """The class of the form; for what was brought back, one that saves nothing yet."""
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form)(form.__name__, (_BroughtBack, form), {}) if hasattr(request, "is_brought_back") else form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context[TYPED_BY] = mark_of(request.user)
        return super().render_change_form(request, context, *args, **kwargs)

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str | None) -> HttpResponse:
        """The record was deleted while its form lay open: what was typed is offered as a new one, or to copy."""
        if request.method != "POST":
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)
        told = self._told_of_deletion(object_id)
        if not self.has_add_permission(request):
            context = self.admin_site.each_context(request) | {
                "title": told, "opts": opts, "boxes": self._boxes(request.POST),
            }  # fmt: skip
            return TemplateResponse(request, "admin/typed.html", context)
        page = reverse(f"admin:{opts.app_label}_{opts.model_name}_add")
        key = keep(self._as_new(request), request.user.pk, page)
        messages.warning(request, told)
        return HttpResponseRedirect(f"{page}?{KEPT}={key}")

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

    def _post_clean(self) -> None:
        super()._post_clean()
        said = _(
            "This is what you typed; nothing of it is saved yet. Look it through and save. Files must be chosen again."
        )
        self.add_error(None, Question(said, "brought_back"))
