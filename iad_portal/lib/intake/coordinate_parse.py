"""Coordinates on the way in: decimal degrees, degrees with minutes and seconds, a pair, or a link to a map.

Latitude runs from -90 to 90 (south is negative), longitude from -180 to 180 (west is negative); degrees as Decimals.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

from django.utils.translation import gettext_lazy as _

from iad_portal.lib.text.hygiene import clean_line

from .number_parse import NumberError

LATITUDE, LONGITUDE = "latitude", "longitude"
LIMITS = {LATITUDE: 90, LONGITUDE: 180}
_LONGEST = 120

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙º˚’′‘”″“−–", "0123456789°°'''\"\"\"--")
_SIDES = {
    "north": (LATITUDE, 1), "เหนือ": (LATITUDE, 1), "n": (LATITUDE, 1),
    "south": (LATITUDE, -1), "ใต้": (LATITUDE, -1), "s": (LATITUDE, -1),
    "east": (LONGITUDE, 1), "ตะวันออก": (LONGITUDE, 1), "e": (LONGITUDE, 1),
    "west": (LONGITUDE, -1), "ตะวันตก": (LONGITUDE, -1), "w": (LONGITUDE, -1),
}  # fmt: skip
_SIDE = "|".join(_SIDES)
_NAMES = re.compile(r"\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng)\b\.?\s*[:=]?\s*|(?:ละติจูด|ลองจิจูด|พิกัด|ทิศ)\s*[:=]?\s*")
_N = r"\d+(?:[.,]\d+)?"
_ONE = re.compile(
    rf"(?P<before>{_SIDE})?\.?\s*(?P<sign>[-+])?\s*(?P<degrees>{_N})\s*(?:°|องศา|deg|d\b|\s|(?=\s*(?:{_SIDE}|$)))\s*"
    rf"(?:(?P<minutes>{_N})\s*(?:'(?!')|ลิปดา|min|m\b|\s|(?=(?:{_SIDE}|$)))\s*"
    rf"(?:(?P<seconds>{_N})\s*(?:\"|''|ฟิลิปดา|พิลิปดา|sec|s\b(?!$)|\s|(?=(?:{_SIDE}|$)))\s*)?)?(?P<after>{_SIDE})?\.?"
)
_DECIMAL = r"[-+]?\d{1,3}(?:\.\d+)?"
_LINK_PLACES = [
    # The pin of a place stands before the middle of the view.
    rf"!3d({_DECIMAL})!4d({_DECIMAL})",
    rf"[?&](?:q|query|ll|sll|destination|daddr|center|viewpoint|cp)=(?:loc:)?({_DECIMAL})\s*[,~+ ]\s*({_DECIMAL})",
    rf"[?&]mlat=({_DECIMAL})&mlon=({_DECIMAL})",
    rf"/(?:place|search|dir/[^/]*)/({_DECIMAL}),\s*\+?\s*({_DECIMAL})",
    rf"geo:({_DECIMAL}),({_DECIMAL})",
    rf"@({_DECIMAL}),({_DECIMAL})",
    rf"#(?:map=)?[\d.]+/({_DECIMAL})/({_DECIMAL})",
]


def parse_coordinate(text: str, axis: str) -> Decimal:
    """The degrees that `text` says on `axis`, such as "-26.3263", "-26,32", "26°19'30.5\\" S"; raises NumberError."""
    typed = clean_line(str(text))
    found = _one(_plain(typed))
    if found is None or len(typed) > _LONGEST:
        raise NumberError(
            _("“%(typed)s” is no place on a map. Type degrees, for example %(example)s, or paste a map’s link."),
            "not_understood",
            typed=typed[:_LONGEST],
            example="-26.32634, 26°19'35\" S" if axis == LATITUDE else "100.5014, 100°30'5\" E",
        )
    degrees, side = found
    if side not in (None, axis):
        raise NumberError(
            _("“%(typed)s” names north or south in the longitude, or east or west in the latitude. Check both boxes."),
            "other_axis",
            typed=typed,
        )
    if abs(degrees) > LIMITS[axis]:
        raise NumberError(_OUTSIDE[axis], "outside", typed=typed)
    return degrees


_OUTSIDE = {
    LATITUDE: _("The latitude %(typed)s is not on earth: it lies between -90 and 90 degrees."),
    LONGITUDE: _("The longitude %(typed)s is not on earth: it lies between -180 and 180 degrees."),
}


def parse_place(text: str) -> tuple[Decimal, Decimal] | None:
    """Latitude and longitude when `text` holds both, as a pair or as the link of a map; else None.

    Raises NumberError for the link of a map that holds no place, such as a shortened one.
    """
    typed = clean_line(str(text))
    if "://" in typed or typed.startswith(("geo:", "maps.", "www.", "goo.gl")):
        return _of_link(typed)
    if len(typed) > _LONGEST:
        return None
    for first, second in _halves(_plain(typed)):
        one, two = _one(first), _one(second)
        if one and two:
            return _in_order(one, two)
    return None


def _of_link(address: str) -> tuple[Decimal, Decimal]:
    for pattern in _LINK_PLACES:
        if match := re.search(pattern, unquote(address).replace("+", " ") if "=" in pattern else unquote(address)):
            found = _in_order((Decimal(match[1]), None), (Decimal(match[2]), None))
            if found:
                return found
    raise NumberError(
        _("This link holds no place. Open it, press the place on the map, and paste the two numbers that appear."),
        "no_place",
    )


def _plain(typed: str) -> str:
    bare = _NAMES.sub("", typed.translate(_DIGITS).lower())
    return bare.strip(" ()[]")


def _halves(typed: str) -> Iterator[list[str]]:
    """The ways to part `typed` in two, the surest first. One comma between digits is a decimal comma, not a pair."""
    for parting in (r"\s*[;|]\s*", r"\s*/\s*", r"\s*,\s+|\s+,\s*"):
        halves = re.split(parting, typed)
        if len(halves) == 2:
            yield halves
    halves = typed.split(",")
    if len(halves) == 2 and all(re.search(rf"\.\d|°|(?:{_SIDE})", half) for half in halves):
        yield halves
    # "13°45'23" N 100°30'6" E" and "13.7563 100.5018"
    for match in re.finditer(r"\s+", typed):
        halves = [typed[: match.start()], typed[match.end() :]]
        if all(re.fullmatch(rf".*(?:{_SIDE})|(?:{_SIDE}).*|[-+]?\d+\.\d+°?", half) for half in halves):
            yield halves


def _one(typed: str) -> tuple[Decimal, str | None] | None:
    """Degrees, and the axis that a letter names; None when `typed` is no single coordinate."""
    match = _ONE.fullmatch(typed.strip())
    if not match or (match["before"] and match["after"]):
        return None
    parts = [
        Decimal(match[part].replace(",", ".")) if match[part] else None for part in ("degrees", "minutes", "seconds")
    ]
    if any(part is not None and part >= 60 for part in parts[1:]):
        return None
    # Only the last part may have a fraction.
    given = [part for part in parts if part is not None]
    if any(part != part.to_integral_value() for part in given[:-1]):
        return None
    degrees = sum(part / 60**power for power, part in enumerate(given))
    name = match["before"] or match["after"]
    if not name:
        return (-degrees if match["sign"] == "-" else degrees), None
    if match["sign"] == "-":
        return None  # "-26° S": one of the two is wrong, or says it twice
    axis, sign = _SIDES[name]
    return sign * degrees, axis


def _in_order(one: Any, two: Any) -> tuple[Decimal, Decimal] | None:
    """Latitude first: by the letters, else as maps give them, unless only the other order is on earth."""
    if one[1] == LONGITUDE or two[1] == LATITUDE or (one[1] is None is two[1] and abs(one[0]) > LIMITS[LATITUDE]):
        one, two = two, one
    if one[1] == LONGITUDE or two[1] == LATITUDE:
        return None
    if abs(one[0]) > LIMITS[LATITUDE] or abs(two[0]) > LIMITS[LONGITUDE]:
        return None
    return one[0], two[0]
