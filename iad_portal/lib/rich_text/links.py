"""The links in stored rich text: their addresses, as they stand there."""

import re
from html import unescape

_HREF = re.compile(r'<a\b[^>]*?\shref="([^"]*)"', re.IGNORECASE)


def addresses_in(text: str | None) -> list[str]:
    """The address of each link in `text`, which was sanitised, in their order and each once."""
    return list(dict.fromkeys(unescape(found) for found in _HREF.findall(text or "")))
