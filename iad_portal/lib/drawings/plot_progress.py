"""How far each of many is, as a row of cells filled from the ground up: the furthest first, the unknown last."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from .plots import share

# The row has room for so many cells at least, or a few would be broad as walls.
FEWEST = 20
# From so many on a cell is too thin to be told apart: equal ones are drawn as one.
MOST = 60
# The part of its room that a cell fills.
FILL = 0.82


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, or several that are equally far: its place, and how high it is filled; empty when not known."""

    x: str
    width: str
    y: str
    height: str
    percent: int | None


def cells(percents: Iterable[int | None]) -> list[Cell]:
    """The cells of `percents`, None where it is not recorded how far one is."""
    ranked = sorted(percents, key=lambda percent: (percent is None, -(percent or 0)))
    room = max(len(ranked), FEWEST)
    if len(ranked) <= MOST:
        return [_cell(number, FILL, percent, room) for number, percent in enumerate(ranked)]
    drawn, begin = [], 0
    for percent, same in groupby(_rounded(percent) for percent in ranked):
        count = len(list(same))
        drawn.append(_cell(begin, count, percent, room))
        begin += count
    return drawn


def _rounded(percent: int | None) -> int | None:
    """To the next ten; what is begun but not done stays so."""
    return percent if percent is None or percent in (0, 100) else min(max(round(percent, -1), 10), 90)


def _cell(begin: float, count: float, percent: int | None, room: int) -> Cell:
    filled = percent or 0
    return Cell(share(begin, room), share(count, room), share(100 - filled, 100), share(filled, 100), percent)
