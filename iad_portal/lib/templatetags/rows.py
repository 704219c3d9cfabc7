"""What a page shows by the hundred, rows of ledgers, rolls and matrices: put together here, not by Django's engine.

escaped() is asked of every word, and leaves what is safe already, as Django's format_html() does (docs/decisions/53).
"""

from collections.abc import Iterable, Sequence

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.components import Cell, Chip, Found, RollEntry, Row, SourceEntry, Words
from iad_portal.lib.text.quick_html import escaped

from .face import lang_attr, when
from .portal import marked
from .standing import part

register = template.Library()


@register.filter
def ledger_row(row: Row, columns: Sequence[Words]) -> SafeString:
    """A row of a ledger with these `columns`, the first of which is that of the row's heading.

    Raises ValueError when the row has more cells than there are columns for them, or fewer.
    """
    cells = "".join([_cell(*pair) for pair in zip(columns[1:], row.cells, strict=True)])
    anchor = f' id="{escaped(row.anchor)}"' if row.anchor else ""
    heading = f'<th role="rowheader" scope="row">{_heading(row)}</th>'
    return SafeString(f'<tr role="row"{anchor}>{heading}{cells}</tr>')


@register.filter
def source_line(source: SourceEntry, number: int) -> SafeString:
    """A line of the list of sources, the target of their marks."""
    text = f"<span{lang_attr(source.text)}>{escaped(source.text)}</span>"
    address = f'\n<a href="{escaped(source.url)}" rel="external">{escaped(source.host)}</a>\n' if source.url else ""
    return SafeString(f'<li id="source-{number}">{text}{address}</li>')


@register.filter
def roll_line(city: RollEntry) -> SafeString:
    """A line of the roll of cities."""
    name = f'<a href="{escaped(city.url)}">{escaped(marked(city.label))}</a>'
    beside = f"<small{lang_attr(city.beside)}>{escaped(city.beside)}</small>"
    form = f'\n<small class="roll__form">{escaped(city.form)}</small>' if city.form else ""
    doubt = f"\n{part('components/doubt.html')}" if city.is_doubtful else ""
    since = f'<span class="roll__since"><span>{escaped(city.since)}</span>{doubt}</span>'
    return SafeString(f"<li><span>{name}\n{beside}</span>{form}\n{since}</li>")


@register.filter
def found_line(item: Found) -> SafeString:
    """A line of what a search found: the title is its heading, and comes first of what belongs to it."""
    title = f'<h3 class="found__title"><a href="{escaped(item.url)}">{escaped(item.title)}</a></h3>'
    day = f' · <time datetime="{escaped(item.datetime)}">{escaped(item.when)}</time>\n' if item.when else ""
    doubt = f"<p>{part('components/doubt.html')}</p>\n" if item.is_doubtful else ""
    excerpt = f'\n<p class="found__excerpt">{escaped(item.excerpt)}</p>\n' if item.excerpt else ""
    kind = f'<p class="found__kind">{escaped(item.kind)}{day}</p>'
    return SafeString(f'<li class="found__item">\n{title}\n{kind}\n{doubt}{excerpt}</li>')


@register.filter
def chip_line(chip: Chip) -> SafeString:
    """A link in a row of choices."""
    marks = ' aria-current="true"' if chip.is_current else ""
    removes = ""
    if chip.removes:
        marks += '\n  class="chip--off"'
        said = _("Remove the filter")
        removes = f'<span\n  class="vh">{escaped(said)} </span>'
    name = f'<span\n  class="chip__name">{escaped(chip.name)}:</span> ' if chip.name else ""
    count = f' <span\n  class="chip__count">{escaped(chip.count)}</span>' if chip.count else ""
    words = f"{removes}{name}<span>{escaped(chip.label)}</span>{count}"
    return SafeString(f'<li><a href="{escaped(chip.url)}"{marks}>{words}</a></li>')


@register.filter
def matrix_cells(cells: Iterable[str]) -> SafeString:
    """The cells of a row of a matrix (lib.components.MatrixRow)."""
    host, there, unknown = _("host"), _("took part"), _("not recorded")
    host = f'<span class="dot dot--host"></span><span class="vh">{escaped(host)}</span>\n          '
    there = f'<span class="dot"></span><span class="vh">{escaped(there)}</span>\n          '
    unknown = f'<span class="dot dot--none"></span><span class="vh">{escaped(unknown)}</span>'
    dots = [host if cell == "host" else there if cell else unknown for cell in cells]
    return SafeString("".join([f"<td>\n          {dot}\n        </td>" for dot in dots]))


def _heading(row: Row) -> str:
    """The name of the record, the marks of its sources, and what stands under it; the spaces part the words."""
    marks = part("components/src.html", numbers=tuple(row.sources)) if row.sources else ""
    doubt = part("components/doubt.html") if row.is_doubtful else ""
    sub = f'<span class="ledger__sub"{lang_attr(row.sub)}>{escaped(row.sub)}</span>' if row.sub else ""
    about = f'<span class="ledger__sub">{escaped(row.about)}</span>' if row.about else ""
    return f"{_link(row.url, marked(row.label))}{marks} {doubt} {sub} {about}"


def _cell(label: Words, cell: Cell) -> str:
    """On a card the cells run on as one quiet line: an empty one holds no space, and takes no point between two."""
    named = ' class="named"' if cell.is_named else ""
    return f'<td role="cell" data-label="{escaped(cell.label or label)}"{named}>{_content(cell)}</td>'


def _content(cell: Cell) -> str:
    if cell.date or cell.end:
        return when(cell.date, cell.end, "short")
    if not cell.value:
        return ""
    tag = ' class="tag"' if cell.tag else ""
    if cell.tag and cell.tag != "plain":
        tag = f' class="tag tag--{escaped(cell.tag)}"'
    return f"<span{tag}{lang_attr(cell.value)}>{_link(cell.url, cell.value)}</span>"


def _link(url: str, words: Words) -> str:
    return f'<a href="{escaped(url)}">{escaped(words)}</a>' if url else escaped(words)
