"""Open data out as a workbook (XLSX): dates are dates, numbers numbers, and no text is ever a formula."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from .export import plain

_LONGEST_TITLE = 31
_DATE = "yyyy-mm-dd"


def workbook(title: str, columns: list[str], rows: Iterable[list[Any]], as_of: date) -> tuple[IO[bytes], str]:
    """`rows` under a header line as a workbook, and a mark of what is in it: the same for the same cells.

    The bytes of a workbook hold the moment of their making, so they cannot tell whether anything has changed. Rows
    are written to a temporary file as they come, and are never all in memory; the packed workbook is.
    """
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = datetime.combine(as_of, time())
    sheet = book.create_sheet(title[:_LONGEST_TITLE])
    sheet.freeze_panes = "A2"
    mark = hashlib.sha256()
    sheet.append([_cell(sheet, name) for name in columns])
    mark.update(repr(columns).encode())
    for row in rows:
        values = [_value(value) for value in row]
        mark.update(repr(values).encode())
        sheet.append([_cell(sheet, value) for value in values])
    out = BytesIO()
    book.save(out)
    out.seek(0)
    return out, mark.hexdigest()


def _value(value: Any) -> Any:
    """A date that is known to its day as a date; what is known to the month or year as its text."""
    if getattr(value, "precision", "day") == "day" and isinstance(value, date) and not isinstance(value, datetime):
        return date(value.year, value.month, value.day)
    return plain(value)


def _cell(sheet: Any, value: Any) -> Any:
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = _DATE
        return cell
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"  # also what begins with "=": the library would take it for a formula
    return cell
