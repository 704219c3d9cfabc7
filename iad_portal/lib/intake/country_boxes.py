"""Where a country roughly lies: boxes around its lands, to notice a pin that stands in another part of the world.

country_boxes.csv was computed from Natural Earth 1:10m (public domain): islands less than four degrees apart share a
box, and each box is a little wider than its land. It draws no border and decides nothing.
"""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("country_boxes.csv")


@cache
def _boxes() -> dict[str, list[tuple[float, ...]]]:
    boxes: dict[str, list[tuple[float, ...]]] = {}
    with _FILE.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            boxes.setdefault(row["iso"], []).append(
                tuple(float(row[side]) for side in ("south", "west", "north", "east"))
            )
    return boxes


def lies_near(iso: str, latitude: Decimal, longitude: Decimal) -> bool:
    """Whether a place (degrees) lies in a box of the country `iso` (alpha-2); true where no box is known."""
    return any(
        south <= latitude <= north and west <= longitude <= east
        for south, west, north, east in _boxes().get(iso, [(-90, -180, 90, 180)])
    )


def probably_meant(iso: str, latitude: Decimal, longitude: Decimal) -> tuple[Decimal, Decimal] | None:
    """The place in the country `iso` that a slip away from this one lies: a forgotten minus, or the two exchanged."""
    slips = [(-latitude, longitude), (latitude, -longitude), (-latitude, -longitude), (longitude, latitude)]
    return next((slip for slip in slips if abs(slip[0]) <= 90 and lies_near(iso, *slip)), None)
