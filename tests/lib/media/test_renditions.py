"""Renditions: every width and format once, never wider than the photo, under names that hold still."""

import pytest
from django.core.files.storage import InMemoryStorage
from PIL import Image

from iad_portal.lib.media.renditions import make_renditions, rendition_widths
from tests.lib.media.pictures import drawn


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (100, [100]),
        (320, [320]),
        (500, [320, 500]),
        (1280, [320, 640, 1280]),
        (1919, [320, 640, 1280, 1919]),
        (1920, [320, 640, 1280, 1920]),
        (3840, [320, 640, 1280, 1920]),
    ],
)
def test_widths_never_exceed_the_photo_s(width, widths):
    assert rendition_widths(width) == widths


def test_each_width_is_written_in_three_formats():
    storage = InMemoryStorage()
    made = make_renditions(drawn(700, 350), storage, "photos/k/photo-abc")
    assert [(r["width"], r["height"]) for r in made[::3]] == [(700, 350), (640, 320), (320, 160)]
    assert [r["format"] for r in made[:3]] == ["avif", "webp", "jpeg"]
    assert made[-1]["name"] == "photos/k/photo-abc-320.jpg"
    for rendition in made:
        with storage.open(rendition["name"]) as file:
            image = Image.open(file)
            assert image.size == (rendition["width"], rendition["height"])
            assert image.format.lower() == rendition["format"]
            assert not image.getexif() and "icc_profile" not in image.info
        assert storage.size(rendition["name"]) == rendition["bytes"]


def test_a_transparent_picture_falls_back_to_png_and_stays_transparent():
    storage = InMemoryStorage()
    made = make_renditions(Image.new("RGBA", (320, 10), (0, 0, 0, 0)), storage, "photos/k/logo")
    assert [r["format"] for r in made] == ["avif", "webp", "png"]
    for rendition in made:
        assert Image.open(storage.open(rendition["name"])).convert("RGBA").getpixel((1, 1))[3] == 0


def test_a_very_long_strip_keeps_at_least_one_pixel_of_height():
    assert make_renditions(drawn(1000, 1), InMemoryStorage(), "photos/k/strip")[-1]["height"] == 1


def test_the_same_photo_gives_the_same_bytes_and_names():
    one, two = (make_renditions(drawn(), InMemoryStorage(), "photos/k/a") for _ in range(2))
    assert one == two
