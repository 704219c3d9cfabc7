"""Text hygiene: what keyboards, PDF files and word processors do to Thai is undone before it is stored.

`repair` mends characters and leaves spacing alone; `clean_line` and `clean_text` also settle white space. All three are
idempotent and leave correct text in any script as it is (canonically composed). The rules are the narrowest
that mend what was seen; a sequence that could be meant (Pali in Thai script, minority spellings) stays.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Any, TypeVar

# None stays None, and what surely is a text stays one.
MaybeText = TypeVar("MaybeText", str, str | None)

# Glyph variants that Thai fonts of the 1990s kept in the private-use area, by the character each one draws.
_PRIVATE_USE = dict(
    zip(
        range(0xF700, 0xF71B),
        "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e0d"
        "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
# Invisible in every script: Apple's Thai variant tags, soft hyphen, word joiner, byte order mark, interlinear marks,
# noncharacters; then the C0 and C1 controls, except those that break or space a line, and lone surrogates (which no
# database takes).
_INVISIBLE = (0xF873, 0xF874, 0xF875, 0xAD, 0x2060, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFE, 0xFFFF)
_REMOVED = dict.fromkeys((*_INVISIBLE, *range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)))
_SPACES = dict.fromkeys((0x09, 0xA0, 0x2007, 0x202F), " ")
_BREAKS = dict.fromkeys((0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n")
_TABLE = _PRIVATE_USE | _REMOVED | _SPACES | _BREAKS

# Khmer, Lao, Burmese and Tibetan break lines at a zero-width space; Arabic, Indic and emoji are shaped by joiners.
_KEEPS_ZWSP = "\u0e80-\u0fff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff"
_NO_JOINERS = "\\s\u0000-\u024f\u0e00-\u0e7f\u1e00-\u1eff"
_ZERO_WIDTH = re.compile(
    f"(?<![{_KEEPS_ZWSP}])\u200b|\u200b(?![{_KEEPS_ZWSP}])"
    f"|(?:^|(?<=[{_NO_JOINERS}]))[\u200c\u200d]+|[\u200c\u200d]+(?=[{_NO_JOINERS}]|$)"
)
_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_TONES = "\u0e48-\u0e4b"
_THAI_RULES = [
    # Two sara e are drawn like one sara ae.
    (re.compile("\u0e40\u0e40"), "\u0e41"),
    # A key beside the digits: no mark stands on a digit.
    (re.compile("(?<=[0-9\u0e50-\u0e59])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+"), ""),
    # A mark written twice is drawn once.
    (re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+"), r"\1"),
    # Sara am taken apart, the tone mark before, between or after its pieces.
    (re.compile(f"\u0e4d([{_TONES}]?)\u0e32"), "\\1\u0e33"),
    (re.compile(f"([{_TONES}])\u0e4d\u0e32"), "\\1\u0e33"),
    (re.compile(f"\u0e33([{_TONES}])"), "\\1\u0e33"),
    # Tone mark or thanthakhat typed before the vowel it stands on.
    (re.compile(f"([{_TONES}\u0e4c])([\u0e31\u0e34-\u0e39\u0e47])"), r"\2\1"),
    # A space within a syllable, as PDF files leave it: before a mark that stands on a letter, before the vowel of a
    # word that goes on, after a vowel that is written before its consonant.
    (re.compile("(?<=[\u0e01-\u0e2e\u0e31\u0e34-\u0e39]) +(?=[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])"), ""),
    (re.compile(f"(?<=[\u0e01-\u0e2e{_TONES}]) +(?=[\u0e32\u0e33][\u0e01-\u0e2e\u0e40-\u0e44])"), ""),
    (re.compile("(?<=[\u0e40-\u0e44]) +(?=[\u0e01-\u0e2e])"), ""),
]


def repair(text: str) -> str:
    """`text` with its characters mended and its spacing left alone, but for odd spaces and breaks made plain."""
    text = text.replace("\r\n", "\n")
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return _repaired(text)


# One save asks several times about the same text: for the record, its row and its history.
@lru_cache(maxsize=64)
def _repaired(text: str) -> str:
    while (mended := _repair_once(text)) != text:
        text = mended
    return text


def _repair_once(text: str) -> str:
    text = unicodedata.normalize("NFC", text.translate(_TABLE))
    text = _ZERO_WIDTH.sub("", re.sub("\u200b+", "\u200b", text))
    if _DIRECTION_MARKS.search(text) and not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
        text = _DIRECTION_MARKS.sub("", text)
    for pattern, replacement in _THAI_RULES:
        text = pattern.sub(replacement, text)
    return text


def script_rules() -> dict[str, Any]:
    """The rules for Thai letters as data: `letters` of old fonts, and `thai`, pairs of pattern and replacement."""
    letters = {chr(code): letter for code, letter in _PRIVATE_USE.items()}
    return {"letters": letters, "thai": [[pattern.pattern, replacement] for pattern, replacement in _THAI_RULES]}


def count_damage(text: str) -> int:
    """In how many places `repair` mends the Thai of `text`."""
    count = sum(ord(letter) in _PRIVATE_USE for letter in text)
    text = text.translate(_TABLE)
    while True:
        before = text
        for pattern, replacement in _THAI_RULES:
            text, places = pattern.subn(replacement, text)
            count += places
        if text == before:
            return count


def clean_line(text: MaybeText) -> MaybeText:
    """One line of mended text: runs of white space become one space, none at the ends. None stays None."""
    return None if text is None else repair(re.sub("[ \n]+", " ", repair(text)).strip())


def clean_text(text: MaybeText) -> MaybeText:
    """Mended text that keeps its line breaks: one blank line at most, single spaces. None stays None."""
    if text is None:
        return None
    lines = re.sub("[ \u3000]+(?=\n|$)", "", repair(text))
    # Spaces that laid out a line, as typewriters and old pages did.
    lines = re.sub("(?<=[^ \n])  +(?=[^ \n])", " ", lines)
    # An ideographic space at the very beginning is a Japanese paragraph's indent.
    return re.sub("\n{3,}", "\n\n", lines).strip(" \n")
