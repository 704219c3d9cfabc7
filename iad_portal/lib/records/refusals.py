"""What the database refuses, said as the form would have said it.

Forms ask every rule before they save. A rule may still be broken in the moment between: by another officer's save, or
by a constraint that a form cannot ask. SQLite and PostgreSQL tell of it in their own words; here both become the
sentence of the constraint, and the field beside which it belongs.
"""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .constraints import SaidCheck, SaidOnce

_SQLITE = re.compile(r"(?P<kind>UNIQUE|CHECK|NOT NULL|FOREIGN KEY) constraint failed(?:: (?:index )?(?P<what>.+))?")
_KEY_IN_DETAIL = re.compile(r"\((?P<columns>[^()]+)\)=\(")
_KINDS = {"23505": "UNIQUE", "23514": "CHECK", "23502": "NOT NULL", "23503": "FOREIGN KEY"}


@dataclass(frozen=True)
class Refusal:
    """A sentence for people; the model whose row was refused, and the field to mend, as far as the database tells."""

    sentence: str
    model: type[models.Model] | None = None
    field: str | None = None
    is_known: bool = True


@dataclass(frozen=True)
class _Told:
    """What a database tells: the kind of rule, its name, its table, its columns."""

    kind: str = ""
    name: str = ""
    table: str = ""
    columns: tuple[str, ...] = ()


def refusal_of(error: IntegrityError) -> Refusal:
    """What `error` means to the person who saved."""
    told = _told_by_postgresql(error) if hasattr(error.__cause__, "diag") else _told_by_sqlite(error)
    for model in apps.get_models(include_auto_created=True):
        for constraint in model._meta.constraints:
            if constraint.name == told.name or _is_told_by_columns(constraint, model, told):
                beside = constraint.beside if isinstance(constraint, SaidCheck | SaidOnce) else ()
                return Refusal(str(constraint.get_violation_error_message()), model, next(iter(beside), ""))
        if model._meta.db_table == told.table and (found := _of_columns(model, told)):
            return found
    if told.kind == "FOREIGN KEY":
        return Refusal(_("Something that this record names was deleted meanwhile: choose anew."))
    sentence = _("The database refuses this: it does not go with what another officer saved. Look, and save again.")
    return Refusal(sentence, is_known=False)


def _told_by_postgresql(error: IntegrityError) -> _Told:
    facts = error.__cause__.diag
    key = _KEY_IN_DETAIL.search(facts.message_detail or "")
    columns = facts.column_name or (key["columns"] if key else "")
    kind = _KINDS.get(facts.sqlstate, "")
    return _Told(kind, facts.constraint_name or "", facts.table_name or "", tuple(filter(None, columns.split(", "))))


def _told_by_sqlite(error: IntegrityError) -> _Told:
    found = _SQLITE.search(str(error))
    if found is None:
        return _Told("FOREIGN KEY" if "foreign key" in str(error) else "")  # Django's own words, asked in a transaction
    what = (found["what"] or "").strip("'")
    if "." not in what:
        return _Told(found["kind"], what)
    table = what.partition(".")[0]
    return _Told(found["kind"], "", table, tuple(column.partition(".")[2] for column in what.split(", ")))


def _is_told_by_columns(constraint: models.BaseConstraint, model: type[models.Model], told: _Told) -> bool:
    if told.kind != "UNIQUE" or told.table != model._meta.db_table or not getattr(constraint, "fields", ()):
        return False
    return tuple(model._meta.get_field(name).column for name in constraint.fields) == told.columns


def _of_columns(model: type[models.Model], told: _Told) -> Refusal | None:
    """The rule of the columns themselves: unique, or never empty."""
    names = tuple(field.name for field in model._meta.concrete_fields if field.column in told.columns)
    if told.kind == "UNIQUE" and names:
        return Refusal(model().unique_error_message(model, names).messages[0], model, names[-1])
    if told.kind == "NOT NULL" and names:
        label = capfirst(str(model._meta.get_field(names[0]).verbose_name))
        return Refusal(_("“%(field)s” must not be empty.") % {"field": label}, model, names[0])
    return None


class SaysBeside(forms.BaseForm):
    """A form that takes errors of fields which it does not show: they stand over it, or beside the Thai text."""

    def add_error(self, field: str | None, error: Any) -> None:
        if field is None and hasattr(error, "error_dict"):
            shown: dict[str, list[Any]] = {}
            for name, faults in error.error_dict.items():
                shown.setdefault(self._place_of(name), []).extend(faults)
            error = ValidationError(shown)
        super().add_error(field, error)

    def _place_of(self, name: str) -> str:
        return next((candidate for candidate in (name, f"{name}_th") if candidate in self.fields), NON_FIELD_ERRORS)
