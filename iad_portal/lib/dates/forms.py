"""Form fields for dates typed in either era: a plain text box that shows the Buddhist Era and, under it, both."""

import datetime
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .calendar import BANGKOK, PartialDate, iso, local_day
from .format import both_eras, format_date, format_month, format_time
from .parse import DateError, day_missing, parse_date, parse_moment
from .ranges import parse_range

_SPAN = _(
    "“%(typed)s” is a span of time, and this box takes one date. Type its first date here and its last, if there is a "
    "box for it, in the next one."
)


class EraInput(forms.TextInput):
    """A text box for a date. What was typed is shown again as typed; a stored date in Thai words."""

    template_name = "portal/widgets/date.html"
    example = "14/2/2563"
    supports_microseconds = False

    def format_value(self, value: Any) -> str | None:
        return format_date(value, "th") if isinstance(value, datetime.date) else value

    def read(self, value: Any) -> Any:
        """The date of the box's content, or None while it is empty or cannot be read."""
        try:
            return parse_date(value) if isinstance(value, str) else value
        except DateError:
            return None

    def both_eras(self, value: Any) -> str:
        """The line under the box."""
        return both_eras(value)

    def iso(self, value: Any) -> str:
        """The same for programs."""
        return iso(value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] = {"autocomplete": "off", "size": "24"} | context["widget"]["attrs"]
        context["widget"]["both_eras"] = self.both_eras(self.read(value))
        context["widget"]["iso"] = self.iso(self.read(value))
        return context


class MomentInput(EraInput):
    """A text box for a date with its time of day in Bangkok."""

    def format_value(self, value: Any) -> str | None:
        if not isinstance(value, datetime.datetime):
            return super().format_value(value)
        value = _in_bangkok(value)
        return f"{format_date(value, 'th')} {value:%H:%M:%S}".removesuffix(":00")

    def read(self, value: Any) -> Any:
        try:
            return parse_moment(value) if isinstance(value, str) else value
        except DateError:
            return None

    def both_eras(self, value: Any) -> str:
        return f"{both_eras(local_day(value))} {format_time(value, 'th')}" if value else ""


class EraFormField(forms.Field):
    """A field whose text is read by `parse`; the sentence of a DateError becomes the field's error."""

    widget = EraInput
    parse: Callable[[str], datetime.date] = staticmethod(parse_date)
    passes = datetime.date
    how = _("Either era, for example 14/2/2563 or 14 February 2020.")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.help_text = format_lazy("{} {}", self.help_text, self.how) if self.help_text else self.how

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        if isinstance(value, self.passes):
            return value
        try:
            return self.parse(str(value))
        except DateError as error:
            if error.code == "empty":  # nothing but white space
                return None
            raise self._refusal(error, str(value)) from error

    def _refusal(self, error: DateError, typed: str) -> ValidationError:
        if error.code == "not_understood":
            try:
                if parse_range(typed):
                    return ValidationError(_SPAN, code="span", params={"typed": typed})
            except DateError as fault:
                error = fault
        return ValidationError(error.message, code=error.code, params=error.params)


class PartialDateFormField(EraFormField):
    """Gives a PartialDate or None."""

    how = _("Either era, for example 14/2/2563 or 14 February 2020; or only 2/2563, or 2563.")


class DayFormField(EraFormField):
    """Gives a plain date or None; a month or year alone is refused."""

    @staticmethod
    def parse(text: str) -> datetime.date:
        value = parse_date(text)
        if value.precision != "day":
            raise day_missing()
        return value.first_day


class MonthInput(EraInput):
    """A text box for a month, stored as its first day."""

    example = "1/2569"

    def format_value(self, value: Any) -> str | None:
        return format_month(value, "th") if isinstance(value, datetime.date) else value

    def read(self, value: Any) -> PartialDate | None:
        value = super().read(value)
        return PartialDate.of(value, "month") if value and getattr(value, "precision", "day") != "year" else None


class MonthFormField(EraFormField):
    """Gives the first day of a month, as a plain date, or None; a day within it will do."""

    widget = MonthInput
    how = _("Month and year in either era, for example ม.ค. 2569 or January 2026.")

    @staticmethod
    def parse(text: str) -> datetime.date:
        value = parse_date(text)
        if value.precision == "year":
            raise DateError(_("The month is missing. Type month and year, for example 1/2569."), "month_missing")
        return value.first_day.replace(day=1)

    def to_python(self, value: Any) -> datetime.date | None:
        day: datetime.date | None = super().to_python(value)
        return day and day.replace(day=1)


class MomentFormField(EraFormField):
    """Gives an aware datetime in Bangkok or None; a date without a time is its midnight."""

    widget = MomentInput
    parse = staticmethod(parse_moment)
    passes = datetime.datetime
    how = _("Date and time in Bangkok, for example 14/2/2563 09:00.")

    def to_python(self, value: Any) -> datetime.datetime | None:
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            value = datetime.datetime.combine(value, datetime.time())
        value = super().to_python(value)
        return value if value is None else _in_bangkok(value)


def _in_bangkok(value: datetime.datetime) -> datetime.datetime:
    return value.astimezone(BANGKOK) if value.tzinfo else value.replace(tzinfo=BANGKOK)
