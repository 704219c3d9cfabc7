"""Open data out. No database."""

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.registers import export
from iad_portal.lib.registers.export import csv_pieces, json_pieces


def text_of(pieces, *table, **about) -> str:
    """The whole file that csv_pieces or json_pieces makes."""
    return "".join(pieces(*table, **about))


CELLS = [
    ("กรุงโซล", "กรุงโซล"),
    (None, ""),
    ("=1+1", "'=1+1"),
    ("@cmd", "'@cmd"),
    ("-12.5", "'-12.5"),
    (Decimal("-12.50"), "-12.5"),
    (Decimal("177.00"), "177"),
    (-3, "-3"),
    (PartialDate.from_iso("2006-06"), "2006-06"),
    (date(2006, 6, 1), "2006-06-01"),
    (datetime(2006, 6, 1, tzinfo=UTC), "2006-06-01T00:00:00+00:00"),
    (True, "True"),
    (["a"], "['a']"),
]


@pytest.mark.parametrize(("value", "cell"), CELLS)
def test_csv_cells(value, cell):
    """Thai stays Thai, dates are Gregorian and cut to what is known, formulas are only text."""
    text = text_of(csv_pieces, ["a"], [[value]])
    assert text.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))[1] == [cell]


def test_json_says_what_it_is():
    """Objects by column, with the day they were read."""
    text = text_of(json_pieces, ["name", "value", "other"], [["โซล", Decimal("1.50"), object]], as_of="2026-11-22")
    data = json.loads(text)
    assert (data["as_of"], data["count"]) == ("2026-11-22", 1)
    assert data["rows"][0]["name"] == "โซล" and data["rows"][0]["value"] == 1.5


@pytest.mark.parametrize("write", [csv_pieces, json_pieces])
def test_two_columns_of_one_name_are_refused(write):
    """Whoever reads by names would lose one of them."""
    with pytest.raises(ValueError, match="two columns are called as_of"):
        text_of(write, ["value", "as_of", "as_of"], [[1, 2, 3]])


@pytest.mark.parametrize("pieces", [csv_pieces, json_pieces])
def test_a_file_in_pieces_is_the_same_file(monkeypatch, pieces):
    """And its first piece needs none of the later rows."""
    rows = [[number, "ก"] for number in range(5)]
    whole = text_of(pieces, ["a", "b"], rows)
    monkeypatch.setattr(export, "ROWS_A_PIECE", 2)
    assert text_of(pieces, ["a", "b"], rows) == whole
    assert next(pieces(["a", "b"], (1 / 0 for _ in rows)))


def test_json_of_no_rows_is_whole():
    assert json.loads(text_of(json_pieces, ["a"], [])) == {"rows": [], "count": 0}
