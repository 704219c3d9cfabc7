"""Thai and English of one text stand side by side in every form of the admin, made from what is registered once.

A form names the text ("title"); its two columns, their labels and what is required follow from the translation
registration. The column without a language never appears.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modeltranslation.translator import translator

from iad_portal.lib.intake.number_fields import NUMBER_BOXES
from iad_portal.lib.text.bilingual import LANGUAGES


def texts_of(model: type[models.Model]) -> frozenset[str]:
    """The names of the texts of `model` that come in two languages."""
    return frozenset(translator.get_options_for_model(model).all_fields)


def wanted_texts(record: models.Model, texts: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Of `texts` those that must be there, or that either language of `record` has: label -> language -> the text.

    Where nothing stands in a language, that language lacks it.
    """
    wanted = {}
    for text in texts:
        columns = {language: record._meta.get_field(f"{text}_{language}") for language in LANGUAGES}
        held = {language: getattr(record, column.attname) for language, column in columns.items()}
        first = columns[LANGUAGES[0]]
        if any(held.values()) or not first.blank:
            wanted[capfirst(str(first.translated_field.verbose_name))] = held
    return wanted


def in_pairs(model: type[models.Model], fields: Iterable[Any]) -> list[Any]:
    """`fields` of a form with each text replaced by the pair of its columns, Thai first.

    A tuple of fields, which shares one row, is widened in place.
    """
    texts = texts_of(model)
    rows = []
    for entry in fields:
        if isinstance(entry, str):
            rows.append(_columns(entry) if entry in texts else entry)
        else:
            rows.append(tuple(name for part in entry for name in (_columns(part) if part in texts else (part,))))
    return rows


def _columns(text: str) -> tuple[str, ...]:
    return tuple(f"{text}_{language}" for language in LANGUAGES)


def label_of(field: models.Field) -> str:
    """What an officer reads beside `field`: its name, and its language when it is one column of a text."""
    text = getattr(field, "translated_field", None)
    if text is None:
        return capfirst(str(field.verbose_name))
    name = _("Thai") if field.language == "th" else _("English")
    return _("%(text)s (%(language)s)") % {"text": capfirst(str(text.verbose_name)), "language": name}


def text_column(field: models.Field) -> Callable[[models.Model], str]:
    """A column of a list for one language of a text, under the label that the form has too."""

    @admin.display(description=label_of(field), ordering=field.name)
    def text(record: Any) -> str:
        return getattr(record, field.name)

    return text


class LanguagePairs:
    """For forms and inlines of models with texts in two languages: declare `fieldsets` or `fields` by text names.

    The Thai text is required where the model's is.
    """

    formfield_overrides = NUMBER_BOXES | {
        models.URLField: {"assume_scheme": "https"},  # "www.bangkok.go.th" as people type it
    }

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        declared = self.fieldsets or [(None, {"fields": self.fields})]
        return [(title, options | {"fields": in_pairs(self.model, options["fields"])}) for title, options in declared]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None or not hasattr(db_field, "translated_field"):
            return field
        field.label = label_of(db_field)
        field.widget.attrs["lang"] = db_field.language
        if db_field.language != LANGUAGES[0]:
            field.help_text = ""  # said once, under the Thai text
        return field
