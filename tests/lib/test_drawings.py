"""The parts of drawings that are put together without Django's engine: what they escape and leave out."""

import pytest
from django.utils import translation

from iad_portal.lib.components import MapEntry, PlotLine
from iad_portal.lib.drawings.map_labels import Box, Place
from iad_portal.lib.drawings.plot_growth import Flag
from iad_portal.lib.drawings.plots import Column, Columns, Tick
from iad_portal.lib.drawings.world_map import Pin
from iad_portal.lib.templatetags import drawings
from iad_portal.lib.text.bilingual import Text

NAMED = Pin("a", "<A>", "/a?b&c", 1, 2, "M0 0", Place(3, 4, "start", Box(3, 4, 13, 14)), leader="M1 1")
NAMELESS = Pin("b", "B", "/b", 5, 6, "M2 2")


def test_a_pin_is_a_link_with_its_name_beside_it_or_in_its_title():
    named, nameless = drawings.map_pins([NAMED]), drawings.map_pins([NAMELESS])
    assert '<a href="/a?b&amp;c">' in named and "\n&lt;A&gt;</text>" in named and 'd="M1 1"' in named
    assert "<title>" not in named and "aria-label" not in named
    assert 'aria-label="B"' in nameless and "<title>B</title>" in nameless and "map__label" not in nameless


def test_the_small_map_has_ways_and_pins_without_names():
    drawn = drawings.small_map([NAMED, NAMELESS])
    assert (
        drawn.count("map__arc") == drawn.count("map__pin") == drawings.map_arcs([NAMED, NAMELESS]).count("<path") == 2
    )
    assert "A" not in drawn.replace("M0", "")


@pytest.mark.django_db
def test_a_line_of_the_list_says_its_language_and_its_doubt():
    entry = MapEntry(Text("<ก>", "th", "en"), "/a", "1962", record=type("Doubted", (), {"is_doubtful": True})())
    with translation.override("en"):
        assert drawings.map_entry(entry).startswith('<li><a href="/a" lang="th">&lt;ก&gt;</a><span>1962\n<span')
    assert "\n</li>" in drawings.map_entry(MapEntry("a", "/a"))


def test_minor_years_are_for_wide_screens_and_told_in_the_reader_s_era():
    ticks = [Tick(2000, "1%", is_minor=False), Tick(2010, "2%", is_minor=True)]
    assert drawings.plot_rules(ticks).count("plot__wide") == 1
    with translation.override("th"):
        axis = drawings.plot_axis(ticks)
    assert ">2543<" in axis and ">2553<" in axis and axis.count("plot__wide") == 2


def test_words_of_a_plot_are_escaped():
    flags = [Flag("<1>", "a & b", "1%", "2%", 16, "end", -6, is_minor=True)]
    assert "&lt;1&gt;</tspan> a &amp; b</text>" in drawings.plot_flags(flags)
    assert ">&lt;</text>" in drawings.plot_lines([PlotLine("1%", "<")])


def test_columns_tell_the_number_that_nobody_can_count():
    columns = [Column(2000, 1, "1%", "9%", is_peak=False, is_plain=True), Column(2001, 3, "2%", "8%", True, False)]
    drawn = drawings.plot_columns(Columns(columns, ["5%"], "sparse"))
    assert drawn.count("plot__column") == 2 and drawn.count("plot__cut") == 1
    assert drawn.count("<text") == 1 and "plot__number--peak" in drawn and ">3</text>" in drawn
