"""The boxes of a form of which its officer could write in some only: completed, for another officer's form.

What was closed to the author is sent by no browser, and a form of somebody who may write there would take it for
emptied. It is filled in with what is stored when the change is sent; rows that the author could only read are left out,
and the other officer's form shows them as they are stored then.
"""

from typing import Any

from django import forms
from django.forms.widgets import ChoiceWidget
from django.http import QueryDict


def completed(typed: QueryDict, every: list[forms.BaseForm]) -> QueryDict:
    """`typed`, with what stands in the closed boxes of the bound forms `every`."""
    typed = typed.copy()
    for form in every:
        for name, field in form.fields.items():
            if field.disabled and not isinstance(field, forms.FileField):
                sent = boxes_of(field, form.get_initial_for_field(field, name))
                typed.setlist(form.add_prefix(name), sent) if sent else typed.pop(form.add_prefix(name), None)
    return typed


def without_rows(typed: QueryDict, prefix: str) -> QueryDict:
    """`typed` without the rows of the row set with `prefix`."""
    typed = typed.copy()
    for name in [name for name in typed if name.startswith(f"{prefix}-")]:
        del typed[name]
    return typed


def no_rows(prefix: str) -> dict[str, str]:
    """What a row set sends in which no row stands: saved, it changes none of those that are stored."""
    return {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}


def boxes_of(field: forms.Field, value: Any) -> list[str]:
    """What a browser sends of `field` when it holds `value` and nobody touches it."""
    widget = getattr(field.widget, "widget", field.widget)  # a picker stands in a frame of links
    value = field.prepare_value(value)
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if value else []
    if isinstance(widget, ChoiceWidget):
        values = value if isinstance(value, list | tuple) else [value]
        chosen = [str(one) for one in values if one not in (None, "")]
        return chosen or ([] if widget.allow_multiple_selected else [""])
    return [str(widget.format_value(value) or "")]
