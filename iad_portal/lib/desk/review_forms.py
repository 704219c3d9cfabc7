"""Forms whose officer may not let out what they write: sent for review, opened by who may, and let out or sent back.

What would be public with the save is saved only to see that it can be: then the transaction is taken back, and the
boxes of the form wait (reviews.py). Whoever may let it out opens the same form with these boxes in it, reads what
differs from what readers see, mends it, and saves.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.messages import get_messages
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.desk import reviews
from iad_portal.lib.desk.history import Entry, in_words
from iad_portal.lib.desk.kept_forms import KEPT, keep
from iad_portal.lib.desk.review_boxes import boxes_of, completed, no_rows, without_rows
from iad_portal.lib.desk.reviews import REVIEW, Review, State
from iad_portal.lib.desk.roles import OFFICERS_OWN, OUTLETS, is_public, may_let_out
from iad_portal.lib.intake.confirmation import Confirming
from iad_portal.lib.intake.forms import Intake
from iad_portal.lib.records.publishing import Part, Publishable, Status
from iad_portal.lib.records.rehearsal import rehearsal
from iad_portal.lib.records.unit_of_work import current_unit
from iad_portal.lib.text.hygiene import clean_text

# The buttons of a form, beside Django's, and the box for what is said to the reviewer.
SEND, RELEASE, PUBLISH_NOW, REMARK = "_send", "_release", "_publish", "review_remark"
MOST_LETTERS = 2000


class _Waits(Exception):
    """The save could be done, and is taken back: its boxes are to wait, or only to be kept."""

    def __init__(self, key: str, name: str, entries: list[Entry]):
        self.key, self.name, self.entries = key, name, entries


def waits_where_it_must(save_form: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Wrap an admin's method that saves a form in one unit of work: what must be let out by another waits instead."""

    @wraps(save_form)
    def view(self: Any, request: HttpRequest, object_id: str | None, *args: Any) -> HttpResponse:
        review, is_shown = self.review_in(request), hasattr(request, "is_brought_back")
        if review is not None and is_shown:
            request.review_changes = self.changes_of_review(request, lambda: save_form(self, request, object_id, *args))
        if PUBLISH_NOW in request.POST and self.has_publish_permission(request) and not is_shown:
            request.POST = request.POST.copy()
            request.POST["status"] = Status.PUBLISHED.value
        try:
            return save_form(self, request, object_id, *args)
        except _Waits as waits:
            return self.kept_waiting(request, waits)

    return view


class _OfReview(Intake, Confirming):
    """A form that shows a change sent for review. What its author's form does not have, it holds as it is stored."""

    told = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in (*OUTLETS, *OFFICERS_OWN):
            field = self.fields.get(name)
            if field and self.is_bound and self.add_prefix(name) not in self.data:
                self.put(**{name: boxes_of(field, self.get_initial_for_field(field, name))[0]})

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.told:
            self.ask(None, self.told, "review_closed")
        return cleaned


class ReviewForms:
    """For admin classes of records (roles.RoleForms) whose forms are saved by a `waits_where_it_must` method."""

    def review_in(self, request: HttpRequest) -> Review | None:
        """The change whose form the address of `request` asks for, if this officer may see it."""
        if not hasattr(request, "review"):
            found = reviews.find(request.GET.get(REVIEW))
            is_meant = found is not None and found.is_change and found.path == request.path
            own = is_meant and found.sent_by_id == request.user.pk
            request.review = found if is_meant and (own or may_let_out(request.user)) else None
        return request.review

    def what_was_typed(self, request: HttpRequest) -> QueryDict | None:
        """The boxes that the form is to show: what was kept, or a change that waits or was sent back."""
        review = self.review_in(request)
        if review is None or KEPT in request.GET:
            return super().what_was_typed(request)
        if not review.is_open:
            messages.warning(request, _closed_in_words(review))
            return None
        return review.typed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        record = super().get_object(request, *args, **kwargs)
        request.was_public = record is not None and self.needs_letting_out(request, record)
        return record

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        review = self.review_in(request)
        if review is None or request.method != "POST":
            return form
        told = "" if review.is_open or hasattr(request, "is_brought_back") else _closed_in_words(review)
        return type(form)(form.__name__, (_OfReview, form), {"told": told})

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """Rows that the author could only read are shown as they are stored."""
        given = super().get_formset_kwargs(request, obj, inline, prefix)
        if self.review_in(request) is None or f"{prefix}-TOTAL_FORMS" in request.POST or "data" not in given:
            return given
        if hasattr(request, "is_tried"):
            return given | {"data": no_rows(prefix)}
        return {name: value for name, value in given.items() if name not in ("data", "files", "save_as_new")}

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        request.saved_forms = form, formsets, change

    def _boxes_to_wait(self, request: HttpRequest) -> QueryDict:
        """What was sent, completed for the form of somebody who may write in all of its boxes."""
        form, formsets, change = request.saved_forms
        typed = completed(self.sent_with_files(request), [form, *(row for rows in formsets for row in rows.forms)])
        inlines = self.get_inline_instances(request, form.instance if change else None)
        for rows, inline in zip(formsets, inlines, strict=True):
            if not inline.has_change_permission(request, form.instance):
                typed = without_rows(typed, rows.prefix)
        return typed

    def response_add(self, request: HttpRequest, obj: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        is_seen = self.needs_letting_out(request, obj) and self.is_shown_when_new
        self._let_out_or_wait(request, obj, is_seen, is_new=True)
        return self._sent(request) or super().response_add(request, obj, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        self._let_out_or_wait(request, obj, request.was_public or self.needs_letting_out(request, obj))
        return self._sent(request) or super().response_change(request, obj)

    def _sent(self, request: HttpRequest) -> HttpResponse | None:
        """The answer to the form of a draft that waits for review from now on."""
        if not getattr(request, "is_sent", False):
            return None
        messages.success(request, _("Sent for review."))
        return HttpResponseRedirect(reverse("admin:index"))

    def _has_rows_seen_at_once(self, request: HttpRequest) -> bool:
        """Whether this officer, who may not, changed rows that readers see whatever the record's state is.

        Rows of no state, such as the posts of people, and rows that are public records themselves.
        """
        _form, formsets, _change = request.saved_forms
        rows = [row for rows in formsets if not issubclass(rows.model, Part) for row in rows.forms]
        return not may_let_out(request.user) and any(row.has_changed() and is_public(row.instance) for row in rows)

    def _let_out_or_wait(self, request: HttpRequest, obj: Any, must_wait: bool, is_new: bool = False) -> None:
        review = self.review_in(request)
        must_wait = must_wait or self._has_rows_seen_at_once(request)
        is_released = review is None or (RELEASE in request.POST and may_let_out(request.user))
        if must_wait or not is_released or hasattr(request, "is_tried"):
            entries = self._changes_now(request, obj) if hasattr(request, "is_tried") else []
            raise _Waits("" if is_new else str(obj.pk), str(obj), entries)
        if review is not None:
            reviews.release(review, request.user, obj)
        if not isinstance(obj, Publishable):
            return
        form, *_rows = request.saved_forms
        if obj.status != Status.DRAFT:
            if form.initial.get("status", Status.DRAFT) == Status.DRAFT:  # else nothing of it waits
                reviews.let_out([obj], request.user)
        elif SEND in request.POST and self.has_send_permission(request):
            reviews.send(obj, self._path_of(obj), request.user, _remark(request))
            request.is_sent = True

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        reviews.forget_draft(obj)
        super().delete_model(request, obj)

    def _path_of(self, obj: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk])

    def has_send_permission(self, request: HttpRequest) -> bool:
        """Whether the officer writes and does not let out: asked by the actions of lists, too."""
        return not may_let_out(request.user) and self.has_change_permission(request)

    def _changes_now(self, request: HttpRequest, obj: Any) -> list[Entry]:
        """What this unit of work has changed so far, in words."""
        unit = current_unit()
        made = set(unit.revision_ids) if unit else set()
        entries = in_words(self.history_rows(request, obj), hidden=self.hidden_from(request))
        told = [entry for entry in entries if entry.changes or entry.row.history_type == "-"]
        return [entry for entry in told if entry.row.revision_id in made]

    def changes_of_review(self, request: HttpRequest, save: Callable[[], HttpResponse]) -> list[Entry]:
        """What the change in `request` would change, were it saved now; nothing of one that cannot be saved."""
        if self.is_gone(request):
            return []
        sent, request.is_tried = request.POST, True
        del request.is_brought_back
        try:
            with rehearsal():
                save()
        except _Waits as waits:
            return waits.entries
        finally:
            del request.is_tried
            request.POST, request.is_brought_back = sent, True
            request.__dict__.pop("refusal", None)
            get_messages(request)._queued_messages.clear()
        return []

    def is_gone(self, request: HttpRequest) -> bool:
        """Whether the stored record of the change in `request` was deleted."""
        key = request.review.key
        return bool(key) and not self.model._base_manager.filter(pk=key).exists()

    def kept_waiting(self, request: HttpRequest, waits: _Waits) -> HttpResponse:
        """Let the boxes wait for review; without the button for it, keep them for their officer alone."""
        get_messages(request)._queued_messages.clear()
        request.keeps_uploads = True
        if SEND in request.POST and not may_let_out(request.user):
            reviews.send_change(
                self.model, waits.key, waits.name, request.path, request.user, _remark(request),
                self._boxes_to_wait(request), self.review_in(request),
            )  # fmt: skip
            messages.success(request, _("Sent for review. Readers see what they saw before until it is let out."))
            return HttpResponseRedirect(reverse("admin:index"))
        kept = keep(self._boxes_to_wait(request), request.user.pk, request.path)
        messages.info(request, _("What you typed is kept. It is neither sent nor let out yet."))
        query = request.GET.copy()
        query[KEPT] = str(kept.key) if kept else ""
        return HttpResponseRedirect(f"{request.path}?{query.urlencode()}")

    def brought_back_in_words(self, request: HttpRequest) -> str:
        review = self.review_in(request)
        if review is None or KEPT in request.GET:
            return super().brought_back_in_words(request)
        if may_let_out(request.user):
            return _("This change waits for review. Readers do not see it yet: look it through, and let it out.")
        return _("This is the change that you sent. Mend it, and send it for review again.")


def _remark(request: HttpRequest) -> str:
    return clean_text(request.POST.get(REMARK) or "").strip()[:MOST_LETTERS]


def _closed_in_words(review: Review) -> str:
    if review.state == State.LET_OUT:
        said = {"who": review.answerer, "when": review.answered_when}
        return _("%(who)s let this change out already (%(when)s).") % said
    return _("%(who)s took this change back, or sent another in its place.") % {"who": review.sender}
