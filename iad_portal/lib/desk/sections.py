"""The parts of a record's form: each folds under a line that says what is inside, and opens by itself where it must."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import AdminForm, Fieldset
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from iad_portal.lib.desk.history import Names
from iad_portal.lib.desk.languages import wanted_texts
from iad_portal.lib.desk.pickers import names_of_choices
from iad_portal.lib.records.sides import texts_in_step
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.lib.text.cuts import cut_to

# So many values of a part are named in its line, and so many letters of them.
MOST_VALUES, LONGEST = 3, 90
# The class of a part that officers come for: it always stands open.
OPEN = "stays-open"


@dataclass
class Section:
    """One part: its title, what is inside in words, what is missing in words, and whether it stands open.

    A part with boxes out of sight alone has no title and no line.
    """

    fieldset: Fieldset
    title: str = ""
    said: list[str] = field(default_factory=list)
    lacks: list[str] = field(default_factory=list)
    is_open: bool = False


class FoldedForms(admin.ModelAdmin):
    """For admin classes: the parts of the form, as `sections` in the context of its page."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["form_sections"] = SimpleLazyObject(partial(_sections, context["adminform"]))
        return super().render_change_form(request, context, *args, **kwargs)


def _sections(shown: AdminForm) -> list[Section]:
    form = shown.form
    told = _Told(form) if form.instance.pk is not None else None
    sections = [_section(fieldset, form, told) for fieldset in shown]
    for section in [section for section in sections if section.title][:1]:
        section.is_open = True
    return sections


def _section(fieldset: Fieldset, form: forms.ModelForm, told: "_Told | None") -> Section:
    names = [_name(box) for line in fieldset for box in line]
    if all(name in form.fields and form[name].is_hidden for name in names):
        return Section(fieldset)
    title, is_folded = str(fieldset.name or _("Main facts")), "collapse" in fieldset.classes
    fieldset.name, fieldset.classes = None, fieldset.classes.replace("collapse", "")
    is_touched = bool(set(names) & set(form.errors)) or (form.is_bound and bool(set(names) & set(form.changed_data)))
    if told is None:
        return Section(fieldset, title, is_open=is_touched or not is_folded)
    return Section(fieldset, title, told.values(names), told.lacks(names), is_touched or OPEN in fieldset.classes)


def _name(box: Any) -> str:
    """The name of a box of Django's fieldsets; one that is only read has a dictionary."""
    return str(box.field["name"] if box.is_readonly else box.field.name)


class _Told:
    """What the record of a form holds, in words; of relations what a form that was not sent shows anyway."""

    def __init__(self, form: forms.ModelForm):
        self.record, self.words = form.instance, Names()
        self.chosen = {} if form.is_bound else names_of_choices(form)
        self.texts = texts_in_step(type(self.record))

    def values(self, names: Iterable[str]) -> list[str]:
        """The first values among the columns `names`, or that there are none; texts are told of by their languages."""
        columns = [column for name in names if (column := self._column(name))]
        if not columns:
            return []
        wanted = self._wanted(columns)
        has_texts = any(any(held.values()) for held in wanted.values())
        complete = {"th": _("Thai complete"), "en": _("English complete")}
        said = [complete[one] for one in LANGUAGES if has_texts and all(held[one] for held in wanted.values())]
        found = [value for column in columns if not self._is_text(column) and (value := self._say(column))]
        said += [cut_to(", ".join(found[:MOST_VALUES]), LONGEST)] if found else []
        return said or ([] if has_texts else [_("Nothing yet")])

    def lacks(self, names: Iterable[str]) -> list[str]:
        """For each language the texts among `names` that it lacks, in a sentence."""
        wanted = self._wanted([column for name in names if (column := self._column(name))])
        said = {"th": _("Thai lacks: %(texts)s"), "en": _("English lacks: %(texts)s")}
        missing = {one: [label for label, held in wanted.items() if not held[one]] for one in LANGUAGES}
        return [said[one] % {"texts": ", ".join(labels)} for one, labels in missing.items() if labels]

    def _wanted(self, columns: Iterable[models.Field]) -> dict[str, dict[str, Any]]:
        texts = {column.translated_field.name: None for column in columns if self._is_text(column)}
        return wanted_texts(self.record, texts)

    def _column(self, name: str) -> models.Field | None:
        return next((one for one in self.record._meta.get_fields() if one.name == name and one.concrete), None)

    def _is_text(self, column: models.Field) -> bool:
        return hasattr(column, "translated_field") and column.translated_field.name in self.texts

    def _say(self, column: models.Field) -> str:
        if column.is_relation:
            return ", ".join(self.chosen.get(column.name, ()))
        value = getattr(self.record, column.attname)
        if isinstance(value, bool):
            return capfirst(str(column.verbose_name)) if value else ""
        return self.words.say(column, value)
