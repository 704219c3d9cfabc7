"""What an officer's answer to one entry of the queue changes: each is one unit of work, and can be taken back.

An answer is given to what the officer read. The form carries the stamp of the record as it stood then; when the record
says something else by now, nothing is changed and the officer reads it again.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.db.models import Max
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.claims.models import Confirmed
from iad_portal.lib.claims.witnesses import say_still_so
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.history import fetched
from iad_portal.lib.desk.languages import texts_of
from iad_portal.lib.desk.merge_words import name_of
from iad_portal.lib.desk.roles import may_let_out
from iad_portal.lib.intake.sent_numbers import key_in
from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.office.models import Asked
from networks.models import Network, NetworkStatus
from relations.models import Citation, Source

from .confirm_queue import Waiting, extent, read_whole

# All that an answer may change of a record.
_CHANGED = (
    "confirmed_on", "confirmed_precision", "confirmed_by", "doubt_th", "doubt_en", "activity", "terminated_on",
    "ends_on", "ends_precision", "left_on", "left_precision",
)  # fmt: skip


@dataclass
class Given:
    """An answer that was given: what stood before it, and which rows it added; as much as it takes to take it back."""

    name: str
    stamp: str = ""
    before: dict[str, str | None] = field(default_factory=dict)
    asked: int | None = None
    citation: int | None = None


def answerable(request: HttpRequest) -> list[type[models.Model]]:
    """The kinds of records on the desk that the officer may change where they are public, and hence confirm."""
    if not may_let_out(request.user):
        return []
    return [model for model, desk in admin.site._registry.items() if desk.has_change_permission(request)]


def to_confirm(request: HttpRequest) -> int | None:
    """How many entries wait for the officer; None of one who confirms nothing."""
    kinds = answerable(request)
    return extent(request, kinds).count if kinds else None


def may_end(record: Any) -> bool:
    """Whether an officer can say from when on it is no longer so."""
    return isinstance(record, Network) or (isinstance(record, Confirmed) and bool(record.closing_field))


def stamp_of(record: models.Model) -> str:
    """A mark of all that is stored in the row of `record`: another one as soon as anything of it changes."""
    names = [column for column in record._meta.concrete_fields if column.name not in texts_of(type(record))]
    words = "\n".join(str(column.value_from_object(record)) for column in names)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def give(request: HttpRequest, entry: Waiting, answer: str, stamp: str, facts: Any) -> Given:
    """Store the `answer`, a key of ANSWERS, to `entry`, whose record bore `stamp` when it was read.

    `facts` are the other boxes of the form: "ended_on", and "source", the key of a Source. Raises ValidationError with
    a sentence when it cannot be given, PermissionDenied when the officer may not change the record; then nothing is
    changed.
    """
    with unit_of_work():
        record = _held(request, entry, stamp)
        given = Given(entry.name, before=_columns(record))
        if answer not in ANSWERS:
            raise ValidationError(_("Choose one of the answers."))
        if answer != ENDED and facts.get("ended_on"):  # Enter in this box presses the first button of the form
            raise ValidationError(_("A day of the end was typed: choose “Save the end”, or empty the box."))
        if answer != NOT_KNOWN:
            given.citation = _cite(record, facts.get("source"))
        ANSWERS[answer](_Answering(request.user, entry, record, facts, given))
        given.stamp = stamp_of(_read(entry))
    return given


def take_back(request: HttpRequest, given: Given) -> None:
    """Put back what stood before the answer. Raises ValidationError when the record was changed since."""
    entry = Waiting.read(given.name)
    if entry is None:
        raise ValidationError(_GONE)
    with unit_of_work():
        record = _held(request, entry, given.stamp)
        Asked.objects.filter(pk=given.asked).delete()
        for citation in Citation.objects.filter(pk=given.citation):
            citation.delete()
        if given.before != _columns(record):
            for name, value in given.before.items():
                column = record._meta.get_field(name)
                setattr(record, column.attname, None if value is None else column.to_python(value))
            record.save()


_GONE = gettext_lazy("This record was deleted meanwhile.")


def _read(entry: Waiting) -> Any:
    rows = read_whole(entry.model).select_for_update(of=("self",))
    return rows.filter(pk=entry.model._meta.pk.to_python(entry.key)).first()


def _held(request: HttpRequest, entry: Waiting, stamp: str) -> Any:
    """The record of `entry`, held until the unit of work ends."""
    desk, record = admin.site._registry.get(entry.model), _read(entry)
    if desk is None or not may_let_out(request.user) or not desk.has_change_permission(request, record):
        raise PermissionDenied
    if record is None:
        raise ValidationError(_GONE)
    if stamp_of(record) != stamp:
        raise ValidationError(_changed_by(record))
    return record


def _changed_by(record: Any) -> str:
    """Who changed `record` after it was read, and when."""
    row = next(iter(fetched(record.history.order_by("-history_id")[:1])), None) if hasattr(record, "history") else None
    if row is None:
        return _("Somebody changed this record meanwhile. Read it again, then answer.")
    said = _("%(who)s changed this record (%(when)s) after you had opened this page. Read it again, then answer.")
    return said % {"who": name_of(row.history_user), "when": format_moment(row.history_date, reader_language())}


def _columns(record: models.Model) -> dict[str, str | None]:
    """What stands in the columns that an answer may change."""
    found = {column.name: column for column in record._meta.concrete_fields if column.name in _CHANGED}
    values = {name: column.value_from_object(record) for name, column in found.items()}
    return {name: None if values[name] is None else column.value_to_string(record) for name, column in found.items()}


def _cite(record: Any, key: str | None) -> int | None:
    """Let `record` lean on the Source with `key`; the key of the new Citation, None when none was chosen or needed."""
    if not key:
        return None
    source = Source.objects.filter(pk=key_in(key)).first()
    if source is None:
        raise ValidationError(_("This source was deleted meanwhile. Choose another one."))
    cited = Citation.objects.filter(subject_type=ContentType.objects.get_for_model(record), subject_id=str(record.pk))
    if cited.filter(source=source).exists():
        return None
    order = (cited.aggregate(last=Max("order"))["last"] or 0) + 1
    return Citation.objects.create(subject=record, source=source, order=order).pk


@dataclass
class _Answering:
    """What an answer needs: the officer, the entry and its record, the boxes of the form, and what to take back."""

    user: Any
    entry: Waiting
    record: Any
    facts: Any
    given: Given


def _still_so(now: _Answering) -> None:
    """The claim holds today; or what was doubted is right, and no longer doubted."""
    record = now.record
    if now.entry.is_doubt:
        record.doubt_th = record.doubt_en = ""
        record.save()
        return
    try:
        say_still_so(record, now.user)
    except ValueError as error:
        raise ValidationError(_("A later day is already recorded on which this was confirmed.")) from error
    if isinstance(record, Network):
        record.activity = NetworkStatus.ACTIVE
    record.save()


def _ended(now: _Answering) -> None:
    """It is no longer so, since the day that was typed."""
    record = now.record
    if now.entry.is_doubt or not may_end(record):
        raise ValidationError(_("Choose one of the answers."))
    if isinstance(record, Network):
        record.activity = NetworkStatus.PAST
        record.save()
        return
    column = record._meta.get_field(record.closing_field)
    day = column.formfield().clean(now.facts.get("ended_on", ""))
    if day is None:
        raise ValidationError(_("Type when it ended: a day, or only its month or year."))
    if day > calendar.today():
        raise ValidationError(_("This day is still to come. Write a coming end in the form of the record."))
    setattr(record, column.name, day)
    record.validate_constraints()
    record.save()


def _not_known(now: _Answering) -> None:
    """Nobody knows: that it was asked is kept, and the record stays as it is."""
    entry = now.entry
    asked = Asked.objects.create(kind=entry.label, key=entry.key, is_doubt=entry.is_doubt, asked_of=now.user)
    now.given.asked = asked.pk


STILL_SO, ENDED, NOT_KNOWN = "still_so", "ended", "not_known"
ANSWERS: dict[str, Callable[[_Answering], None]] = {STILL_SO: _still_so, ENDED: _ended, NOT_KNOWN: _not_known}
