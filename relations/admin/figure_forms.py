"""Figures that can hardly be right beside the others of their record are asked about, in every form that takes them."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.versions import VersionForm
from relations.models import Figure, Measure

# One figure of a measure against another: more than this, and a digit is missing or too many.
_TOO_FAR = 3
# People on a square kilometre: hardly any city counts more, the densest some 40,000.
_DENSEST = 30_000
_POPULATION, _AREA = Measure.POPULATION, Measure.AREA_KM2
# Numbers of one visit or gathering do not follow those of another.
_STEADY = {_POPULATION, _AREA, Measure.POPULATION_URBAN, Measure.POPULATION_METROPOLITAN, Measure.MEMBERS}

_COUNTERPART: dict[str, str] = {_POPULATION: _AREA, _AREA: _POPULATION}

# A measure and its value.
Said = tuple[str, Decimal]


def ask_about_figures(_record, rows) -> None:
    """Ask about each changed figure among `rows`, the forms of one record's figures, that is unlike the others."""
    for row in rows:
        if {"value", "measure"} & set(row.changed_data):
            others = [_said(other.instance) for other in rows if other is not row]
            _ask(row, _said(row.instance), others)


class FigureForm(VersionForm):
    """A figure in a form of its own."""

    def clean(self):
        cleaned = super().clean()
        value, measure = self.cleaned_data.get("value"), self.cleaned_data.get("measure")
        if value and measure and {"value", "measure"} & set(self.changed_data):
            others = Figure.objects.of(self.instance.subject).exclude(pk=self.instance.pk)
            _ask(self, (measure, value), map(_said, others))
        return cleaned


def _said(figure: Figure) -> Said:
    return figure.measure, figure.value


def _ask(form, said: Said, others: Iterable[Said]) -> None:
    measure, value = said
    if not value or measure not in _STEADY:
        return
    known = defaultdict(list)
    for other, number in others:
        if number:
            known[other].append(number)
    for number in known[measure]:
        if max(value, number) >= _TOO_FAR * min(value, number):
            sentence = _("%(value)s is far from %(known)s, which is on record too: is no digit missing?")
            form.ask("value", sentence % {"value": _plain(value), "known": _plain(number)}, "far_from_others")
            return
    for number in known[_COUNTERPART.get(measure, "")]:
        people, area = (value, number) if measure == _POPULATION else (number, value)
        if people / area > _DENSEST:
            sentence = _("That would be %(number)s people on each square kilometre: is no digit missing?")
            form.ask("value", sentence % {"number": f"{people / area:,.0f}"}, "too_dense")
            return


def _plain(number: Decimal) -> str:
    return f"{number.normalize():,f}"
