"""The fields for a place on earth: each box takes one coordinate, or both at once, or the link of a map."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .coordinate_parse import LATITUDE, parse_coordinate, parse_place
from .number_fields import NumberInput, read_or_refuse
from .number_parse import NumberError

# Five decimals of a degree are about a metre.
PLACES = 5
_STEP = Decimal(1).scaleb(-PLACES)


def rounded(degrees: Decimal) -> Decimal:
    """`degrees` as they are stored."""
    return degrees.quantize(_STEP)


class CoordinateInput(NumberInput):
    """A text box for degrees on one axis."""

    def __init__(self, axis: str = LATITUDE, attrs: Any = None) -> None:
        super().__init__(attrs)
        self.axis = axis

    def format_value(self, value: Any) -> str | None:
        return f"{value:f}" if isinstance(value, Decimal) else value

    def read(self, text: str) -> str:
        try:
            degrees = f"{rounded(parse_coordinate(text, self.axis)):f}"
        except NumberError:
            return ""
        return degrees if degrees.rstrip("0").rstrip(".") != text.strip().rstrip("0").rstrip(".") else ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        # A telephone's board of digits has no minus.
        return super().get_context(name, value, {"inputmode": "text", "size": "24"} | (attrs or {}))


class CoordinateFormField(forms.Field):
    """Gives degrees as a Decimal with five decimals, or None."""

    widget = CoordinateInput

    def __init__(self, *, axis: str, **kwargs: Any) -> None:
        self.axis = axis
        kwargs["widget"] = CoordinateInput(axis)
        super().__init__(**kwargs)
        self.help_text = self.help_text or gettext_lazy(
            "As maps give it: -26.32634, 26°19'35\" S; both numbers together; or a map’s link."
        )

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values or not str(value).strip():
            return None
        if isinstance(value, Decimal):
            return rounded(value)
        if read_or_refuse(parse_place, value):
            raise ValidationError(
                _("This box holds both coordinates, and the other box says something else. Empty the other box."),
                code="both",
            )
        return rounded(read_or_refuse(lambda text: parse_coordinate(text, self.axis), value))

    def reading(self, typed: str, value: Any) -> str:
        """One sentence on how `typed` became `value`, where that should be seen; else ""."""
        if value is None:
            return ""
        exact = parse_coordinate(typed, self.axis)
        if exact != value:
            return _("“%(typed)s” was rounded to %(value)s.") % {"typed": typed, "value": f"{value:f}"}
        return ""


class CoordinateField(models.DecimalField):
    """Degrees on one `axis`, LATITUDE or LONGITUDE."""

    def __init__(self, *args: Any, axis: str, **kwargs: Any) -> None:
        self.axis = axis
        super().__init__(*args, **({"max_digits": 8, "decimal_places": PLACES} | kwargs))

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"axis": self.axis}

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        for settled in ("widget", "form_class", "max_digits", "decimal_places"):
            kwargs.pop(settled, None)
        return models.Field.formfield(self, form_class=CoordinateFormField, axis=self.axis, **kwargs)
