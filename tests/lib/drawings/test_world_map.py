"""The map's arithmetic: where cities lie, and that no name covers another."""

from dataclasses import replace
from itertools import combinations

import pytest

from iad_portal.lib.drawings.map_labels import Box, cross, crosses_box, order_rows, text_width
from iad_portal.lib.drawings.world_map import ALONE, IN_CORNER, City, arc, locator, project, world_map

CHECK = {  # from the description of the drawing's projection
    (13.754, 100.5014): (1490.4, 380.36),
    (38.8951, -77.0364): (563.56, 203.77),
    (38.71667, -9.13333): (900.08, 204.93),
    (-27.46794, 153.02809): (1746.2, 684.18),
}


@pytest.mark.parametrize(("place", "point"), CHECK.items())
def test_projection_agrees_with_the_drawing(place, point):
    assert project(*place) == pytest.approx(point, abs=0.05)


def test_the_far_side_of_the_bering_strait_lies_in_the_east():
    assert project(-13.8, -171.8)[0] > project(-13.8, 179)[0]


def test_far_cities_get_a_high_arc_and_near_ones_a_slight_bow():
    assert arc((1490, 380), (564, 204)) == "M1490 380Q1027 85 564 204"
    assert arc((1490, 380), (1602, 374)).startswith("M1490 380Q1566 36")


def made_up(count):
    """`count` cities: a dense cluster in East Asia, another in Europe, the rest over the world."""
    centres = [(33, 122), (48, 10), (15, 105), (0, 20)]
    cities = []
    for number in range(count):
        lat, lon = centres[number % 4]
        step = number // 4
        spread = 1.7 if number % 4 < 3 else 3
        lat, lon = lat + (step * 7 % 11 - 5) * spread, lon + (step * 5 % 13 - 6) * spread * 1.3
        label = ("เซนต์ปีเตอร์สเบิร์ก", "ไอจิ", "Kuala Lumpur")[number % 3]
        cities.append(City(f"c{number}", lat, lon, label, f"/c{number}/"))
    return cities


@pytest.mark.parametrize("count", [0, 1, 2, 20, 35, 60, 80])
@pytest.mark.parametrize("home", ["กรุงเทพมหานคร", "Bangkok"])
def test_no_name_covers_another_or_a_city(count, home):
    drawing = world_map(made_up(count), home)
    assert len(drawing.pins) == count
    boxes = [pin.text.box for pin in drawing.pins if pin.text] + [drawing.home_text.box]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    for pin in drawing.pins:
        dot = Box(pin.x - 5, pin.y - 5, pin.x + 5, pin.y + 5)
        assert not [other for other in drawing.pins if other is not pin and other.text and other.text.box.meets(dot)]


@pytest.mark.parametrize("count", [20, 35])
def test_a_usual_number_of_cities_all_get_their_names(count):
    assert all(pin.text for pin in world_map(made_up(count), "Bangkok").pins)


def test_a_column_stops_above_the_cities_under_it():
    """Brisbane lies below the eastern column, Recife below the one on the Atlantic."""
    far = [City("bne", -27.5, 153.0, "Brisbane", "/"), City("rec", -8.0, -34.9, "Recife", "/")]
    drawing = world_map(made_up(76) + far, "Bangkok")
    rows = [pin.text.box for pin in drawing.pins if pin.leader]
    assert len(rows) > 20
    for pin in drawing.pins:
        assert not any(row.meets(Box(pin.x - 5, pin.y - 5, pin.x + 5, pin.y + 5)) for row in rows)


def test_every_name_lies_inside_the_drawing():
    drawing = world_map(made_up(80), "Bangkok")
    left, top, width, height = map(float, drawing.view_box.split())
    frame = Box(left, top, left + width, top + height)
    assert all(pin.text.box.lies_in(frame) for pin in drawing.pins if pin.text)


def test_a_city_outside_the_usual_view_widens_it():
    auckland = City("akl", -36.85, 174.76, "Auckland", "/")
    for view_box in (world_map([auckland], "Bangkok").view_box, world_map([auckland], "Bangkok").small_view_box):
        left, top, width, height = map(float, view_box.split())
        x, y = project(auckland.lat, auckland.lon)
        assert left < x < left + width
        assert top < y < top + height


def test_the_same_cities_get_the_same_map_in_any_order():
    cities = made_up(40)
    assert world_map(cities, "Bangkok") == world_map(cities[::-1], "Bangkok")


def test_the_pointer_s_target_covers_the_name():
    pin = world_map(made_up(1), "Bangkok").pins[0]
    assert pin.hit.width > text_width(pin.label, 18)
    assert pin.hit.height >= 24
    assert replace(pin, text=None).hit is None


def test_two_cities_at_one_place_are_both_drawn():
    drawing = world_map([("a", 35, 127, "A", "/a"), ("b", 35, 127, "B", "/b")], "Bangkok")
    assert [pin.text is not None for pin in drawing.pins] == [True, True]


def test_rows_are_ordered_without_needless_crossings():
    pins = [(0, 10), (5, 0), (10, 20), (2, 30)]
    rows = [(50, y) for y in (0, 10, 20, 30)]
    order = order_rows(pins, rows)
    lines = [(pins[i], rows[row]) for row, i in enumerate(order)]
    assert sorted(order) == [0, 1, 2, 3]
    assert not [pair for pair in combinations(lines, 2) if cross(*pair[0], *pair[1])]
    assert order_rows([], []) == []


def test_swapping_rows_takes_crossings_away():
    """A pin far to the left and low must go under one that is high and near the column."""
    pins = [(0, 50), (90, 49)]
    rows = [(100, 0), (100, 100)]
    order = order_rows(pins, rows)
    assert not cross(pins[order[0]], rows[0], pins[order[1]], rows[1])


def test_thai_marks_take_no_room():
    assert text_width("ปูซาน", 18) == text_width("ปซาน", 18)
    assert text_width("中", 18) > 0


@pytest.mark.parametrize(
    ("line", "crosses"),
    [(((0, 5), (20, 5)), True), (((0, 15), (20, 15)), False), (((12, 0), (12, 20)), False), (((0, 0), (20, 20)), True)],
)
def test_lines_through_a_box_are_seen(line, crosses):
    assert crosses_box(*line, Box(4, 4, 10, 10)) is crosses


PLACES = {
    "Washington, D.C.": (38.8951, -77.0364),
    "หลวงเวียงจันทน์": (17.9667, 102.6),
    "จอร์จทาวน์": (5.4112, 100.3354),
    "Brisbane": (-27.468, 153.028),
    "เซนต์ปีเตอร์สเบิร์ก": (59.9386, 30.3141),
}


@pytest.mark.parametrize(("label", "place"), PLACES.items())
def test_a_city_s_own_map_shows_both_cities_and_both_names(label, place):
    drawing = locator(*place, label, "กรุงเทพมหานคร")
    frame = Box(0, 0, drawing.width, drawing.height)
    for (x, y), text in ((drawing.city, drawing.city_text), (drawing.home, drawing.home_text)):
        assert Box(x - 12, y - 12, x + 12, y + 12).lies_in(frame)
        assert text.box.lies_in(frame)
    assert not drawing.city_text.box.meets(drawing.home_text.box)


@pytest.mark.parametrize("frame", [ALONE, IN_CORNER])
def test_both_frames_hold_both_cities(frame):
    for label, place in PLACES.items():
        drawing = locator(*place, label, "กรุงเทพฯ", frame=frame)
        for x, y in (drawing.city, drawing.home):
            assert Box(x - 12, y - 12, x + 12, y + 12).lies_in(Box(0, 0, frame.width, frame.height)), label


def test_a_map_without_a_tie_has_no_arc():
    assert locator(35.7, 139.7, "Tokyo", "Bangkok", has_arc=False).arc == ""
    assert locator(35.7, 139.7, "Tokyo", "Bangkok").arc


def test_bangkok_itself_has_a_map():
    assert locator(13.754, 100.5014, "Bangkok", "Bangkok").home == locator(13.754, 100.5014, "x", "y").city
