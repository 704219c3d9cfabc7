"""Numbers on the way in: what an officer types becomes a Decimal; or a sentence why not.

Read are Thai and Arabic digits, thousands parted by commas, spaces or apostrophes, a decimal point, the words for large
numbers (หมื่น, ล้าน, million), and what stands around money. What two countries would read as two numbers ("1,5",
"1.605") is never guessed: the sentence shows both.
"""

import re
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from iad_portal.lib.text.hygiene import clean_line
from iad_portal.lib.text.translatable import Translatable

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９", "01234567890123456789")
_LONGEST = 80
_TIMES = {
    "ร้อย": 2, "พัน": 3, "หมื่น": 4, "แสน": 5, "ล้าน": 6, "hundred": 2, "thousand": 3, "k": 3, "million": 6, "mil": 6,
    "mn": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12,
}  # fmt: skip
_WORD = "|".join(sorted(_TIMES, key=len, reverse=True))
_NUMBER = r"[\d.,' ]*\d[\d.,' ]*"
_TERM = re.compile(rf"({_NUMBER})((?:\s*(?:{_WORD})s?\b\.?|\s*(?:{_WORD}))*)\s*")
_AROUND = re.compile(
    r"^(?:จำนวน|เป็นเงิน|รวม|฿|thb|บาท|ร้อยละ)\s*"
    r"|\s*(?:฿|บาท(?:ถ้วน)?|baht|thb|คน|ราย|ครั้ง|แห่ง|per ?cent|%|people|persons)\.?$|\.-$"
)
_GROUPED = re.compile(r"\d{1,3}(?:([,' ])\d{3})(?:\1\d{3})*(?:\.\d*)?")
_GROUPED_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d*)?|\d{1,3}(?:\.\d{3})+,\d*")
_PLAIN = re.compile(r"\d+\.?\d*|\.\d+")
_EITHER_WAY = re.compile(r"(\d{1,3})\.(\d{3})|(\d+),(\d{1,2}|\d{4,})")


class NumberError(ValueError):
    """A number that cannot be read. `message` is a translatable sentence with `params`; str() gives it whole."""

    def __init__(self, message: Translatable, code: str, **params: Any) -> None:
        super().__init__(message)
        self.message, self.code, self.params = message, code, params

    def __str__(self) -> str:
        return str(self.message) % self.params


def parse_number(text: str) -> Decimal:
    """The number that `text` says, such as "1,605,000", "๑,๖๐๕,๐๐๐", "1.5 ล้านบาท" or "1.2 million"; or NumberError."""
    typed = clean_line(str(text)).translate(_DIGITS)
    bare = re.sub("[\u2018\u2019`\u00b4]", "'", re.sub("[\u2010-\u2015\u2212\ufe63\uff0d]", "-", typed)).lower()
    while (rest := _AROUND.sub("", bare).strip()) != bare:
        bare = rest
    sign, bare = (-1, bare[1:].strip()) if bare.startswith("-") else (1, bare.removeprefix("+").strip())
    if not bare or len(typed) > _LONGEST:
        raise _not_understood(typed)
    return sign * _sum_of_terms(bare, typed)


def parse_whole_number(text: str) -> int:
    """The whole number that `text` says; NumberError for anything else."""
    value = parse_number(text)
    if value != value.to_integral_value():
        raise NumberError(
            _("“%(typed)s” is not a whole number. Type it without a fraction."),
            "not_whole",
            typed=clean_line(str(text)),
        )
    return int(value)


def has_large_number_word(text: str) -> bool:
    """Whether `text` says a number by a word such as ล้าน or million."""
    return bool(re.search(rf"\d\s*(?:{_WORD})", clean_line(text).translate(_DIGITS).lower()))


def _sum_of_terms(bare: str, typed: str) -> Decimal:
    """ "2 แสน 5 หมื่น" is the sum of its terms, each smaller than the one before; a number without a word is alone."""
    total, at, before = Decimal(0), 0, None
    while at < len(bare):
        match = _TERM.match(bare, at)
        if not match:
            raise _not_understood(typed)
        power = sum(_TIMES[word] for word in re.findall(_WORD, match[2]))
        if before is not None and power >= before:
            raise _not_understood(typed)
        total += _number(match[1].strip(), has_word=power > 0, typed=typed).scaleb(power)
        at, before = match.end(), power
    return total


def _number(digits: str, *, has_word: bool, typed: str) -> Decimal:
    either = _EITHER_WAY.fullmatch(digits)
    if either and not (has_word and either[1]):
        whole, part = (either[1], either[2]) if either[1] else (either[3], either[4])
        raise NumberError(
            _("“%(typed)s” can be read in two ways. Type %(point)s if the rest is a fraction, or %(whole)s if not."),
            "two_ways",
            typed=typed,
            point=f"{whole}.{part}0" if len(part) == 3 else f"{whole}.{part}",
            whole=f"{int(whole + part):,}",
        )
    if _GROUPED.fullmatch(digits):
        return Decimal(re.sub("[,' ]", "", digits))
    if _GROUPED_BY_POINTS.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(digits):
        return Decimal(digits)
    if re.search(r"\d[,' ]\d", digits):
        raise NumberError(
            _("In “%(typed)s” the digits are not parted in threes. Type the number as 1605000 or 1,605,000."),
            "groups",
            typed=typed,
        )
    raise _not_understood(typed)


def _not_understood(typed: str) -> NumberError:
    return NumberError(
        _("“%(typed)s” could not be read as a number. Type digits alone, for example 1,605,000 or 1.5 million."),
        "not_understood",
        typed=typed if len(typed) <= _LONGEST else typed[:_LONGEST] + "…",
    )
