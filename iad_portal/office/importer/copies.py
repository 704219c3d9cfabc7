"""Copies of one record that are compared: as the file says, as it stands, and as the loader last stored it.

History keeps each save under the label of its unit of work: the latest copy under the loader's own label is what the
loader last stored, and a later copy under any other label is an officer's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from iad_portal.lib.claims.witnesses import COLUMNS as CONFIRMATION
from iad_portal.lib.desk.history import fetched, told_fields, value_in
from iad_portal.lib.records.record_links import keyed
from relations.models import Citation, Source

LABEL = "load_starting_data"
# The name under which a list of sources differs, beside the fields of a record.
SOURCES = Citation._meta.label


@cache
def fact_fields(model: type[models.Model]) -> tuple[models.Field, ...]:
    """The fields of `model` that a row of the files can fill.

    When a record was last confirmed is none of them: that rises with its sources and with officers, and a row that
    does not say it would take it back at every load.
    """
    return tuple(field for field in told_fields(model) if field.name not in CONFIRMATION)


def facts_of(record: models.Model, many: Mapping[str, Iterable[Any]] | None = None) -> dict[str, Any]:
    """What a row can say of `record`, by name of field; `many` are the keys of its many-to-many links."""
    return {
        field.name: tuple(sorted((many or {}).get(field.name, ())))
        if field.many_to_many
        else _as_stored(field, getattr(record, field.attname))
        for field in fact_fields(type(record))
    }


def _as_stored(field: models.Field, value: Any) -> Any:
    """`value` of a row as saving leaves it: links to our own records are keys."""
    return keyed(value) if getattr(field, "holds_links", False) else value


def facts_in(row: models.Model) -> dict[str, Any]:
    """The same of a row of history that `fetched()` gave."""
    return {field.name: value_in(row, field) for field in fact_fields(row.instance_type)}


def unlike(facts: dict[str, Any], others: dict[str, Any]) -> list[str]:
    """The names of `facts` whose values differ in `others`; nothing and an empty text are the same."""
    return [name for name, value in facts.items() if _or_none(value) != _or_none(others.get(name))]


def _or_none(value: Any) -> Any:
    return None if value in ("", ()) else value


def history_of(record: models.Model) -> models.QuerySet:
    """All rows of history of `record`."""
    return type(record).history.filter(**{record._meta.pk.attname: record.pk})


def last_stored(rows: models.QuerySet) -> dict[Any, models.Model]:
    """By primary key: what the loader last stored of the records in the history `rows`, without what it took away."""
    own = fetched(rows.filter(revision__label=LABEL).order_by("history_id"))
    pk = rows.model.instance_type._meta.pk.attname
    return {key: row for key, row in {getattr(row, pk): row for row in own}.items() if row.history_type != "-"}


def by_others(rows: models.QuerySet) -> models.QuerySet:
    """Those of the history `rows` that the loader did not write."""
    return rows.exclude(revision__label=LABEL)


class Present:
    """The records of one model as they stand, with the keys of their links: read once, at the first question."""

    def __init__(self, model: type[models.Model]):
        self.records: dict[Any, models.Model] = model._base_manager.in_bulk()
        self._links: dict[Any, dict[str, list]] = defaultdict(lambda: defaultdict(list))
        for link in model._meta.many_to_many:
            own, other = link.m2m_field_name(), link.m2m_reverse_field_name()
            for pk, key in link.remote_field.through._base_manager.values_list(f"{own}_id", f"{other}_id"):
                self._links[pk][link.name].append(key)

    def facts(self, pk: Any) -> dict[str, Any]:
        """What a row can say of the record `pk`."""
        return facts_of(self.records[pk], self._links[pk])


def subject_of(record: models.Model) -> tuple[int, str]:
    """How rows that may belong to any record name `record`."""
    return ContentType.objects.get_for_model(record).pk, str(record.pk)


class Sources:
    """Which sources every record names, in their order: read once, at the first question."""

    def __init__(self) -> None:
        self.rows: dict[tuple, list[Citation]] = defaultdict(list)
        for citation in Citation._base_manager.order_by("order", "pk"):
            self.rows[citation.subject_type_id, citation.subject_id].append(citation)
        self._known: dict[Any, Source] = {}

    def known(self, key: Any) -> Source:
        """The source `key`. They are read together: their file is the first, and most have been made by then."""
        if key not in self._known:
            self._known = Source.objects.in_bulk()
        return self._known[key]

    def of(self, record: models.Model) -> list:
        """The keys of the sources of `record`."""
        return [citation.source_id for citation in self.rows[subject_of(record)]]

    def cite(self, record: models.Model, sources: list) -> int:
        """Let `record` name just `sources`, in this order. Gives how many it did not name before."""
        rows = self.rows[subject_of(record)]
        for citation in rows:
            if citation.source_id not in sources:
                citation.delete()
        kept = {citation.source_id: citation for citation in rows if citation.source_id in sources}
        before = set(kept)
        for order, source in enumerate(sources, 1):
            citation = kept.setdefault(source, Citation(subject=record, source=self.known(source), order=order))
            if citation.pk is None or citation.order != order:
                citation.order = order
                citation.save()
        self.rows[subject_of(record)] = [kept[source] for source in sources]
        return len(set(sources) - before)


def history_of_sources(record: models.Model) -> models.QuerySet:
    """The history of what `record` names as its sources."""
    kind, key = subject_of(record)
    return Citation.history.filter(subject_type_id=kind, subject_id=key)


def sources_last_stored(record: models.Model) -> list:
    """The keys of the sources that the loader last stored for `record`, in order."""
    rows = last_stored(history_of_sources(record)).values()
    return [row.source_id for row in sorted(rows, key=lambda row: row.order)]
