"""The sources that the public may know of: those on which something leans that lists show now.

A source's title often says what a draft is about. Which records may be seen is asked here of all apps at once, by the
shape of their models, so that this app need not know those above it.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q, QuerySet
from django.db.models.functions import Cast

from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.records.publishing import LISTED, Part, Publishable, visible
from iad_portal.lib.text.sorting import sort_key
from relations.models import Citation, OfSubject, Person, Post, Source, Sourced

_TEXT: "models.CharField[str, str]" = models.CharField(max_length=40)


def publicly_cited() -> list[Source]:
    """Sources that a record names which lists show now, or a part of such a record, by publisher: one query.

    Only what they are sorted and credited by is read: there may be thousands, of which a page shows fifty.
    """
    return sorted(_publicly_cited().rows(), key=_place)


def credits_due(cited: Iterable[Source]) -> list[Source]:
    """Of `cited`, and of those that no record names at all (data and maps of the site itself), whom to credit.

    One query. By publisher, too.
    """
    return sorted((source for source in (*cited, *_cited_by_nothing().rows()) if source.credit_en), key=_place)


def _place(source: Source) -> tuple[str, str]:
    return sort_key(source.publisher_en, "en"), source.code


@kept_query
def _publicly_cited() -> QuerySet[Source]:
    sourced = [model for model in apps.get_models() if issubclass(model, Sourced)]
    citations = Citation.objects.filter(_belongs_to_any(sourced)).order_by()
    return _briefly(Source.objects.filter(pk__in=citations.values("source")))


@kept_query
def _cited_by_nothing() -> QuerySet[Source]:
    return _briefly(Source.objects.filter(citations__isnull=True))


def _briefly(sources: QuerySet[Source]) -> QuerySet[Source]:
    return sources.only("code", "publisher_en", "credit_th", "credit_en").order_by()


def _belongs_to_any(subjects: Iterable[type[models.Model]]) -> Q:
    """The condition that a row's record is one of `subjects` that may be seen."""
    found = Q(pk__in=[])
    for model in subjects:
        keys = model._base_manager.filter(_is_seen(model)).annotate(key_=Cast("pk", _TEXT)).values("key_")
        found |= Q(subject_type=ContentType.objects.get_for_model(model), subject_id__in=keys)
    return found


def _is_seen(model: Any, prefix: str = "") -> Q:
    """The condition that a row of `model`, or the one that `prefix` leads to, may be seen in lists now."""
    if issubclass(model, Publishable):
        return visible(LISTED, prefix=prefix)
    if issubclass(model, OfSubject):
        return _belongs_to_any([other for other in apps.get_models() if _has_rows_of(other, model)])
    if issubclass(model, Part):
        parents = [field for field in model._meta.fields if field.is_relation and _is_parent(field)]
        return _any(_is_seen(field.related_model, f"{prefix}{field.name}__") for field in parents)
    if model is Post:
        return _any([Q(city__isnull=True), visible(LISTED, prefix="city__")]) & _any(
            [Q(embassy__isnull=True), visible(LISTED, prefix="embassy__")]
        )
    return _is_named(model) if model is Person else Q()  # tables of reference have no state


def _is_parent(field: Any) -> bool:
    return field.remote_field.on_delete is models.CASCADE and issubclass(field.related_model, Publishable | Part)


def _has_rows_of(model: type[models.Model], part: type[models.Model]) -> bool:
    return any(field.related_model is part for field in model._meta.private_fields)


def _is_named(model: type[models.Model]) -> Q:
    """The condition that something that may be seen names a row of `model`."""
    related: list[Any] = [*model._meta.related_objects]
    links = [link for link in related if not issubclass(link.related_model, OfSubject)]
    links = [link for link in links if not link.related_model.__name__.startswith("Historical")]
    return _any(
        Q(pk__in=link.related_model._base_manager.filter(_is_seen(link.related_model)).values(link.field.name))
        for link in links
    )


def _any(conditions: Iterable[Q]) -> Q:
    found = Q(pk__in=[])
    for condition in conditions:
        found |= condition
    return found
