"""Lists that are no tables: an entry is as tall as what is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from .words import Day, Link, OfRecord, Words


@dataclass(frozen=True, slots=True)
class RollEntry(OfRecord):
    """A city of the roll (roll.html). `beside`: its country; `form`: of agreement, where known; `since`, or state."""

    label: Words
    url: str
    beside: Words = ""
    form: Words = ""
    since: Words = ""


@dataclass(frozen=True, slots=True)
class DirectoryEntry(OfRecord):
    """A mission of the directory (directory.html). `lines`: what else is known; `website`: None without one."""

    label: Words
    url: str
    lines: Sequence[Words] = ()
    website: Link | None = None


@dataclass(frozen=True, slots=True)
class NetworkEntry(OfRecord):
    """A network among those where Bangkok is the same (nets.html). `acronym`: or ""; `about`: since when, where."""

    label: Words
    url: str
    acronym: str = ""
    about: Words = ""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """One way to follow something: its name, its address; the media type of what programs fetch, "" of a page."""

    label: Words
    url: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Follow:
    """What a page offers to those who come back for more (follow.html, and its head): of what, and in which ways."""

    label: Words
    links: Sequence[FeedLink]


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day of a page (as_of.html). `day`: None for today; `value`: what stands in the box; `url`: where that leads.

    `said`: of which day the page is; `left_out`: what is not counted for it; `today_url`: "" on the page of today;
    `kept`: (name, value) sent along; `cited`: a sentence that quotes the page's total, with its `permanent` address.
    """

    url: str
    today_url: str = ""
    day: Day | None = None
    value: str = ""
    said: Words = ""
    left_out: Words = ""
    kept: Sequence[tuple[str, str]] = ()
    permanent: str = ""
    cited: Words = ""


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Entries under a heading ("" for none); `count`: how many in words, where it is worth telling; `note`: a line."""

    label: Words
    entries: Sequence[OfRecord]
    count: Words = ""
    note: Words = ""
