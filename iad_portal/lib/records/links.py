"""The many-to-many links of a record: all of them in one query, which a unit of work asks once.

A form compares them with what was sent, and the row of history keeps them: both read them here.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

from django.db import models
from django.db.models.functions import Cast
from django.db.models.signals import m2m_changed

from iad_portal.lib.records.unit_of_work import current_unit


class Link(NamedTuple):
    """One link: the key of its row in the table of links, and the key of the other record."""

    row: int
    other: Hashable


def links_of(record: models.Model) -> dict[str, list[Link]]:
    """The links of the stored `record`, by the name of its many-to-many field, in the order in which they were made."""
    unit = current_unit()
    known = unit.noted(_key(record)) if unit else None
    if known is None:
        known = _read(record)
        if unit:
            unit.note(_key(record), known)
    return known


def _key(record: models.Model) -> Hashable:
    return "links", type(record), record.pk


def _read(record: models.Model) -> dict[str, list[Link]]:
    fields, tables = record._meta.many_to_many, []
    for number, field in enumerate(fields):
        other = Cast(f"{field.m2m_reverse_field_name()}_id", models.CharField())
        rows = field.remote_field.through._base_manager.filter(**{field.m2m_field_name(): record.pk}).order_by()
        tables.append(rows.values_list(models.Value(number), "id", other))
    found: dict[str, list[Link]] = defaultdict(list)
    for number, row, other in tables[0].union(*tables[1:], all=True) if tables else ():
        field = fields[number]
        found[field.name].append(Link(row, field.related_model._meta.pk.to_python(other)))
    return {name: sorted(links) for name, links in found.items()}


def linked_keys(record: models.Model, names: Iterable[str]) -> dict[str, list[Hashable]]:
    """The keys of what `record` is linked to by each of its fields `names`; none while it is not stored."""
    names = list(names)
    links = links_of(record) if names and record.pk is not None else {}
    return {name: [link.other for link in links.get(name, ())] for name in names}


def _forget(action: str, **_kwargs: Any) -> None:
    """A link that comes or goes may belong to any record that was read: all are read anew."""
    if action.startswith("post_") and (unit := current_unit()):
        unit.forget("links")


m2m_changed.connect(_forget, dispatch_uid="portal-links-read-once")
