"""The staircase of a running total, and the labels over it."""

from iad_portal.lib.drawings.plot_growth import Staircase, flags

RISING = Staircase([0, 0, *[1] * 28, 5, *[8] * 9, *[20] * 10, *[40] * 10])


def test_the_line_steps_where_the_total_changes():
    stairs = Staircase([0, 1, 1, 3, 2])
    assert stairs.top == 4
    assert stairs.line == "M1 4V3H3V1H4V2H5"
    assert stairs.area == "M1 4V3H3V1H4V2H5V4z"
    assert stairs.view_box == "0 0 5 4"
    assert stairs.height(3) == "25%"


def test_nothing_is_a_flat_line():
    assert Staircase([0, 0]).line == "M0 2H2"
    assert Staircase([]).highest(0, 3) == 0


def test_the_first_label_is_always_shown_and_the_others_on_a_wide_screen():
    first, second = flags(RISING, (2, "1962", "Washington, D.C."), [(30, "1990", "Moscow")], "40 cities")
    assert (first.lead, first.text, first.anchor, first.is_minor) == ("1962", "Washington, D.C.", "start", False)
    assert (second.anchor, second.is_minor) == ("end", True)
    assert first.x == "3.33%" and first.y == RISING.height(1)


def test_labels_do_not_cover_one_another():
    """Those of neighbouring years stand one over the other."""
    drawn = flags(RISING, None, [(40, "2000", "a long name"), (41, "2001", "another long name")], "40 cities")
    assert len({flag.rise for flag in drawn}) == 2


def test_a_label_without_a_free_place_is_left_out():
    assert flags(RISING, None, [(3, "1963", "no room to the left of it")], "40 cities") == []
    assert flags(RISING, (58, "2018", "no room to the right of it"), [], "40 cities") == []
    assert flags(RISING, None, [(59, "2019", "under the last number")], "a very long number of cities") == []
