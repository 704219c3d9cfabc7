"""Cards for shared links, and the words drawn on them."""

import io

import pytest
from PIL import Image, ImageDraw

from iad_portal.lib.drawings.drawn_words import Type, shapes_by_itself
from iad_portal.lib.drawings.share_cards import HEIGHT, WIDTH, Card, drawn

BOTH = [False, *([True] if shapes_by_itself() else [])]


def ink(text: str, shapes: bool) -> tuple[int, int, int, int]:
    """Where there is ink when `text` is drawn."""
    picture = Image.new("L", (900, 300))
    Type(80, "700", shapes=shapes).draw(ImageDraw.Draw(picture), (20, 180), text, "white")
    return picture.getbbox()


@pytest.mark.parametrize("shapes", BOTH)
@pytest.mark.parametrize(("without", "marked"), [("ที", "ที่"), ("นำ", "น้ำ"), ("ฟืน", "ฟื้น"), ("กัน", "กั้น")])
def test_a_tone_mark_stands_over_the_vowel_and_not_in_it(shapes, without, marked):
    assert ink(marked, shapes)[1] <= ink(without, shapes)[1] - 8
    assert abs(ink(marked, shapes)[2] - ink(without, shapes)[2]) <= 12, "and the word is no wider"


def test_thai_lines_end_between_words_and_fit():
    type_ = Type(60, "700")
    lines = type_.lines("ผู้ว่าราชการกรุงเทพมหานครต้อนรับเอกอัครราชทูตญี่ปุ่น", 520)
    assert len(lines) > 2 and all(type_.width(line) <= 520 for line in lines)
    assert "".join(lines) == "ผู้ว่าราชการกรุงเทพมหานครต้อนรับเอกอัครราชทูตญี่ปุ่น"
    assert not any(line[0] in "ะัาำิีึืุู็่้๊๋์ๆ" for line in lines)


def test_latin_lines_end_at_spaces():
    assert Type(60, "700").lines("Bangkok and Fukuoka", 400) == ["Bangkok and", "Fukuoka"]


@pytest.mark.parametrize("place", [None, (38.9, -77.0), (13.75, 100.5), (-41.3, 174.8)])
def test_a_card_is_drawn_whatever_its_name_and_wherever_the_city_lies(place):
    for name in ("A", "ก" * 300, "word " * 80, ""):
        picture = Image.open(io.BytesIO(drawn(Card("Kind", name, "1 May 2019", "Office", place))))
        assert picture.size == (WIDTH, HEIGHT)


def test_a_long_name_ends_above_the_name_of_the_office():
    """Between the day and the line over the office's name there is panel alone."""
    picture = Image.open(io.BytesIO(drawn(Card("Kind", "word " * 80, "", "Office")))).convert("L")
    strip = picture.crop((72, 470, 1128, 505))
    assert strip.getextrema()[1] < 80
