"""What a form does with what was typed before it reads box by box, and what it tells afterwards.

Some things fill two boxes at once: a place pasted whole, a span of days. They are spread over their boxes, so that the
form shows both, whatever becomes of the save. What was read otherwise than it was written is told once it is saved.
"""

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_date, format_range
from iad_portal.lib.dates.forms import MomentFormField
from iad_portal.lib.dates.parse import LAST_YEAR, DateError
from iad_portal.lib.dates.queries import spans_of
from iad_portal.lib.dates.ranges import parse_range
from iad_portal.lib.text.bilingual import reader_language

from .coordinate_fields import CoordinateFormField, rounded
from .coordinate_parse import LATITUDE, LONGITUDE, parse_place
from .number_parse import NumberError


class Intake(forms.BaseForm):
    """A form that spreads what fills several boxes. Join it before the form class."""

    def full_clean(self) -> None:
        self._spread: list[str] = []
        if self.is_bound:
            self._spread_place()
            for start, end in spans_of(self._meta.model):
                if {start, end} <= self.fields.keys():
                    self._spread_span(start, end)
        super().full_clean()

    @property
    def notes(self) -> list[str]:
        """How boxes were read whose text says something else at first sight: one sentence each."""
        found = list(self._spread)
        for name in self.changed_data:
            typed, tell = self[name].data, getattr(self.fields[name], "reading", None)
            if tell and isinstance(typed, str) and (sentence := tell(typed, self.cleaned_data.get(name))):
                found.append(f"{self.fields[name].label}: {sentence}")
        return found

    def put(self, **typed: str) -> None:
        """Let the boxes hold what is `typed`, as if it had been typed there."""
        data: Any = self.data.copy()
        for name, text in typed.items():
            data[self.add_prefix(name)] = text
        self.data = data

    def is_untouched(self, name: str) -> bool:
        """Whether the box of `name` is empty or holds what it was opened with."""
        field, box = self.fields[name], self[name]
        return not str(box.data or "").strip() or not field.has_changed(box.initial, box.data)

    def _spread_place(self) -> None:
        boxes = {field.axis: name for name, field in self.fields.items() if isinstance(field, CoordinateFormField)}
        if len(boxes) != 2:
            return
        for name, other in (tuple(boxes.values()), tuple(reversed(boxes.values()))):
            typed = str(self[name].data or "")
            try:
                place = parse_place(typed)
            except NumberError:
                continue  # the field itself says what is wrong
            if place and (self.is_untouched(other) or self[other].data.strip() == typed.strip()):
                latitude, longitude = (f"{rounded(degrees):f}" for degrees in place)
                self.put(**{boxes[LATITUDE]: latitude, boxes[LONGITUDE]: longitude})
                self._tell(boxes[LATITUDE], typed, f"{latitude}, {longitude}")
                return

    def _spread_span(self, start: str, end: str) -> None:
        for name, other in ((start, end), (end, start)):
            typed = str(self[name].data or "")
            try:
                span = parse_range(typed)
            except DateError:
                continue  # the field itself says what is wrong
            if span and (self.is_untouched(other) or self[other].data.strip() == typed.strip()):
                # A moment of a day's span is its midnight, or the last minute of its last day.
                times = (" 00:00", " 23:59") if isinstance(self.fields[name], MomentFormField) else ("", "")
                last = span[1].last_day if times[1] else span[1]
                # In the era in which it was typed, so that questions about the year are about what was typed.
                era = "th" if any(int(year) > LAST_YEAR for year in re.findall(r"\d{4}", typed)) else "en"
                self.put(**{start: format_date(span[0], era) + times[0], end: format_date(last, era) + times[1]})
                self._tell(start, typed, format_range(*span, reader_language()))
                return

    def _tell(self, name: str, typed: str, read: str) -> None:
        sentence = _("“%(typed)s” was read as %(value)s.") % {"typed": typed, "value": read}
        self._spread.append(f"{self.fields[name].label}: {sentence}")


class IntakePages:
    """For admin classes: after a save, says how boxes were read where that should be seen."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for typed in [form, *(row for formset in formsets for row in formset.forms)]:
            for sentence in getattr(typed, "notes", ()):
                messages.info(request, sentence)
