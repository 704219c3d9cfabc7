"""The headings of a long page, read from its own markup, so that the list of them can never differ from the page."""

import re
from typing import NamedTuple

from django.utils.html import strip_tags
from django.utils.safestring import SafeString

# As templates write the heading of a section: nothing but the id.
_HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)


class Heading(NamedTuple):
    """A heading's id, and its words as HTML without tags (already escaped)."""

    anchor: str
    label: SafeString


def headings(html: str) -> list[Heading]:
    """The section headings of `html`, our own markup, in their order on the page."""
    return [
        Heading(anchor, SafeString(" ".join(strip_tags(label).split()))) for anchor, label in _HEADING.findall(html)
    ]
