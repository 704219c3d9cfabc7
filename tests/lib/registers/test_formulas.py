"""No cell of a file starts a formula in a spreadsheet, whoever wrote the text."""

import csv
import io
from decimal import Decimal

import pytest

from iad_portal.lib.registers.export import csv_pieces, json_pieces
from tests.lib.registers.test_export import text_of


def cell_of(value) -> str:
    """What a spreadsheet reads of `value`."""
    [_names, [cell]] = csv.reader(io.StringIO(text_of(csv_pieces, ["a"], [[value]]).removeprefix("\ufeff"), newline=""))
    return cell


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_starts_a_formula_is_only_text(start):
    for text in (start, f"{start}1", f"{start}{start}cmd|' /C calc'!A0", f"{start}กรุงเทพ"):
        assert cell_of(text) == f"'{text}"


@pytest.mark.parametrize("text", ["a=1", "1+1", "x@example.org", "2020-01-02", "a\tb", "'=1", " =1", "", "XX"])
def test_any_other_text_stays_as_it_is(text):
    assert cell_of(text) == text


@pytest.mark.parametrize("number", [-1, -1.5, Decimal("-0.5"), Decimal("-7"), 0, 3])
def test_a_number_below_zero_is_a_number(number):
    assert float(cell_of(number)) == float(number) and not cell_of(number).startswith("'")


def test_what_stands_in_a_list_or_a_lazy_text_is_escaped_as_well():
    class Lazy:
        def __str__(self):
            return "=1"

    assert cell_of(Lazy()) == "'=1"


def test_json_needs_no_escape():
    assert '"=1+1"' in text_of(json_pieces, ["a"], [["=1+1"]])


def test_lines_end_as_spreadsheets_want_them_and_thai_is_read():
    assert text_of(csv_pieces, ["ก", "b"], [["ข", 1], [None, "x,y"]]) == '\ufeffก,b\r\nข,1\r\n,"x,y"\r\n'


def test_json_is_readable_by_people():
    """Thai as Thai, a line a value, what is said of the file first."""
    assert text_of(json_pieces, ["a"], [["ก"]], title="ข") == (
        '{\n "title": "ข",\n "rows": [\n  {\n   "a": "ก"\n  }\n ],\n "count": 1\n}'
    )


@pytest.mark.parametrize("row", [[1], [1, 2, 3]])
def test_a_row_of_another_length_is_loud(row):
    with pytest.raises(ValueError, match="zip"):
        text_of(json_pieces, ["a", "b"], [row])


def test_what_json_cannot_hold_is_text_and_decimals_are_numbers_at_any_depth():
    assert '"rows": [\n  {\n   "a": [\n    0.5,\n    2\n   ]\n  }\n ]' in text_of(
        json_pieces, ["a"], [[[Decimal("0.5"), Decimal("2.0")]]]
    )


def test_names_given_twice_are_all_told():
    with pytest.raises(ValueError, match=r"^two columns are called a, b$"):
        text_of(csv_pieces, ["b", "a", "b", "a", "c"], [])
