"""What is seen of reviews: in the form of a record, on a page of their own, and the answer that is given there."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from iad_portal.lib.desk import reviews
from iad_portal.lib.desk.history import Entry
from iad_portal.lib.desk.kept_forms import KEPT, keep
from iad_portal.lib.desk.review_forms import MOST_LETTERS, PUBLISH_NOW, RELEASE, REMARK, SEND
from iad_portal.lib.desk.reviews import Review, State
from iad_portal.lib.desk.roles import may_let_out
from iad_portal.lib.records.publishing import Publishable, Status
from iad_portal.lib.text.hygiene import clean_text

# So many rows stand in a group of the page.
MOST_ROWS = 30


@dataclass(frozen=True)
class Button:
    """A button of a form: its name, its words, and whether it is the one that stands out."""

    name: str
    label: str
    is_primary: bool = False


@dataclass(frozen=True)
class Panel:
    """An open review as a form shows it: `said` who sent it and when, the remarks, and what this officer can do.

    `ticked` names the boxes that its author ticked and that are kept in no column: what they say is done by the save.
    """

    review: Review
    heading: str
    said: str
    open_url: str
    may_send_back: bool
    may_take_back: bool
    entries: list[Entry]
    ticked: list[str]


class ReviewPanels:
    """For admin classes of records whose forms are `ReviewForms`."""

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        shown, stored = self.review_in(request), None if add else obj
        known = reviews.reviews_of(stored) if stored is not None else [shown] if shown is not None else []
        buttons = self.buttons(request, stored)
        ticked = _ticked(context["adminform"].form) if shown is not None else []
        context |= {
            "is_review": shown is not None,
            "form_buttons": buttons,
            "remark_box": REMARK if any(button.name == SEND for button in buttons) else "",
            "remark_typed": request.POST.get(REMARK, ""),
            "review_panels": [self._panel(request, one, ticked) for one in known if one.is_open],
            "earlier_reviews": [one for one in known if not one.is_open],
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def buttons(self, request: HttpRequest, obj: models.Model | None) -> list[Button]:
        """The buttons of the form of `obj` (None: a new record), the first one first; none: Django's own."""
        is_draft = issubclass(self.model, Publishable) and (obj is None or obj.status == Status.DRAFT)
        go_on = Button("_continue", _("Save and continue editing"))
        if may_let_out(request.user):
            if self.review_in(request) is not None:
                return [Button(RELEASE, _("Let the change out"), True), Button("_save", _("Keep for now"))]
            return [Button(PUBLISH_NOW, _("Publish"), True), Button("_save", _("Save")), go_on] if is_draft else []
        if is_draft:
            return [Button(SEND, _("Send for review"), True), Button("_save", _("Save")), go_on]
        if obj is None and not self.is_shown_when_new:
            return [Button("_save", _("Save"), True), Button(SEND, _("Send for review"))]
        must_wait = self.needs_letting_out(request, obj) if obj is not None else not self.is_internal
        return [Button(SEND, _("Send for review"), True), Button("_save", _("Keep for now"))] if must_wait else []

    def _panel(self, request: HttpRequest, review: Review, ticked: list[str]) -> Panel:
        shown, own = self.review_in(request), review.sent_by_id == request.user.pk
        is_shown = shown is not None and shown.pk == review.pk
        may_open = review.is_change and not is_shown and (own or may_let_out(request.user))
        return Panel(
            review=review,
            heading=_("A change waits for review") if review.is_change else _("Waits for review"),
            said=said_of(review),
            open_url=review.url if may_open else "",
            may_send_back=review.is_waiting and may_let_out(request.user),
            may_take_back=own,
            entries=getattr(request, "review_changes", []) if is_shown else [],
            ticked=ticked if is_shown else [],
        )


def _ticked(form: forms.BaseForm) -> list[str]:
    """The labels of the ticked boxes of `form` that are no part of its record."""
    apart = [name for name, field in form.fields.items() if getattr(field, "is_apart", False)]
    boxes = [form[name] for name in apart if isinstance(form.fields[name], forms.BooleanField)]
    return [str(box.label) for box in boxes if box.value()]


def said_of(review: Review) -> str:
    """Who sent `review`, or sent it back, and when."""
    if review.is_waiting:
        return _("Sent by %(who)s on %(when)s.") % {"who": review.sender, "when": review.sent_when}
    return _("Sent back by %(who)s on %(when)s.") % {"who": review.answerer, "when": review.answered_when}


def groups_of(request: HttpRequest) -> list[dict[str, Any]]:
    """What the page of reviews shows: {"title", "count", "rows"}, the oldest first. One query."""
    every = reviews.open_reviews(None if may_let_out(request.user) else request.user)
    own = [review for review in every if review.sent_by_id == request.user.pk]
    groups = [
        (_("Sent back to you"), [review for review in own if not review.is_waiting]),
        (_("Waiting for your review"), [one for one in every if one.is_waiting] if may_let_out(request.user) else []),
        (_("You sent for review"), [review for review in own if review.is_waiting]),
    ]
    return [{"title": title, "count": len(rows), "rows": _rows(rows)} for title, rows in groups if rows]


def _rows(every: list[Review]) -> list[dict[str, Any]]:
    return [
        {
            "url": review.url,
            "kind": capfirst(review.kind_name),
            "name": review.name,
            "is_change": review.is_change,
            "said": said_of(review),
            "remark": review.remark if review.is_waiting else review.answer,
        }
        for review in every[:MOST_ROWS]
    ]


def answered(request: HttpRequest, number: int) -> HttpResponse:
    """Send the review with the key `number` back, or take the own one back; then lead on."""
    review = reviews.find(str(number))
    own = review is not None and review.sent_by_id == request.user.pk
    if review is None or not (own or may_let_out(request.user)):
        raise Http404
    if "take_back" in request.POST and own:
        return _taken_back(request, review)
    if not may_let_out(request.user):
        raise Http404
    said = clean_text(request.POST.get("answer") or "").strip()[:MOST_LETTERS]
    if not said:
        messages.error(request, _("Say what is to be mended, then send it back."))
        return HttpResponseRedirect(review.url)
    if reviews.send_back(review, request.user, said):
        messages.success(request, _("Sent back to %(who)s.") % {"who": review.sender})
    else:
        messages.warning(request, _("Nothing was sent back: it was answered or taken back meanwhile."))
    return HttpResponseRedirect(reverse("admin:index"))


def _taken_back(request: HttpRequest, review: Review) -> HttpResponse:
    """The author goes on from what was sent, a change in the form; a draft only waits no longer."""
    if not review.is_open:
        messages.warning(request, _("Nothing was taken back: it was let out or taken back meanwhile."))
        return HttpResponseRedirect(reverse("admin:index"))
    kept = keep(review.typed, request.user.pk, review.path) if review.is_change else None
    reviews.close(review, State.TAKEN_BACK)
    messages.success(request, _("Taken back: it waits for review no longer."))
    return HttpResponseRedirect(f"{review.path}?{KEPT}={kept.key}" if kept else review.path)
