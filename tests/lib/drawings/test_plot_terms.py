"""Stretches and moments on one axis."""

from datetime import date

from iad_portal.lib.drawings.plot_terms import moments, stretch
from iad_portal.lib.drawings.plots import YearAxis

AXIS, NOW = YearAxis(2000, 2009), date(2009, 1, 1)


def test_a_known_term_is_sure():
    bar = stretch(AXIS, date(2001, 1, 1), date(2002, 12, 31), NOW)
    assert (bar.x, bar.width, bar.end, bar.is_sure, bar.is_open) == ("10%", "20%", "30%", True, False)


def test_what_is_open_today_reaches_to_today():
    bar = stretch(AXIS, date(2001, 1, 1), None, NOW, is_open=True)
    assert (bar.end, bar.is_sure, bar.is_open) == ("90%", True, True)


def test_an_end_that_is_not_known_is_not_sure():
    no_end, no_begin = stretch(AXIS, date(2001, 1, 1), None, NOW), stretch(AXIS, None, date(2004, 12, 31), NOW)
    assert (no_end.has_begin, no_end.has_end, no_end.is_sure) == (True, False, False)
    assert (no_begin.x, no_begin.end, no_begin.is_sure) == ("0%", "50%", False)
    assert not stretch(AXIS, None, None, NOW, is_open=True).is_sure


def test_a_single_day_is_a_bar_too():
    assert stretch(AXIS, date(2001, 1, 1), date(2001, 1, 1), NOW).width == "0.03%"


def test_the_last_day_of_the_calendar_ends_a_bar():
    assert stretch(AXIS, date(2001, 1, 1), date.max, NOW).has_end


def test_what_begins_after_today_has_no_length():
    assert stretch(AXIS, date(2009, 7, 2), None, NOW).width == "0%"


def test_words_stand_in_rows_where_there_is_room():
    day = date(2005, 1, 1)
    drawn = moments(AXIS, [(day, "home", f"Bangkok {number}") for number in range(3)])
    assert [mark.row for mark in drawn[::-1]] == [0, 1, None]
    assert {mark.x for mark in drawn} == {"50%"}


def test_words_that_need_a_wide_screen_are_minor():
    """On a narrow one those given first keep their place."""
    drawn = moments(AXIS, [(date(2000 + year, 7, 1), "abroad", f"Jakarta {2000 + year}") for year in (5, 4, 6)])
    by_words = {mark.text: mark for mark in drawn}
    assert not by_words["Jakarta 2005"].is_minor
    assert any(mark.is_minor and mark.row is not None for mark in drawn)


def test_words_at_an_edge_stay_inside():
    first, last = moments(AXIS, [(date(2009, 12, 31), "x", "Jakarta"), (date(2000, 1, 1), "x", "Jakarta")])
    assert (first.anchor, last.anchor) == ("start", "end")
