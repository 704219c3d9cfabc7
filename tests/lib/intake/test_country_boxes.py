"""Boxes around countries notice a pin in another part of the world."""

from decimal import Decimal as D

import pytest

from iad_portal.lib.intake.country_boxes import lies_near, probably_meant


@pytest.mark.parametrize(
    ("iso", "lat", "lon"),
    [("TH", "13.75", "100.5"), ("ZA", "-26.2", "28.04"), ("US", "21.3", "-157.8"), ("US", "38.9", "-77"),
     ("FJ", "-18.1", "178.4"), ("RU", "64.7", "177.5"), ("NZ", "-36.8", "174.7"), ("SG", "1.35", "103.8"),
     ("VA", "41.9", "12.45"), ("TH-10", "13.75", "100.5"), ("??", "0", "0")],
)  # fmt: skip
def test_a_place_in_its_country_is_near(iso, lat, lon):
    assert lies_near(iso, D(lat), D(lon))


@pytest.mark.parametrize(
    ("iso", "wrong", "right"),
    [("ZA", ("26.2", "28.04"), ("-26.2", "28.04")), ("US", ("38.9", "77"), ("38.9", "-77")),
     ("AR", ("34.6", "58.4"), ("-34.6", "-58.4")), ("TH", ("100.5", "13.75"), ("13.75", "100.5"))],
)  # fmt: skip
def test_the_slip_that_led_away_is_found(iso, wrong, right):
    wrong, right = tuple(map(D, wrong)), tuple(map(D, right))
    assert not lies_near(iso, *wrong) and probably_meant(iso, *wrong) == right


def test_no_slip_leads_to_another_continent():
    assert probably_meant("TH", D("48.8"), D("2.3")) is None
