"""The shapes that pages hand to the templates of templates/components: what each holds is written down here, once.

Pages build them, templates only read them. All are frozen; what a shape need not have has a default. Words are marked
by the template with their language when they are a Text in the other one, and escaped unless they are SafeString.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from django.db import models
from django.utils.functional import Promise

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.drawings.plot_growth import Flag, Staircase
from iad_portal.lib.drawings.plot_progress import Cell as ProgressCell
from iad_portal.lib.drawings.plot_terms import Moment, Stretch
from iad_portal.lib.drawings.plots import Columns, Tick
from iad_portal.lib.drawings.world_map import Locator as LocatorDrawing
from iad_portal.lib.drawings.world_map import WorldMap
from iad_portal.lib.text.bilingual import Text

# A SafeString is a str; a Promise is a translation that waits for the language.
Words = Text | str | Promise
Day = PartialDate | date


@dataclass(frozen=True, slots=True, kw_only=True)
class OfRecord:
    """A shape that one record was turned into. lib.records.faults.shown() notes the record: a fault names it."""

    record: models.Model | None = field(default=None, compare=False, repr=False)


# Links and words


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
    """Links under a heading: the parts of related.html, participants of a meeting."""

    label: Words
    links: Sequence[Link]


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
class Tag:
    """A state in a frame (tag.html). `kind`: "on" (in force), "doubt" (to be confirmed by the office) or ""."""

    label: Words
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Fact(OfRecord):
    """A term and its value: facts.html; strip.html and totals.html show label, value and url of it.

    `as_of`: a line under the value; `sources`: their numbers in the page's list; `doubt`: a word beside the value.
    """

    label: Words
    value: Words | int
    url: str = ""
    as_of: Words = ""
    sources: Sequence[int] = ()
    doubt: Words = ""


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


# Registers


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a register: `date` (to `end`) where there is one, else `value`; neither leaves it empty.

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
    """A row of a register: its heading, then a cell for each further column.

    `sub`: under the heading; `about`: under that; `sources`: numbers of the page's list.
    """

    label: Words
    cells: Sequence[Cell]
    url: str = ""
    sub: Words = ""
    about: Words = ""
    sources: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows of a register under a heading ("" for none), with their number where it is worth telling."""

    label: Words
    rows: Sequence[Row]
    count: int | str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A register (ledger.html). `columns`: their labels, the first for the headings of rows; `caption`: no links."""

    columns: Sequence[Words]
    groups: Sequence[RowGroup]
    caption: Words = ""

    @classmethod
    def of_rows(cls, columns: Sequence[Words], rows: Sequence[Row], caption: Words = "") -> Self:
        """A register whose rows stand in no groups."""
        return cls(columns, [RowGroup("", rows)], caption)


# What happened, and when


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
class TimelineItem(OfRecord):
    """Something that happened (timeline.html). `date`: None when not recorded; `sources`: numbers of the page's list.

    `is_next`: it is still to come; `is_kept`: a brief on paper never cuts it off.
    """

    date: Day | None
    title: Words
    url: str = ""
    lines: Sequence[Words] = ()
    tags: Sequence[Tag] = ()
    sources: Sequence[int] = ()
    facts: Sequence[Fact] = ()
    is_next: bool = False
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a meeting, in its order (parts.html). `url`: "" for the part that is this page."""

    start: Day | None
    end: Day | None
    title: Words
    url: str = ""
    text: Words = ""


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
    """A step on the way of a commitment (commitments.html). `state`: "done", "now" or "" (not reached)."""

    label: Words
    state: str = ""


@dataclass(frozen=True, slots=True)
class CommitmentEntry(OfRecord):
    """What was promised (commitments.html): `framework` in a word, its steps, and lines about it."""

    title: Words
    framework: Words = ""
    steps: Sequence[Step] = ()
    lines: Sequence[Words] = ()


@dataclass(frozen=True, slots=True)
class ProjectEntry(OfRecord):
    """A project (projects.html). `percent`: None when none is recorded; `anchor`: for ids, unique on the page."""

    title: Words
    anchor: str = ""
    url: str = ""
    code: str | int = ""
    lines: Sequence[Words] = ()
    percent: int | None = None
    progress_label: Words = ""


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


# News, people and files


@dataclass(frozen=True, slots=True)
class PictureSource:
    """The renditions of a picture in one format: its media type, and the `srcset` of HTML."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image for picture.html: other formats, and the plain image with its `width` and `height` in pixels.

    `sizes`: how wide it is shown, as the HTML attribute of that name has it.
    """

    src: str
    srcset: str
    sizes: str
    width: int
    height: int
    sources: Sequence[PictureSource] = ()


@dataclass(frozen=True, slots=True)
class PhotoEntry(OfRecord):
    """A photo, for the page and for its large view (gallery.html, photo.html, viewer.html, caption.html).

    `number`: from 1, unique on the page, `of` so many; `previous` and `next`: numbers of its neighbours, or None;
    `place`: "whole", "half" or "third" of the width; `url` and `size`: of the file as kept; `alt_lang`: the language of
    `alt` when that is not the reader's.
    """

    picture: Picture | None
    large: Picture | None
    url: str
    number: int
    of: int
    alt: Words
    alt_lang: str = ""
    size: str = ""
    share_url: str = ""
    place: str = "whole"
    is_tall: bool = False
    previous: int | None = None
    next: int | None = None
    caption: Words = ""
    credit: Words = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class DocumentEntry(OfRecord):
    """A document (docs.html); without a `url` the file is not held. `kind`: "PDF"; `details`: language, size, date."""

    title: Words
    url: str = ""
    kind: str = ""
    details: Sequence[str] = ()
    note: Words = ""


@dataclass(frozen=True, slots=True)
class Card(OfRecord):
    """A piece of news (card.html). `date`: when it came out, None when not known; `event` to `event_end`: the days of
    what it tells of, where they differ; `tags`: words; `alt_lang`: the language of `alt` if not the reader's."""

    title: Words
    url: str
    date: Day | None = None
    event: Day | None = None
    event_end: Day | None = None
    tags: Sequence[Words] = ()
    text: Words = ""
    picture: Picture | None = None
    alt: Words = ""
    alt_lang: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """Under the title of an article (byline.html); what is not known is None. `source`: a name, as printed."""

    event: Day | None = None
    event_end: Day | None = None
    published: Day | None = None
    source: Words = ""


@dataclass(frozen=True, slots=True)
class CorrectionEntry(OfRecord):
    """What was changed in an article, and when (corrections.html)."""

    day: date
    text: Words


@dataclass(frozen=True, slots=True)
class Quote:
    """How a page is named in another text (quote.html). `day`: None when not known; `url`: absolute."""

    title: Words
    day: Day | None
    url: str


@dataclass(frozen=True, slots=True)
class PersonEntry(OfRecord):
    """Somebody, and what they are here for (people.html)."""

    name: Words
    role: Words = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Found(OfRecord):
    """What a search found (results.html): `title` and `excerpt` with their hits marked; `when` in words, and for
    machines in `datetime`."""

    kind: str
    url: str
    title: Words
    excerpt: Words = ""
    when: str = ""
    datetime: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A notice over the whole site (banner.html). `kind`: emergency, closure, mourning or information; `title`: the
    kind in a word, or ""; `label`: the words of the link."""

    kind: str
    title: Words
    text: Words
    url: str = ""
    label: Words = ""


# Maps and plots


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a city lies (locator.html), and the sentence for the drawing."""

    locator: LocatorDrawing
    label: str


@dataclass(frozen=True, slots=True)
class MapEntry(OfRecord):
    """A city in the list under the map: `note` is a year, or that none is recorded."""

    label: Words
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MapGroup:
    """The cities of a region in the list under the map."""

    label: Words
    count: int
    cities: Sequence[MapEntry]


@dataclass(frozen=True, slots=True)
class CityMap:
    """The world map and its equal list (map.html). `label`: what the drawing shows; `summary`: the words that open the
    list; `draws`: the arcs draw themselves, once."""

    worldmap: WorldMap
    label: str
    summary: str
    groups: Sequence[MapGroup]
    draws: bool = False


@dataclass(frozen=True, slots=True)
class PlotBar:
    """One bar of plot_bars.html: where it leads, what it counts, and its `length` in per cent."""

    label: Words
    url: str
    number: int
    length: str


@dataclass(frozen=True, slots=True)
class BarPlot:
    """Bars beside their labels, the longest first (plot_bars.html). `title`: what to see; `notes`: what is left out."""

    title: Words
    bars: Sequence[PlotBar]
    notes: Sequence[Words] = ()


@dataclass(frozen=True, slots=True)
class YearPlot:
    """Columns by year (plot_columns.html). `title`: what to see; `label`: the accessible name, with every number;
    `notes`: what is left out."""

    title: Words
    label: str
    columns: Columns
    ticks: Sequence[Tick]
    notes: Sequence[Words] = ()


@dataclass(frozen=True, slots=True)
class PlotLine:
    """A line across a plot at the height `y`, and the number it stands for; or the last number of a staircase."""

    y: str
    text: str | int


@dataclass(frozen=True, slots=True)
class GrowthPlot:
    """A running total by year as a staircase over the columns of each year (plot_growth.html).

    `title`: what to see; `total_label` and `columns_label`: accessible names; `lines`: across; `end`: the last number;
    `notes`: what is left out; `table`: the same in numbers and names.
    """

    title: Words
    total_label: str
    stairs: Staircase
    lines: Sequence[PlotLine]
    flags: Sequence[Flag]
    end: PlotLine
    columns: Columns
    columns_label: str
    ticks: Sequence[Tick]
    table: Ledger
    notes: Sequence[Words] = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """A stretch of time in plot_terms.html: whose, its term in words, and its bar. `kind`: "membership" or "role"."""

    label: Words
    term: Words
    stretch: Stretch
    kind: str


@dataclass(frozen=True, slots=True)
class MarkKind:
    """An entry of the key under the marks of plot_terms.html."""

    kind: str
    label: Words


@dataclass(frozen=True, slots=True)
class Marks:
    """The lane of moments of plot_terms.html."""

    label: Words
    marks: Sequence[Moment]
    key: Sequence[MarkKind]


@dataclass(frozen=True, slots=True)
class TermsPlot:
    """Terms and moments on one line of time (plot_terms.html). `title`: what to see; `today`: where it lies;
    `meetings`: None without any; `notes`: what is left out."""

    title: Words
    lanes: Sequence[Lane]
    meetings: Marks | None
    ticks: Sequence[Tick]
    today: str
    notes: Sequence[Words] = ()


@dataclass(frozen=True, slots=True)
class ProgressGroup:
    """How many projects are done, going, waiting or unknown (`code`), in the key of plot_progress.html."""

    code: str
    label: Words
    number: int


@dataclass(frozen=True, slots=True)
class ProgressPlot:
    """How far projects are (plot_progress.html). `title`: what to see; `label`: the accessible name."""

    title: Words
    label: str
    cells: Sequence[ProgressCell]
    groups: Sequence[ProgressGroup]
