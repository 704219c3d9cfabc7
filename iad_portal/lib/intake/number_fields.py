"""The one box for numbers of the desk: plain text, because a browser's number box swallows Thai digits and commas."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from .number_parse import NumberError, has_large_number_word, parse_number, parse_whole_number


def number_words(value: Decimal | int) -> str:
    """A number as people read it: "1,250,000", "1,605.5"; no fraction that is nothing."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class NumberInput(forms.TextInput):
    """A text box for a number. What was typed is shown again as typed, and under it what it was read as."""

    template_name = "portal/widgets/number.html"

    def format_value(self, value: Any) -> str | None:
        return number_words(value) if isinstance(value, Decimal) else super().format_value(value)

    def read(self, text: str) -> str:
        """What `text` was read as, when that is not plain to see; else ""."""
        try:
            return number_words(parse_number(text)) if has_large_number_word(text) else ""
        except NumberError:
            return ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        usual = {"autocomplete": "off", "inputmode": "decimal", "size": "18"}
        context["widget"]["attrs"] = usual | context["widget"]["attrs"]
        context["widget"]["read"] = self.read(value) if isinstance(value, str) else ""
        return context


class WholeNumberInput(NumberInput):
    """The same for numbers without a fraction, most of which are small."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        return super().get_context(
            name, value, {"inputmode": "numeric", "class": "vIntegerField", "size": "9"} | (attrs or {})
        )


Read = TypeVar("Read")


def read_or_refuse(parse: Callable[[str], Read], text: str) -> Read:
    """What `parse` makes of `text`; the sentence of a NumberError becomes the field's error."""
    try:
        return parse(text)
    except NumberError as error:
        raise ValidationError(error.message, code=error.code, params=error.params) from error


class _ReadsNumbers:
    parse: Callable[[str], Decimal | int] = staticmethod(parse_number)

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or not str(value).strip():
            return None
        return read_or_refuse(self.parse, value) if isinstance(value, str) else value

    def reading(self, typed: str, value: Any) -> str:
        """One sentence on how `typed` became `value`, where that should be seen; else ""."""
        if value is None or not has_large_number_word(typed):
            return ""
        return _("“%(typed)s” was read as %(value)s.") % {"typed": typed, "value": number_words(value)}


class NumberFormField(_ReadsNumbers, forms.DecimalField):
    """Gives a Decimal or None."""

    widget = NumberInput


class WholeNumberFormField(_ReadsNumbers, forms.IntegerField):
    """Gives an int or None."""

    widget = WholeNumberInput
    parse = staticmethod(parse_whole_number)


def _whole(largest: int) -> dict[str, Any]:
    # SQLite would take more than PostgreSQL has room for.
    return {"form_class": WholeNumberFormField, "widget": WholeNumberInput, "max_value": largest}


# For formfield_overrides of the admin: every number of every form.
NUMBER_BOXES = {
    models.DecimalField: {"form_class": NumberFormField, "widget": NumberInput},
    models.PositiveSmallIntegerField: _whole(2**15 - 1),
    models.IntegerField: _whole(2**31 - 1),
}
