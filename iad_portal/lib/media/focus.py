"""The point of a picture that stays in sight where a place crops it: two numbers, and the classes that tell a page.

The policy of the site allows no style in a page, so the point is told by classes in steps of ten hundredths
(static/css/components/focus.css): at most half a step away, which no eye sees in a crop.
"""

from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models

from iad_portal.lib.intake.number_fields import WholeNumberFormField

MIDDLE, FAR = 50, 100
_STEP = 10


class FocusFormField(WholeNumberFormField):
    """A whole number from 0 to 100; an empty box, or one that a form did not have, means the middle."""

    def to_python(self, value: Any) -> Any:
        read = super().to_python(value)
        return MIDDLE if read is None else read


class FocusField(models.PositiveSmallIntegerField):
    """Where the point lies, in hundredths of the width from the left, or of the height from the top."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", MIDDLE)
        kwargs.setdefault("validators", [MaxValueValidator(FAR)])
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        own = {"form_class": FocusFormField, "required": False, "max_value": FAR, "min_value": 0}
        return super().formfield(**{**kwargs, **own})


def focus_class(x: int, y: int) -> str:
    """The classes for the point at `x` and `y`; "" for the middle, which needs none."""
    steps = {"x": _nearest(x), "y": _nearest(y)}
    return " ".join(f"focus-{axis}-{step}" for axis, step in steps.items() if step != MIDDLE)


def _nearest(hundredths: int) -> int:
    return min((hundredths + _STEP // 2) // _STEP * _STEP, FAR)
