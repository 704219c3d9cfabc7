"""Compression of text on its way to a reader: which way a browser takes, and how hard we try."""

import gzip

import brotli

# As nginx and most CDNs do: a little more would cost much more time.
BROTLI_QUALITY, GZIP_LEVEL = 5, 6
# Less than this fits into one packet anyway.
WORTH_COMPRESSING = 800
_TEXT = ("text/", "application/json", "application/feed+json", "application/xml", "application/atom+xml", "image/svg")


def is_text(content_type: str) -> bool:
    """Whether an answer of this type gets smaller; photos and papers are compressed already."""
    return content_type.lower().startswith(_TEXT)


def best_coding(accept_encoding: str) -> str:
    """The coding to use for a browser that says so: "br", "gzip", or "" for plain."""
    taken = set()
    for part in accept_encoding.lower().split(","):
        name, _semicolon, weight = part.partition(";")
        if weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            taken.add(name.strip())
    return next((coding for coding in ("br", "gzip") if coding in taken), "")


def compress(content: bytes, coding: str) -> bytes:
    """`content` in that coding; the same bytes every time."""
    if coding == "br":
        packed: bytes = brotli.compress(content, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
        return packed
    return gzip.compress(content, GZIP_LEVEL, mtime=0)
