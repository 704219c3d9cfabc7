"""Photographs in the running text: what is stored is the key of a photograph of the same record, and nothing else.

Words, credit and file are the photograph's own, and are put in its place when a page is made (`with_photos`). A key
that names no photograph of the record leaves nothing.
"""

import re
from collections.abc import Callable
from uuid import UUID

from .paste_rules import PHOTO

_OPEN, _CLOSE = f'<{PHOTO["tag"]} {PHOTO["attribute"]}="', f'"></{PHOTO["tag"]}>'
_PHOTO = re.compile(f"{_OPEN}({PHOTO['key'].strip('^$')}){_CLOSE}")


def photo_in_text(key: UUID | str) -> str:
    """How a sanitised text names the photograph `key`, its `text_key`."""
    return f"{_OPEN}{key.hex if isinstance(key, UUID) else key}{_CLOSE}"


def photo_keys(html: str | None) -> list[str]:
    """The keys of the photographs in `html`, which was sanitised, in their order and each once."""
    return list(dict.fromkeys(_PHOTO.findall(html or "")))


def with_photos(html: str, shown: Callable[[str], str]) -> str:
    """`html` with what `shown` gives for each key in the place of its photograph; the text closes around ""."""
    return _PHOTO.sub(lambda photo: shown(photo[1]), html)
