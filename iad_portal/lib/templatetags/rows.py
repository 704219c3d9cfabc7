"""What a page shows by the hundred, rows of ledgers: put together here, not by Django's engine.

quick_html() escapes whatever is not safe already, as Django's format_html() does (docs/decisions/53).
"""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString

from iad_portal.lib.components import Cell, Row, Words
from iad_portal.lib.text.quick_html import quick_html

from .face import lang_attr, when
from .portal import marked
from .standing import part

register = template.Library()
NOTHING = SafeString("")


@register.filter
def ledger_row(row: Row, columns: Sequence[Words]) -> SafeString:
    """A row of a ledger with these `columns`, the first of which is that of the row's heading.

    Raises ValueError when the row has more cells than there are columns for them, or fewer.
    """
    cells = SafeString("".join([_cell(*pair) for pair in zip(columns[1:], row.cells, strict=True)]))
    anchor = quick_html(' id="{}"', row.anchor) if row.anchor else NOTHING
    return quick_html('<tr role="row"{}><th role="rowheader" scope="row">{}</th>{}</tr>', anchor, _heading(row), cells)


def _heading(row: Row) -> SafeString:
    """The name of the record, the marks of its sources, and what stands under it; the spaces part the words."""
    return quick_html(
        "{}{} {} {} {}",
        _link(row.url, marked(row.label)),
        part("components/src.html", numbers=tuple(row.sources)) if row.sources else NOTHING,
        part("components/doubt.html") if row.is_doubtful else NOTHING,
        quick_html('<span class="ledger__sub"{}>{}</span>', lang_attr(row.sub), row.sub) if row.sub else NOTHING,
        quick_html('<span class="ledger__sub">{}</span>', row.about) if row.about else NOTHING,
    )


def _cell(label: Words, cell: Cell) -> SafeString:
    """On a card the cells run on as one quiet line: an empty one holds no space, and takes no point between two."""
    named = SafeString(' class="named"') if cell.is_named else NOTHING
    words = '<td role="cell" data-label="{}"{}>{}</td>'
    return quick_html(words, cell.label or label, named, _content(cell))


def _content(cell: Cell) -> str:
    if cell.date or cell.end:
        return when(cell.date, cell.end, "short")
    if not cell.value:
        return NOTHING
    kind = quick_html(" tag--{}", cell.tag) if cell.tag != "plain" else NOTHING
    tag = quick_html(' class="tag{}"', kind) if cell.tag else NOTHING
    return quick_html("<span{}{}>{}</span>", tag, lang_attr(cell.value), _link(cell.url, cell.value))


def _link(url: str, words: Words) -> Words:
    return quick_html('<a href="{}">{}</a>', url, words) if url else words
