"""The world map: where a city lies on it, and where its name goes.

The land is static/img/world.svg (Natural Earth, Equal Earth projection with its centre at 11 degrees east, 2000 x 870
units). Names are placed by calculation, never by hand: most stand beside their pin on a side that is free; where cities
crowd, the names stand in a column at the right, tied to their pins by leader lines in the order that crosses least. A
name that finds no room is left to the list under the map, which is always complete.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import asin, cos, hypot, radians, sin, sqrt
from typing import Any, NamedTuple

from iad_portal.lib.drawings.map_labels import Box, Place, Point, crosses_box, order_rows, places_beside, text_width

_CENTRE, _SHIFT_X, _SHIFT_Y, _SCALE = 11.0, 2.7066299836960743, 1.3067131388872926, 369.4631353467964
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796

BANGKOK = (13.7540, 100.5014)

SIZE, HOME_SIZE = 18, 21  # type on the wide map
ROW = 29.2  # from one name of a column to the next: 24 px on a screen of 1280
CROWD_RADIUS, CROWD = 62, 3  # so many other pins within this distance make a crowd
_TOP, _BOTTOM, _LEFT, _RIGHT = -14.0, 646.0, 420.0, 1950.0
_EAST, _WEST = 1674.0, 848.0  # where leader lines turn towards the columns of names


class City(NamedTuple):
    """A city to be drawn: a key, degrees north and east, its name in the reader's language, the address of its page."""

    key: str
    lat: float
    lon: float
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle of the drawing: its upper left corner and its size."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Pin:
    """A city on the map. `text` is None when its name found no room; `leader` is the path of its line, or ""."""

    key: str
    label: str
    url: str
    x: int
    y: int
    arc: str
    text: Place | None = None
    leader: str = ""

    @property
    def hit(self) -> Rectangle | None:
        """The rectangle around the name that answers to the pointer."""
        if self.text is None:
            return None
        box = self.text.box
        return Rectangle(
            x=round(box.left - 3),
            y=round(box.top),
            width=round(box.right - box.left + 6),
            height=round(box.bottom - box.top),
        )


@dataclass(frozen=True, slots=True)
class Locator:
    """Two cities and the way between them, ready for components/locator.html. `arc` is "" where none is drawn."""

    width: int
    height: int
    land: dict[str, int]
    arc: str
    home: tuple[int, int]
    home_label: str
    home_text: Place
    city: tuple[int, int]
    city_label: str
    city_text: Place


@dataclass(frozen=True, slots=True)
class WorldMap:
    """A drawing ready for components/map.html."""

    view_box: str
    small_view_box: str
    fade: tuple[int, int]
    small_fade: tuple[int, int]
    home: tuple[int, int]
    home_label: str
    home_text: Place
    pins: tuple[Pin, ...]


def project(lat: float, lon: float) -> tuple[float, float]:
    """Degrees north and east as units of the drawing: x grows to the east, y to the south."""
    if lon < -169:  # the drawing is cut in the Bering Strait
        lon += 360
    t = asin(sqrt(3) / 2 * sin(radians(lat)))
    t2 = t * t
    t6 = t2**3
    slope = _A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)
    x = 2 * sqrt(3) * radians(lon - _CENTRE) * cos(t) / (3 * slope)
    y = t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))
    return (x + _SHIFT_X) * _SCALE, (_SHIFT_Y - y) * _SCALE


def bend(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    """The control point of the curve from a to b: far cities are reached by a high arc, near ones by a slight bow."""
    length = hypot(b[0] - a[0], b[1] - a[1])
    x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    if length > 170:
        return x, y - 0.22 * length
    return x + (0.178 if b[0] >= a[0] else -0.178) * length, y - 0.118 * length


def arc(a: tuple[float, float], b: tuple[float, float]) -> str:
    """The path of the curve from a to b, for SVG."""
    c = bend(a, b)
    return f"M{a[0]:.0f} {a[1]:.0f}Q{c[0]:.0f} {c[1]:.0f} {b[0]:.0f} {b[1]:.0f}"


def world_map(
    cities: Iterable[City | tuple[Any, ...]], home_label: str, home: tuple[float, float] = BANGKOK
) -> WorldMap:
    """The map of `cities` (0 to about 80) around `home` (degrees north and east).

    The answer is remembered: the same cities under the same names are laid out once in a process.
    """
    return _world_map(tuple(City(*city) for city in cities), home_label, home)


@lru_cache(maxsize=16)
def _world_map(cities: tuple[City, ...], home_label: str, home: tuple[float, float]) -> WorldMap:
    centre = project(*home)
    points = {city.key: project(city.lat, city.lon) for city in cities}
    pins = [
        Pin(c.key, c.label, c.url, round(points[c.key][0]), round(points[c.key][1]), arc(centre, points[c.key]))
        for c in sorted(cities, key=lambda city: (points[city.key], city.key))
    ]
    frame = _frame(pins)
    width = text_width(home_label, HOME_SIZE) * 1.06  # it is set in bold
    home_text = places_beside(centre[0], centre[1] + 8, width, HOME_SIZE, gap=24)[1]
    halo = Box(centre[0] - 16, centre[1] - 16, centre[0] + 16, centre[1] + 16)
    placed = _Layout(pins, frame, centre, [home_text.box, halo]).place()
    small = _small_frame(pins)
    return WorldMap(
        view_box=_view_box(frame),
        small_view_box=_view_box(small),
        fade=(round(frame.bottom - 106), round(frame.bottom)),
        small_fade=(round(small.bottom - 90), round(small.bottom)),
        home=(round(centre[0]), round(centre[1])),
        home_label=home_label,
        home_text=home_text,
        pins=tuple(placed),
    )


def _view_box(box: Box) -> str:
    return f"{box.left:.0f} {box.top:.0f} {box.right - box.left:.0f} {box.bottom - box.top:.0f}"


def _frame(pins: list[Pin]) -> Box:
    """The part of the map that is shown: the usual one, wider where a city lies outside it."""
    right = max([_RIGHT, *(pin.x + 24 + text_width(pin.label, SIZE) for pin in pins)])
    return Box(
        min([_LEFT, *(pin.x - 60 for pin in pins)]),
        min([_TOP, *(pin.y - 40 for pin in pins)]),
        right,
        max([_BOTTOM, *(pin.y + 90 for pin in pins)]),
    )


def _small_frame(pins: list[Pin]) -> Box:
    return Box(
        min([500.0, *(pin.x - 40 for pin in pins)]),
        min([-10.0, *(pin.y - 40 for pin in pins)]),
        max([1680.0, *(pin.x + 40 for pin in pins)]),
        max([600.0, *(pin.y + 70 for pin in pins)]),
    )


class _Layout:
    """One map's names, while they look for their places."""

    def __init__(self, pins: list[Pin], frame: Box, centre: tuple[float, float], taken: list[Box]):
        self.pins = pins
        self.home_x = centre[0]
        self.arcs = [line for pin in pins for line in _straight_lines(centre, (pin.x, pin.y))]
        self.elbows: dict[str, tuple[float, float]] = {}  # where a leader line turns level with its name
        self.frame = Box(frame.left + 8, frame.top + 4, frame.right, frame.bottom - 20)
        # A column ends above the cities that lie under it: in Oceania, or in the east of the Americas.
        under = {1: [pin.y for pin in pins if pin.x > _EAST], -1: [p.y for p in pins if _WEST - 240 < p.x < _WEST - 20]}
        self.floors = {way: min([self.frame.bottom, *(y - 16 for y in under[way])]) for way in (1, -1)}
        self.taken = taken
        self.dots = {pin.key: Box(pin.x - 7, pin.y - 7, pin.x + 7, pin.y + 7) for pin in pins}

    def place(self) -> list[Pin]:
        """The pins with their texts and leader lines, in the order they came."""
        east = [pin for pin in self.pins if self._is_crowded(pin)][-self._capacity(1) :]
        west: list[Pin] = []
        while True:
            in_column = {pin.key: pin for pin in [*self._column(east, 1), *self._column(west, -1)]}
            beside = self._beside([pin for pin in self.pins if pin.key not in in_column], in_column.values())
            homeless = [pin for pin in self.pins if pin.key not in in_column and pin.key not in beside]
            moved_east = [pin for pin in homeless if 1200 < pin.x <= _EAST][: self._capacity(1) - len(east)]
            moved_west = [pin for pin in homeless if _WEST < pin.x <= 1200][: self._capacity(-1) - len(west)]
            if not moved_east and not moved_west:
                return [in_column.get(pin.key) or beside.get(pin.key) or pin for pin in self.pins]
            east, west = east + moved_east, west + moved_west

    def _capacity(self, way: int) -> int:
        return max(0, int((self.floors[way] - self.frame.top) // ROW))

    def _is_crowded(self, pin: Pin) -> bool:
        """Whether its name belongs in the eastern column: it lies east of home, among others, not beyond the column."""
        near = sum(hypot(pin.x - other.x, pin.y - other.y) <= CROWD_RADIUS for other in self.pins) - 1
        return near >= CROWD and self.home_x + 10 < pin.x <= _EAST

    def _column(self, members: list[Pin], way: int) -> list[Pin]:
        """The names of `members` in rows: at the right of the map (way 1), or out on the Atlantic (way -1)."""
        if not members:
            return []
        elbow = max(_EAST, *(pin.x + 24 for pin in members)) if way > 0 else min(_WEST, *(p.x - 24 for p in members))
        height = (len(members) - 1) * ROW
        middle = sum(pin.y for pin in members) / len(members)
        lowest = max(self.frame.top + ROW / 2, self.floors[way] - ROW / 2 - height)
        top = min(max(middle - height / 2, self.frame.top + ROW / 2), lowest)
        rows = [(elbow, top + number * ROW) for number in range(len(members))]
        ordered = order_rows([(pin.x, pin.y) for pin in members], rows)
        return [self._row(members[i], *rows[row], way) for row, i in enumerate(ordered)]

    def _row(self, pin: Pin, elbow: float, y: float, way: int) -> Pin:
        start, width = elbow + way * 48, text_width(pin.label, SIZE) * way
        left, right = sorted((start - 3 * way, start + width + 3 * way))
        box = Box(left, y - ROW / 2 + 0.1, right, y + ROW / 2 - 0.1)
        text = Place(round(start), round(y + 6), "start" if way > 0 else "end", box)
        self.elbows[pin.key] = (elbow, y)
        return replace(pin, text=text, leader=f"M{pin.x} {pin.y}L{elbow:.0f} {y:.0f}H{start - 8 * way:.0f}")

    def _beside(self, pins: list[Pin], column: Iterable[Pin]) -> dict[str, Pin]:
        """Those of `pins` that find a free place next to themselves; the loneliest, who have the choice, come last."""
        column = list(column)
        taken = [*self.taken, *(pin.text.box for pin in column if pin.text)]
        lines = [((pin.x, pin.y), self.elbows[pin.key]) for pin in column]
        found: dict[str, Pin] = {}
        for pin in sorted(pins, key=lambda pin: (-self._neighbours(pin), pin.x, pin.y, pin.key)):
            text = self._free_place(pin, taken, lines)
            if text:
                found[pin.key] = replace(pin, text=text)
                taken.append(text.box)
        return found

    def _neighbours(self, pin: Pin) -> int:
        return sum(hypot(pin.x - other.x, pin.y - other.y) < 110 for other in self.pins)

    def _free_place(self, pin: Pin, taken: list[Box], lines: list[Any]) -> Place | None:
        """The free place that keeps clearest of other cities, and that the fewest arcs run through."""
        dots = [box for key, box in self.dots.items() if key != pin.key]
        free = [
            place
            for place in places_beside(pin.x, pin.y, text_width(pin.label, SIZE), SIZE)
            if place.box.lies_in(self.frame)
            and not any(place.box.meets(other) for other in (*taken, *dots))
            and not any(crosses_box(a, b, place.box) for a, b in lines)
        ]

        def cost(place: Place) -> tuple[int, int]:
            near = place.box.wider(8)  # so near, a reader takes the name for that city's
            return sum(near.meets(dot) for dot in dots), sum(crosses_box(a, b, place.box) for a, b in self.arcs)

        return min(free, key=cost, default=None)


def _straight_lines(a: tuple[float, float], b: tuple[float, float], steps: int = 6) -> list[tuple[Any, ...]]:
    """The arc from a to b as short straight lines."""
    c = bend(a, b)
    points = []
    for step in range(steps + 1):
        t = step / steps
        u = 1 - t
        points.append(tuple(u * u * p + 2 * u * t * q + t * t * r for p, q, r in zip(a, c, b, strict=True)))
    return list(pairwise(points))


class Frame(NamedTuple):
    """How large a locator is drawn, in units; `room`: where the cities and the arc must lie; `size`: of its type."""

    width: int
    height: int
    room: Box
    size: int


ALONE = Frame(760, 480, Box(90, 80, 670, 400), 38)
IN_CORNER = Frame(640, 500, Box(90, 110, 550, 400), 74)  # drawn small, over a corner of a photograph
_CLOSEST = 2.2  # the outlines are coarse: nearer than this they look it


def locator(
    lat: float,
    lon: float,
    label: str,
    home_label: str,
    home: tuple[float, float] = BANGKOK,
    *,
    frame: Frame = ALONE,
    has_arc: bool = True,
) -> Locator:
    """The drawing for one city's page: the part of the map that holds the city, Bangkok and the arc between them.

    `has_arc` is false for a city with which no agreement makes a tie: the two are shown, and nothing between them.
    """
    room = frame.room
    a, b = project(*home), project(lat, lon)
    top = bend(a, b)
    xs, ys = (a[0], b[0]), (a[1], b[1], (a[1] + 2 * top[1] + b[1]) / 4)
    spread_x, spread_y = max(xs) - min(xs) or 1, max(ys) - min(ys) or 1
    scale = min((room.right - room.left) / spread_x, (room.bottom - room.top) / spread_y, _CLOSEST)
    dx = (room.left + room.right) / 2 - scale * (min(xs) + max(xs)) / 2
    dy = (room.top + room.bottom) / 2 - scale * (min(ys) + max(ys)) / 2

    def shown(point: tuple[float, float]) -> tuple[int, int]:
        return round(point[0] * scale + dx), round(point[1] * scale + dy)

    start, end = shown(a), shown(b)
    city_text, home_text = _two_labels(end, label, start, home_label, frame)
    return Locator(
        width=frame.width,
        height=frame.height,
        land={"x": round(dx), "y": round(dy), "width": round(2000 * scale), "height": round(870 * scale)},
        arc=arc(start, end) if has_arc else "",
        home=start,
        home_label=home_label,
        home_text=home_text,
        city=end,
        city_label=label,
        city_text=city_text,
    )


def _two_labels(city: Point, city_label: str, home: Point, home_label: str, frame: Frame) -> tuple[Place, Place]:
    """Places for the names of the city and of home that keep clear of each other and of both dots, where there are."""
    dots = [Box(x - 20, y - 20, x + 20, y + 20) for x, y in (city, home)]
    way = _straight_lines(home, city)
    whole = Box(0, 0, frame.width, frame.height)

    def choices(point: Point, text: str, away: int) -> list[Place]:
        width = text_width(text, frame.size)
        places = [
            place
            for place in places_beside(*point, width, frame.size, gap=26)
            if place.box.lies_in(whole) and not place.box.meets(dots[away])
        ]
        side = "start" if point[0] >= (home if away else city)[0] else "end"
        places.sort(key=lambda place: (any(crosses_box(a, b, place.box) for a, b in way), place.anchor != side))
        return places or places_beside(*point, width, frame.size)

    pairs = [(c, h) for c in choices(city, city_label, 1) for h in choices(home, home_label, 0)]
    return next((pair for pair in pairs if not pair[0].box.meets(pair[1].box)), pairs[0])
