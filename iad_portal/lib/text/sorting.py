"""Sort keys that order names the same on every database: lower-case hexadecimal, so that no collation disagrees.

A key holds up to four levels, each a row of two-digit units, "00" between them:
1. letters and digits: digits, the page's own script, the other of Thai and Latin, then every other script by code
   point. Thai in the order of the Royal Institute's dictionary: a leading vowel (เ แ โ ใ ไ) counts behind its
   consonant. Case, accents, tone marks, spaces and punctuation do not count.
2. tone marks and accents, and 3. capitals and punctuation: only break ties, left to right, a bare letter first. Each
   is a pair of units: 255 minus its position (so that an earlier mark sorts later), and the mark.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from .hygiene import clean_line

_LEADING = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
_THAI = [*range(0x0E01, 0x0E2F), *range(0x0E30, 0x0E34), 0x0E45, *range(0x0E34, 0x0E3A), *range(0x0E40, 0x0E45)]
_THAI_MARKS = [0x0E3A, *range(0x0E47, 0x0E4F)]
_LATIN = [ord(letter) for letter in "abcdefghijklmnopqrstuvwxyz"]
# Latin letters that no decomposition takes apart.
UNFOLDED = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ł": "l", "ŧ": "t", "þ": "th", "\u0131": "i"}
_OTHER = 0xF0
_LAST_POSITION = 0xFE
_SPACING, _CAPITAL, _FOREIGN_DIGIT = 0x01, 0x02, 0x03


def _ranks(*scripts: list[int]) -> dict[str, int]:
    letters = [ord(digit) for digit in "0123456789"] + [code for script in scripts for code in script]
    return {chr(code): rank for rank, code in enumerate(letters, start=1)}


_RANKS = {"th": _ranks(_THAI, _LATIN), "en": _ranks(_LATIN, _THAI)}
_MARKS = {chr(code): rank for rank, code in enumerate(_THAI_MARKS, start=1)}


# Pages put the same few names in order again and again.
@lru_cache(maxsize=2_000)
def sort_key(text: str | None, language: str) -> str:
    """The key of `text` ("" and None give "") on pages of `language` ("th": Thai before Latin; "en": after)."""
    ranks = _RANKS["en" if language.startswith("en") else "th"]
    primary: list[str] = []
    marks: list[str] = []
    shape: list[str] = []
    for folded, mark, form in _letters(clean_line(text or "")):
        position = max(_LAST_POSITION - len(primary), 0) + 1
        primary += [_unit(character, ranks) for character in folded]
        marks += [f"{position:02x}{mark:02x}"] if mark else []
        shape += [f"{position:02x}{form:02x}"] if form else []
    levels = ["".join(level) for level in (primary, marks, shape)]
    while levels and not levels[-1]:
        levels.pop()
    return "00".join(levels)


def _unit(character: str, ranks: dict[str, int]) -> str:
    rank = ranks.get(character)
    return f"{rank:02x}" if rank else f"{_OTHER:02x}{ord(character):06x}"


def _letters(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield (first-level letters, mark, form) for each character of the text, leading vowels behind their consonant."""
    ranked = _RANKS["th"]
    for character in unicodedata.normalize("NFD", _LEADING.sub(r"\2\1", text)):
        category = unicodedata.category(character)
        if character in _MARKS:
            yield "", _MARKS[character], 0
        elif category == "Nd":
            yield str(unicodedata.decimal(character)), 0, 0 if character.isascii() else _FOREIGN_DIGIT
        elif unicodedata.combining(character) and character not in ranked:
            yield "", 0x10 + ord(character) % 0xE0, 0
        elif category[0] in "LM" and character not in "\u0e2f\u0e46":
            folded = character.casefold()
            yield "".join(UNFOLDED.get(part, part) for part in folded), 0, _CAPITAL if folded != character else 0
        else:
            yield "", 0, _SPACING


def letter_key(text: str | None, language: str) -> list[str]:
    """The first level of the key of `text`, one unit a letter: what a stored key begins with, whatever its marks."""
    ranks = _RANKS["en" if language.startswith("en") else "th"]
    return [_unit(letter, ranks) for folded, _mark, _form in _letters(clean_line(text or "")) for letter in folded]
