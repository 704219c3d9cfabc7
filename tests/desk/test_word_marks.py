"""Two texts beside each other: whole words are set off, in Thai too, and no letter is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.desk.word_marks import MOST_WORDS, compared


def words_of(old: str, new: str) -> list[list[str]]:
    """What is set off on each side."""
    return [[piece.text for piece in side if piece.differs] for side in compared(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("เยาวชนกรุงเทพฯ 30 คน", "เยาวชนกรุงเทพมหานคร 30 คน", [["กรุงเทพฯ"], ["กรุงเทพมหานคร"]]),
        ("ไปกรุงโซล", "เดินทางไปกรุงโซล", [[], ["เดินทาง"]]),
        ("Signed in 1962.", "Signed in 1963.", [["1962"], ["1963"]]),
        ("one\ntwo", "one\nthree", [["two"], ["three"]]),
        ("", "ใหม่", [[], ["ใหม่"]]),
        ("same", "same", [[], []]),
    ],
)
def test_whole_words_are_set_off(old, new, marked):
    assert words_of(old, new) == marked


@given(st.text("กิ่งา ab.\n", max_size=30), st.text("กิ่งา ab.\n", max_size=30))
def test_the_pieces_are_the_texts(old, new):
    assert tuple("".join(piece.text for piece in side) for side in compared(old, new)) == (old, new)


def test_a_paragraph_too_long_for_words_is_set_off_whole():
    long = "a b " * MOST_WORDS
    assert words_of(long, f"{long}c") == [[long], [f"{long}c"]]
