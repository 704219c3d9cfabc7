"""Whoever saves, deletes or links a record changes the index, in the same transaction: a form, a command, an import.

Rows written past Django's signals (bulk_create, queryset.update, SQL) are the business of whoever writes them so:
`index.refresh()` for what was written, or the rebuild.
"""

from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models.signals import m2m_changed, post_delete, post_save

from iad_portal.lib.records.movable import Movable
from iad_portal.lib.records.publishing import Part
from iad_portal.lib.records.unit_of_work import tell
from relations.models import KeyRecipient, Post

from . import index
from .kinds import KINDS

_UID = "portal-search"
_by_hand: ContextVar[bool] = ContextVar("index_by_hand", default=False)


@contextmanager
def by_hand():
    """Heed no change inside: who works on very many records brings the index in step in one go."""
    token = _by_hand.set(True)
    try:
        yield
    finally:
        _by_hand.reset(token)


def watch() -> None:
    """Listen to every model of which search knows something; called once, when all apps are there."""
    for searched in KINDS.values():
        _listen(searched.model, _record_changed)
        for relation in searched.model._meta.many_to_many:
            m2m_changed.connect(_links_changed, sender=relation.remote_field.through, dispatch_uid=_UID)
    for model in apps.get_models():
        if issubclass(model, Part):
            _listen(model, _part_changed)
    for model in (Post, KeyRecipient):
        _listen(model, _row_changed)


def _listen(model: type[models.Model], receiver) -> None:
    for signal in (post_save, post_delete):
        signal.connect(receiver, sender=model, dispatch_uid=_UID)


def _record_changed(instance, raw=False, created=False, **_kwargs) -> None:
    if _is_heeded(raw):
        _tell(type(instance), instance.pk, is_new=created)


def _part_changed(instance, raw=False, **_kwargs) -> None:
    if not _is_heeded(raw):
        return  # before its owner is asked for
    record = instance
    while isinstance(record, Part):
        try:
            record = record.owner
        except ObjectDoesNotExist:
            return
    if record is not None:
        _tell(type(record), record.pk)
    _tell_left(instance)


def _row_changed(instance, raw=False, **_kwargs) -> None:
    """A head of mission, the leader of a city, who received the key at a visit: their names find it."""
    if not _is_heeded(raw):
        return
    for subject in (getattr(instance, name) for name in instance.homes):
        if subject is not None:
            _tell(type(subject), subject.pk)
    _tell_left(instance)


def _tell_left(row: models.Model) -> None:
    """What a row has left says less from now on."""
    for model, key in row.left() if isinstance(row, Movable) else ():
        _tell(model, key)


def _links_changed(instance, action, reverse, model, pk_set, **kwargs) -> None:
    if not _is_heeded():
        return
    if not reverse:
        if action.startswith("post_"):
            _tell(type(instance), instance.pk)
    elif action == "pre_clear":
        # Afterwards nobody can tell any more which records were linked.
        instance.unlinked = list(kwargs["sender"].objects.filter(**_end_of(kwargs["sender"], instance)))
    elif action.startswith("post_"):
        own = next(f.attname for f in kwargs["sender"]._meta.fields if f.related_model is model)
        for key in pk_set if pk_set is not None else [getattr(row, own) for row in instance.unlinked]:
            _tell(model, key)


def _end_of(through: type[models.Model], instance: models.Model) -> dict:
    name = next(field.name for field in through._meta.fields if field.related_model is type(instance))
    return {name: instance}


def _is_heeded(raw: bool = False) -> bool:
    return not raw and not _by_hand.get()


def _tell(model: type[models.Model], key, *, is_new: bool = False) -> None:
    if model._meta.model_name in KINDS:
        tell(_refresh, (model._meta.model_name, key, is_new))


def _refresh(changes: list[tuple]) -> None:
    by_kind: dict[str, dict] = defaultdict(dict)
    for kind, key, is_new in changes:
        # A record is new when the first that was told of its key was that it was made.
        by_kind[kind].setdefault(key, is_new)
    for kind, keys in by_kind.items():
        index.refresh(kind, keys, {key for key, is_new in keys.items() if is_new})
