"""What a JPEG file is made of, read from its markers without decoding anything; and whether its picture is all there.

A progressive JPEG comes in scans, each of which costs the decoder a walk over the whole picture: a file of 200 kB with
a thousand of them takes half a minute. Cameras and programs write about ten. (Markers: ITU-T T.81, annex B.)
"""

import re
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops

_END = b"\xff\xd9"
# Any marker but those that stand alone inside a scan (restarts), or that are no marker (a stuffed FF 00).
_MARKER = re.compile(rb"\xff+([^\x00\x01\xd0-\xd7\xff])")
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
_MOST_SEGMENTS = 5000
# Bytes that mean something to the decoder if it is still waiting for some, and nothing after the last block.
_FILLING = bytes(range(7, 247, 3))
_BLOCK_ROW = 16


@dataclass(frozen=True)
class Shape:
    """How many scans a JPEG has, and whether it has its end marker."""

    scans: int
    has_end: bool


def look(data: bytes) -> Shape:
    """The shape of the first picture in the JPEG file `data`. Raises ValueError when it has absurdly many segments."""
    scans, position = 0, 2
    for _segment in range(_MOST_SEGMENTS):
        found = _MARKER.search(data, position)
        if found is None or found[1][0] == _END_OF_IMAGE:
            return Shape(scans, has_end=found is not None)
        scans += found[1][0] == _START_OF_SCAN
        position = found.end() + max(2, int.from_bytes(data[found.end() : found.end() + 2]))
    raise ValueError("This many segments are no picture")


def with_end(data: bytes) -> bytes | None:
    """`data`, which lacks its end marker, with one; None when some of the picture itself is missing.

    A decoder fills what is missing with grey and says nothing. So the picture is decoded once as it is and once with
    more bytes behind it: where those change anything above its last rows, it was still waiting for its own.
    """
    body = data.rstrip(b"\xff")
    plain, filled = (_grey(body + more + _END) for more in (b"", _FILLING))
    differs = ImageChops.difference(plain, filled).getbbox()
    return body + _END if differs is None or differs[1] >= plain.height - _BLOCK_ROW else None


def _grey(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data), formats=("JPEG", "MPO"))
    image.draft("L", None)
    return image.convert("L")
