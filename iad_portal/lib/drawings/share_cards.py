"""Pictures for shared links, 1200 x 630 pixels: a photograph cropped by its focus, or a drawn card."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageDraw, ImageOps

from .drawn_words import Type
from .map_labels import Box
from .world_map import Frame, bend, locator

WIDTH, HEIGHT = 1200, 630
# What a card looks like: raise it when that changes, so that all are drawn anew.
EDITION = 1
_PANEL, _LAND, _GOLD, _INK, _SOFT = "#0a3628", "#1b5642", "#e3be6b", "#f7f2e5", "#bfd3c8"
_MARGIN, _BRAND_Y = 72, 566
_SIZES = (84, 72, 62, 54, 46, 40)
_MOST_LINES, _TALLEST = 5, 300
# Thai needs room for its marks above and below the line.
_LEADING = 1.42
_FRAME = Frame(WIDTH, HEIGHT, Box(720, 130, 1090, 470), 38)
_WORLD = Path(__file__).resolve().parents[3] / "static" / "img" / "world.svg"
_LAND_PATH = re.compile(r'stroke-linejoin="round" d="([^"]+)"')
_SHAPE = re.compile(r"M(-?\d+) (-?\d+)l([^Mz]*)")
_NUMBER = re.compile(r"-?\d+")
_CURVE = 60


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: the kind of record, its name, its day in words or "", the office; a city's place or None."""

    kind: str
    name: str
    day: str
    brand: str
    place: tuple[float, float] | None = None


def cropped(photo: BinaryIO, focus: tuple[int, int]) -> bytes:
    """The picture in `photo` as a JPEG of the size of a card; `focus` stays in it (hundredths of width and height)."""
    with Image.open(photo) as source:
        picture = source.convert("RGBA")
        ground = Image.new("RGBA", picture.size, _INK)
        ground.alpha_composite(picture)
    centre = (focus[0] / 100, focus[1] / 100)
    return _jpeg(ImageOps.fit(ground.convert("RGB"), (WIDTH, HEIGHT), Image.Resampling.LANCZOS, centering=centre))


def drawn(card: Card) -> bytes:
    """The card as a JPEG."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), _PANEL)
    draw = ImageDraw.Draw(picture)
    room = WIDTH - 2 * _MARGIN
    if card.place:
        _draw_map(picture, draw, card.place)
        room = 620
    draw.rectangle((0, 0, WIDTH, 12), _GOLD)
    Type(32, "700").draw(draw, (_MARGIN, 110), card.kind, _GOLD)
    y = _draw_name(draw, card.name, room)
    Type(34, "400").draw(draw, (_MARGIN, y + 70), card.day, _SOFT)
    draw.line((_MARGIN, _BRAND_Y - 52, _MARGIN + 96, _BRAND_Y - 52), _GOLD, 3)
    Type(30, "700").draw(draw, (_MARGIN, _BRAND_Y), card.brand, _INK)
    return _jpeg(picture)


def _draw_name(draw: ImageDraw.ImageDraw, name: str, room: float) -> float:
    """Write the name as large as it fits, and give the ground line of its last line."""
    for size in _SIZES:
        type_ = Type(size, "700")
        lines = type_.lines(name, room)
        if len(lines) <= _MOST_LINES and len(lines) * size * _LEADING <= _TALLEST:
            break
    else:
        lines = _cut(type_, lines, room)
    y = 128.0
    for line in lines:
        y += size * _LEADING
        type_.draw(draw, (_MARGIN, y - size * 0.28), line, _INK)
    return y - size * 0.28


def _cut(type_: Type, lines: list[str], room: float) -> list[str]:
    """As many lines as there is room for; the last ends in three dots."""
    lines = lines[:_MOST_LINES]
    last = lines[-1]
    while last and type_.width(last + " …") > room:
        last = last.rpartition(" ")[0]
    return [*lines[:-1], f"{last} …".strip()]


def _draw_map(picture: Image.Image, draw: ImageDraw.ImageDraw, place: tuple[float, float]) -> None:
    """The part of the world with Bangkok and the city, at the right; it fades under the words."""
    lens = locator(*place, "", "", frame=_FRAME)
    scale, dx, dy = lens.land["width"] / 2000, lens.land["x"], lens.land["y"]
    for shape in _land():
        draw.polygon([(x * scale + dx, y * scale + dy) for x, y in shape], _LAND)
    fade = ImageOps.invert(Image.linear_gradient("L").rotate(90)).resize((420, HEIGHT))
    shade = Image.new("L", (WIDTH, HEIGHT), 0)
    shade.paste(255, (0, 0, 480, HEIGHT))
    shade.paste(fade, (480, 0))
    picture.paste(Image.new("RGB", (WIDTH, HEIGHT), _PANEL), mask=shade)
    draw.line(list(_curve(lens.home, lens.city)), _GOLD, 4, joint="curve")
    for x, y in (lens.home, lens.city):
        draw.ellipse((x - 10, y - 10, x + 10, y + 10), _INK)


def _curve(a: tuple[int, int], b: tuple[int, int]) -> Iterator[tuple[float, float]]:
    c = bend(a, b)
    for step in range(_CURVE + 1):
        t = step / _CURVE
        yield (
            (1 - t) ** 2 * a[0] + 2 * t * (1 - t) * c[0] + t * t * b[0],
            (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * c[1] + t * t * b[1],
        )


@cache
def _land() -> list[list[tuple[int, int]]]:
    """The outlines of the map, in its units."""
    path = _LAND_PATH.search(_WORLD.read_text(encoding="utf-8"))
    shapes = []
    for x, y, steps in _SHAPE.findall(path[1] if path else ""):
        numbers = [int(number) for number in _NUMBER.findall(steps)]
        shape = [(int(x), int(y))]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            shape.append((shape[-1][0] + dx, shape[-1][1] + dy))
        shapes.append(shape)
    return shapes


def _jpeg(picture: Image.Image) -> bytes:
    output = BytesIO()
    picture.save(output, "JPEG", quality=85, optimize=True, progressive=True)
    return output.getvalue()
