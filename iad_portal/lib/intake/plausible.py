"""What is most likely a slip in a record's form is asked about, from one place for every form of the desk."""

import datetime
import re
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.dates.calendar import BE_OFFSET, PartialDate, fiscal_year, local_day, today, years_between
from iad_portal.lib.dates.fiscal_years import FiscalYearFormField
from iad_portal.lib.dates.format import both_eras, format_fiscal_year
from iad_portal.lib.dates.forms import EraFormField
from iad_portal.lib.dates.parse import THAI_DIGITS

from .confirmation import Confirming
from .coordinate_fields import CoordinateFormField
from .coordinate_parse import LATITUDE, LONGITUDE
from .country_boxes import lies_near, probably_meant

# The first of January on which a Thai year began; the first year of the Buddhist Era that dates may name.
NEW_YEAR_IN_JANUARY = datetime.date(1941, 1, 1)
FIRST_BE_YEAR = 2324


class AsksAboutSlips(Confirming):
    """Asks about a place outside its country and a date far from today. Join it before the form class.

    Each date field says what is ordinary for it (date_fields). A model whose places lie elsewhere than in its `country`
    says where in `place_in`: a key of country_boxes.csv.
    """

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self._ask_about_place()
        fields = self._meta.model._meta
        for name in self.changed_data:
            value = self.cleaned_data.get(name)
            if isinstance(value, datetime.date) and isinstance(self.fields[name], EraFormField):
                self._ask_about_date(name, fields.get_field(name), local_day(value))
            elif value and isinstance(self.fields[name], FiscalYearFormField):
                self._ask_about_year(name, value)
        return cleaned

    def _ask_about_date(self, name: str, field: "models.Field[Any, Any]", day: datetime.date) -> None:
        now, typed = today(), self._years_typed(name)
        years = years_between(now, day)
        said = {"date": both_eras(day), "years": abs(years)}
        latest = datetime.date(now.year + field.ahead, 12, 31) if field.ahead else now
        if day > latest:
            if years:
                question = ngettext(
                    "%(date)s is %(years)d year ahead: is that meant?",
                    "%(date)s is %(years)d years ahead: is that meant?",
                    years,
                )
            else:
                question = _("%(date)s is still to come: is that meant?")
            self.ask(name, f"{question % said}{self._other_year(typed, day.year, latest)}", "ahead")
        elif day.year < field.since:
            self.ask(name, _("%(date)s is %(years)d years ago: is that meant?") % said, "long_ago")
        elif self._lies_between_new_years(day) and any(year > FIRST_BE_YEAR for year in typed):
            self._ask_about_new_year(name, day)

    @staticmethod
    def _lies_between_new_years(day: datetime.date) -> bool:
        return day < NEW_YEAR_IN_JANUARY and day.month <= 3 and getattr(day, "precision", "day") != "year"

    def _ask_about_new_year(self, name: str, day: datetime.date) -> None:
        later = PartialDate(day.year + 1, day.month, min(day.day, 28), getattr(day, "precision", "day"))
        said = {"date": both_eras(day), "later": later.year, "be": day.year + BE_OFFSET}
        sentence = _(
            "Until 1940 the Thai year began in April, so that January to March of %(be)s in a paper of that time lay "
            "in %(later)s C.E. This was read as %(date)s. Type the year in the Common Era if the other one is meant."
        )
        self.ask(name, sentence % said, "old_new_year")

    def _ask_about_year(self, name: str, year: int) -> None:
        now = fiscal_year(today())
        if not now - 60 <= year <= now + 10:
            names = f"{format_fiscal_year(year, 'th')} ({format_fiscal_year(year, 'en')})"
            self.ask(name, _("%(year)s is far from today: is that meant?") % {"year": names}, "far_year")

    def _years_typed(self, name: str) -> list[int]:
        return [int(year) for year in re.findall(r"\d{4}", str(self[name].data).translate(THAI_DIGITS))]

    def _other_year(self, typed: list[int], year: int, latest: datetime.date) -> str:
        """The year of the Buddhist Era that a slip of one key makes one of the Common Era: 2065 for 2565."""
        slip = year + 500
        is_slip = year in typed and slip - BE_OFFSET <= latest.year
        return " " + _("Or was the year %(year)s (B.E.) meant?") % {"year": slip} if is_slip else ""

    def _ask_about_place(self) -> None:
        boxes = {field.axis: name for name, field in self.fields.items() if isinstance(field, CoordinateFormField)}
        if len(boxes) != 2 or not {*boxes.values(), "country"} & set(self.changed_data):
            return
        latitude, longitude = (self.cleaned_data.get(boxes[axis]) for axis in (LATITUDE, LONGITUDE))
        country = self.cleaned_data.get("country") or (self.instance.country_id and self.instance.country)
        where = getattr(self._meta.model, "place_in", "") or (country and country.pk)
        if latitude is None or longitude is None or not where or lies_near(where, latitude, longitude):
            return
        said = {"place": f"{latitude:f}, {longitude:f}", "country": _("Bangkok") if where == "TH-10" else country}
        slip = probably_meant(where, latitude, longitude)
        if slip:
            said["slip"] = f"{slip[0]:f}, {slip[1]:f}"
            sentence = _("The pin %(place)s lies far from %(country)s; %(slip)s lies in it. Which one is meant?") % said
        else:
            sentence = _("The pin %(place)s lies far from %(country)s: is that meant?") % said
        self.ask(boxes[LATITUDE], sentence, "far_from_country", about=f"{where} {said['place']}")
