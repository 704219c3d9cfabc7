"""Stretches and moments on one axis of years: how far each reaches, which of its ends are known, where its words go."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .map_labels import text_width
from .plots import YearAxis, share

# The width in pixels of the axis on a narrow screen and on a wide one: in these labels find their places.
NARROW, WIDE = 286, 620
SIZE, GAP = 14, 8
# A term ends with its last day: one of a single day is a bar too.
DAY = timedelta(days=1)
# Words under the moments stand in so many rows.
ROWS = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """A bar from `x`, `width` wide. What its ends look like tells what is known of them.

    An end that is not known is dashed, all of the bar that hangs on it; one that is open today carries an arrow.
    """

    x: str
    end: str
    width: str
    has_begin: bool
    has_end: bool
    is_open: bool

    @property
    def is_sure(self) -> bool:
        """Whether it stood all the time that is drawn."""
        return self.has_begin and (self.has_end or self.is_open)


def stretch(axis: YearAxis, begin: date | None, end: date | None, now: date, *, is_open: bool = False) -> Stretch:
    """From `begin` to `end`, each None where not known; `is_open` when it stands today and no end is set."""
    left = axis.part(begin) if begin else 0.0
    # The calendar's very last day has none behind it.
    right = max(axis.part(min(end, date.max - DAY) + DAY if end else now), left)
    return Stretch(share(left), share(right), share(right - left), bool(begin), bool(end), is_open)


@dataclass(frozen=True, slots=True)
class Moment:
    """A mark at a moment, and its words: in a row from 0 down, or None where there is no room for them.

    `is_minor` words need a wide screen.
    """

    x: str
    kind: str
    text: str
    row: int | None = None
    is_minor: bool = False
    anchor: str = "middle"


def moments(axis: YearAxis, days: Sequence[tuple[date, str, str]]) -> list[Moment]:
    """Marks for (day, kind, words), given with those ahead that matter most, which are drawn last and lie on top.

    No mark is left out, though its words may be.
    """
    labels = [(axis.part(day), words) for day, _kind, words in days]
    kept = _rows(labels, NARROW, {})
    all_rows = _rows(labels, WIDE, kept)
    drawn = []
    for number, ((_day, kind, _words), (position, words)) in enumerate(zip(days, labels, strict=True)):
        mark = Moment(share(position), kind, words, anchor=_anchor(position, words, NARROW if number in kept else WIDE))
        if number in all_rows:
            mark = replace(mark, row=all_rows[number], is_minor=number not in kept)
        drawn.append(mark)
    return drawn[::-1]


def _rows(labels: Sequence[tuple[float, str]], width: int, kept: dict[int, int]) -> dict[int, int]:
    """The row of each label that finds a place, by its number; those of `kept` stand already."""
    rows = dict(kept)
    taken: list[list[tuple[float, float]]] = [[] for _row in range(ROWS)]
    for number, row in kept.items():
        taken[row].append(_span(*labels[number], width, NARROW))
    for number, (position, words) in enumerate(labels):
        if number in rows or not words:
            continue
        left, right = _span(position, words, width, width)
        free = (row for row in range(ROWS) if all(right < other[0] or left > other[1] for other in taken[row]))
        if (found := next(free, None)) is not None:
            rows[number] = found
            taken[found].append((left, right))
    return rows


def _span(position: float, words: str, width: int, first_width: int) -> tuple[float, float]:
    """From where to where the words reach, in pixels, in an axis of `width`; they were anchored in `first_width`."""
    length = text_width(words, SIZE) + GAP
    shift = {"start": 0.0, "middle": -length / 2, "end": -length}[_anchor(position, words, first_width)]
    return position * width + shift, position * width + shift + length


def _anchor(position: float, words: str, width: int) -> str:
    half = text_width(words, SIZE) / 2
    return "start" if position * width < half else "end" if (1 - position) * width < half else "middle"
