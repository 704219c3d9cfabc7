"""Parts have no key of their own: all of one kind that belong to one record are compared as a list.

An untouched list follows the files; a list in which an officer added, changed or deleted a row stays as it is.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from relations.models import OfSubject

from .copies import by_others, facts_in, facts_of, history_of_sources, last_stored, sources_last_stored, unlike
from .rows import Fault, Row
from .saving import check

if TYPE_CHECKING:
    from .inventory import Inventory


@dataclass
class Wanted:
    """A part as a row has it, with the keys of its sources."""

    part: models.Model
    row: Row
    sources: list


class PartLists:
    """What the rows say of the parts of records that were there before this run."""

    def __init__(self, inventory: "Inventory"):
        self._inventory = inventory
        self._wanted: dict[tuple[type, type], dict[Any, list[Wanted]]] = defaultdict(lambda: defaultdict(list))

    def expect(self, part: models.Model, owner: type[models.Model], owner_pk: Any, row: Row, sources: list) -> None:
        """Remember `part` for the list of its kind at the record `owner_pk`."""
        self._wanted[type(part), owner][owner_pk].append(Wanted(part, row, sources))

    def settle(self) -> None:
        """Compare every list; a record of the files with no row left has an empty one."""
        for (model, owner), lists in self._wanted.items():
            link, present = Link(model, owner), defaultdict(list)
            for part in model._base_manager.order_by("pk"):
                present[link.owner_of(part)].append(part)
            known = self._inventory.known(owner)
            for pk in sorted(known.named, key=str):
                if lists[pk] or present[pk]:
                    self._compare(link, known.present.records[pk], lists[pk], present[pk])

    def _compare(self, link: "Link", owner: models.Model, rows: list[Wanted], present: list[models.Model]) -> None:
        """Leave the parts that are as a row says; the others are an officer's, or are brought in step."""
        missing, surplus = self._unpaired(link, rows, present)
        for wanted in missing:
            check(wanted.part, wanted.row)  # tidies values, too: it may be alike after all
        missing, surplus = self._unpaired(link, missing, surplus)
        if not missing and not surplus:
            return
        if self._is_touched(link, owner, present):
            self._tell(link, owner, rows)
            for _row in missing:
                self._inventory.count(link.model, "kept")
        else:
            self._bring_in_step(link, missing, surplus)

    def _unpaired(
        self, link: "Link", rows: list[Wanted], present: list[models.Model]
    ) -> tuple[list[Wanted], list[models.Model]]:
        """The rows that no part is like, and the parts that no row is like."""
        missing, surplus = list(rows), []
        for part in present:
            same = next((wanted for wanted in missing if self._is_as(part, wanted)), None)
            if same is None:
                surplus.append(part)
            else:
                missing.remove(same)
                self._inventory.count(link.model, "kept")
        return missing, surplus

    def _is_as(self, part: models.Model, wanted: Wanted) -> bool:
        is_alike = not unlike(facts_of(wanted.part), facts_of(part))
        return is_alike and self._inventory.sources.of(part) == wanted.sources

    @staticmethod
    def _is_touched(link: "Link", owner: models.Model, present: list[models.Model]) -> bool:
        """Whether an officer added, changed or deleted a part, or a source of one."""
        return by_others(link.history_at(owner)).exists() or any(
            by_others(history_of_sources(part)).exists() for part in present
        )

    def _tell(self, link: "Link", owner: models.Model, rows: list[Wanted]) -> None:
        """Keep as a difference that the files say something else than the loader last stored."""
        stored = [
            (facts_in(row), sources_last_stored(row.instance_type(pk=key)))
            for key, row in last_stored(link.history_at(owner)).items()
        ]
        for wanted in rows:
            facts = facts_of(wanted.part)
            same = [copy for copy in stored if not unlike(facts, copy[0]) and copy[1] == wanted.sources]
            if same:
                stored.remove(same[0])
        if stored or len(rows) != len(last_stored(link.history_at(owner))):
            self._inventory.tell_of_parts(owner, link.model)

    def _bring_in_step(self, link: "Link", missing: list[Wanted], surplus: list[models.Model]) -> None:
        """Change what can be changed, in the order of the rows; where two would meet on the way, make all anew."""
        inventory, pairs = self._inventory, min(len(missing), len(surplus))
        try:
            with transaction.atomic():
                for part, wanted in zip(surplus, missing, strict=False):
                    inventory.change_part(part, wanted)
        except Fault:
            pairs = 0
        for part in surplus[pairs:]:
            part.delete()
            inventory.note(link.model, "removed")
        for number, wanted in enumerate(missing):
            if number < pairs:
                inventory.count(link.model, "changed")
            else:
                inventory.make_part(wanted)


@dataclass
class Link:
    """How the parts `model` name the record of the model `owner` that they belong to."""

    model: type[models.Model]
    owner: type[models.Model]

    @property
    def _column(self) -> str:
        return next(field.attname for field in self.model._meta.concrete_fields if field.related_model is self.owner)

    @property
    def _kind(self) -> int:
        return ContentType.objects.get_for_model(self.owner).pk

    def owner_of(self, part: models.Model) -> Any:
        """The primary key of the record that `part` belongs to; None when it is of another model."""
        if not issubclass(self.model, OfSubject):
            return getattr(part, self._column)
        return self.owner._meta.pk.to_python(part.subject_id) if part.subject_type_id == self._kind else None

    def history_at(self, owner: models.Model) -> models.QuerySet:
        """The history of the parts of `owner`, deleted ones too."""
        if issubclass(self.model, OfSubject):
            return self.model.history.filter(subject_type_id=self._kind, subject_id=str(owner.pk))
        return self.model.history.filter(**{self._column: owner.pk})
