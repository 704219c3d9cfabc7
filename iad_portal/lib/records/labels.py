"""The words for codes, each translated once."""

from functools import cache
from typing import Any

from django.db import models
from django.utils.translation import get_language

from .quick_rows import QuickRow


class Labelled(QuickRow):
    """A record with codes, whose `get_…_display()` looks up one label.

    Django's own translates the labels of all codes to find one: a register would do so in each of its rows. Codes and
    labels stand in the program: those of a language are told once in a process.
    """

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: "models.Field[Any, Any]") -> Any:
        """The label of the code in `field`, in the reader's language; an unknown code as it is."""
        code = getattr(self, field.attname)
        return _labels_of(field, get_language()).get(code, code)


@cache
def _labels_of(field: "models.Field[Any, Any]", _language: str | None) -> dict[Any, str]:
    """The labels of the codes of `field` in the active language."""
    return {code: str(label) for code, label in reversed(field.flatchoices)}  # of a code that stands twice the first
