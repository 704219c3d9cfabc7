"""Rows of a table beyond the first ones come as lines: their boxes are carried out of sight, and open on demand.

What is carried is what the boxes would hold, letter by letter, so a row that nobody opens is saved, kept, previewed and
put together as any other. A script opens a line in place; without one, the page is asked for with all rows open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import mark_safe

from iad_portal.lib.text.cuts import cut_to

# So many rows stand open, and so many letters of another one are read in its line.
MOST_OPEN, LONGEST = 20, 120
# In the address of a form: all rows stand open.
ALL_ROWS = "all_rows"


class LinedRows:
    """For inlines that are tables of rows."""

    template = "admin/edit_inline/rows.html"


@dataclass(frozen=True)
class Row:
    """One row as Django draws it; `text`, `carried` (its boxes, out of sight) and `read` are empty unless it is folded.

    `read` are the cells without boxes, which stand in the line too: the last ones of the row.
    """

    drawn: Any
    number: str
    text: str = ""
    carried: str = ""
    read: tuple[Any, ...] = ()


def rows_of(inline: Any, request: HttpRequest) -> list[Row]:
    """The rows of `inline`, a formset as the admin shows it, with the one that new rows are made from at the end."""
    drawn = list(inline)
    # A line opens by the row that new ones are made from; who may not write sees no boxes at all.
    may_fold = inline.has_change_permission and inline.has_add_permission and ALL_ROWS not in request.GET
    last = len(drawn) - 1 if inline.has_add_permission else -1
    return [_row(one, number, number == last, may_fold and number >= MOST_OPEN) for number, one in enumerate(drawn)]


def _row(drawn: Any, number: int, is_empty: bool, is_far: bool) -> Row:
    form, name = drawn.form, "empty" if is_empty else str(number)
    if is_empty or not is_far or drawn.original is None or not _is_untouched(form):
        return Row(drawn, name)
    text = cut_to(" · ".join(_words(form)), LONGEST) or str(drawn.original)
    read = tuple(box for fieldset in drawn for line in fieldset for box in line if box.is_readonly)
    return Row(drawn, name, text, mark_safe("".join(_boxes(form))), read)  # noqa: S308 each value is escaped


def _is_untouched(form: forms.ModelForm) -> bool:
    """Whether `form` shows what is stored, in boxes that can be carried."""
    widgets = [_widget(box.field) for box in form]
    can_be_carried = not any(isinstance(one, forms.FileInput | forms.MultiWidget) for one in widgets)
    return can_be_carried and not (form.is_bound and (form.errors or form.has_changed()))


def _widget(field: forms.Field) -> Any:
    return getattr(field.widget, "widget", field.widget)


def _boxes(form: forms.ModelForm) -> Iterator[str]:
    """Each box of `form` out of sight; the names of what is chosen in a picker go with it."""
    for box in form:
        if box.name == forms.formsets.DELETION_FIELD_NAME or box.field.disabled:
            continue
        widget, known = _widget(box.field), getattr(_widget(box.field), "known", None) or {}
        for value in _values(widget, box.value()):
            said = f' data-said="{escape(known[value])}"' if value in known else ""
            yield f'<input type="hidden" name="{escape(box.html_name)}" value="{escape(value)}"{said}>'


def _values(widget: Any, value: Any) -> list[str]:
    """What a browser would send of `widget` that shows `value`."""
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if widget.check_test(value) else []
    written = widget.format_value(value)
    if isinstance(written, list | tuple):
        return [str(one) for one in written] or ([] if widget.allow_multiple_selected else [""])
    return ["" if written is None else str(written)]


def _words(form: forms.ModelForm) -> Iterator[str]:
    """What is read in the line of `form`: names that are chosen, and what was typed."""
    for box in form.visible_fields():
        widget, value = _widget(box.field), box.value()
        # Its place among the others is seen.
        if isinstance(widget, forms.CheckboxInput) or box.name == "order" or value in (None, "", []):
            continue
        choices = getattr(widget, "known", None) or dict(getattr(box.field, "choices", ()) if _is_list(widget) else ())
        found = [str(choices.get(one, one)) for one in _values(widget, value)]
        yield " ".join(", ".join(found).split())


def _is_list(widget: Any) -> bool:
    """Whether the choices of `widget` are written in the code: those of a picker are a table."""
    return isinstance(widget, forms.Select) and not hasattr(widget, "known")
