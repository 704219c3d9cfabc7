"""Two officers move one place: both coordinates are one thing."""

import pytest

from tests import world

from .test_merging import stored, two

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("side", "place"), [("mine", ["35.5", "138.5"]), ("theirs", ["36.5", "139.5"])])
def test_both_coordinates_are_one_choice(side, place):
    """A latitude of one officer and a longitude of the other would be a place that nobody meant."""
    malee, somchai = two(world.city(latitude="35.5", longitude="139.5"))
    malee.data["latitude"] = "36.5"
    malee.saved()
    somchai.data["longitude"] = "138.5"
    [choice] = somchai.asked().choices
    assert choice.legend == "ละติจูด, ลองจิจูด" and choice.before.startswith("35.5")
    assert "138.5" in choice.mine and "36.5" in choice.theirs and "139.5" in choice.theirs
    somchai.choose(choice, side)
    somchai.saved()
    assert [f"{float(degrees):g}" for degrees in stored(malee.record, "latitude", "longitude")] == place


def test_a_place_that_only_one_changed_is_no_choice():
    malee, somchai = two(world.city(latitude="35.5", longitude="139.5"))
    malee.data |= {"latitude": "36.5", "longitude": "138.5"}
    malee.saved()
    somchai.data["name_en"] = "New"
    somchai.saved()
    assert [f"{float(degrees):g}" for degrees in stored(malee.record, "latitude", "longitude")] == ["36.5", "138.5"]
