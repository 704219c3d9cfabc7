"""The shapes of maps and plots."""

from collections.abc import Sequence
from dataclasses import dataclass

from iad_portal.lib.drawings.plot_growth import Flag, Staircase
from iad_portal.lib.drawings.plot_progress import Cell as ProgressCell
from iad_portal.lib.drawings.plot_terms import Moment, Stretch
from iad_portal.lib.drawings.plots import Columns, Tick
from iad_portal.lib.drawings.world_map import Locator as LocatorDrawing
from iad_portal.lib.drawings.world_map import WorldMap

from .ledgers import Ledger
from .words import OfRecord, Words


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
class PlotLine:
    """A line across a plot at the height `y`, and the number it stands for; or the last number of a staircase."""

    y: str
    text: str | int


@dataclass(frozen=True, slots=True)
class GrowthPlot:
    """A running total by year as a staircase over the columns of each year (plot_growth.html).

    `title`: what to see; `total_label` and `columns_label`: accessible names; `lines`: across; `end`: the last number,
    with the undated, which stand hatched on the last step (`stairs.cap`); `dated` and `undated`: the words of its two
    parts, "" where all are dated; `notes`: how it counts; `table`: the same in numbers and names.
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
    dated: Words = ""
    undated: Words = ""
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
