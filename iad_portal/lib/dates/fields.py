"""Model fields for dates: known to the day, month or year (two columns, one value), full days, and moments.

All give the form fields that take either era, also in the admin, whose own date widgets take the Common Era only.
"""

import datetime
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django import forms
from django.core import checks
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.db.models.signals import class_prepared
from django.utils.translation import gettext_lazy as _

from .calendar import PartialDate, Precision
from .forms import DayFormField, MomentFormField, MonthFormField, PartialDateFormField


class _EraFormMixin:
    """Uses `era_form_class` whatever form class or widget the admin would put in its place.

    What is ordinary for the date is said with the field: from the year `since` (C.E.) to so many years `ahead` of
    today. Forms ask about what lies outside (lib.intake.plausible); no table knows of it.
    """

    era_form_class: type[forms.Field]

    def __init__(self, *args: Any, since: int = 1900, ahead: int = 10, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.since, self.ahead = since, ahead

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        return super().formfield(**(kwargs | {"form_class": self.era_form_class, "widget": self.era_form_class.widget}))


class DayField(_EraFormMixin, models.DateField):
    """A date known to the day, or none."""

    era_form_class = DayFormField


class MonthField(DayField):
    """A month, stored as its first day."""

    era_form_class = MonthFormField


class MomentField(_EraFormMixin, models.DateTimeField):
    """A date with its time of day, typed in either era and meant in Bangkok's time."""

    era_form_class = MomentFormField


class PrecisionField(models.CharField):
    """The column beside a PartialDateField that says how much of the date is known; "" when there is no date."""

    settled = {
        "verbose_name": _("known to the"),
        "max_length": 5,
        "choices": Precision.choices,
        "blank": True,
        "default": "",
        "editable": False,
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**(self.settled | kwargs))

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        # Migrations need not repeat what is settled here, nor change when a label does.
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {key: value for key, value in kwargs.items() if self.settled.get(key) != value}


# A page reads the same dates again and again: making one takes longer than finding it.
_partial = lru_cache(maxsize=16_384)(PartialDate.of)


class _DateAttribute(DeferredAttribute):
    """Reads two columns as one PartialDate and writes one value to both.

    Model.__init__ sets the two in any order, each for the first time and on a record still being added: there a plain
    date leaves a precision that is already set alone. Anywhere else a plain date means a full day.
    """

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> Any:
        if instance is None:
            return super().__get__(instance, cls)
        try:
            value, precision = instance.__dict__[self.field.attname], instance.__dict__[self.field.precision_field]
        except KeyError:  # not fetched yet
            value = super().__get__(instance, cls)
            precision = getattr(instance, self.field.precision_field)
        if value is None or not isinstance(value, datetime.date):
            return value
        return _partial(value, precision or Precision.DAY)

    def __set__(self, instance: models.Model, value: Any) -> None:
        columns, precision = instance.__dict__, self.field.precision_field
        value = self.field.read(value)
        in_init = self.field.attname not in columns and instance._state.adding
        if isinstance(value, PartialDate):
            columns[precision] = value.precision
            value = value.first_day
        elif value is None:
            columns[precision] = ""
        elif not in_init or columns.get(precision) == "":
            columns[precision] = Precision.DAY.value
        columns[self.field.attname] = value


class _PrecisionAttribute(DeferredAttribute):
    """Keeps the precision in step with its date: blank without one, never blank with one."""

    def __init__(self, field: models.Field, date_attname: str) -> None:
        super().__init__(field)
        self.date_attname = date_attname

    def __set__(self, instance: models.Model, value: Any) -> None:
        columns = instance.__dict__
        if self.date_attname in columns:
            # A default that arrives after the date, or a row written before the column was kept.
            value = (value or columns.get(self.field.attname) or "day") if columns[self.date_attname] else ""
        columns[self.field.attname] = str(value or "")


class PartialDateField(_EraFormMixin, models.DateField):
    """A date known to the day, month or year: this column holds its first day, `precision_field` names the other.

    Reading gives a PartialDate or None. Setting a PartialDate sets both columns, a plain date or ISO string a full day
    ("2006-06" a month), None clears both. In queries it is the plain first day. queryset.update(), bulk_update and
    save(update_fields=...) write only the columns they are told: name both.
    """

    if TYPE_CHECKING:  # what `_DateAttribute` gives and takes; every such field may be empty

        def __get__(self, instance: models.Model, owner: Any = None) -> PartialDate | None: ...
        def __set__(self, instance: models.Model, value: datetime.date | str | None) -> None: ...

    era_form_class = PartialDateFormField
    descriptor_class = _DateAttribute

    def __init__(self, *args: Any, precision_field: str, **kwargs: Any) -> None:
        self.precision_field = precision_field
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"precision_field": self.precision_field}

    def contribute_to_class(self, cls: type[models.Model], name: str, **kwargs: Any) -> None:
        super().contribute_to_class(cls, name, **kwargs)
        if not cls._meta.abstract:
            # The sibling may be declared after this field: wait until the class has both.
            class_prepared.connect(self._join_precision, sender=cls)

    def _join_precision(self, sender: type[models.Model], **kwargs: Any) -> None:
        if self.precision_field in {field.name for field in sender._meta.local_concrete_fields}:
            precision = sender._meta.get_field(self.precision_field)
            setattr(sender, precision.attname, _PrecisionAttribute(precision, self.attname))

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [*super().check(**kwargs), *self._check_precision_field()]

    def _check_precision_field(self) -> list[checks.CheckMessage]:
        try:
            self.model._meta.get_field(self.precision_field)
        except FieldDoesNotExist:
            message = f"precision_field names no field of the model: {self.precision_field!r}"
            return [checks.Error(message, obj=self, id="portal.E001")]
        return []

    def read(self, value: Any) -> Any:
        """A value to set, as PartialDate, plain date or None; what is neither stays for validation to refuse."""
        if isinstance(value, str):
            try:
                date = PartialDate.from_iso(value) if value else None
            except ValueError:
                return value
            # A full date stays plain: a fixture's precision column may say that less of it is known.
            return date.first_day if date and date.precision == "day" else date
        return super().to_python(value) if isinstance(value, datetime.datetime) else value

    def to_python(self, value: Any) -> Any:
        return super().to_python(self.read(value))

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return value.first_day if isinstance(value, PartialDate) else value
