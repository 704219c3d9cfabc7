"""Photos in rows: every row is full, and every photo knows its neighbours."""

import pytest
from django.core.files.base import ContentFile

from relations.models import Photo
from relations.pages.files import gallery_of, place_in_rows
from tests import world
from tests.lib.media.pictures import drawn, encoded

WIDTH = {"whole": 6, "half": 3, "third": 2}


@pytest.mark.parametrize("number", range(1, 14))
def test_rows_are_always_full(number):
    """One, two, five, twelve: the widths add up to whole rows of six, and none is broken in the middle."""
    filled = 0
    for order in range(number):
        filled += WIDTH[place_in_rows(order, number)]
        assert filled <= 6
        filled %= 6
    assert filled == 0


@pytest.mark.django_db
def test_numbers_go_on_from_the_photo_shown_above():
    """The main photo of an article is number 1; the last photo has no next one; an upright one says so."""
    city = world.city("edo")
    for order, size in enumerate([(64, 48), (48, 64)]):
        image = ContentFile(encoded(drawn(*size)), "a.jpg")
        Photo.objects.create(subject=city, order=order, alt_th="ภาพ", image=image, licence="CC0")
    first, last = gallery_of(list(Photo.objects.of(city)), before=1)
    assert [getattr(first, key) for key in ("number", "of", "previous", "next", "is_tall")] == [2, 3, 1, 3, False]
    assert [getattr(last, key) for key in ("number", "of", "previous", "next", "is_tall")] == [3, 3, 2, None, True]
    assert first.licence == "CC0" and first.size
