"""Which text a reader gets, and in which language it really is. No database."""

import pytest
from django.utils import translation

from iad_portal.lib.text.bilingual import Text, is_held, name_for_staff, other_language, reader_language, text_of


class Record:
    """Something with a title in two columns and holds."""

    def __init__(self, th="ไทย", en="English", hold_th=False, hold_en=False):
        self.title_th, self.title_en, self.hold_th, self.hold_en = th, en, hold_th, hold_en


class PartOf:
    """A row that follows its owner."""

    def __init__(self, owner, th="ไทย", en="English"):
        self.owner, self.title_th, self.title_en = owner, th, en


CASES = [
    (Record(), "th", ("ไทย", "th")),
    (Record(), "en", ("English", "en")),
    (Record(en=""), "en", ("ไทย", "th")),
    (Record(en=None), "en", ("ไทย", "th")),
    (Record(th=""), "th", ("English", "en")),
    (Record(hold_en=True), "en", ("ไทย", "th")),
    (Record(hold_en=True), "th", ("ไทย", "th")),
    (Record(hold_th=True, hold_en=True), "th", ("", "th")),
    (Record(th="", hold_en=True), "th", ("", "th")),
    (PartOf(Record(hold_en=True)), "en", ("ไทย", "th")),
    (PartOf(None), "en", ("English", "en")),
]


@pytest.mark.parametrize(("record", "wanted", "given"), CASES)
def test_text_and_its_language(record, wanted, given):
    """The wanted language, else the other; never a text held back, also not through the record a row belongs to."""
    text = text_of(record, "title", wanted)
    assert (text.value, text.language) == given
    assert text.is_fallback == (bool(given[0]) and given[1] != wanted)


def test_the_active_language_is_asked_by_default():
    """A page need not say which language it is in."""
    with translation.override("en"):
        assert str(text_of(Record(), "title")) == "English"


@pytest.mark.parametrize(("code", "reader"), [("th", "th"), ("en-gb", "en"), ("fr", "th"), ("", "th")])
def test_reader_language_is_one_of_two(code, reader):
    """Any other language reads Thai."""
    with translation.override(None):
        assert reader_language(code) == reader


def test_empty_text_is_false_and_never_a_fallback():
    """Templates may ask `{% if text %}`."""
    assert not Text("", "th", "en")
    assert not Text("", "th", "en").is_fallback
    assert other_language("th") == "en" and other_language("en") == "th"


def test_staff_see_the_thai_name_whatever_is_held():
    """Lists in the admin ignore holds."""
    assert name_for_staff(Record(hold_th=True), "title") == "ไทย"
    assert name_for_staff(Record(th=None), "title") == "English"
    assert not is_held(Record(), "th")
