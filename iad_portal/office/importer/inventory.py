"""What is already there: which records of the starting data exist, were deleted by an officer, or are new."""

from collections import Counter
from collections.abc import Callable, Iterable

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.utils import translation

from iad_portal.lib.claims.witnesses import hear
from iad_portal.lib.records.publishing import Publishable, Status
from relations.models import Citation, Source

from .rows import Row


class Gone(Exception):
    """A row needs a record that an officer has deleted: it is left out as well."""


class KnownKeys:
    """The records of one model by their permanent key: those there now, and those that history remembers.

    A key that history remembers is never used again: the officer who deleted the record, or gave it another key,
    meant it. A renamed record is still found by its old key.
    """

    def __init__(self, model: type[models.Model], keys: tuple[str, ...]):
        self.model = model
        remembered = model.history.order_by("history_id").values_list(*keys, model._meta.pk.attname)
        present = model._base_manager.values_list(*keys, "pk")
        self.found: dict[tuple, object] = {tuple(row[:-1]): row[-1] for row in [*remembered, *present]}
        self.alive: set = {row[-1] for row in present}
        self.made: set = set()


class Inventory:
    """Stores what is new, counts what was done, and answers references between records."""

    def __init__(self, step: Callable[[], None] = lambda: None):
        self._known: dict[type[models.Model], KnownKeys] = {}
        self._sources: dict[object, Source] = {}
        self._seen: set[tuple] = set()
        self._step = step
        self.done: dict[type[models.Model], Counter] = {}

    def open(self, model: type[models.Model], *keys: str) -> None:
        """Look up what is known of `model`, whose permanent key is the columns `keys`."""
        self._known[model] = KnownKeys(model, keys)

    def find(self, model: type[models.Model], key: str | int | None, row: Row):
        """The primary key of the record called `key`; a Fault when no file names it, Gone when it was deleted."""
        known = self._known[model]
        if (key,) not in known.found:
            raise row.fault(f"there is no {model._meta.model_name} {key!r}")
        pk = known.found[key,]
        if pk not in known.alive:
            raise Gone
        return pk

    def find_or_none(self, model: type[models.Model], key: str | int | None, row: Row):
        """As find(); None for an empty key."""
        return self.find(model, key, row) if key else None

    def find_all(self, model: type[models.Model], keys: Iterable[str], row: Row) -> list:
        """The primary keys of several records, without those that were deleted."""
        found = []
        for key in keys:
            try:
                found.append(self.find(model, key, row))
            except Gone:
                continue
        return found

    def add(self, record: models.Model, key: tuple, row: Row, sources: Iterable[str] = (), many: dict | None = None):
        """Store `record` under its permanent `key`, unless it is or was there. Gives the record, or None.

        `sources` are codes of sources, in order; `many` the primary keys for its many-to-many fields.
        """
        model = type(record)
        known = self._known[model]
        citing = self.find_all(Source, sources, row)
        if (model, key) in self._seen:
            raise row.fault(f"{', '.join(map(str, key))}: this {model._meta.model_name} is given twice")
        self._seen.add((model, key))
        check(record, row)
        if key in known.found:
            self.count(model, "kept" if known.found[key] in known.alive else "left")
            return None
        self._hear(record, citing)
        store(record, row)
        known.found[key] = record.pk
        known.alive.add(record.pk)
        known.made.add(record.pk)
        self.count(model, "created")
        for name, keys in (many or {}).items():
            if keys:
                getattr(record, name).set(keys)
        self._cite(record, citing)
        return record

    def add_part(self, part: models.Model, owner: type[models.Model], owner_pk, row: Row, sources: Iterable[str] = ()):
        """Store `part` when this run made its owner; else the owner's parts are left as they are. Gives it, or None."""
        citing = self.find_all(Source, sources, row)
        check(part, row)
        if owner_pk not in self._known[owner].made:
            self.count(type(part), "kept")
            return None
        self._hear(part, citing)
        store(part, row)
        self.count(type(part), "created")
        self._cite(part, citing)
        return part

    def leave(self, model: type[models.Model]) -> None:
        """Count a row left out because a record it needs was deleted."""
        self.count(model, "left")

    def count(self, model: type[models.Model], outcome: str) -> None:
        """One more row of `model` was "created", "kept" as it is, or "left" deleted."""
        self._step()
        self.done.setdefault(model, Counter())[outcome] += 1

    def _hear(self, record: models.Model, sources: list) -> None:
        """Let `record` know of its confirmations before it is stored, not after each citation."""
        if missing := set(sources) - self._sources.keys():
            self._sources |= Source.objects.in_bulk(missing)
        for source in sources:
            hear(record, self._sources[source].dated_on)

    def _cite(self, record: models.Model, sources: list) -> None:
        for order, source in enumerate(sources, 1):
            citation = Citation(subject=record, source=self._sources[source], order=order)
            citation.save()
            self.done.setdefault(Citation, Counter())["created"] += 1


def check(record: models.Model, row: Row) -> None:
    """See that every value of `record` fits its field; a Fault at its row when one does not."""
    relations = [field.name for field in record._meta.fields if field.is_relation]
    try:
        record.clean_fields(exclude=relations)
    except ValidationError as error:
        raise row.fault(_in_words(error, record)) from error


def store(record: models.Model, row: Row) -> None:
    """Save `record`; a Fault at its row when it breaks a rule of its own or of the database.

    What is published so was public on the office's old site: it does not come out on the day of the load.
    """
    if isinstance(record, Publishable):
        record.was_public = record.status == Status.PUBLISHED
    try:
        record.clean()
        record.save()
    except ValidationError as error:
        raise row.fault(_in_words(error, record)) from error
    except IntegrityError as error:
        raise row.fault(f"the database refuses this {record._meta.model_name}: {error}") from error


def _in_words(error: ValidationError, record: models.Model) -> str:
    """What is wrong with `record`, naming the field and its value, in English like all that commands say."""
    with translation.override("en"):
        problems = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    field, messages = next(iter(problems.items()))
    value = f"{field} {getattr(record, field, '')!r}: " if field else ""
    return value + " ".join(messages)
