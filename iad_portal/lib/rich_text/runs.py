"""A paragraph's text as runs, each with its marks (bold, a link …), and as the shortest HTML that shows them.

A mark is a tag's name, or its name with its attributes: `("a", (("href", "…"),))`.
"""

import html
import re
from collections.abc import Iterable
from typing import Any

from iad_portal.lib.text.hygiene import repair

# Stands for a line break; no text holds it, since a character that cannot be stored is mended away.
BREAK = "\x00br"
SPACE = " \n\xa0"
Pairs = tuple[tuple[str, str], ...]
Mark = str | tuple[str, Pairs]
# A text and the tuple of its marks; a list, since neighbours are joined and ends cut in place.
Run = list[Any]


def attributes(pairs: Iterable[tuple[str, str]]) -> str:
    """`pairs` of names and values as they stand in a tag."""
    return "".join(f' {name}="{html.escape(value)}"' for name, value in pairs)


def tags(mark: Mark) -> tuple[str, str]:
    """The opening and the closing tag of a mark."""
    name, pairs = (mark, ()) if isinstance(mark, str) else mark
    return f"<{name}{attributes(pairs)}>", f"</{name}>"


def joined(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of the same form as one run; white space keeps its form only where it goes on within that form."""
    found: list[Run] = []
    for text, marks in runs:
        last = found[-1] if found else None
        if text != BREAK and not text.strip(SPACE):
            marks = marks if last and last[1] == marks else ()
        if last and last[1] == marks and BREAK not in (text, last[0]):
            last[0] += text
        elif text:
            found.append([text, marks])
    return found


def mended(runs: Iterable[Run]) -> list[Run]:
    """Joined runs whose text is mended and whose spaces are single; none at the ends, nor breaks after the text."""
    settled: list[Run] = []
    before = " "
    for text, marks in joined(runs):
        if text != BREAK:
            text = re.sub(" {2,}", " ", re.sub(r"[ \n]*\n[ \n]*", "\n", repair(text)))
            text = text.lstrip(" \n") if before in " \n" else text
        if text:
            settled.append([text, marks])
            before = " " if text == BREAK else text[-1]
    says = any(text != BREAK for text, _marks in settled)
    while says and (settled[-1][0] == BREAK or not settled[-1][0].rstrip(" \n")):
        settled.pop()
    if says:
        settled[-1][0] = settled[-1][0].rstrip(" \n")
    return settled


def as_html(runs: Iterable[Run]) -> str:
    """The HTML of mended runs; a mark that goes on from one run to the next stays open."""
    out: list[str] = []
    open_marks: tuple[Mark, ...] = ()
    for text, marks in [*runs, ["", ()]]:
        same = 0
        while same < min(len(marks), len(open_marks)) and marks[same] == open_marks[same]:
            same += 1
        out += [tags(mark)[1] for mark in reversed(open_marks[same:])]
        out += [tags(mark)[0] for mark in marks[same:]]
        out.append("<br>" if text == BREAK else html.escape(text, quote=False))
        open_marks = marks
    return "".join(out)
