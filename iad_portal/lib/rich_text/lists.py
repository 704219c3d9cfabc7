"""Lists of word processors: paragraphs with a level and a marker (a bullet, a number) become nested HTML lists."""

import re
from collections import Counter

from . import paste_rules as rules
from .tree import Element, matches

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_ROMAN = {"i": 1, "v": 5, "x": 10}


def marker_of(paragraph: Element) -> str:
    """The bullet or number that the program wrote in front of `paragraph`; "" when it wrote none."""
    waiting = list(paragraph.children)
    while waiting:
        node = waiting.pop(0)
        if not isinstance(node, str):
            if matches(rules.LIST_MARKER, node.said):
                return node.text().strip(" \xa0\n")
            waiting[:0] = node.children
    return ""


def numbering(marker: str) -> tuple[str, str, int] | None:
    """Tag, `type` and number of a list with this marker; None when HTML has no such list."""
    for kind, pattern in rules.NUMBERED:
        if found := re.search(pattern, marker):
            return "ol", kind, _number(kind, found.group(1))
    return ("ul", "", 1) if not marker or re.search(rules.BULLET, marker) else None


def _number(kind: str, text: str) -> int:
    if not kind:
        return int(text.translate(_DIGITS))
    if kind in "aA":
        return ord(text.lower()) - ord("a") + 1
    values = [_ROMAN[letter] for letter in text.lower()]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


class MarkerLists:
    """The lists that are open now, innermost last; their tags go to `out`. `found` counts lists that were made."""

    def __init__(self, out: list[str], found: Counter[str]) -> None:
        self.out, self.found = out, found
        self.open: list[tuple[str, str, str]] = []
        self.in_item = False

    def begin_item(self, marker: str, level: int, key: str) -> bool:
        """Open an item at `level`; False, with the lists above that level left open, when it must stay a paragraph."""
        numbered = numbering(marker)
        self.in_item = True
        if numbered is None:
            self._close_to(level - 1)
            return False
        tag, kind, number = numbered
        self._close_to(level)
        if len(self.open) == level and kind != self.open[-1][1] and kind in "iI" and number in (1, 5, 10):
            kind = "a" if kind == "i" else "A"  # the letters i, v and x of a list by letters
        if len(self.open) == level and self.open[-1] != (tag, kind, key):
            self._close_to(level - 1)
        if len(self.open) == level:
            self.out.append("</li><li>")
            return True
        pairs = f' start="{number}"' * (number > 1) + f' type="{kind}"' * bool(kind)
        self.out.append(f"<{tag}{pairs}><li>")
        self.found["list"] += not self.open
        self.open.append((tag, kind, key))
        return True

    def end_item(self) -> None:
        """The paragraph is over; its item stays open, for lists within it."""
        self.in_item = False

    def close(self) -> None:
        """Close all."""
        self._close_to(0)

    def close_unless_in_item(self) -> None:
        """Close all, because something else begins."""
        if not self.in_item:
            self._close_to(0)

    def set_aside(self) -> tuple[list[tuple[str, str, str]], bool]:
        """Begin anew within a box; gives what `take_back` needs."""
        aside, self.open, self.in_item = (self.open, self.in_item), [], False
        return aside

    def take_back(self, aside: tuple[list[tuple[str, str, str]], bool]) -> None:
        """The box is over."""
        self.open, self.in_item = aside

    def _close_to(self, level: int) -> None:
        while len(self.open) > level:
            self.out.append(f"</li></{self.open.pop()[0]}>")
