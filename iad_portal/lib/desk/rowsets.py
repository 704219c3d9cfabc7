"""The rows of a record's form as one whole: rules between them are asked of what will stand after the save."""

from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.contrib.contenttypes.forms import BaseGenericInlineFormSet
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.utils.functional import cached_property

from iad_portal.lib.desk.marks import opened_in
from iad_portal.lib.desk.merged_rows import RowsInStep, refuse_open_choices, rows_in_step
from iad_portal.lib.desk.row_rules import JudgedTogether
from iad_portal.lib.desk.saving_order import in_turn
from iad_portal.lib.desk.unique_rows import is_judged_together, repeated, uniques_of
from iad_portal.lib.records.near_duplicates import ask_about_twin_rows
from iad_portal.lib.records.refusals import SaysBeside


class JudgedTogetherForm(SaysBeside, forms.ModelForm):
    """The form of one row: it leaves to its row set what lies between rows."""

    def validate_unique(self) -> None:
        """Asked by the row set."""

    def _post_clean(self) -> None:
        row = self.instance
        row.is_judged_in_form = True
        alone = [
            (model, [constraint for constraint in constraints if not is_judged_together(constraint)])
            for model, constraints in row.get_constraints()
        ]
        row.get_constraints = lambda: alone
        try:
            super()._post_clean()
        finally:
            del row.get_constraints


class RowSet:
    """Joined into Django's formsets. `owner_names` are the fields by which the rows point at their record."""

    owner_names: tuple[str, ...] = ()
    # Texts by which rows are told apart: a second row that is alike in one of them is asked about.
    told_apart_by: tuple[str, ...] = ()
    # Asks about the rows as they will stand, given the record and their forms: what no row can tell by itself.
    ask_together: Callable[[Any, list[Any]], None] | None = None
    _turn: list[Any] | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.in_step = rows_in_step(self, opened_in(self.data)) if self.is_bound else RowsInStep()

    def _construct_form(self, number: int, **kwargs: Any) -> Any:
        form = super()._construct_form(number, **kwargs)
        # A stored row that nobody touched is not judged anew: with hundreds of rows that would be thousands of
        # queries, and what is wrong in it since long must not hold up other work.
        form.empty_permitted = True
        return form

    def owner(self) -> dict[str, Any] | None:
        """The lookups of the stored rows of the record; None while it is not stored itself."""
        raise NotImplementedError

    def validate_unique(self) -> None:
        """In place of Django's own: constraints and rules between rows, over rows of the form and stored ones."""
        # is_valid() raises when others hold on to a row that is to be deleted: every row is asked.
        standing = [form for form in self.forms if form.is_valid() and not self._should_delete_form(form)]
        standing = [form for form in standing if form in self.initial_forms or form.has_changed()]
        # What the officer did not touch comes first: the sentence then stands beside what was typed.
        standing.sort(key=lambda form: form.has_changed())
        # Rows that disagree since long must not hold up other work on the record: none changed, none is asked about.
        changed = {id(form.instance): form for form in standing if form.has_changed()}
        for row, fault in list(self._faults([form.instance for form in standing])) if changed else ():
            if form := changed.get(id(row)):
                form.add_error(None, fault)
        ask_about_twin_rows(standing, self.told_apart_by)
        if self.ask_together:
            self.ask_together(self.instance, standing)
        if self.in_step.told:
            raise ValidationError(self.in_step.told)
        refuse_open_choices(self.in_step)

    def _faults(self, rows: list[models.Model]) -> Iterator[tuple[models.Model, ValidationError]]:
        held, owner = {form.instance.pk for form in self.initial_forms}, self.owner()
        for unique in uniques_of(self.model, self.owner_names):
            for row in repeated(unique, rows, owner, held):
                yield row, unique.fault(row)
        if issubclass(self.model, JudgedTogether):
            stored = self.model._base_manager.filter(**owner) if owner else ()
            yield from self.model.faults_between([*(row for row in stored if row.pk not in held), *rows])

    @cached_property
    def empty_form(self) -> Any:
        """The form from which new rows are copied, made once: a page asks for it five times for each kind of row."""
        return super().empty_form

    @property
    def initial_forms(self) -> list[Any]:
        """The forms of stored rows; while they are saved, in an order in which none stands in another's way."""
        return super().initial_forms if self._turn is None else self._turn

    def save_existing_objects(self, commit: bool = True) -> list[Any]:
        """Delete what is to go and save what is changed: first what makes room."""
        leaving = [form for form in self.initial_forms if self._should_delete_form(form)]
        changed = {id(form.instance): form for form in self.initial_forms if form not in leaving and form.has_changed()}
        turn = in_turn([form.instance for form in changed.values()], uniques_of(self.model, self.owner_names))
        self._turn = leaving + [changed[id(row)] for row in turn]
        try:
            return super().save_existing_objects(commit)
        finally:
            self._turn = None


class OwnRows(RowSet, BaseInlineFormSet):
    """Rows that point at their record by a foreign key."""

    @property
    def owner_names(self) -> tuple[str, ...]:
        return (self.fk.name,)

    def owner(self) -> dict[str, Any] | None:
        return {self.fk.name: self.instance.pk} if self.instance._is_pk_set() else None


class PartRows(RowSet, BaseGenericInlineFormSet):
    """Rows that may belong to a record of any app."""

    @property
    def owner_names(self) -> tuple[str, ...]:
        return (self.ct_field.name, self.ct_fk_field.name)

    def owner(self) -> dict[str, Any] | None:
        if not self.instance._is_pk_set():
            return None
        kind = ContentType.objects.get_for_model(self.instance, for_concrete_model=self.for_concrete_model)
        return {self.ct_field.name: kind, self.ct_fk_field.name: str(self.instance.pk)}
