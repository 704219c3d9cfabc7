"""Words drawn into a picture by Pillow: Thai and Latin in the fonts of the site, cut into lines at words.

Where the machine has fribidi, Pillow shapes Thai by itself. Elsewhere it sets each tone mark at one height, into the
vowel above the letter: there such a mark is drawn once more, higher, by hand.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import ImageDraw, ImageFont, features

from iad_portal.lib.search.words import words

_FONTS = Path(__file__).resolve().parents[3] / "static" / "fonts"
_THAI = re.compile("[\u0e00-\u0e7f]+")
_TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_ON_A_VOWEL = re.compile(f"(?<=[\u0e31\u0e34-\u0e37\u0e47\u0e4d])[{_TONES}]")
_SARA_AM = re.compile(f"([{_TONES}]?)\u0e33")
# No line begins with a mark, or with the sign of repetition.
_NEVER_FIRST = re.compile("[\u0e30-\u0e3a\u0e45-\u0e4e]")
# How much higher than its own height a tone mark stands over a vowel, in parts of the size of the type.
_RAISED = 0.19


def shapes_by_itself() -> bool:
    """Whether Pillow can place the marks of Thai on this machine."""
    return bool(features.check("raqm") and features.check("fribidi"))


class Type:
    """The type of one size and weight ("400", "700"): how wide words are, and how they are drawn."""

    def __init__(self, size: int, weight: str, *, shapes: bool | None = None) -> None:
        self.size = size
        self._shapes = shapes_by_itself() if shapes is None else shapes
        self._fonts = {script: _font(script, weight, size, self._shapes) for script in ("thai", "latin")}

    def width(self, text: str) -> float:
        """How wide `text` is on one line, in pixels."""
        return sum(self._fonts[script].getlength(self._laid(part)) for script, part in _parts(text))

    def draw(self, draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, colour: str) -> None:
        """Write `text` on one line; `at` is the left end of its ground line."""
        x, y = at
        for script, part in _parts(text):
            font = self._fonts[script]
            laid = self._laid(part)
            draw.text((x, y), laid, colour, font, anchor="ls")
            for mark in () if self._shapes else _ON_A_VOWEL.finditer(_apart(part)):
                before = _ON_A_VOWEL.sub("", _apart(part)[: mark.start()])
                place = (x + font.getlength(before), y - self.size * _RAISED)
                draw.text(place, mark.group(), colour, font, anchor="ls")
            x += font.getlength(laid)

    def _laid(self, text: str) -> str:
        """`text` as it is given to Pillow."""
        return text if self._shapes else _ON_A_VOWEL.sub("", _apart(text))

    def lines(self, text: str, width: float) -> list[str]:
        """`text` in lines of at most `width` pixels, broken between words; a longer word has a line of its own."""
        found: list[str] = []
        line = ""
        for piece in _pieces(text):
            if line and self.width((line + piece).rstrip()) > width:
                found.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        return [*found, line.rstrip()] if line.strip() else found


def _apart(text: str) -> str:
    """Sara am as the two signs it is drawn of, the tone mark above both."""
    return _SARA_AM.sub("\u0e4d\\1\u0e32", text)


@cache
def _font(script: str, weight: str, size: int, shapes: bool) -> ImageFont.FreeTypeFont:
    layout = ImageFont.Layout.RAQM if shapes else ImageFont.Layout.BASIC
    return ImageFont.truetype(_FONTS / f"sarabun-{script}-{weight}.woff2", size, layout_engine=layout)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """`text` in runs of one script, as the two files of a weight hold them."""
    end = 0
    for run in _THAI.finditer(text):
        if run.start() > end:
            yield "latin", text[end : run.start()]
        yield "thai", run.group()
        end = run.end()
    if end < len(text):
        yield "latin", text[end:]


def _pieces(text: str) -> Iterator[str]:
    """`text` cut wherever a line may end."""
    starts = {word.start for word in words(text)}
    begin = 0
    for place in range(1, len(text)):
        is_new = place in starts and _THAI.match(text[place]) and not _NEVER_FIRST.match(text[place])
        if text[place - 1] == " " or (is_new and _THAI.match(text[place - 1])):
            yield text[begin:place]
            begin = place
    yield text[begin:]
