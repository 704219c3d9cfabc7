"""Tables from the clipboard of a spreadsheet or a word processor."""

import pytest

from iad_portal.lib.intake.pasted_tables import pasted_rows


def cells(text):
    return [row.cells for row in pasted_rows(text)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_rows_and_tabs_part_their_cells(line_end):
    assert cells(line_end.join(["ก\tข", "", "\t", "ค\t\tง\t"])) == [("ก", "ข"), ("ค", "", "ง")]
    assert cells("") == [] and cells("ก") == [("ก",)]


def test_cells_are_clean_lines_and_a_dash_says_nothing():
    assert cells("  ก\u00a0ข \t-\t–\t—\t7 - 8") == [("ก ข", "", "", "", "7 - 8")]


def test_a_cell_with_line_breaks_or_quotation_marks_comes_between_quotation_marks():
    assert cells('"บรรทัดหนึ่ง\nบรรทัดสอง"\t"ว่า ""ดี"""\nข') == [("บรรทัดหนึ่ง บรรทัดสอง", 'ว่า "ดี"'), ("ข",)]


def test_other_quotation_marks_stay():
    """Those around one cell, at its beginning, and one alone, which takes no other row with it."""
    assert cells('"ดี"\t"ดี" มาก\n"ก\tข\nค"') == [('"ดี"', '"ดี" มาก'), ('"ก', "ข"), ('ค"',)]


def test_what_was_pasted_is_kept_letter_by_letter():
    assert [row.text for row in pasted_rows(' ก \t"ข\nค"\r\nง\t\n')] == [' ก \t"ข\nค"', "ง\t"]
