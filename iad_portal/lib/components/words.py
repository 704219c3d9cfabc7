"""Words and links, and what every shape stands on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import models
from django.utils.functional import Promise

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.text.bilingual import Text

# A SafeString is a str; a Promise is a translation that waits for the language.
Words = Text | str | Promise
Day = PartialDate | date


@dataclass(frozen=True, slots=True, kw_only=True)
class OfRecord:
    """A shape that one record was turned into. lib.records.faults.shown() notes the record: a fault names it.

    `shows`: the records whose facts stand in it, where that is not `record` alone (a visit and its people; the year of
    an agreement beside the name of its city). What is doubted of other facts stands where those stand.
    """

    record: models.Model | None = field(default=None, compare=False, repr=False)
    shows: Sequence[models.Model] | None = field(default=None, compare=False, repr=False)

    @property
    def is_doubtful(self) -> bool:
        """Whether the office has still to confirm something of what it shows. That is public; what it is, is not."""
        records = (self.record,) if self.shows is None else self.shows
        return any(getattr(record, "is_doubtful", False) for record in records)


@dataclass(frozen=True, slots=True)
class Link(OfRecord):
    """A name that may lead somewhere (no `url`: it does not), and a few words about it.

    For crumbs, lists of links (agencies.html, index.html, related.html), menus and errors of forms.
    """

    label: Words
    url: str = ""
    text: Words = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under a heading: the parts of related.html, participants of a meeting. `is_folded`: a click opens it."""

    label: Words
    links: Sequence[Link]
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Chip(OfRecord):
    """A choice in a row (chips.html). `name`: of the filter; `removes`: the link takes a filter away."""

    label: Words
    url: str
    name: str = ""
    count: int | str = ""
    is_current: bool = False
    removes: bool = False


@dataclass(frozen=True, slots=True)
class SearchField:
    """The search field over a list (sift.html). `url`: "" for the site's search; `kept`: (name, value) sent along."""

    label: Words
    url: str = ""
    value: str = ""
    kept: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class ChipGroup:
    """A row of chips with its name (chipset.html). `is_quiet`: they matter less than those of another row."""

    label: Words
    chips: Sequence[Chip]
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A state in a frame (tag.html). `kind`: "on" (confirmed), "doubt" (to be confirmed by the office) or ""."""

    label: Words
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Fact(OfRecord):
    """A term and its value: facts.html, statement.html.

    `as_of`: a line under the value; `sources`: their numbers in the page's list.
    """

    label: Words
    value: Words | int
    url: str = ""
    as_of: Words = ""
    sources: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """A big number, computed, with the register that it counts (totals.html).

    `made`: its parts in words, which add up to it; `share`: the first part in per cent, for a bar of both.
    """

    label: Words
    value: int
    url: str = ""
    made: Words = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A big number inside an article (figures.html). `said`: how it is read aloud, such as "at least 95"."""

    label: Words
    value: Words
    unit: Words = ""
    said: Words = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and the numbers of its sources in the page's list."""

    text: Words
    sources: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class SourceEntry(OfRecord):
    """One line of the numbered list of sources (sources.html): `host` is what the reader sees of `url`."""

    text: Words
    url: str = ""
    host: str = ""
