"""The shapes of tables of records: components/ledger.html and visits.html."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from .words import Day, OfRecord, Words


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a ledger: `date` (to `end`) where there is one, else `value`; neither leaves it empty.

    `tag` frames the value ("on", "doubt", "plain"); `is_named`: on a card the value needs its label beside it;
    `label`: on a card, in place of its column's.
    """

    value: Words = ""
    date: Day | None = None
    end: Day | None = None
    url: str = ""
    tag: str = ""
    is_named: bool = False
    label: Words = ""


@dataclass(frozen=True, slots=True)
class Row(OfRecord):
    """A row of a ledger: its heading, then a cell for each further column.

    `sub`: under the heading; `about`: under that; `sources`: numbers of the page's list; `anchor`: an id, unique on the
    page and lasting, of a record without a page of its own.
    """

    label: Words
    cells: Sequence[Cell]
    url: str = ""
    sub: Words = ""
    about: Words = ""
    sources: Sequence[int] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows of a ledger under a heading ("" for none), with their number where it is worth telling."""

    label: Words
    rows: Sequence[Row]
    count: int | str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table of records. `columns`: their labels, the first for the headings of rows; `caption`: no links."""

    columns: Sequence[Words]
    groups: Sequence[RowGroup]
    caption: Words = ""

    @classmethod
    def of_rows(cls, columns: Sequence[Words], rows: Sequence[Row], caption: Words = "") -> Self:
        """A ledger whose rows stand in no groups."""
        return cls(columns, [RowGroup("", rows)], caption)


@dataclass(frozen=True, slots=True)
class Visit(OfRecord):
    """Something done together: a row of visits.html. Neither `date` nor `end`: the day is not recorded.

    Under the title stand `sub` (what it was, and where), `about` and `outcome`; `who`: people, cities, or the part
    taken; `sources`: numbers of the page's list.
    """

    date: Day | None
    end: Day | None
    title: Words
    url: str = ""
    sub: Words = ""
    about: Words = ""
    outcome: Words = ""
    who: Words = ""
    sources: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Visits:
    """A table of what was done, the latest first (visits.html). `columns`: labels of day, matter and people.

    `more`: rows that stay folded under `more_label`.
    """

    columns: Sequence[Words]
    rows: Sequence[Visit]
    more: Sequence[Visit] = ()
    more_label: Words = ""
