"""Asked once, confirmed by saving again: for what is most likely a slip, and yet could be meant.

A form that doubts something asks (`Confirming.ask`) instead of refusing. The first time the form comes back with the
question, everything typed still in it; the page then carries, out of sight, which questions it showed. Saved again with
the same value, a question counts as answered; another value is asked about anew. The page carries the questions of
all its forms and rows together, so that a row may move, and an answer outlasts a save refused for another reason.
"""

import hashlib
import json
import re
from typing import Any

from django import forms
from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from iad_portal.lib.records.rehearsal import is_rehearsal

# The name under which a page carries the questions that it showed.
CARRIED = "confirmed"
_DIGESTS = re.compile(r"\b[0-9a-f]{16}\b")
_MOST = 400


class Question(ValidationError):
    """A question among a form's errors."""


class Confirming(forms.BaseForm):
    """A form that may ask. Join it before the form class, and call `ask` while the form is being validated."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The digests that this form's page carries on: what it brought, and what was asked this time.
        self.shown: dict[str, None] = {}

    def ask(
        self, field: str | None, sentence: str, code: str, about: str | None = None, next_step: str | None = None
    ) -> bool:
        """Ask whether the value of `field` is meant, unless that was asked and the form was saved again with it.

        `sentence` is one translated sentence, perhaps safe HTML with a link; `next_step` is said after it, or else how
        to say that it is meant. `code` names the question among those of this field. What is asked about is what was
        typed in `field`; without a field it is `about`, or else the sentence. Gives whether it was answered; when not,
        the form is invalid.
        """
        typed = about if about is not None else self[field].data if field else str(sentence)
        asked = _digest(self, code, field, typed)
        answered = is_rehearsal() or asked in _carried_by(self.data)
        self.shown[asked] = None
        if not answered:
            words = (sentence, next_step or _("If it is meant, save again."))
            self._add_question(field, Question(format_html('<span class="question">{} {}</span>', *words), code))
        return answered

    def _add_question(self, field: str | None, question: Question) -> None:
        """Django takes away what has an error. This value can be read: what else is to be asked of it is asked now."""
        read = {name: value for name, value in self.cleaned_data.items() if name == field}
        self.add_error(field, question)
        self.cleaned_data.update(read)

    def refused(self) -> set[str]:
        """The fields whose value cannot be taken, whatever is answered."""
        faults = self.errors.as_data().items()
        return {name for name, errors in faults if any(not isinstance(error, Question) for error in errors)}


def _digest(form: forms.BaseForm, code: str, field: str | None, typed: Any) -> str:
    subject = form._meta.model._meta.label if hasattr(form, "_meta") else type(form).__name__
    return digest_of([subject, code, field, typed])


def digest_of(asked: list[Any]) -> str:
    """A short mark of what was asked about, which a page carries until it is answered."""
    words = json.dumps(asked, default=str, ensure_ascii=False)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _carried_by(data: Any) -> list[str]:
    return _DIGESTS.findall(str(data.get(CARRIED) or ""))[-_MOST:]


def _errors_of(form: forms.BaseForm) -> list[ValidationError]:
    # Rows that the officer may only see have none: Django then puts a plain dictionary.
    faults = form.errors.as_data() if form.is_bound and form.errors else {}
    return [error for errors in faults.values() for error in errors]


class ConfirmingPages:
    """For admin classes: form pages carry their questions, and say at the top when a question is all that is wrong."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        main: AdminForm = context["adminform"]
        formsets = [inline.formset for inline in context.get("inline_admin_formsets", ())]
        every = [main.form, *(form for formset in formsets for form in formset.forms)]
        shown = dict.fromkeys(_carried_by(request.POST))
        for form in every:
            shown |= getattr(form, "shown", {})
        errors = [error for form in every for error in _errors_of(form)]
        refusals = any(not isinstance(error, Question) for error in errors) or any(
            formset.is_bound and formset.non_form_errors() for formset in formsets
        )
        context |= {"confirmed": " ".join(shown), "only_asks": bool(errors) and not refusals}
        return super().render_change_form(request, context, *args, **kwargs)
