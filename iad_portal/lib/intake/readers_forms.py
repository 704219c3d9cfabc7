"""Fields of the forms in which readers write, and what is wrong with such a form, in the order of the page."""

from typing import Any

from django import forms
from django.forms import BoundField, Form
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.components import Link
from iad_portal.lib.text.hygiene import clean_line, clean_text


class LineFormField(forms.CharField):
    """One line of mended text."""

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")


class ProseFormField(forms.CharField):
    """Mended text that keeps its line breaks. What is too long stays as typed: the box cuts nothing off."""

    widget = forms.Textarea(attrs={"rows": 9})

    def to_python(self, value: Any) -> str:
        return clean_text(super().to_python(value) or "")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


class EmailFormField(forms.EmailField):
    """An e-mail address, rid of what copying from a Thai document leaves around it."""

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")


def trap_field() -> forms.CharField:
    """Not for people: hidden from eye, keyboard and screen reader, and filled in by programs only."""
    return forms.CharField(
        required=False,
        label=_("Leave this field empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )


def form_errors(form: Form) -> list[Link]:
    """Every fault of `form` for components/errors.html, in the order of the page, each with the way to its field."""
    found = [Link(str(text)) for text in form.non_field_errors()]
    for field in form:
        found += [Link(str(text), f"#{first_control(field)}") for text in field.errors]
    return found


def first_control(field: BoundField) -> str:
    """The id of what the keyboard reaches first in `field`."""
    return f"{field.auto_id}_0" if field.use_fieldset else str(field.auto_id)
