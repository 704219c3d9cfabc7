"""What search knows of a record: by which lexemes it is found, and what of it is held back."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy

from iad_portal.lib.search.searched import Content, Searched, in_both, link, shown, shown_rich
from relations.models import City


def lexemes(**facts) -> set[str]:
    """Of a record without a title, unless given."""
    return Content(key="1", **{"title": {}} | facts).lexemes


def marks(place: str, **facts) -> set[str]:
    """Those of one place, without it."""
    return {
        lexeme[1:] for lexeme in lexemes(**facts) if lexeme[0] == place and lexeme[1] in ":~@" and lexeme[:2] != "s:"
    }


def test_a_word_counts_where_it_stands_and_anywhere_below():
    """What stands in the title is found in the lead and the text too, and what was said once is not said again."""
    found = lexemes(title={"en": "Edo"}, also=["2567"], lead=[{"en": "Edo friend"}], text=[{"en": "Edo friend tea"}])
    assert found == {"n:edo", "s:edo"} | {
        *("t:edo", "l:edo", "b:edo", "t:2567", "l:2567", "b:2567"),
        *("l:friend", "b:friend", "b:tea"),
    }


def test_both_languages_and_all_names_are_words_of_the_title():
    """A name said twice is one name; the title comes first."""
    facts = {"title": {"th": "โตเกียว", "en": "Tokyo"}, "names": ["Tokei", "", "Tokyo"]}
    assert Content(key="1", **facts).all_names == ["โตเกียว", "Tokyo", "Tokei"]
    assert {":โตเกียว", ":tokyo", ":tokei"} <= marks("t", **facts)


@pytest.mark.parametrize(
    ("title", "name", "stems", "named"),
    [
        ("Washington, D.C.", "washingtondc", "washingtondc", "washingtondc"),
        ("Friendly Cities", "friendlycities", "friendciti", "friendlycities"),
        ("The Cities of Asia", "thecitiesofasia", "citiasia", "thecitiesofasia"),
        ("To Be", "tobe", "tobe", "tobe"),
        ("ผู้ว่าราชการของกรุงเทพมหานคร", "ผู้ว่าราชการของกรุงเทพมหานคร", "ผู้ว่าราชการกรุงเทพมหานคร", "ผุวะระชกะรของกรุงเทพมหะนคร"),
    ],
)
def test_a_name_is_found_whole(title, name, stems, named):
    """By its very words and by the stems that tell something; others are found through it only when it lends it."""
    assert {f"n:{name}", f"s:{stems}"} <= lexemes(title={"en": title})
    assert not any(lexeme.startswith("e:") for lexeme in lexemes(title={"en": title}))
    assert f"e:{named}" in lexemes(title={"en": title}, is_named=True)


def test_a_long_title_or_one_without_words_is_no_name():
    """The words of the long one count all the same."""
    found = lexemes(title={"en": "tea " * 31, "th": "ๆ ฯ"}, names=["a" * 120])
    assert {lexeme for lexeme in found if lexeme[:2] in ("n:", "s:")} == {"n:" + "a" * 60, "s:" + "a" * 60}
    assert "t:tea" in found


@pytest.mark.parametrize("letter", ["ﷺ", "㌖", "ก", "𠮷"])
def test_every_lexeme_fits_into_either_engine(letter):
    """PostgreSQL takes 2046 bytes of each; a few letters may stand for many."""
    for title in (letter * 120, f"{letter} " * 60):
        assert max(len(lexeme.encode()) for lexeme in lexemes(title={"th": title}, is_named=True)) <= 2046


def test_compounds_have_parts_and_english_words_stems():
    """A part that stands there as a word is that word, and no part."""
    assert marks("b", text=[{"th": "กรุงเทพมหานคร"}, {"en": "Cities"}]) == {
        *(":กรุงเทพมหานคร", "~กรุงเทพ", "~มหานคร", "~กรุง", "~เทพ", "~มหา", "~นคร", ":cities", ":citi")
    }
    assert {":มหานคร", "~กรุงเทพ"} <= (found := marks("b", text=[{"th": "กรุงเทพมหานคร มหานคร"}]))
    assert "~มหานคร" not in found


def test_links_have_their_places_and_countries_none():
    """A link in the title reaches down as words do."""
    found = lexemes(links={"t": ["city:12"], "b": ["city:3", "city:12"]}, countries=["JP", "TH", "JP"])
    assert found == {"t@city:12", "l@city:12", "b@city:12", "b@city:3", "c:jp", "c:th"}


def test_a_day_is_found_as_it_is_written_in_either_language():
    """In both eras, the month long and short; anywhere, but not in the title."""
    found = marks("b", day=date(2024, 2, 14))
    assert found >= {":14", ":2567", ":กุมภาพันธ์", ":กพ", ":2024", ":february", ":feb"}
    assert marks("t", day=date(2024, 2, 14)) == marks("l", day=date(2024, 2, 14)) == set() == marks("b", year=2024)


def test_lead_and_text_are_what_excerpts_are_made_of():
    """The texts of the language, apart."""
    content = Content(
        "1", {"en": "Edo"}, lead=[{"th": "นำ", "en": "Lead"}], text=[{"en": "One"}, {"th": ""}, {"en": "Two"}]
    )
    assert (content.said("en"), content.said("th")) == ("Lead\n\nOne\n\nTwo", "นำ")


@pytest.mark.parametrize(
    ("facts", "texts"),
    [
        ({"text_th": "ก", "text_en": "A"}, {"th": "ก", "en": "A"}),
        ({"text_th": "", "text_en": None}, {}),
        ({"text_th": "ก", "text_en": "A", "hold_en": True, "hold_th": False}, {"th": "ก"}),
        ({"text_th": "ก", "text_en": "A", "hold_en": True, "hold_th": True}, {}),
        ({"text_th": "ก", "text_en": "A", "owner": SimpleNamespace(hold_th=True, hold_en=False)}, {"en": "A"}),
    ],
)
def test_a_text_held_back_is_not_known_to_search(facts, texts):
    """Of the record or of what it is a part of; nor is an empty one."""
    record = SimpleNamespace(**facts)
    assert shown(record, "text") == shown_rich(record, "text") == texts


def test_rich_text_counts_without_its_markup():
    """No tag and no address of a link is a word."""
    record = SimpleNamespace(body_th="", body_en='<p>Tea &amp; <a href="/x/">rice</a></p><p>End</p>')
    assert shown_rich(record, "body")["en"].split() == ["Tea", "&", "rice", "End"]


def test_labels_are_known_in_both_languages():
    """A string that waits for its language, or a function that asks for it; the reader's own stays."""
    assert in_both(translation.get_language) == {"th": "th", "en": "en"}
    assert in_both(gettext_lazy("February")) == {"th": "กุมภาพันธ์", "en": "February"}
    assert translation.get_language() == "th"


def test_a_record_has_a_name_for_links():
    city = City(pk=12, slug="edo")
    assert link(city) == link("city", 12) == link("City", "12") == "city:12"


def test_a_kind_is_called_as_its_table():
    """Nothing leans on it unless it says so."""
    kind = Searched(City, read=lambda keys: [Content(str(key), {}) for key in keys])
    assert (kind.kind, kind.leaning([1], {"title"})) == ("city", [])
    assert [content.key for content in kind.read([1, 2])] == ["1", "2"]
