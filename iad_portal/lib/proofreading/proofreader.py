"""All rules over one text, and over all texts of a record."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from iad_portal.lib.rich_text.fields import plain_text
from iad_portal.lib.search.words import is_thai
from iad_portal.lib.text.fields import LineField, ProseField, RichTextField
from iad_portal.lib.text.likeness import bare

from . import dates, numbers, wording
from .comparisons import known
from .finding import Finding, Text
from .sides import unlike_sides

_RULES = (
    dates.wrong_dates,
    dates.years_before_bangkok,
    dates.other_era,
    dates.unequal_eras,
    dates.begins_too_early,
    dates.other_year,
    numbers.mixed_digits,
    numbers.typed_totals,
    numbers.typed_averages,
    numbers.numbered_by_hand,
    numbers.counted_wrong,
    wording.wrong_side,
    wording.placeholders,
    wording.repeated,
)
# What officers write of a doubtful value quotes it.
_OFFICERS_OWN = ("doubt",)
_QUOTED = re.compile('[“"«‘]([^“”"«»‘’\n]{20,300})[”"»’]')
_ALIKE = 0.8


def read(written: str | None, language: str, *, rich: bool = False) -> list[Finding]:
    """What most likely is wrong in a text of the language "th" or "en"; `rich` when it is HTML."""
    plain = plain_text((written or "").replace("<li>", "<li>- ")) if rich else (written or "")
    if not plain.strip():
        return []
    text = Text(plain, language)
    found = [*_misspelt(text), *_misquoted(text), *(one for rule in _RULES for one in rule(text))]
    return list({(one.code, one.words): one for one in found}.values())


def _misspelt(text: Text) -> Iterator[Finding]:
    for one in known().lexicon.misspelt_in(text.plain):
        sentence = _("“%(typed)s” is written otherwise than in the register: “%(names)s”.")
        yield Finding("spelling", one.typed, sentence % {"typed": one.typed, "names": "”, “".join(one.right)})


def _misquoted(text: Text) -> Iterator[Finding]:
    """Quotations that are nearly, and not quite, a theme or another phrase on record."""
    quoted = [match.group(1) for match in _QUOTED.finditer(text.plain)]
    phrases = {bare(phrase): phrase for phrase in known().phrases} if quoted else {}
    for words in quoted:
        letters = bare(words)
        if letters in phrases:
            continue
        near = ((_likeness(letters, other), phrase) for other, phrase in phrases.items())
        likeness, phrase = max(near, default=(0.0, ""))
        if likeness >= _ALIKE:
            sentence = _("“%(typed)s” is on record as “%(phrase)s”.")
            yield Finding("misquoted", words, sentence % {"typed": words, "phrase": phrase})


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


def columns_of(model: type[models.Model]) -> list["models.Field[Any, Any]"]:
    """The columns of `model` that hold texts to be read. Its `quotes` name texts that stand as others wrote them."""
    left_out = {*_OFFICERS_OWN, *getattr(model, "quotes", ())}
    return [
        column
        for column in model._meta.concrete_fields
        if isinstance(column, LineField | ProseField | RichTextField)
        and column.editable
        and getattr(column, "translated_field", column).name not in left_out
        and not hasattr(model, f"{column.name}_th")
    ]


def read_column(column: "models.Field[Any, Any]", written: str | None) -> list[Finding]:
    """What most likely is wrong in `written`, a value of `column`."""
    language = getattr(column, "language", None) or ("th" if is_thai(written or "") else "en")
    return read(written, language, rich=isinstance(column, RichTextField))


def pairs_of(model: type[models.Model]) -> list[tuple["models.Field[Any, Any]", "models.Field[Any, Any]"]]:
    """The Thai and the English column of each text of `model` that is read."""
    columns = {column.name: column for column in columns_of(model)}
    return [
        (column, columns[f"{name[:-3]}_en"])
        for name, column in columns.items()
        if f"{name[:-3]}_en" in columns and name.endswith("_th")
    ]


def read_pair(column: "models.Field[Any, Any]", thai: str | None, english: str | None) -> list[Finding]:
    """Where `thai` and `english`, the two sides of the text of which `column` is one, tell different numbers."""
    plain = plain_text if isinstance(column, RichTextField) else str
    return list(unlike_sides(plain(thai or ""), plain(english or "")))


def read_record(record: models.Model) -> list[Finding]:
    """What most likely is wrong in all texts of `record`, as it stands."""
    found = {}
    for column in columns_of(type(record)):
        for one in read_column(column, getattr(record, column.name)):
            if not is_all_of(one, getattr(record, column.name)):
                found[one.code, one.words] = one
    for thai, english in pairs_of(type(record)):
        for one in read_pair(thai, getattr(record, thai.name), getattr(record, english.name)):
            found[one.code, one.words] = one
    return list(found.values())


def is_all_of(one: Finding, written: str | None) -> bool:
    """Whether the finding is a name and all that stands in the text: the name of the record itself."""
    return one.code == "spelling" and bare(one.words) == bare(written)
