"""A record that nobody may see yet, with everything that hangs on it, each text of it marked."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import models
from django.utils import timezone

from iad_portal.lib.records.publishing import Part
from relations.models import Citation, Person, Post, Source
from relations.models.source import Sourced
from relations.models.subject import OfSubject
from tests.making import made, records

WORD = "numbatword"  # beside the mark in every marked text: a query that does not hold the mark itself
STATES = {
    "draft": {"status": "draft"},
    "scheduled": {"status": "published", "publish_at": "tomorrow"},
    "withdrawn": {"status": "withdrawn"},
    "th": {"hold_th": True},
    "en": {"hold_en": True},
}


def hide(record: models.Model, state: str) -> None:
    """Put `record` into one of STATES, as its form does."""
    for name, value in STATES[state].items():
        setattr(record, name, timezone.now() + timedelta(days=1) if value == "tomorrow" else value)
    record.save()


def marked_with_family(model: type[models.Model], mark: str, mark_of_family: str) -> models.Model:
    """A record of `model` with `mark` in its texts, and with a row of each kind that can belong to it; the texts of
    these, of their sources and of the people in them have the `mark_of_family`. Published records of all kinds point
    at it.
    """
    record, mark = made(model, mark), mark_of_family
    family = [record, *children_of(record, mark)]
    for member in family:
        if isinstance(member, Sourced):
            Citation.objects.create(subject=member, source=made(Source, mark))
        for field in member._meta.many_to_many:
            if field.related_model is Person:
                getattr(member, field.name).add(made(Person, mark))
    for other, name in _pointers(model):
        made(other, **{name: [record] if other._meta.get_field(name).many_to_many else record})
    return record


def is_child(model: type[models.Model], name: str) -> bool:
    """Whether a row of `model` belongs to the record that its link `name` leads to, and is seen with it."""
    if model is Post:
        return name in ("city", "embassy")
    owners = {"commitment": ("meeting", "agreement")}.get(model._meta.model_name, (getattr(model, "owner_field", ""),))
    return issubclass(model, Part) and name in owners


def _links_to(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    for other in records():
        for field in [*other._meta.concrete_fields, *other._meta.many_to_many]:
            if field.is_relation and field.related_model is model:
                yield other, field.name


def children_of(record: models.Model, mark: str) -> list[models.Model]:
    """A new row of each kind that belongs to `record`, with `mark` in its texts, and what belongs to these in turn."""
    found = []
    for other, name in _links_to(type(record)):
        if is_child(other, name):
            # A post is a person's own: what is held back of a city is not held back of whom it had as mayor.
            found.append(made(other, "" if "@" in mark and other is Post else mark, **{name: record}))
    found += [grandchild for child in found for grandchild in children_of(child, mark)]
    if not isinstance(record, Part | Post):
        for other in records():
            if issubclass(other, OfSubject) and other is not Citation:
                found.append(made(other, mark, subject=record))
    return found


def _pointers(model: type[models.Model]) -> list[tuple[type[models.Model], str]]:
    return [(other, name) for other, name in _links_to(model) if not is_child(other, name)]
