"""The first page of a PDF as a picture."""

import io

import pytest
from PIL import Image

from iad_portal.lib.media.pdf_cover import TALLEST, WIDEST, child, drawn, first_page
from tests.lib.media.pictures import pdf


def test_the_first_page_is_drawn_in_a_process_of_its_own():
    picture = Image.open(io.BytesIO(first_page(io.BytesIO(pdf(2)))))
    assert picture.format == "JPEG" and (picture.width == WIDEST or picture.height == TALLEST)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 nothing", b"GIF89a", pdf(1)[:60]])
def test_what_cannot_be_drawn_gives_none(data):
    assert first_page(io.BytesIO(data)) is None


def test_a_page_of_any_size_stays_within_bounds():
    huge = pdf(1).replace(b"612", b"99999").replace(b"595", b"99999")
    picture = Image.open(io.BytesIO(drawn(huge)))
    assert picture.width <= WIDEST and picture.height <= TALLEST


def test_the_child_reads_its_input_and_writes_the_picture():
    target = io.BytesIO()
    child(io.BytesIO(pdf(1)), target)
    assert Image.open(io.BytesIO(target.getvalue())).format == "JPEG"
