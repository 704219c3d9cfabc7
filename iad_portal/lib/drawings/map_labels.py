"""Where the names of a map go: sizes of labels, places beside pins, and a column of names with leader lines.

All in the units of the map's drawing. Nothing here knows what the names stand for.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

Point = tuple[float, float]

# Advance widths of Sarabun 400 in hundredths of the type size; Thai marks above and below take no room.
_WIDTHS = {
    0: "ัิีึืฺุู็่้๊๋์ํ๎",
    20: "'",
    25: " !|,.:;ijíๅIl",
    31: "เ[](){}f-’",
    38: 'โใไ`/sřr"',
    46: "งJě*?zxycçรvาำk",
    52: "วaãâeéะ$Sฐธbdg–",
    56: "ฯ0123456789EFLnpquüñจThoóöôฉยฮPYZ",
    60: "กถฤลสแRขดอBC^คศAVฃฅชฎฏตมฦ+<=>KX~ซผฝภๆD",
    66: "ฆนหGบทปOQUษHNฑ#&w",
    74: "พฟฬ",
    83: "@Mฌญฒณm%W",
}
_WIDTH_OF = {character: width for width, characters in _WIDTHS.items() for character in characters}
_UNKNOWN = 66


@lru_cache(maxsize=8_192)
def text_width(text: str, size: float) -> float:
    """About how wide `text` is, set in Sarabun of `size`; rather a little too wide than too narrow."""
    return sum([_WIDTH_OF.get(character, _UNKNOWN) for character in text]) * size / 100 * 1.03


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def wider(self, by: float) -> "Box":
        """The box with so much more room on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: "Box") -> bool:
        """Whether the two share any room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def lies_in(self, other: "Box") -> bool:
        """Whether this one is wholly inside the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a label: where its text is anchored, how, and the box it fills."""

    x: int
    y: int
    anchor: str  # start, middle, end: SVG's text-anchor
    box: Box


def places_beside(x: float, y: float, width: float, size: float, gap: float = 12) -> list[Place]:
    """The places around a pin at (x, y) for a label of `width` in type of `size`, best first."""
    up, down = size * 1.2, size * 0.5  # Thai vowels and tone marks above, vowels below
    middle = size * 0.25
    spots = (
        (x + gap, y + middle, "start"),
        (x - gap, y + middle, "end"),
        (x + gap * 0.8, y + size + gap * 0.35, "start"),
        (x - gap * 0.8, y + size + gap * 0.35, "end"),
        (x + gap * 0.8, y - size * 0.5, "start"),
        (x - gap * 0.8, y - size * 0.5, "end"),
        (x, y + size * 1.2 + gap, "middle"),
        (x, y - gap - size * 0.3, "middle"),
    )
    shift = {"start": 0.0, "middle": -width / 2, "end": -width}
    places = []
    for sx, sy, anchor in spots:
        left = sx + shift[anchor]
        places.append(Place(round(sx), round(sy), anchor, Box(left - 3, sy - up, left + width + 3, sy + down)))
    return places


def crosses_box(a: tuple[float, float], b: tuple[float, float], box: Box) -> bool:
    """Whether the straight line from a to b passes through the box (Liang and Barsky's test)."""
    # Most lines pass far from it.
    if (
        (a[0] < box.left and b[0] < box.left)
        or (a[0] > box.right and b[0] > box.right)
        or (a[1] < box.top and b[1] < box.top)
        or (a[1] > box.bottom and b[1] > box.bottom)
    ):
        return False
    enter, leave = 0.0, 1.0
    for start, delta, low, high in (
        (a[0], b[0] - a[0], box.left, box.right),
        (a[1], b[1] - a[1], box.top, box.bottom),
    ):
        if delta == 0:
            continue  # along the box: else it were far from it
        first, last = sorted(((low - start) / delta, (high - start) / delta))
        enter, leave = max(enter, first), min(leave, last)
    return enter < leave


def cross(a1: Point, a2: Point, b1: Point, b2: Point) -> bool:
    """Whether the straight lines a1-a2 and b1-b2 cross (touching ends do not count)."""
    return _are_apart(a1, a2, b1, b2) and _are_apart(b1, b2, a1, a2)


def _are_apart(p: Point, q: Point, one: Point, other: Point) -> bool:
    """Whether `one` and `other` lie on different sides of the line through p and q."""
    x, y = p
    across, down = q[0] - x, q[1] - y
    side, other_side = across * (one[1] - y) - down * (one[0] - x), across * (other[1] - y) - down * (other[0] - x)
    return side * other_side < 0


def order_rows(pins: list[tuple[float, float]], rows: list[tuple[float, float]]) -> list[int]:
    """Which pin goes to which row of a column, so that few leader lines cross: the pins' numbers, row by row.

    Starts from the order of the pins' bearings from the column's middle, then swaps two rows as long as that takes
    crossings away (or, at the same number, shortens the lines). The same pins always get the same order.
    """
    if not pins:
        return []
    order = sorted(range(len(pins)), key=lambda i: (pins[i][1], pins[i][0], i))
    lines = {(i, r): (pins[i], rows[r]) for i in range(len(pins)) for r in range(len(rows))}

    def cost(i: int, r: int, apart_from: set[int]) -> tuple[int, float]:
        a1, a2 = lines[i, r]
        crossings = sum(cross(a1, a2, *lines[other, row]) for row, other in enumerate(order) if row not in apart_from)
        return crossings, abs(a1[1] - a2[1])

    def pair(first: int, second: int, i: int, j: int) -> tuple[int, float]:
        here, there = cost(i, first, {first, second}), cost(j, second, {first, second})
        between = cross(*lines[i, first], *lines[j, second])
        return here[0] + there[0] + between, round(here[1] + there[1], 6)

    for _ in range(len(pins) * 2):
        improved = False
        for first, second in combinations(range(len(pins)), 2):
            i, j = order[first], order[second]
            if pair(first, second, j, i) < pair(first, second, i, j):
                order[first], order[second] = j, i
                improved = True
        if not improved:
            break
    return order
