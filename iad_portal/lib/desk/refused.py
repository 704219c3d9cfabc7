"""A save that the database refuses comes back as a refused form: the sentence said, everything typed kept."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib.messages import get_messages
from django.db import IntegrityError, models
from django.http import HttpRequest, HttpResponse

from iad_portal.lib.records.refusals import Refusal, SaysBeside, refusal_of

logger = logging.getLogger(__name__)


def told_when_refused(changeform_view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Wrap an admin's `changeform_view`: a save that the database refuses changes nothing, and the form says why.

    The view brings its own transaction, as Django's does.
    """

    @wraps(changeform_view)
    def view(
        self: Any,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.method != "POST":
            return changeform_view(self, request, object_id, form_url, extra_context)
        try:
            return changeform_view(self, request, object_id, form_url, extra_context)
        except IntegrityError as error:
            request.refusal = refusal_of(error)
            if not request.refusal.is_known:
                logger.exception("The database refused a save of %s", self.opts.label)
        # Some rules are asked only when all is written, and "saved" was already said.
        get_messages(request)._queued_messages.clear()
        for _name, files in request.FILES.lists():
            for file in files:
                file.seek(0)
        return changeform_view(self, request, object_id, form_url, extra_context)

    return view


class RefusedForms:
    """For admin classes whose `changeform_view` is `told_when_refused`. What the forms could not foresee, they tell."""

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        """The class of the form; once the database has refused, one that says so."""
        form = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", None)
        return type(form)(form.__name__, (_Refused, form), {"refusal": refusal}) if refusal else form


class _Refused(SaysBeside):
    """A form that is refused with what the database said."""

    refusal: Refusal

    def _post_clean(self) -> None:
        super()._post_clean()
        refusal, own = self.refusal, self._meta.model
        place = self._place_of(refusal.field) if refusal.field and refusal.model is own else None
        sentence = refusal.sentence
        if refusal.model not in (own, None):
            sentence = f"{refusal.model._meta.verbose_name_plural}: {sentence}"
        self.add_error(place, sentence)
