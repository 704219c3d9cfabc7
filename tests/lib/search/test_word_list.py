"""The list of Thai words gives what the library's own tree gives, in less room."""

import random

import pytest
from pythainlp.corpus import thai_words
from pythainlp.tokenize import newmm
from pythainlp.util import Trie

from iad_portal.lib.search.word_list import WordList

TEXT = "กรุงเทพมหานครและคณะผู้แทนนครโยโกฮามาลงนามบันทึกความเข้าใจว่าด้วยความร่วมมือเมืองพี่เมืองน้อง"


@pytest.mark.parametrize("words", [["ก", "กา", "การ", "การงาน"], ["กา", "กาแฟ"], ["ก"], []])
@pytest.mark.parametrize("text", ["การงานก", "กาแ", "กา", "ก", "", "ขา"])
def test_words_are_found_at_every_place_as_in_the_tree(words, text):
    """Also at the end, where only a part of a longer word is left."""
    ours, theirs = WordList(words), Trie(words)
    for start in range(len(text) + 1):
        assert ours.prefixes(text, start) == theirs.prefixes(text, start), (text, start)


def test_it_knows_its_words_and_how_many_they_are():
    words = WordList(["ก", " กา ", "กา", ""])
    assert ("กา" in words, "ข" in words, "" in words, len(words)) == (True, False, False, 2)


def test_texts_are_cut_as_with_the_tree():
    """With a good part of the real dictionary, and words that follow each other by chance."""
    chance = random.Random(1)
    some = [word for word in sorted(thai_words()) if word in TEXT or chance.random() < 0.05]
    texts = [TEXT, *("".join(chance.sample(some, 12)) for _ in range(100))]
    ours, theirs = WordList(some), Trie(some)
    assert [newmm.segment(text, ours) for text in texts] == [newmm.segment(text, theirs) for text in texts]
