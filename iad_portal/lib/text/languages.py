"""Languages of titles, papers and names: stored as ISO 639 codes, chosen by name, valid as `lang` on any page.

languages.csv holds the names of Unicode's CLDR: every two-letter code, and a few longer ones that the office may meet;
`mul` for a text in several languages, `und` for one whose language nobody knows.
"""

import csv
import re
from functools import cache
from pathlib import Path
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.constraints import SaidCheck, must

from .bilingual import reader_language
from .hygiene import clean_line
from .sorting import sort_key

_FILE = Path(__file__).with_name("languages.csv")
SEVERAL, UNKNOWN = "mul", "und"
# What the office meets most stands first; then the others by name.
FIRST = ("th", "en", "zh", "ja", "ko", "lo", "km", "vi", "my", "ms", "id", "fil", "fr", "de", "es", "ru")
# Names that people type beside those of the table, and codes of ISO 639-2.
_ALSO = {
    "th": "tha thai ไทยกลาง", "en": "eng อังกฤษ(uk) อิงลิช", "zh": "zho chi cmn จีนกลาง จีนตัวย่อ จีนตัวเต็ม mandarin",
    "ja": "jpn", "ko": "kor", "lo": "lao ลาว", "km": "khm เขมร กัมพูชา cambodian", "vi": "vie เวียดนาม",
    "my": "mya bur เมียนมา เมียนมาร์ myanmar", "ms": "msa may มลายู bahasamelayu",
    "id": "ind bahasa บาฮาซา bahasaindonesia",
    "fil": "tl tgl ตากาล็อก tagalog", "fr": "fra fre", "de": "deu ger", "es": "spa", "ru": "rus", "pt": "por",
    "it": "ita", "nl": "nld dut ฮอลันดา", "ar": "ara อาหรับ", "fa": "fas per ฟาร์ซี farsi", "hi": "hin", "tr": "tur",
    "hu": "hun", "mn": "khk", "kk": "kaz", "ne": "nep", "bn": "ben", "ta": "tam", "he": "heb iw", "el": "ell gre",
    "pl": "pol", "cs": "ces cze", "sv": "swe", "da": "dan", "fi": "fin", "no": "nor", "uk": "ukr", "ro": "ron rum",
    "yue": "กวางตุ้ง", "nan": "ฮกเกี้ยน hokkien", "mul": "สองภาษา bilingual", "und": "- ไม่ทราบ unknown",
}  # fmt: skip


@cache
def _names() -> dict[str, tuple[str, str]]:
    with _FILE.open(encoding="utf-8", newline="") as rows:
        return {row["code"]: (row["thai"], row["english"]) for row in csv.DictReader(rows)}


@cache
def _codes() -> dict[str, str]:
    """What people type, folded -> code."""
    known = {_fold(word): code for code, words in _ALSO.items() for word in words.split()}
    for code, names in _names().items():
        known |= {code: code} | {_fold(name): code for name in names}
    return known


def _fold(text: str) -> str:
    return re.sub(r"^ภาษา|\s*language$|[\s().]", "", text.lower())


def language_code(text: str) -> str:
    """The code of the language that `text` says by a code ("en", "EN-gb", "eng") or a Thai or English name; or ""."""
    typed = clean_line(text).lower()
    known = _codes()
    if code := known.get(_fold(typed)):
        return code
    if region := re.fullmatch(r"([a-z]{2,3})[-_][a-z]{2,4}(?:[-_][a-z]{2,4})?", typed):
        return known.get(region[1], "")
    parts = [part for part in re.split(r"\s*[/,&+|]\s*|\s+and\s+|\s*และ\s*|\s*[-–]\s*", typed) if part]
    several = len(parts) > 1 and all(_fold(part) in known for part in parts)
    return SEVERAL if several else ""


def language_name(code: str, language: str | None = None) -> str:
    """The name of a language in `language` (the reader's): "ภาษาอังกฤษ", "English"; an unknown code itself."""
    if code not in _names():
        return code
    thai, english = _names()[code]
    if reader_language(language) == "en":
        return english
    return thai if code in (SEVERAL, UNKNOWN) else f"ภาษา{thai}"


def language_choices() -> list[tuple[str, str]]:
    """Every language with its name in the reader's language: the usual ones first, then in dictionary order."""
    return list(_choices(reader_language()))


@cache
def _choices(language: str) -> tuple[tuple[str, str], ...]:
    """Sorted once a process: Thai order is dear, and a form asks anew for each of its rows."""
    last = [SEVERAL, UNKNOWN]
    others = sorted(
        (code for code in _names() if code not in FIRST and code not in last),
        key=lambda code: sort_key(language_name(code, language), language),
    )
    named = ((code, language_name(code, language)) for code in [*FIRST, *others, *last])
    return ("", "---------"), *named


class LanguageFormField(forms.ChoiceField):
    """A choice of languages. A name that comes another way than through the list is understood as well."""

    def __init__(self, *, max_length: int | None = None, **kwargs: Any) -> None:
        super().__init__(**(kwargs | {"choices": language_choices, "widget": forms.Select}))

    def to_python(self, value: Any) -> str:
        value = super().to_python(value)
        return language_code(value) or value


class LanguageField(models.CharField):
    """The ISO 639 code of a language. What is written as a name, anywhere, is stored as its code."""

    def _coded(self, value: Any) -> Any:
        return (language_code(value) or value) if value and isinstance(value, str) else value

    def to_python(self, value: Any) -> Any:
        return self._coded(super().to_python(value))

    def get_prep_value(self, value: Any) -> Any:
        return self._coded(super().get_prep_value(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        code = self._coded(super().pre_save(model_instance, add))
        model_instance.__dict__[self.attname] = code
        return code

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        return super().formfield(**(kwargs | {"form_class": LanguageFormField}))


def known_language(field: str, name: str, *, blank: bool = True) -> SaidCheck:
    """The constraint `name` that `field` holds the code of a language (or nothing, when `blank`)."""
    codes = sorted([*_names(), *([""] if blank else [])])
    return must(models.Q(**{f"{field}__in": codes}), name, _("Choose a language from the list."), field)
