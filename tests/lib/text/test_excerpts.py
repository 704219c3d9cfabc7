"""Excerpts: the stretch of a text where the hits are, cut between words, and nothing of it lost or made up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.text.excerpts import LENGTH, Hits, excerpt, pieces


def hits(*forms: str, stems: str = "") -> Hits:
    """As a query gives them: what was typed, and the stems."""
    return Hits(frozenset(stems.split()), forms)


def marked(text: str, wanted: Hits) -> str:
    """The whole text with its hits in brackets."""
    return "".join(f"[{piece}]" if is_hit else piece for piece, is_hit in pieces(text, wanted))


MARKED = [
    # By its stem, whatever the form, and whatever the case and accents
    ("Sister Cities, a city, citing", hits(stems="citi"), "Sister [Cities], a [city], citing"),
    ("in SÃO PAULO and Sao Paulo", hits(stems="sao paulo"), "in [SÃO PAULO] and [Sao Paulo]"),
    ("ปี ๒๕๖๗ และ 2567", hits(stems="2567"), "ปี [๒๕๖๗] และ [2567]"),
    ("Washington, D.C. วันที่ ๑ ก.พ. ๒๕๖๗", hits(stems="dc กพ"), "Washington, [D.C.] วันที่ ๑ [ก.พ.] ๒๕๖๗"),
    # By its beginning; not by its end
    ("Bangkok or bang, a bigbang", hits("bang"), "[Bangkok] or [bang], a bigbang"),
    ("กรุงเทพมหานคร", hits("กรุง"), "[กรุงเทพมหานคร]"),
    # By a part of a compound; a half of the one that was asked for says nothing by itself
    ("มุ่งสู่มหานครและกรุงเทพมหานคร", hits("นคร"), "มุ่งสู่[มหานคร]และ[กรุงเทพมหานคร]"),
    ("มหานครที่ยั่งยืน", hits("กรุงเทพมหานคร"), "มหานครที่ยั่งยืน"),
    # Neighbours are one, over no more than a space or a point
    ("sister city, city-sister cities", hits(stems="sister citi"), "[sister city, city-sister cities]"),
    ("ความร่วมมือระหว่างเมือง", hits("ระหว่าง", "เมือง"), "ความร่วมมือ[ระหว่างเมือง]"),
    ("city   city\ncity (city)", hits(stems="citi"), "[city]   [city]\n[city] ([city])"),
    ("city", hits(stems="citi"), "[city]"),
    # Nothing is hit, or there is nothing
    ("Nothing here", hits("edo"), "Nothing here"),
    ("Nothing here", hits(), "Nothing here"),
    ("", hits("edo"), ""),
]


@pytest.mark.parametrize(("text", "wanted", "with_brackets"), MARKED)
def test_hits_are_apart_from_the_rest(text, wanted, with_brackets):
    """No piece is empty, and no two pieces that touch are alike."""
    assert marked(text, wanted) == with_brackets
    cut = pieces(text, wanted)
    assert all(piece for piece, _is_hit in cut) and all(one[1] != other[1] for one, other in pairwise(cut))


soup = st.lists(
    st.sampled_from(["เมือง", "กรุงเทพ", "มหานคร", "city", "Cities", " ", "\n", "ๆ", ".", "é", "๒", "่", "😀"])
)


@given(soup.map("".join), st.integers(0, 300))
def test_pieces_joined_are_the_text_again(text, blanks):
    """An excerpt's are a stretch of it, no longer than asked for; it says whether there is more."""
    text = "." * blanks + text * 3
    wanted = hits("เมือง", "นคร", stems="citi")
    assert "".join(piece for piece, _is_hit in pieces(text, wanted)) == text
    found, is_cut_before, is_cut_behind = excerpt(text, wanted)
    stretch = "".join(piece for piece, _is_hit in found)
    assert stretch in text and len(stretch) <= LENGTH
    assert is_cut_before or text.lstrip().startswith(stretch.lstrip())
    assert is_cut_behind or text.rstrip().endswith(stretch.rstrip())


def test_a_short_text_is_given_whole():
    """Wherever its hit stands; and an empty one is empty."""
    text = "“The two cities agreed on ten projects.” " + "เมืองคู่มิตร " * 5
    found = excerpt(text, hits("คู่", stems="citi"))
    assert ("".join(piece for piece, _is_hit in found[0]), *found[1:]) == (text, False, False)
    assert excerpt("", hits("edo")) == ([], False, False)


FILLINGS = [("word", " word"), ("ความร่วมมือ", "ความร่วมมือ"), ("ประชุม", "ประชุม"), ("กรุงเทพมหานคร", "กรุงเทพมหานครๆ")]


@pytest.mark.parametrize(("word", "filling"), FILLINGS)
def test_an_excerpt_is_about_its_hit_and_cut_between_words(word, filling):
    """A little of what is before it, more of what is behind; at its ends are whole words of the text."""
    found, is_cut_before, is_cut_behind = excerpt(filling * 60 + " Bangkok " + filling * 60, hits("bangkok"))
    (before, _no), hit, (behind, _not) = found
    assert hit == ("Bangkok", True) and is_cut_before and is_cut_behind
    assert 45 <= len(before) <= 60 and 135 <= len(behind) <= 153
    assert before.startswith(word) and behind.endswith(word)


@pytest.mark.parametrize("wanted", [hits("edo"), hits()])
def test_a_text_without_a_hit_starts_at_its_beginning(wanted):
    """Also when nothing is asked for; it is cut behind a word."""
    text = "  First words. " + "more " * 100
    found, is_cut_before, is_cut_behind = excerpt(text, wanted)
    assert (len(found), is_cut_before, is_cut_behind) == (1, False, True)
    assert found[0][0].startswith("  First words. more") and found[0][0].endswith(" more") and not found[0][1]


def test_the_stretch_with_the_most_different_hits_wins():
    """Not the first, nor the one with the same hit many times; among equals the first."""
    text = "Edo. " + "a " * 300 + "edo edo edo. " + "b " * 300 + "Edo and Bangkok. " + "c " * 300 + "Bangkok, Edo."
    for wanted in (hits("edo", "bangkok"), hits("edo", "bangkok", "rome")):
        found, *_cut = excerpt(text + " d" * 300 + " Rome.", wanted)
        assert [piece for piece, is_hit in found if is_hit] == ["Edo", "Bangkok"]


def test_an_excerpt_does_not_reach_into_the_line_before():
    """Unless little of the text is left."""
    text = "Heading of before\nA line about Edo, " + "and so on " * 60
    assert excerpt(text, hits("edo"))[0][0] == ("A line about ", False)
    text = "a " * 200 + "of before\nEdo"
    found, is_cut_before, is_cut_behind = excerpt(text, hits("edo"))
    assert found[0][0].endswith("a of before\n") and found[1:] == [("Edo", True)]
    assert (is_cut_before, is_cut_behind) == (True, False)


@pytest.mark.parametrize(
    ("text", "wanted", "hit"),
    [
        ("All our Cities", hits(stems="citi"), "Cities"),
        ("รวมกรุงเทพมหานคร", hits("นคร"), "กรุงเทพมหานคร"),
        ("to São Paulo", hits("sao", stems="sao"), "São"),
        ("เมื่อ ๒๕๖๗", hits("2567", stems="2567"), "๒๕๖๗"),
        ("(city+)", Hits(frozenset(["", "citi"]), ("+",)), "city"),
    ],
)
def test_whatever_is_a_hit_is_found_deep_in_the_text(text, wanted, hit):
    """In the form in which it is written there."""
    filling = "so on " * 100
    found, *_cut = excerpt(f"{filling}{text} {filling}", wanted)
    assert [piece for piece, is_hit in found if is_hit] == [hit]


def test_a_word_longer_than_the_excerpt_is_cut():
    """Something is shown all the same."""
    text = "x" * 1000 + "city" + "x" * 170 + " the end" + " more" * 80
    found, is_cut_before, is_cut_behind = excerpt(text, hits("city"))
    assert len("".join(piece for piece, _is_hit in found)) > 100 and is_cut_before and is_cut_behind
    assert excerpt("x" * 1000, hits("city"))[0] == [("x" * LENGTH, False)]
