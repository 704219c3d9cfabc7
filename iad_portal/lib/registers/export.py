"""Open data out: CSV that a spreadsheet opens safely, and JSON that says what it is."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from iad_portal.lib.records.chunks import in_chunks

# A spreadsheet takes a cell that starts so for a formula. The apostrophe is the usual escape; the stored text stays.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


# So many rows make one piece of a file: some hundred kilobytes, whatever the length of the register.
ROWS_A_PIECE = 500


def csv_pieces(columns: list[str], rows: Iterable[list[Any]]) -> Iterator[str]:
    """`rows` as CSV with a header line, CRLF line ends and a byte-order mark, so that Excel reads the Thai.

    It comes piece by piece, so that no more than ROWS_A_PIECE rows are in memory at once. Raises ValueError at the
    first piece when two columns have one name: a reader that goes by names would lose one of them.
    """
    _named_once(columns)
    yield "\ufeff" + _csv_lines([columns])
    for some in in_chunks(rows, ROWS_A_PIECE):
        yield _csv_lines([[_cell(value) for value in row] for row in some])


def _csv_lines(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _named_once(columns: list[str]) -> None:
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice:
        raise ValueError(f"two columns are called {', '.join(twice)}")


def _cell(value: Any) -> str:
    text = "" if value is None else str(plain(value))
    is_number = isinstance(value, int | float | Decimal)
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not is_number else text


def json_pieces(columns: list[str], rows: Iterable[list[Any]], **about: Any) -> Iterator[str]:
    """`rows` as a JSON object: what `about` says (title, as_of, licence ...), `rows` as objects, then their `count`.

    Piece by piece, and with the same ValueError, as `csv_pieces()`. The count stands last: only there is it known.
    """
    _named_once(columns)
    yield "{\n" + "".join(f" {_in_json(name)}: {_in_json(value)},\n" for name, value in about.items()) + ' "rows": ['
    names, count = [f"   {_in_json(name)}: " for name in columns], 0
    for some in in_chunks(rows, ROWS_A_PIECE):
        yield ("," if count else "") + ",".join(_json_object(names, row) for row in some)
        count += len(some)
    yield ("\n ]" if count else "]") + f',\n "count": {count}\n}}'


def _json_object(names: list[str], row: list[Any]) -> str:
    """One row with a line a value. Python's own indenting takes four times as long."""
    values = (_in_json(plain(value)) for value in row)
    return "\n  {\n" + ",\n".join(name + value for name, value in zip(names, values, strict=True)) + "\n  }"


def _in_json(value: Any) -> str:
    text = _ENCODER.encode(value)
    # No line of a text breaks in JSON, so what breaks is a list: its lines stand further in.
    return text.replace("\n", "\n   ")


def plain(value: Any) -> Any:
    """Dates as Gregorian ISO, cut to what is known; decimals as numbers; everything else as it is."""
    if type(value) in _AS_IT_IS:  # most values are, and a long register has a hundred thousand
        return value
    if hasattr(value, "iso"):
        return value.iso
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value if isinstance(value, str | int | float | list) else str(value)


_AS_IT_IS = {str, int, float, bool, list, type(None)}
_ENCODER = json.JSONEncoder(ensure_ascii=False, indent=1, default=plain)
