"""Samples of what articles give to journalists, for the page of all components."""

from collections.abc import Sequence
from typing import Any

from iad_portal.lib.components import Fact, Words
from news.pages.article_press import Names, VideoEntry
from news.pages.fact_boxes import FactBox
from news.pages.newsletter_page import ContentsLine


def press_samples(home: Words, other: Words, facts: Sequence[Fact]) -> dict[str, Any]:
    """Words in the reader's language and in the `other` one, in every shape."""
    return {
        "videos": [VideoEntry(other, "#", "YouTube", None), VideoEntry(home, "#", "Facebook", None)],
        "names": [Names("ชื่อ", "A name", "ตำแหน่ง", "A post"), Names("ชื่อ", "")],
        "boxes": [FactBox(home, "#", facts[:2]), FactBox(other, "#", facts[:1])],
        "issue_contents": [ContentsLine(other, "#", 2), ContentsLine(home, "", None)],
    }
