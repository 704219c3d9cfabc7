"""What is already there: which records of the starting data exist, were deleted by an officer, or are new.

A record that only the loader ever touched follows its row: changed facts are brought in, and what no row names any more
goes. What an officer touched stays; where the files have changed since, that is told as a difference.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.utils import translation

from iad_portal.lib.claims.witnesses import forget, hear
from iad_portal.lib.proofreading.finding import Finding
from iad_portal.lib.proofreading.proofreader import read_record
from relations.models import Citation, Source

from .copies import (
    LABEL,
    SOURCES,
    Present,
    Sources,
    by_others,
    facts_in,
    facts_of,
    history_of,
    history_of_sources,
    last_stored,
    sources_last_stored,
    unlike,
)
from .part_lists import PartLists, Wanted
from .rows import Row
from .saving import check, store


class Gone(Exception):
    """A row needs a record that an officer has deleted: it is left out as well."""


@dataclass
class Unlike:
    """What the files say of a record that an officer touched: the changed fields with the values of the files.

    No `values` when no row names the record any more.
    """

    record: models.Model
    values: dict[str, Any] = field(default_factory=dict)


class KnownKeys:
    """The records of one model by their permanent key: those there now, and those that history remembers.

    A key that history remembers is never used again: the officer who deleted the record, or gave it another key,
    meant it. What the loader itself took away may come back. A renamed record is still found by its old key.
    """

    def __init__(self, model: type[models.Model], keys: tuple[str, ...]):
        self.model = model
        pk = model._meta.pk.attname
        taken_away = model.history.filter(history_type="-", revision__label=LABEL).values(pk)
        remembered = model.history.exclude(**{f"{pk}__in": taken_away}).order_by("history_id").values_list(*keys, pk)
        present = model._base_manager.values_list(*keys, "pk")
        self.found: dict[tuple, Any] = {tuple(row[:-1]): row[-1] for row in [*remembered, *present]}
        self.alive: set = {row[-1] for row in present}
        self.made: set = set()
        self.named: set = set()  # what a row of this run names
        self._present: Present | None = None

    @property
    def present(self) -> Present:
        """The records as they stand, but for what this run changes."""
        self._present = self._present or Present(self.model)
        return self._present

    def no_longer_named(self) -> list[models.Model]:
        """What the loader once made and no row names now."""
        pk = self.model._meta.pk.attname
        own = self.model.history.filter(history_type="+", revision__label=LABEL).values_list(pk, flat=True)
        keys = set(own) & self.alive - self.named - self.made
        return [self.present.records[key] for key in sorted(keys)]


class Inventory:
    """Stores what is new or has changed, counts what was done, and answers references between records."""

    def __init__(self, step: Callable[[], None] = lambda: None):
        self._known: dict[type[models.Model], KnownKeys] = {}
        self._seen: set[tuple] = set()
        self._step = step
        self.sources = Sources()
        self.parts = PartLists(self)
        self.done: dict[type[models.Model], Counter] = {}
        self.unlike: list[Unlike] = []
        self.stored: list[models.Model] = []
        # What the desk would ask about in the texts that were stored: the record, and what was found.
        self.doubted: list[tuple[models.Model, Finding]] = []

    def look(self) -> None:
        """Read the texts of all that was stored, as the forms of the desk would: an import passes no form."""
        with translation.override("en"):
            self.doubted = [(record, one) for record in self.stored for one in read_record(record)]

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
        """Store `record` under its permanent `key`, or bring what is there in step; unless it was deleted.

        `sources` are codes of sources, in order; `many` the primary keys for its many-to-many fields.
        """
        model = type(record)
        known = self._known[model]
        citing = self.find_all(Source, sources, row)
        if (model, key) in self._seen:
            raise row.fault(f"{', '.join(map(str, key))}: this {model._meta.model_name} is given twice")
        self._seen.add((model, key))
        if known.found.get(key) not in known.alive:
            check(record, row)
        if key not in known.found:
            self._make(record, row, citing, many or {})
            known.found[key] = record.pk
            known.alive.add(record.pk)
            known.made.add(record.pk)
            self.count(model, "created")
        elif known.found[key] not in known.alive:
            self.count(model, "left")
        else:
            known.named.add(known.found[key])
            self.count(model, self._follow(record, known.found[key], row, citing, many or {}))

    def add_part(self, part: models.Model, owner: type[models.Model], owner_pk, row: Row, sources: Iterable[str] = ()):
        """Store `part` when this run made its owner; else it is one of the owner's list, which settle() compares."""
        citing = self.find_all(Source, sources, row)
        if owner_pk in self._known[owner].made:
            check(part, row)
            self._make(part, row, citing, {})
            self.count(type(part), "created")
        else:
            self.parts.expect(part, owner, owner_pk, row, citing)

    def settle(self) -> None:
        """Bring the lists of parts in step, and take away what no row names any more; after all rows are read."""
        self.parts.settle()
        for known in reversed(self._known.values()):
            for record in known.no_longer_named():
                self._take_away(record)

    def leave(self, model: type[models.Model]) -> None:
        """Count a row left out because a record it needs was deleted."""
        self.count(model, "left")

    def count(self, model: type[models.Model], outcome: str) -> None:
        """One more row of `model` was "created", "changed", "kept" as it is, or "left" deleted."""
        self._step()
        self.note(model, outcome)

    def note(self, model: type[models.Model], outcome: str, number: int = 1) -> None:
        """Count what is no row of a file: citations, and what was "removed"."""
        self.done.setdefault(model, Counter())[outcome] += number

    def known(self, model: type[models.Model]) -> KnownKeys:
        """What is known of `model`."""
        return self._known[model]

    def make_part(self, wanted: Wanted) -> None:
        """Store a part that its record lacks."""
        self._make(wanted.part, wanted.row, wanted.sources, {})
        self.count(type(wanted.part), "created")

    def change_part(self, stored: models.Model, wanted: Wanted) -> None:
        """Give the stored part the facts and sources of `wanted`; it is as old as these sources, not as what it was."""
        for name in unlike(facts_of(wanted.part), facts_of(stored)):
            column = stored._meta.get_field(name).attname
            setattr(stored, column, getattr(wanted.part, column))
        forget(stored)
        self._hear(stored, wanted.sources)
        self._store(stored, wanted.row)
        self.cite(stored, wanted.sources)

    def tell_of_parts(self, owner: models.Model, model: type[models.Model]) -> None:
        """Keep as a difference that the files have other parts of the kind `model` than an officer left at `owner`."""
        self.unlike.append(Unlike(owner, {model._meta.label: None}))

    def _hear(self, record: models.Model, sources: list) -> None:
        """Let `record` know of its confirmations before it is stored, not after each citation."""
        for source in sources:
            hear(record, self.sources.known(source).dated_on)

    def _make(self, record: models.Model, row: Row, citing: list, many: dict) -> None:
        self._hear(record, citing)
        self._store(record, row)
        for name, keys in many.items():
            if keys:
                getattr(record, name).add(*keys)
        self.cite(record, citing)

    def _store(self, record: models.Model, row: Row) -> None:
        store(record, row)
        self.stored.append(record)

    def cite(self, record: models.Model, sources: list) -> None:
        """Let `record` name just `sources`, in this order."""
        if made := self.sources.cite(record, sources):
            self.note(Citation, "created", made)

    def _follow(self, record: models.Model, pk: Any, row: Row, citing: list, many: dict) -> str:
        """Bring the record `pk` in step with `record`, as far as no officer touched it; gives what was done."""
        known = self._known[type(record)]
        stored, now = known.present.records[pk], known.present.facts(pk)
        if names := unlike(facts_of(record, many), now):
            check(record, row)  # tidies values, too: it may be alike after all
            facts = facts_of(record, many)
            names = unlike(facts, now)
        if names and not untouched(stored, now):
            self._tell(stored, facts, names)
            return "kept"
        for name in names:
            if name not in many:
                column = record._meta.get_field(name).attname
                setattr(stored, column, getattr(record, column))
        if set(names) - set(many):
            self._store(stored, row)
        for name in set(names) & set(many):
            getattr(stored, name).set(many[name])
        return "changed" if self._follow_sources(stored, citing) or names else "kept"

    def _tell(self, stored: models.Model, facts: dict, names: list[str]) -> None:
        """Keep as a difference what the files say anew; what an officer alone has changed is none."""
        base = last_stored(history_of(stored)).get(stored.pk)
        news = set(names) & set(unlike(facts, facts_in(base) if base else {}))
        if news:
            self.unlike.append(Unlike(stored, {name: facts[name] for name in facts if name in news}))

    def _follow_sources(self, stored: models.Model, citing: list) -> bool:
        """Let `stored` name the sources `citing`, unless an officer touched its list; whether it was changed."""
        if self.sources.of(stored) == citing:
            return False
        if not by_others(history_of_sources(stored)).exists():
            self.cite(stored, citing)
            return True
        if sources_last_stored(stored) != citing:
            self.unlike.append(Unlike(stored, {SOURCES: tuple(citing)}))
        return False

    def _take_away(self, record: models.Model) -> None:
        model = type(record)
        if untouched(record, self._known[model].present.facts(record.pk)):
            try:
                with transaction.atomic():
                    record.delete()
            except (models.ProtectedError, models.RestrictedError):
                pass  # something of an officer's stands on it
            else:
                self.note(model, "removed")
                return
        self.unlike.append(Unlike(record))


def untouched(record: models.Model, now: dict[str, Any]) -> bool:
    """Whether `record`, which stands as `now`, is just as the loader last stored it, and no officer said “still so”."""
    if getattr(record, "confirmed_by_id", None) is not None:
        return False
    rows = history_of(record)
    base = last_stored(rows).get(record.pk)
    return base is not None and (not by_others(rows).exists() or not unlike(facts_in(base), now))
