"""What happened, and when: dates, months, commitments, projects, who took part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from iad_portal.lib.dates.calendar import PartialDate

from .words import Day, Link, OfRecord, Tag, Words


@dataclass(frozen=True, slots=True)
class DateItem(OfRecord):
    """A day, or days, and what it is (dates.html). `text`: plain words before the link."""

    date: Day
    label: Words
    end: Day | None = None
    url: str = ""
    text: Words = ""

    @property
    def first_day(self) -> Day:
        """What a list is ordered by: the first day that is meant."""
        return getattr(self.date, "first_day", self.date)


@dataclass(frozen=True, slots=True)
class Doing(OfRecord):
    """Something with a day, whatever register it stands in (recent.html): a visit, a meeting, a piece of news, a paper.

    `date`: None when not known; `text`: a line under the title; `kind`: what it is, or where.
    """

    date: Day | None
    end: Day | None
    title: Words
    url: str = ""
    kind: Words = ""
    text: Words = ""

    @property
    def first_day(self) -> Day:
        """What a list is ordered by: the first day that is meant; the earliest of all where none is known."""
        return getattr(self.date, "first_day", self.date) or date.min


@dataclass(frozen=True, slots=True)
class TimelineItem(OfRecord):
    """Something that happened (timeline.html). `date`: None when not recorded; `sources`: numbers of the page's list.

    `occasion`: day and place in words, the tags stand beside it; `is_kept`: a brief on paper never cuts it off.
    """

    date: Day | None
    title: Words
    url: str = ""
    lines: Sequence[Words] = ()
    tags: Sequence[Tag] = ()
    sources: Sequence[int] = ()
    occasion: Words = ""
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class MonthEntry:
    """Something that falls in a month (months.html)."""

    start: PartialDate
    end: PartialDate | None
    label: Words
    url: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """A month (its first day), what falls in it, and the address of its monthly plan (months.html)."""

    month: date
    entries: Sequence[MonthEntry] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way of a commitment (work.html). `state`: "done", "now", "last" (when last known) or ""."""

    label: Words
    state: str = ""


@dataclass(frozen=True, slots=True)
class WorkItem(OfRecord):
    """Something agreed, promised or planned, in a numbered list (work.html).

    `number`: its own, where the list does not count by itself; `text`: what it is about, or all of it where there is no
    `title`; `lines`: with whom, until when, how it went; `steps`: none where nothing is known of them; `percent`: None
    when no progress is recorded, with `progress_label` and `anchor` (an id, unique on the page) otherwise.
    """

    title: Words = ""
    url: str = ""
    number: str | int = ""
    text: Words = ""
    lines: Sequence[Words] = ()
    steps: Sequence[Step] = ()
    percent: int | None = None
    progress_label: Words = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A city of matrix.html; a cell for each column: "host", "yes" or ""."""

    head: Link
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who took part in which meeting (matrix.html). `corner`: what the rows are; `columns`: which meetings, their
    `text` says where and when; `totals`: one for each column.

    `is_cut`: there are more meetings than columns.
    """

    caption: Words
    corner: Words
    columns: Sequence[Link]
    rows: Sequence[MatrixRow]
    totals: Sequence[int]
    is_cut: bool = False
