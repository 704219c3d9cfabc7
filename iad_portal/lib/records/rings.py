"""No record may lead back to itself: part of its own part, renewed by what it renews, superseded by what it supersedes.

A form asks it of every relation of a model to itself, of any length, so that a relation added later is guarded too.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _


def ring_of(
    start: Hashable, first: Iterable[Any], following: Callable[[list[Any]], Iterable[tuple[Any, ...]]]
) -> list[Any]:
    """The shortest way that leads from `start` over one of `first` back to `start`; [] when none does.

    `following` gives the steps, as (from, to), that lead on from each of some keys.
    """
    came_from: dict[Hashable, Hashable] = {}
    steps = [(start, key) for key in first]
    while steps:
        reached = []
        for before, key in steps:
            if key == start:
                return _way_back(start, before, came_from)
            if key is not None and key not in came_from:
                came_from[key] = before
                reached.append(key)
        steps = list(following(reached)) if reached else []
    return []


def _way_back(start: Any, last: Any, came_from: dict[Any, Any]) -> list[Any]:
    way = [start]
    while last != start:
        way.insert(1, last)
        last = came_from[last]
    return [*way, start]


def relations_to_itself(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """The fields by which a record of `model` points at one or several of the same kind."""
    return [field for field in (*model._meta.fields, *model._meta.many_to_many) if field.related_model is model]


def _following(field: "models.Field[Any, Any]") -> Callable[[list[Any]], Iterable[tuple[Any, ...]]]:
    """The steps that lead on over `field` from records with some keys: one query for all of them."""
    if field.many_to_many:
        links, columns = (
            field.remote_field.through._base_manager,
            (field.m2m_field_name(), field.m2m_reverse_field_name()),
        )
        return lambda keys: links.filter(**{f"{columns[0]}__in": keys}).values_list(
            *(f"{column}_id" for column in columns)
        )
    return lambda keys: field.model._base_manager.filter(pk__in=keys).values_list("pk", field.attname)


class NoRings(forms.BaseForm):
    """A record's form that lets no relation lead back to the record; it tells the whole way round."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for field in relations_to_itself(self._meta.model):
            chosen = self.cleaned_data.get(field.name)
            if chosen and self.instance.pk is not None and field.name in self.changed_data:
                keys = [record.pk for record in (chosen if field.many_to_many else [chosen])]
                if ring := ring_of(self.instance.pk, keys, _following(field)):
                    self.add_error(field.name, self._told(ring))
        return cleaned

    def _told(self, ring: list[Any]) -> str:
        records = self._meta.model._base_manager.in_bulk(ring)
        way = " → ".join(str(records[key]) for key in ring)
        return _("This would lead back to the record itself: %(way)s. Choose another one.") % {"way": way}
