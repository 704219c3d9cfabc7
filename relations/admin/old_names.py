"""A renamed record keeps its old name: found by search, and shown beside today's where it was signed."""

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.dates import calendar
from iad_portal.lib.text.bilingual import LANGUAGES
from relations.models import Alias, AliasKind


class _Choice(forms.BooleanField):
    """What is to be done with this save: it says nothing of the record, so it never counts as changed."""

    def has_changed(self, initial, data):
        return False


class KeepsOldName(forms.Form):
    """The choice beside a name: whether a changed one was its name until now, or only misspelt."""

    keep_old_name = _Choice(
        label=gettext_lazy("keep a changed name as a historical name"),
        initial=True,
        required=False,
        help_text=gettext_lazy("Search finds it, and what was signed under it shows it. Untick to mend a misspelling."),
    )


class OldNames:
    """For admin classes of records with a name and other names: what was renamed keeps its old name among them."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = type("RenamingForm", (KeepsOldName, self.form), {})
        return super().get_form(request, obj, change=change, **{"form": form} | kwargs)

    def sections(self, request, obj=None):
        sections = super().sections(request, obj)
        if obj is None or self.open_boxes(request) or not self.has_change_permission(request, obj):
            return sections
        title, options = sections[0]
        fields = list(options["fields"])
        fields.insert(fields.index(("name_th", "name_en")) + 1, "keep_old_name")
        return [(title, options | {"fields": fields}), *sections[1:]]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change and form.cleaned_data.get("keep_old_name") and not self.open_boxes(request):
            for name in _kept(form, _names_in(formsets, form.instance)):
                words = _("The old name “%(name)s” is kept among the other names, as a historical one until today.")
                self.message_user(request, words % {"name": name})


def _names_in(formsets: list[forms.BaseModelFormSet], record: models.Model) -> list[str]:
    """The other names of `record` as they are stored now: those of the form's rows, where it shows them."""
    rows = next((formset for formset in formsets if formset.model is Alias), None)
    if rows is None:
        return [row.name for row in record.aliases.all()]
    return [form.instance.name for form in rows.forms if form.instance.pk]  # a deleted row has lost its key


def _kept(form: forms.ModelForm, others: list[str]) -> list[str]:
    """Store the names that `form` replaced and that are not among `others`, each once; gives those."""
    record, kept = form.instance, []
    known = {name.casefold() for name in others}
    known |= {(getattr(record, f"name_{language}") or "").casefold() for language in LANGUAGES}
    for language in LANGUAGES:
        old = (form.initial.get(f"name_{language}") or "") if f"name_{language}" in form.changed_data else ""
        if old and old.casefold() not in known:
            kind, until = AliasKind.HISTORICAL, calendar.today()
            Alias.objects.create(subject=record, name=old, language=language, kind=kind, until=until)
            kept.append(old)
            known.add(old.casefold())
    return kept
