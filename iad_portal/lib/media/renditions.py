"""The smaller copies of a photo, made once, at upload: AVIF, WebP, and JPEG (PNG for a transparent picture).

No page ever waits for a picture to be resized. The settings below were measured on a 4000x3000 photo: an AVIF of
1920 pixels takes 0.9 s at the encoder's own speed 6 and 0.3 s at speed 8, for one hundredth more bytes.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from PIL import Image

WIDTHS = (320, 640, 1280, 1920)
SUFFIXES = {"avif": "avif", "webp": "webp", "jpeg": "jpg", "png": "png"}
_SETTINGS = {
    "avif": {"quality": 60, "speed": 8},
    "webp": {"quality": 80, "method": 4},
    "jpeg": {"quality": 80, "optimize": True, "progressive": True},
    "png": {"compress_level": 3},  # level 6 takes three times as long, for a tenth fewer bytes
}


def rendition_widths(width: int) -> list[int]:
    """The widths, in pixels, in which a picture ``width`` pixels wide is kept: never wider than it is."""
    return sorted({*(step for step in WIDTHS if step <= width), min(width, WIDTHS[-1])})


def make_renditions(image: Image.Image, storage: Storage, base_name: str) -> list[dict[str, Any]]:
    """Write every rendition of ``image`` (RGB or RGBA, from uploads.prepare_image) to ``storage``.

    A file is named ``<base_name>-<width>.<suffix>``: the content's hash belongs into ``base_name``, so that the
    address may be cached for ever. Returns, widest first, dicts of ``width``, ``height`` (pixels), ``format`` ("avif",
    "webp", "jpeg" or "png"), ``name`` (in the storage) and ``bytes``.
    """
    renditions = []
    fallback = "png" if image.mode == "RGBA" else "jpeg"
    step = image
    for width in reversed(rendition_widths(image.width)):
        if width != step.width:
            height = max(1, round(image.height * width / image.width))
            step = step.resize((width, height), Image.Resampling.LANCZOS)
        for format_ in ("avif", "webp", fallback):
            data = _encoded(step, format_)
            name = storage.save(f"{base_name}-{width}.{SUFFIXES[format_]}", ContentFile(data))
            renditions.append(
                {"width": width, "height": step.height, "format": format_, "name": name, "bytes": len(data)}
            )
    return renditions


def fallback(renditions: Iterable[dict[str, Any]], width: int) -> dict[str, Any]:
    """The widest JPEG or PNG of `renditions` of at most `width` pixels, or else the narrowest; {} without any."""
    plain = sorted((one for one in renditions if one["format"] in {"jpeg", "png"}), key=lambda one: one["width"])
    return next((one for one in reversed(plain) if one["width"] <= width), plain[0] if plain else {})


def _encoded(image: Image.Image, format_: str) -> bytes:
    output = BytesIO()
    image.save(output, format_.upper(), **_SETTINGS[format_])
    return output.getvalue()
