"""Two officers at one record: the second to save is told, loses nothing typed, and decides.

The form carries the version it was opened on. When the stored one is newer, the save is refused with who saved
meanwhile, when and what; the form stays as typed and now carries the newer version, so that saving again means it.
"""

from typing import Any

from django import forms
from django.db import models
from django.forms.models import model_to_dict
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.history import fetched, in_words
from iad_portal.lib.desk.unique_rows import hidden_repeats
from iad_portal.lib.intake.forms import Intake
from iad_portal.lib.intake.plausible import AsksAboutSlips
from iad_portal.lib.records.held_rows import held
from iad_portal.lib.records.links import linked_keys
from iad_portal.lib.records.near_duplicates import AsksAboutTwins
from iad_portal.lib.records.publishing import Versioned
from iad_portal.lib.records.refusals import SaysBeside
from iad_portal.lib.records.rings import NoRings
from iad_portal.lib.text.bilingual import reader_language


def version_of(record: models.Model, *, lock: bool = False) -> int:
    """The stored version of `record`: its count of saves, or, where it keeps none, its latest row of history.

    With `lock`, inside a transaction, the row is held until the end, so that nobody saves between check and save.
    """
    rows = type(record)._base_manager.filter(pk=record.pk)
    if isinstance(record, Versioned):
        row = held(record) if lock else rows.values("version").first()
        return row["version"] if row else 0
    if lock:
        rows.select_for_update().first()
    return record.history.aggregate(latest=models.Max("history_id"))["latest"] or 0


class SeenField(forms.IntegerField):
    """The version a form was opened on: it says nothing of the record, so it never counts as changed."""

    widget = forms.HiddenInput

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


class VersionForm(Intake, AsksAboutSlips, AsksAboutTwins, NoRings, SaysBeside, LinkedForm):
    """A record's form that knows which version it shows."""

    seen = SeenField(required=False, label=gettext_lazy("version"))
    # Set by the admin: gives the history rows of a record and its parts, the newest first.
    rows_since = None
    history_url = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "seen" in self.fields and self.instance.pk and not self.is_bound:
            self.initial["seen"] = version_of(self.instance)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        seen = self.cleaned_data.pop("seen", None)
        if "seen" in self.fields and self.instance.pk and seen is not None:
            stored = version_of(self.instance, lock=True)
            if stored != seen:
                self.data = self.data.copy()
                self.data[self.add_prefix("seen")] = str(stored)
                self.add_error(None, self._conflict())
        return cleaned

    def validate_unique(self) -> None:
        super().validate_unique()
        for fault in list(hidden_repeats(self)):
            self.add_error(None, fault)

    def _save_m2m(self) -> None:
        """Links that the officer did not touch stay as they are stored: setting them asks for each anew."""
        cleaned = self.cleaned_data
        untouched = {link.name for link in self.instance._meta.many_to_many} - set(self.changed_data)
        self.cleaned_data = {name: value for name, value in cleaned.items() if name not in untouched}
        try:
            super()._save_m2m()
        finally:
            self.cleaned_data = cleaned

    def _conflict(self) -> str:
        entries = self._latest()
        entry = entries[0] if entries else None
        who = (entry and entry.row.history_user and entry.row.history_user.get_username()) or _("someone else")
        when = format_moment(entry.row.history_date, reader_language()) if entry else ""
        changes = [change for entry in entries for change in entry.changes][:6]
        said = format_html_join("; ", "{}: {}", ((change.label, change.new or "–") for change in changes))
        sentence = _(
            "%(who)s saved this record on %(when)s, after you had opened it. All that you typed still stands below, "
            "and so do the files that you chose. "
            "Save again to keep yours in place of theirs, or open the record anew to see theirs."
        ) % {"who": who, "when": when}
        return format_html(
            '{} <span class="conflict">{}</span> <a href="{}">{}</a>', sentence, said, self.history_url, _("History")
        )

    def _latest(self) -> list[Any]:
        """What the latest save changed, in the record and in its rows."""
        rows = self.rows_since() if self.rows_since else fetched(self.instance.history.all()[:2])
        entries = in_words(rows)
        return [entry for entry in entries if entry.row.revision_id == entries[0].row.revision_id]
