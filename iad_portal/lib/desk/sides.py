"""The desk tells where one language of a record lags behind the other, and takes an officer's word that it is right."""

from copy import deepcopy
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.records.publishing import Publishable
from iad_portal.lib.records.sides import behind_since, is_behind
from iad_portal.lib.text.bilingual import LANGUAGES

# The box of the form in which an officer says so.
AGREE = "sides_agree"


class AgreeBox(forms.BooleanField):
    """A word about this save, which is no part of the record: open to whoever may write in any box."""

    is_apart = True


class SaysSidesAgree(forms.ModelForm):
    """A form that tells its record, before it is saved, that the language which was not changed is still right."""

    sides_agree = AgreeBox(
        required=False,
        label=gettext_lazy("The other language is still right"),
        help_text=gettext_lazy(
            "Tick when only one language was changed and the other still says the same, as after a slip of spelling."
        ),
    )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.instance.sides_agree = bool(self.cleaned_data.get(AGREE))
        return cleaned


class SidesFilter(admin.SimpleListFilter):
    """Records of which one language does not follow the other."""

    title, parameter_name = gettext_lazy("languages in step"), "behind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [("en", gettext_lazy("English text is behind")), ("th", gettext_lazy("Thai text is behind"))]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
        language = self.value()
        return queryset.filter(is_behind(language)) if language in LANGUAGES else queryset


def name_the_side(form: type[forms.ModelForm], record: Publishable) -> None:
    """Let the box of `form` name the language of `record` that is behind, if one is."""
    labels = {"th": _("The Thai text is still right"), "en": _("The English text is still right")}
    for language in LANGUAGES:
        if behind_since(record, language):
            box = deepcopy(form.base_fields[AGREE])  # shared by all forms of its class
            box.label = labels[language]
            box.help_text = _("Tick when you have read it and it needs no change.")
            form.base_fields[AGREE] = box
