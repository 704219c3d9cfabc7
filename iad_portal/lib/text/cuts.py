"""Long texts made short: cut between words, never inside a Thai syllable, with an ellipsis that says so."""

import re

from iad_portal.lib.search.words import words

ELLIPSIS = "…"
# A space this near the end is the best place: Thai sets it between phrases, and the dictionary need not be loaded.
_NEAR = 3 / 4
# Looked at beyond the cut, so that the last word is seen whole.
_MARGIN = 30
# A comma, a bracket that opens, or the full stop of a whole sentence; that of พ.ศ. or D.C. stays.
_LOOSE_END = re.compile(r"(?:[\s,;:·(\[–—-]|(?<=[a-z\d]{2})\.)+\Z")
# What belongs to the letter before it, and the vowels that belong to the letter behind them.
_MARKS = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0300-\u036f]")
_LEADING = re.compile("[\u0e40-\u0e44]")


def cut_to(text: str, length: int) -> str:
    """`text` in at most `length` letters and an ellipsis, cut between words; the whole of it when it is no longer."""
    if len(text) <= length:
        return text
    return _LOOSE_END.sub("", text[: _place(text, length)]) + ELLIPSIS


def _place(text: str, length: int) -> int:
    space = max(text.rfind(mark, 0, length + 1) for mark in " \n")
    if space >= length * _NEAR:
        return space
    ends = [word.end for word in words(text[: length + _MARGIN]) if word.end <= length]
    return max(ends, default=0) or _between_letters(text, length)


def _between_letters(text: str, position: int) -> int:
    """The nearest place at or before `place` that parts no letter from its marks: for a word longer than the room."""
    while position > 1 and (_MARKS.match(text, position) or _LEADING.match(text, position - 1)):
        position -= 1
    return position
