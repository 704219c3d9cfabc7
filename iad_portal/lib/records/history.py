"""Who changed what, and when: one revision number for all that one request, command or import changed.

django-simple-history writes a row for every save and deletion. `one_revision()` opens a scope; the first row written in
it takes a new Revision, and all later rows of the scope share it. A save outside any scope takes a revision of its own.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import simple_history
from django.apps import apps
from django.conf import settings
from django.db import models
from simple_history.signals import pre_create_historical_record


@dataclass
class Scope:
    """One piece of work: what it is called, who does it, and the revision it has taken."""

    label: str
    user: Any = None
    revision_ids: list[int] = field(default_factory=list)


_scope: ContextVar[Scope | None] = ContextVar("revision_scope", default=None)


@contextmanager
def one_revision(label: str, user=None):
    """Let all that is changed inside share one revision, called `label` (a request path, a command's name).

    `user` is the officer at work, or something lazy that becomes one; None for commands.
    """
    token = _scope.set(Scope(label, user))
    try:
        yield _scope.get()
    finally:
        _scope.reset(token)


@contextmanager
def without_history():
    """Keep no history of what this process changes inside: for sample content, which nobody answers for."""
    before = getattr(settings, "SIMPLE_HISTORY_ENABLED", True)
    settings.SIMPLE_HISTORY_ENABLED = False
    try:
        yield
    finally:
        settings.SIMPLE_HISTORY_ENABLED = before


def current_user(**_kwargs):
    """The officer at work, or None: simple-history asks this for every row."""
    scope = _scope.get()
    user = scope.user if scope else None
    return user if getattr(user, "is_authenticated", False) else None


def _take_revision() -> int:
    model = apps.get_model("relations", "Revision")
    scope = _scope.get()
    # A rolled-back savepoint takes its revision with it: ask before using it again.
    if scope and scope.revision_ids and model.objects.filter(pk=scope.revision_ids[-1]).exists():
        return scope.revision_ids[-1]
    revision = model.objects.create(label=scope.label[:200] if scope else "", user=current_user())
    if scope:
        scope.revision_ids.append(revision.pk)
    return revision.pk


def _stamp(history_instance, **_kwargs):
    history_instance.revision_id = _take_revision()


pre_create_historical_record.connect(_stamp, dispatch_uid="portal-one-revision")


# What no officer ever changes.
KEPT_BY_THE_HOUSE = ("created_at", "updated_at", "version", "was_public", "first_published_at")


class RevisionRow(models.Model):
    """What every row of history carries beside simple-history's own fields."""

    revision = models.ForeignKey("relations.Revision", models.PROTECT, related_name="+")

    class Meta:
        abstract = True


def keep_history(model: type[models.Model], m2m: tuple[str, ...] = (), unkept: tuple[str, ...] = ()) -> None:
    """Record every change of `model`, and of its many-to-many fields named in `m2m`, but for the fields of `unkept`.

    Call it after the model is registered for translation, so that history has the columns of both languages.
    """
    simple_history.register(
        model,
        app=apps.get_app_config(model._meta.app_label).name,
        bases=(RevisionRow,),
        m2m_fields=m2m,
        get_user=current_user,
        excluded_fields=[name for name in (*KEPT_BY_THE_HOUSE, *unkept) if _has(model, name)],
    )


def _has(model: type[models.Model], name: str) -> bool:
    return any(f.name == name for f in model._meta.get_fields())
