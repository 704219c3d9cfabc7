"""Pickers of related records: they search as one types and never load a whole table.

Stock autocomplete boxes ask the database once each for the name of what is chosen. In a form with thirty rows that is
thirty queries and more; `RowForm` hands each box the names that came with the rows.
"""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.confirmations import confirming_source, tell_confirmation
from iad_portal.lib.desk.rowsets import JudgedTogetherForm
from iad_portal.lib.intake.forms import Intake
from iad_portal.lib.intake.plausible import AsksAboutSlips
from iad_portal.lib.proofreading.forms import AsksAboutWords
from iad_portal.lib.records.in_order import OrderedManyToManyField

ONE_GONE = _("What was chosen here was deleted meanwhile. Choose another one, or leave it empty where that may be.")
SOME_GONE = _(
    "Something that was chosen here was deleted meanwhile, and was taken out. Save again to go on without it."
)


class _KnownChoices:
    """An autocomplete box that asks nothing when `known` (key as text -> name) has all that is chosen."""

    known: dict[str, str] | None = None

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        chosen = [str(key) for key in value if str(key) not in self.choices.field.empty_values]
        if self.known is None or not set(chosen) <= set(self.known):
            return super().optgroups(name, value, attr)
        may_be_empty = not self.is_required and not self.allow_multiple_selected
        options = [self.create_option(name, "", "", False, 0)] if may_be_empty else []
        for key in chosen:
            options.append(self.create_option(name, key, self.known[key], True, len(options)))
        return [(None, options, 0)]


class Picker(_KnownChoices, AutocompleteSelect):
    """One related record."""


class ManyPicker(_KnownChoices, AutocompleteSelectMultiple):
    """Several related records, each taken out by itself.

    No button clears them all: one slip would, and it stands where a list may hold nothing but its entries. Where their
    order counts (`data-in-order`), static/js/desk.js puts what is picked at the end.
    """

    def build_attrs(self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None) -> dict[str, Any]:
        in_order = {"data-in-order": ""} if self._is_in_order else {}
        return super().build_attrs(base_attrs, extra_attrs) | {"data-allow-clear": "false"} | in_order

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        """As Django's, which has them by their names: in the order in which they were picked, where that counts."""
        groups = super().optgroups(name, value, attr)
        if self._is_in_order:
            places = {str(key): place for place, key in enumerate(value)}
            groups[0][1].sort(key=lambda option: places[str(option["value"])])
        return groups

    @property
    def _is_in_order(self) -> bool:
        return isinstance(self.field, OrderedManyToManyField)


def names_of_choices(form: forms.ModelForm) -> dict[str, list[str]]:
    """What is chosen in each picker of `form`, which was not sent; its boxes then ask nothing themselves."""
    found = {}
    for name, box in form.fields.items():
        widget = getattr(box.widget, "widget", box.widget)
        if isinstance(widget, _KnownChoices):
            chosen = getattr(form.instance, name, None)
            records = [] if chosen is None else list(chosen.all()) if widget.allow_multiple_selected else [chosen]
            widget.known = {str(record.pk): str(record) for record in records}
            found[name] = list(widget.known.values())
    return found


class Pickers:
    """Gives every relation of a form a picker; what they point at is added or opened beside it, never deleted there."""

    def _is_picked(self, field: models.Field) -> bool:
        return field.editable and self.admin_site.is_registered(field.remote_field.model)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if self._is_picked(db_field):
            kwargs.setdefault("widget", Picker(db_field, self.admin_site, using=kwargs.get("using")))
            kwargs.setdefault("error_messages", {"invalid_choice": ONE_GONE})
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if self._is_picked(db_field):
            kwargs.setdefault("widget", ManyPicker(db_field, self.admin_site, using=kwargs.get("using")))
            kwargs.setdefault("error_messages", {"invalid_choice": SOME_GONE})
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """As Django's: what the address says. Of a relation only what can be a key: a picker would ask for it."""
        initial = super().get_changeform_initial_data(request)
        relations = {field.name: field for field in self.opts.get_fields() if getattr(field, "formfield", None)}
        return {name: value for name, value in initial.items() if _can_be_chosen(relations.get(name), value)}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field


def _can_be_chosen(field: Any, value: Any) -> bool:
    """Whether `value` (a text, or several) can be what `field` points at; anything goes where it points at nothing."""
    if field is None or not field.is_relation:
        return True
    key = field.remote_field.model._meta.pk
    try:
        for each in value if isinstance(value, list) else [value]:
            key.run_validators(key.to_python(each))
    except ValidationError:
        return False
    return True


class RowForm(Intake, AsksAboutSlips, AsksAboutWords, JudgedTogetherForm):
    """The form of one row of an inline. Relations fetched with the rows name their choices without a query."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, _KnownChoices):
                widget.known = self._known(self._meta.model._meta.get_field(name))
        tell_confirmation(self.fields, self.instance, _source_of(self.instance))

    def _known(self, field: models.Field) -> dict[str, str] | None:
        row = self.instance
        if field.many_to_many:
            fetched = getattr(row, "_prefetched_objects_cache", {}).get(field.name, [] if row.pk is None else None)
            return None if fetched is None else {str(record.pk): str(record) for record in fetched}
        if getattr(row, field.attname) is None:
            return {}
        chosen = getattr(row, field.name)
        return {str(chosen.pk): str(chosen)}


def _source_of(row: models.Model) -> Any:
    """The source that confirms what `row` claims; a row that is new, or not fetched with the others, has none."""
    is_fetched = "citations" in getattr(row, "_prefetched_objects_cache", {})
    return confirming_source(row) if is_fetched else None


class TableRowForm(RowForm):
    """A row of a table: the heading of its column names each box also to people who do not see the table."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            getattr(field.widget, "widget", field.widget).attrs["aria-label"] = field.label
