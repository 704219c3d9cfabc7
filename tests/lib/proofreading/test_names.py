"""Names that are written otherwise than in the registers."""

from iad_portal.lib.proofreading.names import Lexicon, Name

LEXICON = Lexicon([Name("กรุงบูดาเปสต์"), Name("Budapest")])


def test_a_text_shorter_than_any_name_is_not_read():
    assert LEXICON.misspelt_in("ก") == []


def test_a_name_with_one_wrong_letter_is_met():
    assert [one.right for one in LEXICON.misspelt_in("เดินทางไปกรุงปูดาเปสต์")] == [("กรุงบูดาเปสต์",)]
    assert LEXICON.misspelt_in("เดินทางไปกรุงบูดาเปสต์") == []
