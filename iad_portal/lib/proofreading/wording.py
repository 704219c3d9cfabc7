"""Texts on the wrong side, left as they were filled in for a trial, or there twice."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from iad_portal.lib.text.cuts import cut_to
from iad_portal.lib.text.likeness import bare

from .finding import Finding, Text

_THAI, _LATIN = re.compile("[\u0e01-\u0e2e]"), re.compile("[A-Za-z]")
# From where something begins, and so looked for once in it: Thai goes on for hundreds of letters without a space.
_ADDRESS = re.compile(r"(?<!\S)\S*(?:://|@|www\.)\S*")
_FEW_LETTERS = 25
_PLACEHOLDER = re.compile(
    r"lorem\s+ipsum|\b(?:tbd|tbc|to-?do|x{3,})\b|\?{3,}|_{3,}|\.{5,}|…{2,}|ข้อความตัวอย่าง|ใส่ข้อความ|(?:ทดสอบ\s*){2,}", re.I
)
_TWICE = re.compile(r"\b(the|of|in|and|to|for|on|with|is|by|at|from)\s+\1\b", re.I)
_SHORTEST_PARAGRAPH = 40


def wrong_side(text: Text) -> Iterator[Finding]:
    """A Thai text in the box for English, or an English one in that for Thai."""
    plain = _ADDRESS.sub(" ", text.plain)
    thai, latin = len(_THAI.findall(plain)), len(_LATIN.findall(plain))
    if text.language == "en" and thai > latin:
        yield Finding("wrong_side", "en", _("This is Thai, in the box for English."))
    elif text.language == "th" and not thai and latin > _FEW_LETTERS and len(plain.split()) > 3:
        yield Finding("wrong_side", "th", _("There is no Thai in the box for Thai."))


def placeholders(text: Text) -> Iterator[Finding]:
    """What stood in for a text that was to come."""
    for match in _PLACEHOLDER.finditer(_ADDRESS.sub(" ", text.plain)):
        sentence = _("“%(typed)s” looks like a place that was to be filled in.")
        yield Finding("placeholder", match.group(), sentence % {"typed": match.group().strip()})


def repeated(text: Text) -> Iterator[Finding]:
    """A paragraph that stands twice, and an English word that does."""
    before = set()
    for line in text.plain.split("\n"):
        letters = bare(line)
        if letters in before:
            sentence = _("This paragraph stands twice: “%(typed)s”")
            yield Finding("repeated", line, sentence % {"typed": cut_to(line, 60)})
        elif len(letters) >= _SHORTEST_PARAGRAPH:
            before.add(letters)
    for match in _TWICE.finditer(text.plain):
        yield Finding("repeated", match.group(), _("“%(typed)s”: a word stands twice.") % {"typed": match.group()})
