"""A JPEG's scans are counted without decoding, and what only lacks its end is told from what lacks a part."""

import time
from io import BytesIO

import pytest
from PIL import Image

from iad_portal.lib.media import jpeg
from iad_portal.lib.media.uploads import prepare_image
from tests.lib.media.pictures import camera_jpeg, drawn, encoded, many_scans
from tests.lib.media.test_uploads import refusal


def noisy(**options):
    return encoded(Image.effect_noise((400, 320), 60).convert("RGB"), quality=90, **options)


@pytest.mark.parametrize(("data", "scans"), [(encoded(), 1), (noisy(progressive=True), 10), (camera_jpeg(), 1)])
def test_scans_are_counted_from_the_markers(data, scans):
    assert jpeg.look(data) == jpeg.Shape(scans, has_end=True)
    assert jpeg.look(data[:-2]) == jpeg.Shape(scans, has_end=False)


def test_a_thousand_scans_are_refused_at_once():
    data, began = many_scans(1000), time.monotonic()
    assert refusal(data) == "too_many_scans" and len(data) < 1_000_000
    assert time.monotonic() - began < 2


def test_fewer_scans_are_too_many_for_more_pixels(monkeypatch):
    assert prepare_image(BytesIO(many_scans(30, 300, 200))).size == (300, 200)
    monkeypatch.setattr("iad_portal.lib.media.uploads.SCANNED_PIXEL_LIMIT", 1_000_000)
    assert refusal(many_scans(30, 300, 200)) == "too_many_scans"


def test_marks_inside_camera_notes_are_no_scans():
    assert jpeg.look(encoded(comment=b"\xff\xda" * 500)).scans == 1


def test_a_file_of_nothing_but_segments_is_damaged():
    assert refusal(b"\xff\xd8" + b"\xff\xfe\0\2" * 6000 + encoded()[2:]) == "damaged"


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 0}])
@pytest.mark.parametrize("missing", [1, 2, 5])
def test_what_lacks_only_its_end_is_mended(options, missing):
    whole = noisy(**options)
    mended = prepare_image(BytesIO(whole[:-missing]))
    untouched = (0, 0, 400, 300)
    assert mended.crop(untouched).tobytes() == prepare_image(BytesIO(whole)).crop(untouched).tobytes()


@pytest.mark.parametrize("options", [{}, {"progressive": True}])
@pytest.mark.parametrize("share", [0.3, 0.5, 0.9])
def test_what_lacks_a_part_is_refused(options, share):
    data = noisy(**options)
    assert refusal(data[: int(len(data) * share)]) == "damaged"


def test_half_a_picture_is_refused_also_where_it_is_plain():
    data = encoded(drawn(1600, 1200))
    assert refusal(data[: len(data) // 2]) == "damaged"
