"""A table as a spreadsheet or a word processor puts it on the clipboard: rows are lines, tabs part their cells."""

import re
from dataclasses import dataclass

from iad_portal.lib.text.hygiene import clean_line

# A cell and what ends it. One with line breaks or quotation marks comes between quotation marks; its own are doubled.
_CELL = re.compile(r'(?:"((?:[^"\t]|"")*+)"(?=[\t\n]|\Z)|([^\t\n]*))(\t|\n|\Z)')
# What stands in a cell to say that there is nothing.
_NOTHING = {"-", "–", "—"}


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row: what was pasted, letter by letter, and its cells, each a clean line or ""."""

    text: str
    cells: tuple[str, ...]


def pasted_rows(text: str) -> list[PastedRow]:
    """The rows of the table in `text`, without empty ones; empty cells at the end of a row are left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows, cells, start = [], list[str](), 0
    for found in _CELL.finditer(text):
        cells.append(_clean(found[1], found[2]))
        if found[3] == "\t":
            continue
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            rows.append(PastedRow(text[start : found.start(3)], tuple(cells)))
        cells, start = [], found.end()
    return rows


def _clean(quoted: str | None, plain: str | None) -> str:
    """What a cell says: the text between its quotation marks where they belong to the table, not to the text."""
    if quoted is None:
        cell = plain or ""
    else:
        cell = quoted.replace('""', '"') if "\n" in quoted or '""' in quoted else f'"{quoted}"'
    cell = clean_line(" ".join(cell.split()))
    return "" if cell in _NOTHING else cell
