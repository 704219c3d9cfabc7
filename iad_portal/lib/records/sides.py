"""The two languages of a record in step: which of them does not follow a later change of the other.

A save compares the record's own texts with what is stored. Where an officer changed a text in one language alone, and
the other language has that text too, the other side is behind from that day. It follows again with its next change,
with a save that changes both, or when an officer says that it is still right. What a load, a restore or a command
changes is no officer's change; a text that is first written, or emptied, leaves nothing to follow; a language that is
held back neither lags nor leads.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from modeltranslation.translator import translator

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.unit_of_work import current_unit
from iad_portal.lib.text.bilingual import LANGUAGES, other_language, reader_language

# The column that says since when a language is behind.
SINCE = {language: f"{language}_behind_since" for language in LANGUAGES}
# Readers are never given these words.
_FOR_OFFICERS = {"doubt"}


@cache
def texts_in_step(model: type[models.Model]) -> tuple[str, ...]:
    """The texts of `model` that its readers are given in two languages."""
    return tuple(sorted(translator.get_options_for_model(model).all_fields.keys() - _FOR_OFFICERS))


def columns_in_step(model: type[models.Model]) -> tuple[str, ...]:
    """The columns of `texts_in_step()`."""
    return tuple(f"{text}_{language}" for text in texts_in_step(model) for language in LANGUAGES)


def sides_after(record: Any, stored: dict[str, Any], only: Iterable[str] | None = None) -> dict[str, date | None]:
    """What the columns of SINCE hold once `record` is saved, whose row holds `stored`.

    `only` names the fields that the save writes (None: all). At most one of the two languages is behind.
    """
    known = {name: stored.get(name) for name in SINCE.values()}
    in_step: dict[str, date | None] = dict.fromkeys(known)
    if record.sides_agree:
        return in_step
    changed = _changed(record, stored, only) if _is_by_officer() else []
    languages = {language for _text, language in changed}
    if len(languages) != 1:
        return in_step if languages else known
    language = languages.pop()
    if known[SINCE[language]]:
        return in_step
    other = SINCE[other_language(language)]
    leads = not getattr(record, f"hold_{language}") and any(_is_led(record, stored, *one) for one in changed)
    return known | {other: known[other] or calendar.today()} if leads else known


def _is_by_officer() -> bool:
    unit = current_unit()
    return bool(unit and getattr(unit.user, "is_authenticated", False))


def _changed(record: Any, stored: dict[str, Any], only: Iterable[str] | None) -> list[tuple[str, str]]:
    """The texts that the save changes, each with its language; mending the spelling of the code changes nothing."""
    model: type[models.Model] = type(record)
    written = set(columns_in_step(model)) & stored.keys() - record.get_deferred_fields()
    if only is not None:
        written &= set(only)
    pairs = [(text, language) for text in texts_in_step(model) for language in LANGUAGES]
    return [
        (text, language)
        for text, language in pairs
        if (column := f"{text}_{language}") in written
        and _clean(record, column, getattr(record, column)) != _clean(record, column, stored[column])
    ]


def _clean(record: models.Model, column: str, value: Any) -> str:
    return str(record._meta.get_field(column).get_prep_value(value) or "")


def _is_led(record: Any, stored: dict[str, Any], text: str, language: str) -> bool:
    """Whether both languages have `text`, and had it before in `language`, which alone has changed."""
    column, other = f"{text}_{language}", f"{text}_{other_language(language)}"
    now = (_clean(record, name, getattr(record, name)) for name in (column, other))
    return bool(stored[column]) and all(now)


def behind_since(record: Any, language: str) -> date | None:
    """Since when `language` of `record` does not follow the other one; None when it does, or either is held back."""
    day: date | None = getattr(record, SINCE[language], None)
    return None if day is None or record.hold_th or record.hold_en else day


def is_behind(language: str) -> Q:
    """The same as a condition: that `language` of a record is behind."""
    return Q(**{f"{SINCE[language]}__isnull": False, "hold_th": False, "hold_en": False})


def behind_in_words(record: Any, language: str | None = None) -> str:
    """That `language` (the reader's) of `record` is behind, as a sentence in the reader's language; else ""."""
    side = language or reader_language()
    day = behind_since(record, side)
    if day is None:
        return ""
    said = {"date": format_date(day, reader_language())}
    if side == "th":
        return _("The Thai text does not yet follow the change of %(date)s.") % said
    return _("The English text does not yet follow the change of %(date)s.") % said
