"""Open data out as a workbook (XLSX): dates are dates, numbers numbers, and no text is ever a formula."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from shutil import copyfileobj
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from .export import plain

_LONGEST_TITLE = 31
_DATE = "yyyy-mm-dd"
_PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def workbook(title: str, columns: list[str], rows: Iterable[list[Any]], as_of: date) -> IO[bytes]:
    """`rows` under a header line as a workbook; the same bytes for the same cells and day.

    Rows are written to a temporary file as they come, and are never all in memory; the packed workbook is.
    """
    book = Workbook(write_only=True)
    book.properties.created = datetime.combine(as_of, time())
    sheet = book.create_sheet(title[:_LONGEST_TITLE])
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, name) for name in columns])
    for row in rows:
        sheet.append([_cell(sheet, _value(value)) for value in row])
    packed = BytesIO()
    book.save(packed)
    return _without_its_moment(packed, as_of)


def _without_its_moment(packed: IO[bytes], as_of: date) -> IO[bytes]:
    """The same workbook, without the moment of its making in the places where the library notes it."""
    out = BytesIO()
    with ZipFile(packed) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = ZipInfo(name)  # of the first day that the format knows
            part.compress_type = ZIP_DEFLATED
            if name == _PROPERTIES:
                new.writestr(part, _MODIFIED.sub(rb"\g<1>%sT00:00:00Z" % as_of.isoformat().encode(), old.read(name)))
                continue
            with old.open(name) as source, new.open(part, "w") as target:
                copyfileobj(source, target)
    out.seek(0)
    return out


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
