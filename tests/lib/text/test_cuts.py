"""Long texts are cut between words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.search.words import words
from iad_portal.lib.text.cuts import cut_to

LEAD = "กรุงเทพมหานครต้อนรับคณะผู้แทนนครปักกิ่งและหารือเรื่องการจัดการขยะมูลฝอยการขนส่งมวลชนและการแลกเปลี่ยนเยาวชน" * 2


def test_thai_without_a_space_is_cut_between_words():
    """Neither inside a syllable nor down to one word."""
    short = cut_to(LEAD, 150).removesuffix("…")
    assert LEAD.startswith(short) and 130 <= len(short) <= 150
    assert len(short) in [word.end for word in words(LEAD)]


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("Bangkok and Beijing", 40, "Bangkok and Beijing"),
        ("Bangkok and Beijing meet", 21, "Bangkok and Beijing…"),
        ("Bangkok, and then much more", 9, "Bangkok…"),
        ("first line\nsecond", 12, "first line…"),
        ("On 31 March 2023. They met", 18, "On 31 March 2023…"),
        ("In Washington, D.C. They met", 20, "In Washington, D.C.…"),
        ("", 5, ""),
    ],
)
def test_a_space_near_the_end_is_the_place(text, length, short):
    assert cut_to(text, length) == short


def test_a_word_longer_than_the_room_loses_no_mark():
    """A letter keeps its vowels and tone marks."""
    assert cut_to("กุ้" * 20, 10).removesuffix("…") == "กุ้" * 3
    assert cut_to("W" * 50, 10) == "W" * 10 + "…"


@given(st.text(alphabet="กขคงจ่้าิีเแโ ab", max_size=60), st.integers(1, 40))
def test_what_is_left_is_the_beginning_and_fits(text, length):
    short = cut_to(text, length)
    assert short == text or (len(short) <= length + 1 and text.startswith(short[:-1]))
