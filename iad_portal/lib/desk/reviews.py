"""What waits for somebody who may let it out: a draft as it is stored, or a change of what is public, as it was typed.

A review of a draft only says that the draft waits: the record is edited on as before. A change of what is public is not
stored in the record: the review holds the boxes of the form as they were sent (decision 59), and readers see the former
page until the change is let out. Either is answered once: let out, sent back with a remark, or taken back by its
author.
Reviews that are answered stay as the record's list of them, without the boxes.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.kept_forms import as_text, from_text
from iad_portal.lib.intake.sent_numbers import key_in
from iad_portal.lib.media import kept_uploads
from iad_portal.lib.media.upload_fields import KEPT_SUFFIX
from iad_portal.lib.text.bilingual import reader_language


class State(models.TextChoices):
    """What became of a review."""

    WAITING = "waiting", _("Waits for review")
    SENT_BACK = "sent_back", _("Sent back")
    LET_OUT = "let_out", _("Let out")
    TAKEN_BACK = "taken_back", _("Taken back")


class Review(models.Model):
    """One sending: of which record, by whom, when, with which remark; the boxes of a change; and the answer.

    `is_open` while somebody still has something to do: it waits, or was sent back and not sent again. `key` is empty of
    a record that is not stored yet.
    """

    kind = models.CharField(max_length=60)  # the model's label
    key = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=300)
    path = models.CharField(max_length=300)
    boxes = models.TextField(blank=True)
    is_change = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    is_open = models.BooleanField(default=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    remark = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        abstract = True
        indexes = [
            models.Index(fields=["kind", "key"], name="review_of_record"),
            models.Index(fields=["sent_at"], condition=models.Q(is_open=True), name="review_open"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for an answer."""
        return self.state == State.WAITING

    @property
    def typed(self) -> QueryDict:
        """The boxes of a change."""
        return from_text(self.boxes or "[]")

    @property
    def url(self) -> str:
        """Where it is looked at: the form, with what was typed in it."""
        return f"{self.path}?{REVIEW}={self.pk}" if self.is_change and self.is_open else self.path

    @property
    def kind_name(self) -> str:
        """What sort of record it is of."""
        return str(apps.get_model(self.kind)._meta.verbose_name)

    @property
    def sender(self) -> str:
        """Who sent it, by name."""
        return _name_of(self.sent_by)

    @property
    def answerer(self) -> str:
        """Who answered it, by name."""
        return _name_of(self.answered_by)

    @property
    def sent_when(self) -> str:
        """The moment of sending, in the officer's era."""
        return format_moment(self.sent_at, reader_language())

    @property
    def answered_when(self) -> str:
        """The moment of the answer, in the officer's era; "" before it."""
        return format_moment(self.answered_at, reader_language()) if self.answered_at else ""


# The name in the address of a form for the review whose change it shows.
REVIEW = "review"


def _name_of(officer: Any) -> str:
    return (officer.get_full_name() or officer.get_username()) if officer else "–"


def table() -> type[Review]:
    """The table of reviews (lib has none of its own)."""
    return apps.get_model("iad_portal", "Review")


def _told() -> models.QuerySet[Any]:
    """Reviews with the officers that they name, without the boxes."""
    return table().objects.select_related("sent_by", "answered_by").defer("boxes")


def send(record: models.Model, path: str, officer: AbstractBaseUser, remark: str) -> Review:
    """Let the stored draft `record`, whose form stands at `path`, wait for review; it is asked about once."""
    for before in table().objects.filter(is_open=True, is_change=False, **_of(record)):
        close(before, State.TAKEN_BACK if before.is_waiting else State(before.state))
    return table().objects.create(
        **_of(record), name=str(record)[:300], path=path, sent_by_id=officer.pk, remark=remark
    )


def send_change(  # long: what a review is made of
    model: type[models.Model],
    key: str,
    name: str,
    path: str,
    officer: AbstractBaseUser,
    remark: str,
    typed: QueryDict,
    follows: Review | None = None,
) -> Review:
    """Let a change of what is public wait: the form at `path`, as it was `typed`, of the record with `key` ("": new).

    It takes the place of what this officer sent of that record before, and of the review that it `follows`.
    """
    own = table().objects.filter(is_open=True, is_change=True, sent_by=officer.pk, kind=model._meta.label)
    followed = [follows.pk] if follows else []
    earlier = own.filter(models.Q(pk__in=followed) | models.Q(key=key)) if key else own.filter(pk__in=followed)
    for before in earlier:
        close(before, State.TAKEN_BACK if before.is_waiting else State(before.state))
    review = table().objects.create(
        kind=model._meta.label, key=key, name=name[:300], path=path, sent_by_id=officer.pk, remark=remark,
        is_change=True, boxes=as_text(typed),
    )  # fmt: skip
    kept_uploads.hold(_tokens(review), officer)
    return review


def _tokens(review: Review) -> list[str]:
    return [typed for name, typed in review.typed.items() if name.endswith(KEPT_SUFFIX)]


def _let_go(review: Review) -> None:
    """The files of `review` belong to the form in which its author chose them, for a day."""
    kept_uploads.let_go(_tokens(review), f"{review.kind.lower()}:{review.key}")


def close(review: Review, state: State) -> None:
    """Nobody has anything to do with `review` any more."""
    _let_go(review)
    table().objects.filter(pk=review.pk).update(state=state, is_open=False, boxes="")


def send_back(review: Review, officer: AbstractBaseUser, said: str) -> bool:
    """Send `review` back with what is `said`, if it still waits; its author goes on from the boxes of a change.

    False when somebody answered it, or took it back, meanwhile.
    """
    facts = {"answered_by": officer.pk, "answered_at": timezone.now(), "answer": said}
    waiting = table().objects.filter(pk=review.pk, state=State.WAITING)
    return bool(waiting.update(state=State.SENT_BACK, **facts))


def release(review: Review, officer: AbstractBaseUser, record: models.Model) -> None:
    """The change of `review` is stored in `record`."""
    _let_go(review)
    facts = {"answered_by": officer.pk, "answered_at": timezone.now(), "key": str(record.pk)}
    table().objects.filter(pk=review.pk).update(state=State.LET_OUT, is_open=False, boxes="", **facts)


def let_out(records: Iterable[models.Model], officer: AbstractBaseUser) -> None:
    """The drafts `records` are let out: what waited of them is answered."""
    for record in records:
        drafts = table().objects.filter(is_open=True, is_change=False, **_of(record))
        facts = {"answered_by": officer.pk, "answered_at": timezone.now()}
        drafts.update(state=State.LET_OUT, is_open=False, **facts)


def forget_draft(record: models.Model) -> None:
    """The draft `record` is deleted: it waits no longer. A change waits on, and is offered as a new record."""
    drafts = table().objects.filter(is_open=True, is_change=False, **_of(record))
    drafts.update(state=State.TAKEN_BACK, is_open=False)


def _of(record: models.Model) -> dict[str, str]:
    return {"kind": record._meta.label, "key": str(record.pk)}


def find(number: str | None) -> Review | None:
    """The review with the key `number`, as an address has it."""
    key = key_in(number)
    return table().objects.select_related("sent_by", "answered_by").filter(pk=key).first() if key else None


def reviews_of(record: models.Model) -> list[Review]:
    """All reviews of `record`, the latest first. One query."""
    return list(_told().filter(**_of(record)).order_by("-sent_at", "-pk")[:50])


def waiting_keys(model: type[models.Model]) -> list[str]:
    """The keys of the records of `model` of which something waits for review."""
    rows = table().objects.filter(is_open=True, state=State.WAITING, kind=model._meta.label).exclude(key="")
    return list(rows.values_list("key", flat=True))


def open_reviews(officer: AbstractBaseUser | None = None) -> list[Review]:
    """All that waits or was sent back, or only what `officer` sent, the oldest first. One query."""
    every = _told().filter(is_open=True).order_by("sent_at", "pk")
    return list(every.filter(sent_by=officer.pk) if officer else every)


def number_for(officer: AbstractBaseUser, lets_out: bool) -> int:
    """How many reviews wait for `officer`: those sent back to them; all that wait, of one who `lets_out`. One query."""
    theirs = models.Q(state=State.SENT_BACK, sent_by=officer.pk)
    if lets_out:
        theirs |= models.Q(state=State.WAITING)
    return int(table().objects.filter(theirs, is_open=True).count())
