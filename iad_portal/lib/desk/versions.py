"""Two officers at one record: the form of the second takes in what the first saved, and loses nothing typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import model_to_dict
from django.utils.translation import gettext_lazy

from iad_portal.lib.desk.marks import SEEN, opened_in
from iad_portal.lib.desk.merged_rows import to_be_chosen
from iad_portal.lib.desk.merging import Merge, merged_form
from iad_portal.lib.desk.sides import SaysSidesAgree
from iad_portal.lib.desk.unique_rows import hidden_repeats
from iad_portal.lib.intake.forms import Intake
from iad_portal.lib.intake.plausible import AsksAboutSlips
from iad_portal.lib.proofreading.forms import AsksAboutWords
from iad_portal.lib.records.links import linked_keys
from iad_portal.lib.records.near_duplicates import AsksAboutTwins
from iad_portal.lib.records.publishing import Versioned
from iad_portal.lib.records.refusals import SaysBeside
from iad_portal.lib.records.rings import NoRings


def version_of(record: models.Model) -> int:
    """The stored version of `record`: its count of saves, or, where it keeps none, its latest row of history."""
    if isinstance(record, Versioned):
        return type(record)._base_manager.filter(pk=record.pk).values_list("version", flat=True).first() or 0
    return record.history.aggregate(latest=models.Max("history_id"))["latest"] or 0


class SeenField(forms.CharField):
    """The marks of a form as it was opened: they say nothing of the record, so they never count as changed."""

    widget = forms.HiddenInput
    is_apart = True

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class LinkedForm(forms.ModelForm):
    """A form that reads all links of its record in one query; Django reads every linked record, field by field."""

    def __init__(self, *args: Any, instance: Any = None, initial: dict[str, Any] | None = None, **kwargs: Any) -> None:
        stored = {}
        if instance is not None:
            opts = self._meta
            links = [link.name for link in instance._meta.many_to_many if link.name in self.base_fields]
            stored = model_to_dict(instance, opts.fields, [*(opts.exclude or ()), *links])
            stored |= linked_keys(instance, links)
        super().__init__(*args, initial=stored | (initial or {}), **kwargs)
        if instance is not None:
            self.instance = instance


class VersionForm(
    Intake, AsksAboutSlips, AsksAboutTwins, AsksAboutWords, NoRings, SaysBeside, SaysSidesAgree, LinkedForm
):
    """A record's form that knows what it showed when it was opened, and takes in what others saved since."""

    seen = SeenField(required=False, label=gettext_lazy("version"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.merge = Merge()
        opened = opened_in(self.data) if self.is_bound and SEEN in self.fields and self.instance.pk else None
        if opened is not None:
            self.data, self.files = self.data.copy(), self.files.copy()
            self.merge = merged_form(self, opened.own if opened.is_known else None, "")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.cleaned_data.pop(SEEN, None)
        for difference in self.merge.asked:
            self.add_error(difference.column.name, to_be_chosen())
        return cleaned

    def validate_unique(self) -> None:
        """As Django does, but whether a code that the officer left as it was belongs to this record is not asked."""
        try:
            self.instance.validate_unique(exclude=self._get_validation_exclusions() | self._own_codes())
        except ValidationError as fault:
            self._update_errors(fault)
        for fault in list(hidden_repeats(self)):
            self.add_error(None, fault)

    def _own_codes(self) -> set[str]:
        """The fields that are unique by themselves and stay as they are stored."""
        if self.instance._state.adding:
            return set()
        unique = {field.name for field in self.instance._meta.fields if field.unique}
        return unique - set(self.changed_data)

    def _save_m2m(self) -> None:
        """Links that the officer did not touch stay as they are stored: setting them asks for each anew."""
        cleaned = self.cleaned_data
        untouched = {link.name for link in self.instance._meta.many_to_many} - set(self.changed_data)
        self.cleaned_data = {name: value for name, value in cleaned.items() if name not in untouched}
        try:
            super()._save_m2m()
        finally:
            self.cleaned_data = cleaned
