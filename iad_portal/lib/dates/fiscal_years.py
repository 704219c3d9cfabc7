"""The field for a fiscal year: typed in either era, stored in the Common Era, shown in both.

Wherever a value is written (a form, an import, a command, a bulk write) or looked up, a year of the Buddhist Era
becomes the same year of the Common Era; no year can be both, so nothing is guessed. What is then outside FIRST to LAST
is refused by the database's own constraint, `plausible_fiscal_year`.
"""

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.constraints import SaidCheck, must
from iad_portal.lib.text.hygiene import clean_line

from .calendar import BE_OFFSET, fiscal_year_span
from .format import format_fiscal_year, format_range, format_year
from .forms import EraInput
from .parse import DateError, parse_year

# The fiscal years that a record may name, C.E.
FIRST, LAST = 1900, 2100

_WORDS = re.compile(
    r"(?:ประจำ)?(?:ปี\s*)?งบ(?:ประมาณ)?(?:รายจ่าย)?\s*(?:ประจำ)?(?:ปี\s*)?"
    r"|(?:the )?(?:fiscal|financial|budget) year\s*(?:of )?|f\.?\s?y\.?\s*"
)


def parse_fiscal_year(text: str) -> int:
    """The fiscal year (C.E.) that `text` says: "๒๕๖๙", "2026", "ปีงบประมาณ พ.ศ. 2569", "FY2026"; or DateError."""
    words = clean_line(str(text)).lower()
    try:
        year = parse_year(words[match.end() :] if (match := _WORDS.match(words)) else words)
    except DateError as error:
        if error.code not in ("not_understood", "not_a_year"):
            raise
        raise DateError(_NOT_UNDERSTOOD, "not_understood", typed=clean_line(str(text))[:80]) from error
    if not FIRST <= year <= LAST:
        raise DateError(OUT_OF_RANGE, "fiscal_year", **_LIMITS)
    return year


def in_common_era(year: Any) -> Any:
    """`year` as it is stored: a number that only the Buddhist Era can have loses 543; anything else stays."""
    is_number = isinstance(year, int) and not isinstance(year, bool)
    return year - BE_OFFSET if is_number and FIRST + BE_OFFSET <= year <= LAST + BE_OFFSET else year


_LIMITS = {"first_be": FIRST + BE_OFFSET, "last_be": LAST + BE_OFFSET, "first_ce": FIRST, "last_ce": LAST}
_NOT_UNDERSTOOD = _(
    "“%(typed)s” could not be read as a fiscal year. Type one year alone, for example 2569 (B.E.) or 2026 (C.E.)."
)
OUT_OF_RANGE = _(
    "The fiscal year cannot be right. Type a year from %(first_be)s to %(last_be)s (B.E.) "
    "or from %(first_ce)s to %(last_ce)s (C.E.)."
)

_out_of_range: Callable[[], str] = lazy(lambda: str(OUT_OF_RANGE) % _LIMITS, str)


class FiscalYearInput(EraInput):
    """A text box for a fiscal year. What was typed is shown again as typed; a stored year in the Buddhist Era."""

    example = "2569"

    def format_value(self, value: Any) -> str | None:
        return format_year(value, "th") if isinstance(value, int) else value

    def read(self, value: Any) -> int | None:
        try:
            return parse_fiscal_year(value) if isinstance(value, str) else value
        except DateError:
            return None

    def both_eras(self, value: int | None) -> str:
        if value is None:
            return ""
        names = f"{format_fiscal_year(value, 'th')} ({format_fiscal_year(value, 'en')})"
        return f"{names}: {format_range(*fiscal_year_span(value), 'th', 'short')}"

    def iso(self, value: int | None) -> str:
        return "" if value is None else f"{value:04}"


class FiscalYearFormField(forms.Field):
    """Gives a fiscal year (C.E.) or None."""

    widget = FiscalYearInput
    how = _("Either era, for example 2569 or 2026. It runs from 1 October of the year before to 30 September.")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.help_text = format_lazy("{} {}", self.help_text, self.how) if self.help_text else self.how

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        if isinstance(value, int):
            year: int = in_common_era(value)
            return year
        try:
            return parse_fiscal_year(value)
        except DateError as error:
            if error.code == "empty":  # nothing but white space
                return None
            raise ValidationError(error.message, code=error.code, params=error.params) from error


class FiscalYearField(models.PositiveSmallIntegerField):
    """A fiscal year, C.E. in the column. Give its model `plausible_fiscal_year` as a constraint."""

    def to_python(self, value: Any) -> Any:
        return in_common_era(super().to_python(value))

    def get_prep_value(self, value: Any) -> Any:
        return in_common_era(super().get_prep_value(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        year = in_common_era(super().pre_save(model_instance, add))
        model_instance.__dict__[self.attname] = year
        return year

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        kwargs.pop("max_value", None)  # the admin's, for plain numbers
        settled: dict[str, Any] = {"form_class": FiscalYearFormField, "widget": FiscalYearInput}
        return models.Field.formfield(self, **(kwargs | settled))


def plausible_fiscal_year(name: str, field: str = "fiscal_year") -> SaidCheck:
    """The constraint that `field` is empty or lies in FIRST to LAST."""
    plausible = models.Q(**{f"{field}__isnull": True}) | models.Q(**{f"{field}__range": (FIRST, LAST)})
    return must(plausible, name, _out_of_range(), field)
