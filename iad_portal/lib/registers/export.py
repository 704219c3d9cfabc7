"""Open data out: CSV that a spreadsheet opens safely, and JSON that says what it is."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

# A spreadsheet takes a cell that starts so for a formula. The apostrophe is the usual escape; the stored text stays.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(columns: list[str], rows: Iterable[list[Any]]) -> str:
    """`rows` as CSV with a header line, CRLF line ends and a byte-order mark, so that Excel reads the Thai.

    Raises ValueError when two columns have one name: a reader that goes by names would lose one of them.
    """
    _named_once(columns)
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return out.getvalue()


def _named_once(columns: list[str]) -> None:
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice:
        raise ValueError(f"two columns are called {', '.join(twice)}")


def _cell(value: Any) -> str:
    text = "" if value is None else str(_plain(value))
    is_number = isinstance(value, int | float | Decimal)
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not is_number else text


def json_text(columns: list[str], rows: Iterable[list[Any]], **about: Any) -> str:
    """`rows` as a JSON object: what `about` says (title, as_of, licence ...), then `rows` as objects.

    Raises ValueError when two columns have one name.
    """
    _named_once(columns)
    records = [{name: _plain(value) for name, value in zip(columns, row, strict=True)} for row in rows]
    return json.dumps({**about, "count": len(records), "rows": records}, ensure_ascii=False, indent=1, default=_plain)


def _plain(value: Any) -> Any:
    """Dates as Gregorian ISO, cut to what is known; decimals as numbers; everything else as it is."""
    if hasattr(value, "iso"):
        return value.iso
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value if isinstance(value, str | int | float | bool | list | None) else str(value)
