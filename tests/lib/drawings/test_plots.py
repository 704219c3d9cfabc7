"""Shares, steps, axes and columns."""

from datetime import date

import pytest

from iad_portal.lib.drawings.plots import YearAxis, columns, round_numbers, share, step_for, wider_step


@pytest.mark.parametrize(("part", "whole", "text"), [(1, 8, "12.5%"), (1, 3, "33.33%"), (0, 5, "0%"), (5, 5, "100%")])
def test_shares_are_per_cent_to_the_hundredth(part, whole, text):
    assert share(part, whole) == text


def test_steps_are_round_and_fit():
    assert [step_for(span, 5) for span in (4, 9, 24, 66, 10**9)] == [1, 2, 5, 20, 1000]
    assert [wider_step(step, 15, 5) for step in (2, 5)] == [4, 5]
    assert wider_step(1, 1000, 5) == 20


def test_round_numbers_lie_under_the_top():
    assert round_numbers(42) == [20, 40]
    assert round_numbers(3) == [1, 2, 3]


def test_years_have_the_same_room():
    axis = YearAxis(2000, 2003)
    assert (axis.count, axis.left(2001), axis.middle(2001)) == (4, "25%", "37.5%")


def test_a_day_lies_within_its_year_and_never_beyond_the_axis():
    axis = YearAxis(2000, 2003)
    assert axis.part(date(2001, 1, 1)) == 0.25
    assert 0.49 < axis.part(date(2001, 12, 31)) < 0.5
    assert (axis.part(date(1990, 1, 1)), axis.part(date.max)) == (0, 1)


def test_an_axis_names_round_years_of_the_reader_s_era():
    axis = YearAxis(1960, 2026)
    assert [tick.year for tick in axis.ticks() if not tick.is_minor] == [1960, 1980, 2000, 2020]
    thai = [tick.year + 543 for tick in axis.ticks(543)]
    assert thai[:2] == [2505, 2510]


def test_a_tick_stands_in_the_middle_of_its_year_or_where_it_begins():
    axis = YearAxis(2000, 2003)
    assert axis.ticks()[1].x == "37.5%"
    assert axis.ticks(at_beginning=True)[1].x == "25%"


def test_columns_are_cut_into_units_that_can_be_counted():
    drawn = columns(YearAxis(2000, 2009), {2001: 1, 2005: 4})
    assert [(column.year, column.number, column.is_peak, column.is_plain) for column in drawn.columns] == [
        (2001, 1, False, True),
        (2005, 4, True, False),
    ]
    assert len(drawn.cuts) == 3
    assert columns(YearAxis(2000, 2009), {2001: 40}).cuts == []


def test_a_single_unit_is_no_tower():
    assert columns(YearAxis(2000, 2001), {2000: 1}).columns[0].y == "75%"


def test_no_numbers_give_no_columns():
    assert columns(YearAxis(2000, 2001), {}).columns == []


def test_columns_of_many_years_are_thin():
    densities = [columns(YearAxis(2000, 1999 + years), {}).density for years in (16, 36, 37)]
    assert densities == ["sparse", "middling", "dense"]
