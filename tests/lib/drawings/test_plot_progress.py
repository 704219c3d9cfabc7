"""Cells, the furthest first."""

from iad_portal.lib.drawings.plot_progress import cells


def test_each_has_a_cell_and_the_unknown_come_last():
    drawn = cells([None, 40, 100, 0])
    assert [cell.percent for cell in drawn] == [100, 40, 0, None]
    assert (drawn[1].x, drawn[1].y, drawn[1].height) == ("5%", "60%", "40%")
    assert drawn[3].height == "0%"


def test_many_that_are_equally_far_are_one():
    drawn = cells([100] * 50 + [99] * 20 + [1] * 20 + [0] * 5 + [None] * 5)
    assert [(cell.percent, cell.width) for cell in drawn] == [
        (100, "50%"),
        (90, "20%"),
        (10, "20%"),
        (0, "5%"),
        (None, "5%"),
    ]
