"""The words for codes, found without translating all the others."""

from functools import cache
from typing import Any

from django.db import models

from .quick_rows import QuickRow


class Labelled(QuickRow):
    """A record with codes, whose `get_…_display()` translates one label.

    Django's own translates the labels of all codes to find one: a register would do so in each of its rows.
    """

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: "models.Field[Any, Any]") -> Any:
        """The label of the code in `field`, in the reader's language; an unknown code as it is."""
        code = getattr(self, field.attname)
        label = _labels_of(field).get(code)
        return code if label is None else str(label)


@cache
def _labels_of(field: "models.Field[Any, Any]") -> dict[Any, Any]:
    """The labels of the codes of `field`, which wait for their language."""
    return dict(reversed(field.flatchoices))  # of a code that stands twice the first
