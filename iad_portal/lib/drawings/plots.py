"""Where the marks of a plot go, in per cent of its width and height, and which years and numbers its axes name.

A drawing in per cent fills any width while its type keeps its size. Nothing here knows what the marks stand for: no
words, no records.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

# Round steps of an axis, so that its numbers are easily read on.
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
# So many years an axis names on a wide screen and on a narrow one.
WIDE, NARROW = 14, 5
# A column of more than this many is not cut into its units: nobody would count them.
UNITS = 12
# Over its highest column a plot keeps this much room for the number; and columns have room for so many at least, or a
# single one would be a tower.
HEADROOM, FEWEST = 1.3, 4
# Up to so many columns they are drawn broad, or of middling breadth; more are drawn thin.
SPARSE, MIDDLING = 16, 36


def share(part: float, whole: float = 1) -> str:
    """`part` of `whole` as SVG wants it: "12.5%", to the hundredth."""
    return f"{100 * part / whole:.2f}".rstrip("0").rstrip(".") + "%"


def step_for(span: int, at_most: int) -> int:
    """The smallest round step that has room no more than `at_most` times in `span`."""
    return next((step for step in STEPS if span / step <= at_most), STEPS[-1])


def wider_step(step: int, span: int, at_most: int) -> int:
    """A step over some of the places where `step` comes down, with room no more than `at_most` times in `span`."""
    return step * next((times for times in (1, 2, 4, 5, 10) if span / (step * times) <= at_most), 20)


def round_numbers(top: int, at_most: int = 4) -> list[int]:
    """Round numbers over 0 up to `top`: where the lines across a plot lie."""
    step = step_for(top, at_most)
    return list(range(step, top + 1, step))


@dataclass(frozen=True, slots=True)
class Tick:
    """A year that an axis names. A minor one is left out where there is little room."""

    year: int
    x: str
    is_minor: bool


@dataclass(frozen=True, slots=True)
class YearAxis:
    """Whole years from left to right, each with the same room."""

    first: int
    last: int

    @property
    def count(self) -> int:
        """How many years it has room for."""
        return self.last + 1 - self.first

    @property
    def years(self) -> range:
        """Its years, from left to right."""
        return range(self.first, self.last + 1)

    def left(self, year: int) -> str:
        """Where the room of `year` begins."""
        return share(year - self.first, self.count)

    def middle(self, year: int) -> str:
        """The middle of the room of `year`."""
        return share(year - self.first + 0.5, self.count)

    def part(self, day: date) -> float:
        """Where `day` lies: 0 at the left edge, 1 at the right one, and never beyond them."""
        begin = date(day.year, 1, 1)
        length = (date(day.year + 1, 1, 1) - begin).days if day.year < date.max.year else 365
        position = day.year - self.first + (day - begin).days / length
        return min(max(position / self.count, 0), 1)

    def ticks(self, offset: int = 0, *, at_beginning: bool = False) -> list[Tick]:
        """The years to name, round ones in an era that is `offset` ahead; minor ones for a wide screen only.

        They stand in the middle of the year's room, or `at_beginning` of it.
        """
        step = step_for(self.count, WIDE)
        major = wider_step(step, self.count, NARROW)
        return [
            self._tick(year, 0.0 if at_beginning else 0.5, (year + offset) % major != 0)
            for year in self.years
            if (year + offset) % step == 0
        ]

    def _tick(self, year: int, within: float, is_minor: bool) -> Tick:
        return Tick(year, share(year - self.first + within, self.count), is_minor)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place, its top, what it counts; a peak is one of the highest.

    `is_plain` where nobody needs to be told the number: a single unit among units that can be counted.
    """

    year: int
    number: int
    x: str
    y: str
    is_peak: bool
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns by year; `cuts` are the heights at which they are cut into units that can be counted."""

    columns: list[Column]
    cuts: list[str]
    density: str  # sparse, middling, dense: how broad a column is drawn


def columns(axis: YearAxis, numbers: Mapping[int, int]) -> Columns:
    """The columns of `numbers` (year -> how many) on `axis`. Years without any have no column."""
    peak = max(numbers.values(), default=0)
    top = max(peak * HEADROOM, FEWEST)
    drawn = [
        Column(
            year,
            numbers[year],
            axis.middle(year),
            share(1 - numbers[year] / top),
            is_peak=numbers[year] == peak,
            is_plain=numbers[year] == 1 and peak <= UNITS,
        )
        for year in axis.years
        if numbers.get(year)
    ]
    cuts = [share(1 - unit / top) for unit in range(1, peak)] if peak <= UNITS else []
    density = "sparse" if axis.count <= SPARSE else "middling" if axis.count <= MIDDLING else "dense"
    return Columns(drawn, cuts, density)
