"""Coordinates as maps, papers and people give them."""

from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.intake.coordinate_parse import LATITUDE, LIMITS, LONGITUDE, parse_coordinate, parse_place
from iad_portal.lib.intake.number_parse import NumberError

SOUTH = {
    "-26.3263492837": ["-26.3263492837", "−26.3263492837", "26.3263492837 S", "26.3263492837° S", "-26.3263492837°",
                       "S 26.3263492837", "ละติจูด -26.3263492837", "lat: -26.3263492837", "26.3263492837 ใต้"],
    "-26.32": ["-26,32", "-26.32", "26,32 S", "-๒๖.๓๒", "- 26.32"],
    "-26.5": ["26°30'S", "26°30′ S", "26° 30' 0\" S", "26º30’S", "S 26° 30'", "26 30 S", "26 องศา 30 ลิปดา ใต้",
              "26°30.0'S",
              "26d 30m S", "-26 30 0", "26°30'00''S", "26°30'0\"South"],
    "-26.325": ["26°19'30\"S", "26° 19′ 30″ S", "26°19.5'S", "26 19 30 S", "26 19 30 ใต้", "26°19'30.0\" S"],
}  # fmt: skip


@pytest.mark.parametrize(("degrees", "typed"), [(place, typed) for place, every in SOUTH.items() for typed in every])
def test_a_latitude_is_read_as_it_is_written(degrees, typed):
    assert parse_coordinate(typed, LATITUDE) == Decimal(degrees)
    assert parse_place(typed) is None


@pytest.mark.parametrize(
    "typed", ["100.5018", "100°30'6.48\"E", "E 100.5018", "100.5018 ตะวันออก", "+100.5018", "๑๐๐.๕๐๑๘°"]
)
def test_a_longitude_too(typed):
    assert parse_coordinate(typed, LONGITUDE) == Decimal("100.5018")


@pytest.mark.parametrize(
    "typed", ["", "x", "26°60'S", "26°19'61\"S", "-26 S", "26.5°19'S", "N 26 S", "1e1", "26°19'30\"4", "NaN"]
)
def test_what_is_no_coordinate_is_refused_with_an_example(typed):
    with pytest.raises(NumberError, match="26°19"):
        parse_coordinate(typed, LATITUDE)


@pytest.mark.parametrize(("typed", "axis", "code"), [
    ("91", LATITUDE, "outside"), ("-180.1", LONGITUDE, "outside"), ("100.5", LATITUDE, "outside"),
    ("26 E", LATITUDE, "other_axis"), ("26 S", LONGITUDE, "other_axis"), ("x" * 200, LONGITUDE, "not_understood"),
])  # fmt: skip
def test_what_cannot_lie_there_is_refused_in_words(typed, axis, code):
    with override("th"), pytest.raises(NumberError) as refused:
        parse_coordinate(typed, axis)
    assert refused.value.code == code and any("ก" <= letter <= "๛" for letter in str(refused.value))


PAIRS = [
    "13.7563, 100.5018", "13.7563,100.5018", "13.7563 100.5018", "(13.7563, 100.5018)", "13.7563; 100.5018",
    "13,7563; 100,5018", "13,7563, 100,5018", "13.7563° N, 100.5018° E", "13.7563N 100.5018E", "13.7563 N 100.5018 E",
    "N13.7563 E100.5018", "๑๓.๗๕๖๓, ๑๐๐.๕๐๑๘", "100.5018, 13.7563", "100.5018 E, 13.7563 N", "พิกัด 13.7563, 100.5018",
    "lat 13.7563, lon 100.5018", "ละติจูด 13.7563 ลองจิจูด 100.5018", "13°45'22.68\"N 100°30'6.48\"E",
    "13°45'22.68\" N, 100°30'6.48\" E", "13.7563 / 100.5018",
    "https://www.google.com/maps/@13.7563,100.5018,15z",
    "https://www.google.com/maps/place/Bangkok/@13.7,100.4,11z/data=!4m6!3m5!1s0x311d!8m2!3d13.7563!4d100.5018!16zL20",
    "https://www.google.com/maps?q=13.7563,100.5018", "https://maps.google.com/?ll=13.7563,100.5018&z=12",
    "https://www.google.com/maps/search/?api=1&query=13.7563%2C100.5018",
    "https://www.google.com/maps/place/13.7563,100.5018", "https://www.google.com/maps/search/13.7563,+100.5018",
    "https://www.google.co.th/maps/dir//13.7563,100.5018", "geo:13.7563,100.5018",
    "https://www.openstreetmap.org/#map=12/13.7563/100.5018",
    "https://www.openstreetmap.org/?mlat=13.7563&mlon=100.5018#map=12/1/2",
    "https://maps.apple.com/?ll=13.7563,100.5018", "maps.google.com/?q=loc:13.7563+100.5018",
]  # fmt: skip


@pytest.mark.parametrize("typed", PAIRS)
def test_a_pair_or_the_link_of_a_map_is_a_place(typed):
    assert parse_place(typed) == (Decimal("13.7563"), Decimal("100.5018"))


@pytest.mark.parametrize(
    "typed", ["https://maps.app.goo.gl/abc", "https://www.google.com/maps", "https://x.org/@95.5,200.5,3z"]
)
def test_a_link_without_a_place_says_what_to_do(typed):
    with pytest.raises(NumberError) as refused:
        parse_place(typed)
    assert refused.value.code == "no_place"


@pytest.mark.parametrize(
    "typed", ["", "13.7563", "-26,32", "95, 190", "13 N, 14 N", "100 E, 101 E", "1, 2, 3", "a, b", "x" * 500]
)
def test_what_is_no_pair_is_none(typed):
    assert parse_place(typed) is None


@given(st.decimals(-90, 90, places=5), st.decimals(-180, 180, places=5))
def test_any_place_survives_being_pasted(lat, lon):
    assert parse_place(f"{lat}, {lon}") == (lat, lon)
    assert parse_coordinate(str(lat), LATITUDE) == lat and parse_coordinate(f"{lon}°", LONGITUDE) == lon


@given(st.text("0123456789.,;:°'\"NSEW -+@!/?=&dhtps๐กN", max_size=60), st.sampled_from(list(LIMITS)))
def test_anything_is_read_or_refused_and_never_breaks(typed, axis):
    for read in (parse_place, lambda text: parse_coordinate(text, axis)):
        try:
            read(typed)
        except NumberError as error:
            assert str(error)
