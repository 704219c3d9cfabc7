"""Pictures and a paper for the sample, drawn here: no person, no real place, nobody's rights."""

import math
import random
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter, ImageFont

# Sky, sun, far and near: morning, day, dusk, night, rain, gold.
PALETTES = (
    ("#f6d9a8", "#e58f5a", "#3d6b66", "#0a3628"),
    ("#bcd9e0", "#fff3c9", "#4f8f7c", "#134a38"),
    ("#e8b4a0", "#f6e2b3", "#6b5a7a", "#2b2a4c"),
    ("#12213a", "#e3be6b", "#25466b", "#08261c"),
    ("#cfd6d4", "#f4efe3", "#7c918d", "#39504c"),
    ("#f4efe3", "#e3be6b", "#ad8024", "#7a5810"),
)
SCENES = ("skyline", "river", "hills")


def photo(number: int, width: int = 1600, height: int = 1067) -> bytes:
    """Picture `number` as a JPEG: a sky with its sun over a skyline, a river or hills, and the word SAMPLE."""
    rng = random.Random(number)
    sky, sun, far, near = PALETTES[number % len(PALETTES)]
    image = _gradient(sky, sun, width, height)
    draw = ImageDraw.Draw(image)
    size, x, y = height * 0.16, width * rng.uniform(0.2, 0.8), height * rng.uniform(0.25, 0.45)
    draw.ellipse((x - size, y - size, x + size, y + size), fill=sun)
    scene = SCENES[(number + number // len(PALETTES)) % len(SCENES)]
    for layer, colour in enumerate((_mixed(sky, far, 0.5), far, near)):
        _draw_layer(draw, scene, layer, colour, rng)
    image = image.filter(ImageFilter.GaussianBlur(width / 2400))
    _write(image, "SAMPLE", height // 28)
    return _jpeg(image)


def cover(number: int, width: int = 900, height: int = 1270) -> bytes:
    """The upright cover of a newsletter as a JPEG: bands of colour, circles, and the word SAMPLE."""
    rng = random.Random(1000 + number)
    sky, sun, far, near = PALETTES[number % len(PALETTES)]
    image = Image.new("RGB", (width, height), near)
    draw = ImageDraw.Draw(image)
    for step in range(7):
        size = width * (1.2 - step * 0.16)
        x, y = width * rng.uniform(0.3, 0.7), height * 0.6
        box = (x - size / 2, y - size / 2, x + size / 2, y + size / 2)
        draw.ellipse(box, outline=(sun, far, sky)[step % 3], width=width // 60)
    draw.rectangle((0, 0, width, height * 0.2), fill=far)
    _write(image, "SAMPLE", height // 14)
    return _jpeg(image)


def _draw_layer(draw: ImageDraw.ImageDraw, scene: str, layer: int, colour: str, rng: random.Random) -> None:
    width, height = draw.im.size
    ground = height * (0.62 + layer * 0.13)
    if scene == "skyline":
        x = 0.0
        while x < width:
            wide, tall = width * rng.uniform(0.03, 0.08), height * rng.uniform(0.05, 0.3 - layer * 0.06)
            draw.rectangle((x, ground - tall, x + wide, height), fill=colour)
            x += wide + width * rng.uniform(0, 0.015)
        return
    wave, swing = (3 + layer, 0.02) if scene == "river" else (1.4 + layer * 0.7, 0.09)
    turn = rng.uniform(0, math.tau)
    steps = range(0, width + 9, 8)
    crest = [(x, ground + height * swing * math.sin(turn + wave * math.tau * x / width)) for x in steps]
    draw.polygon([*crest, (width, height), (0, height)], fill=colour)


def _gradient(top: str, bottom: str, width: int, height: int) -> Image.Image:
    strip = Image.new("RGB", (1, 2))
    strip.putpixel((0, 0), _rgb(top))
    strip.putpixel((0, 1), _rgb(_mixed(top, bottom, 0.6)))
    return strip.resize((width, height), Image.Resampling.BICUBIC)


def _mixed(one: str, other: str, share: float) -> str:
    parts = (round(a + (b - a) * share) for a, b in zip(_rgb(one), _rgb(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _rgb(colour: str) -> tuple[int, int, int]:
    return tuple(int(colour[position : position + 2], 16) for position in (1, 3, 5))


def _write(image: Image.Image, text: str, size: int) -> None:
    draw = ImageDraw.Draw(image)
    font, stroke = ImageFont.load_default(size), max(1, size // 20)
    draw.text((size, size), text, fill="#fffdf8", font=font, stroke_width=stroke, stroke_fill="#08261c")


def _jpeg(image: Image.Image) -> bytes:
    output = BytesIO()
    image.save(output, "JPEG", quality=90)
    return output.getvalue()


_LINES = (
    "Sample document",
    "It was made up for screenshots, tests and measurements.",
    "It says nothing of the office or of any city.",
)


def paper() -> bytes:
    """A whole PDF of one page, with a text that can be selected and searched."""
    words = "".join(f"({line}) Tj 0 -28 Td " for line in _LINES)
    text = f"BT /F1 20 Tf 60 760 Td {words}ET".encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    output, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(output))
        output += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % position for position in places)
    size, start = len(objects) + 1, len(output)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return output + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + tail
