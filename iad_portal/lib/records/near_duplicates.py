"""Before a second record of the same thing comes to be, the form shows the first and asks.

An admin declares with `twins` what makes two of its records the same; a form asks when one is added, or when what is
compared changes, and takes the record when it is saved again. Whatever the table holds, a rule sends two queries to
the database: candidates are found by a third of the name that a slip of one letter leaves whole, or by equal facts.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django import forms
from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from iad_portal.lib.intake.confirmation import Confirming
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.lib.text.likeness import SHORTEST_WITH_SLIP, are_alike, bare
from iad_portal.lib.text.sorting import letter_key

# So many of the records that are alike are shown.
MOST_SHOWN = 3


class Twins:
    """A rule by which two records are the same thing."""

    @property
    def fields(self) -> tuple[str, ...]:
        """What is compared: changed, it is asked about anew."""
        raise NotImplementedError

    @property
    def beside(self) -> str:
        """The field beside which it is asked."""
        raise NotImplementedError

    def found(self, form: forms.BaseForm) -> Iterable[Any]:
        """The primary keys of stored records that are the same as what `form` holds, without its own."""
        raise NotImplementedError


def others(form: forms.BaseForm) -> models.QuerySet[Any]:
    """The stored records beside the one that is edited."""
    stored: models.QuerySet[Any] = form._meta.model._base_manager.all()
    # A new record may have its key already, typed by hand, that of another one perhaps.
    return stored if form.instance._state.adding else stored.exclude(pk=form.instance.pk)


@dataclass(frozen=True)
class SameFacts(Twins):
    """Equal in all `names`, none of them empty; several-valued ones have one value in common.

    With `alike`, two texts, such as ("title",), must be alike too; with `may_be_empty`, facts may be empty in both.
    """

    names: tuple[str, ...]
    alike: tuple[str, ...] = ()
    may_be_empty: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        return (*self.names, *_columns(self.alike))

    @property
    def beside(self) -> str:
        return _columns(self.alike)[0] if self.alike else self.names[-1]

    def found(self, form: forms.BaseForm) -> Iterable[Any]:
        """Those with the same facts."""
        same = others(form)
        for name in self.names:
            value = form.cleaned_data.get(name)
            if _is_empty(value):
                if name not in self.may_be_empty:
                    return []
                same = same.filter(**{f"{name}__isnull": True})
            else:
                several = form._meta.model._meta.get_field(name).many_to_many
                same = same.filter(**{f"{name}__in" if several else name: value})
        if not self.alike:
            return dict.fromkeys(same.order_by("pk").values_list("pk", flat=True)[: MOST_SHOWN + 1])
        typed = _typed(form, self.alike, bare)
        rows = same.order_by("pk").values_list("pk", *_columns(self.alike)).distinct()
        return [pk for pk, *names in rows if _any_alike(typed, names, bare)]


@dataclass(frozen=True)
class SameName(Twins):
    """Alike in one of `texts` in either language, or like an other name of the record.

    The model keeps sort keys of its `name`. `plain` are names that are not translated. `bare` makes a name comparable.
    """

    texts: tuple[str, ...] = ("name",)
    plain: tuple[str, ...] = ()
    bare: Callable[[str | None], str] = bare
    aliases: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        return (*_columns(self.texts), *self.plain)

    @property
    def beside(self) -> str:
        return self.fields[0]

    def found(self, form: forms.BaseForm) -> Iterable[Any]:
        """Those of the same name."""
        typed = _typed(form, self.texts, self.bare, self.plain)
        if not typed:
            return []
        rows = others(form).filter(_near(typed, self.plain)).order_by("pk").values_list("pk", *self.fields)
        keys = [pk for pk, *names in rows if _any_alike(typed, names, self.bare)]
        if self.aliases:
            keys += self._by_alias(form, typed)
        return dict.fromkeys(keys)

    def _by_alias(self, form: forms.BaseForm, typed: Any) -> list[Any]:
        kind = ContentType.objects.get_for_model(form._meta.model)
        table = form._meta.model._meta.get_field(self.aliases).related_model
        names = table._base_manager.filter(subject_type=kind)
        names = names if form.instance._state.adding else names.exclude(subject_id=str(form.instance.pk))
        pk = form._meta.model._meta.pk
        return [
            pk.to_python(key)
            for key, name in names.order_by("pk").values_list("subject_id", "name")
            if _any_alike(typed, [name], self.bare)
        ]


@dataclass(frozen=True)
class SameAddress(Twins):
    """The same page of the web, with or without https, www, a last slash and what follows it."""

    name: str = "address"

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.name,)

    @property
    def beside(self) -> str:
        return self.name

    def found(self, form: forms.BaseForm) -> Iterable[Any]:
        """Those at the same address."""
        page = page_of(form.cleaned_data.get(self.name) or "")
        rows = others(form).filter(**{f"{self.name}__icontains": page}) if page else others(form).none()
        return [pk for pk, url in rows.order_by("pk").values_list("pk", self.name) if page_of(url) == page]


def page_of(url: str) -> str:
    """What tells one page from another in `url`."""
    return re.sub(r"^https?://(www\.)?", "", url.strip().lower()).partition("#")[0].rstrip("/")


def _columns(texts: Iterable[str]) -> list[str]:
    return [f"{text}_{language}" for text in texts for language in LANGUAGES]


def _is_empty(value: Any) -> bool:
    return value in (None, "") or (isinstance(value, models.QuerySet) and not value)


def _typed(
    form: forms.BaseForm, texts: Iterable[str], comparable: Callable[[str | None], str], plain: Iterable[str] = ()
) -> list[str]:
    names = (form.cleaned_data.get(name) for name in (*_columns(texts), *plain))
    return [name for text in names if (name := comparable(text))]


def _any_alike(typed: list[str], names: Iterable[Any], comparable: Callable[[str | None], str]) -> bool:
    return any(are_alike(text, comparable(name)) for name in names if name for text in typed)


def _near(typed: list[str], plain: tuple[str, ...]) -> Q:
    """A condition that every record meets whose name is like one of `typed`, and few others do."""
    near = Q(pk__in=[])
    for name in typed:
        for language in LANGUAGES:
            units = letter_key(name, language)[:120]
            column = f"sort_{language}"
            if len(units) < SHORTEST_WITH_SLIP:
                near |= Q(**{f"{column}__contains": "".join(units)})
                continue
            # One slip, or two letters that change places, touch two neighbouring thirds at most.
            cuts = [len(units) * part // 3 for part in range(4)]
            for start, end in pairwise(cuts):
                near |= Q(**{f"{column}__contains": "".join(units[start:end])})
        for column in plain:
            near |= Q(**{f"{column}__iexact": name})
    return near


class AsksAboutTwins(Confirming):
    """A form that asks before a second record comes to be. Its admin gives `twins`. Join it before the form class."""

    twins: tuple[Twins, ...] = ()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for rule in self.twins:
            changed = self.instance._state.adding or set(rule.fields) & set(self.changed_data)
            if changed and not set(rule.fields) & self.refused() and (keys := list(rule.found(self))):
                typed = [self[name].data for name in rule.fields if name in self.fields]
                sentence = _("This looks like {records}, already on record. Is it another one?")
                said = format_html(sentence, records=links(self._meta.model, keys))
                self.ask(rule.beside if rule.beside in self.fields else None, said, "near_duplicate", about=f"{typed}")
        return cleaned

    def add_error(self, field: str | None, error: Any) -> None:
        super().add_error(field, error)
        for name in [*self._errors]:
            faults = self._errors[name].data
            faults[:] = [_with_link(self, fault) for fault in faults]


def _with_link(form: forms.BaseForm, fault: ValidationError) -> ValidationError:
    """`fault`, with a link to the record that has what only one may have."""
    check = (fault.params or {}).get("unique_check") or _fields_of(form.instance, fault.code)
    if not check:
        return fault
    facts = {name: getattr(form.instance, form._meta.model._meta.get_field(name).attname) for name in check}
    first = others(form).filter(**facts).values_list("pk", flat=True).first()
    if first is None:
        return fault
    return ValidationError(format_html("{} ({})", fault.messages[0], links(form._meta.model, [first])), fault.code)


def _fields_of(record: models.Model, code: str | None) -> tuple[str, ...]:
    return next(
        (
            constraint.fields
            for constraint in record._meta.constraints
            if constraint.name == code and hasattr(constraint, "fields")
        ),
        (),
    )


def links(model: type[models.Model], keys: list[Any]) -> str:
    """The records of `model` with `keys`, each linked to its form in a new window, so that nothing typed is left."""
    found = model._base_manager.filter(pk__in=keys[:MOST_SHOWN]).order_by("pk")
    related = [field.name for field in model._meta.fields if field.many_to_one and not field.null]
    address = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
    shown = format_html_join(
        ", ",
        '<a href="{}" target="_blank" rel="noopener">{}</a>',
        ((reverse(address, args=[quote(record.pk)]), record) for record in found.select_related(*related)),
    )
    return shown if len(keys) <= MOST_SHOWN else format_html("{} …", shown)


def ask_about_twin_rows(forms: list[Any], texts: tuple[str, ...]) -> None:
    """Ask about each changed row among `forms`, rows of one record, that is like a row before it in one of `texts`."""
    columns = _columns(texts)
    before: list[tuple[models.Model, list[str]]] = []
    for form in forms:
        names = [name for column in columns if (name := getattr(form.instance, column))]  # also of untouched rows
        first = next((row for row, others in before if _any_alike([*map(bare, names)], others, bare)), None)
        if first is not None and set(columns) & set(form.changed_data):
            sentence = _("This looks like the row “{row}”. Is it another one?")
            form.ask(columns[0], format_html(sentence, row=first), "near_duplicate", about=f"{names}")
        before.append((form.instance, names))
