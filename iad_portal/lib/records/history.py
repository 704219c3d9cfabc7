"""Who changed what, and when: one revision number for all that one unit of work changed.

django-simple-history writes a row for every save and deletion. The first row that is written in a unit of work takes a
new Revision, and all later ones share it. A row written outside any unit takes a revision of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import simple_history
from django.apps import apps
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords
from simple_history.signals import pre_create_historical_record

from iad_portal.lib.records.links import links_of
from iad_portal.lib.records.unit_of_work import current_unit

_REVISION = "revision"  # what a unit notes of the one that is certainly stored


@contextmanager
def without_history() -> Iterator[None]:
    """Keep no history of what this process changes inside: for sample content, which nobody answers for."""
    before = getattr(settings, "SIMPLE_HISTORY_ENABLED", True)
    settings.SIMPLE_HISTORY_ENABLED = False
    try:
        yield
    finally:
        settings.SIMPLE_HISTORY_ENABLED = before


def current_user(**_kwargs: Any) -> AbstractBaseUser | None:
    """The officer at work, or None: simple-history asks this for every row."""
    unit = current_unit()
    user = unit.user if unit else None
    return user if getattr(user, "is_authenticated", False) else None


def _take_revision() -> int:
    model, unit = apps.get_model("relations", "Revision"), current_unit()
    if unit is None:
        alone: int = model.objects.create().pk
        return alone
    noted: int | None = unit.noted(_REVISION)
    if noted is not None:
        return noted
    # A transaction or savepoint that was rolled back takes its revision with it: ask before using it again.
    if not unit.revision_ids or not model.objects.filter(pk=unit.revision_ids[-1]).exists():
        unit.revision_ids.append(model.objects.create(label=unit.label[:200], user=current_user()).pk)
    unit.note(_REVISION, unit.revision_ids[-1])
    return unit.revision_ids[-1]


def _stamp(history_instance: Any, **_kwargs: Any) -> None:
    history_instance.revision_id = _take_revision()


pre_create_historical_record.connect(_stamp, dispatch_uid="portal-one-revision")


# What no officer ever changes.
KEPT_BY_THE_HOUSE = (
    *("created_at", "updated_at", "version", "was_public", "first_published_at"),
    *("th_behind_since", "en_behind_since"),
)


class _Manager(HistoryManager):
    """simple-history makes this class anew for every record whose history is asked for: here once."""

    @classmethod
    @cache
    def from_queryset(
        cls, queryset_class: type[models.QuerySet[Any]], class_name: str | None = None
    ) -> type[models.Manager[Any]]:
        """Django's, kept."""
        made: type[models.Manager[Any]] = super().from_queryset(queryset_class, class_name)
        return made


class _Records(HistoricalRecords):
    """simple-history's own, which asks two queries for each many-to-many field of a saved record: here one for all."""

    def create_historical_record_m2ms(self, history_instance: Any, instance: models.Model) -> None:
        """Store with the row of history which records `instance` is linked to."""
        kept = list(history_instance._history_m2m_fields)
        is_new = history_instance.history_type == "+"  # nothing can be linked to it yet
        links = links_of(instance) if kept and not is_new else {}
        kept = [field for field in kept if links.get(field.name)]
        for field in kept:
            own, others = (f"{name}_id" for name in (field.m2m_field_name(), field.m2m_reverse_field_name()))
            self.m2m_models[field].objects.bulk_create(
                self.m2m_models[field](**{"history": history_instance, "id": row, own: instance.pk, others: other})
                for row, other in links[field.name]
            )


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
        records_class=_Records,
        history_manager=_Manager,
        m2m_fields=m2m,
        get_user=current_user,
        excluded_fields=[name for name in (*KEPT_BY_THE_HOUSE, *unkept) if _has(model, name)],
    )


def was_taken_away(model: Any, key: int) -> bool:
    """Whether the record `key` of the publishable `model` was deleted after readers could see it."""
    if model._base_manager.filter(pk=key).exists():
        return False
    history = model.history.filter(id=key)
    end = history.filter(history_type="-").order_by("-history_date").first()
    if end is None:
        return False
    had_come = models.Q(publish_at__isnull=True) | models.Q(publish_at__lte=end.history_date)
    return bool(history.filter(had_come, status__in=("published", "withdrawn")).exists())


def _has(model: type[models.Model], name: str) -> bool:
    # Not get_fields(): it looks through all models for what leads here, anew after each registration.
    return any(f.name == name for f in model._meta.fields)
