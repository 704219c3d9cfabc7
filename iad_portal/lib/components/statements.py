"""What a page says first: a row of answers, and how old they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from .words import Fact, Link, OfRecord, Words


@dataclass(frozen=True, slots=True)
class Seen:
    """When what a page says was known last. `is_confirmed`: the office confirmed it, and that still holds."""

    words: str
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice over a page (notice.html). `title`: a bold word before the text; `kind`: "alert", "info" or ""."""

    title: Words
    text: Words = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Statement(OfRecord):
    """The row of answers under a panel (statement.html): label, value, url and, in `as_of`, a line under the value.

    `seen`: None when nothing of it was ever confirmed; `links`: to the parts of the page that say more.
    """

    answers: Sequence[Fact]
    seen: Seen | None = None
    links: Sequence[Link] = ()
