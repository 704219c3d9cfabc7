"""What is looked at before a record is published: an admin class and its inlines declare it, the form shows it.

Nothing here refuses a save: an officer who knows better publishes all the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from iad_portal.lib.desk.languages import texts_of
from iad_portal.lib.text.bilingual import LANGUAGES


@dataclass(frozen=True)
class Check:
    """One line of the list: what is looked at, whether it is there, and how much of it (`said`, may be "")."""

    label: str
    is_done: bool
    said: str = ""


@dataclass(frozen=True)
class Filled:
    """That each of the fields `names` of a record holds something; of a text one language is enough."""

    label: Any
    names: tuple[str, ...]

    def of(self, record: models.Model) -> Check:
        """The line for `record`."""
        return Check(str(self.label), all(any(_columns_in(record, name)) for name in self.names))


@dataclass(frozen=True)
class EveryRow:
    """That each row of an inline holds the field `name`; without rows there is no line.

    Of a text one language is enough, unless it is wanted `in_both`.
    """

    label: Any
    name: str
    in_both: bool = False

    def of(self, rows: Sequence[models.Model]) -> Check | None:
        """The line for `rows`."""
        is_there = all if self.in_both else any
        done = sum(is_there(_columns_in(row, self.name)) for row in rows)
        said = {"done": done, "all": len(rows)}
        return Check(str(self.label), done == len(rows), _("%(done)d of %(all)d") % said) if rows else None


@dataclass(frozen=True)
class AnyRow:
    """That an inline has a row at all."""

    label: Any

    def of(self, rows: Sequence[models.Model]) -> Check | None:
        """The line for `rows`."""
        return Check(str(self.label), bool(rows))


def checked(record: models.Model, wanted: Iterable[Filled], formsets: Iterable[Any]) -> list[Check]:
    """The lines for `record`, and for the rows in `formsets`, each with the `checks` of its inline (`opts`)."""
    lines = [one.of(record) for one in wanted]
    for inline in formsets:
        rows = rows_in(inline.formset)
        lines += [line for one in getattr(inline.opts, "checks_of_rows", ()) if (line := one.of(rows))]
    return lines


def rows_in(formset: Any) -> list[models.Model]:
    """The rows that `formset` shows: stored ones, and those that were typed and are not saved yet."""
    return [form.instance for form in formset.forms if form in formset.initial_forms or form.has_changed()]


def _columns_in(record: models.Model, name: str) -> list[Any]:
    names = [f"{name}_{language}" for language in LANGUAGES] if name in texts_of(type(record)) else [name]
    return [getattr(record, column) for column in names]
