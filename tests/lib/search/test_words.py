"""Words: what is stored and what is typed are cut and folded alike, in every script, and junk breaks nothing."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.search import words as module
from iad_portal.lib.search.stopwords import STOPWORDS, telling
from iad_portal.lib.search.words import (
    LONGEST_WORD,
    halves_of,
    key_of,
    parts_of,
    plain_forms,
    readable,
    words,
    years_like,
)
from iad_portal.lib.text.hygiene import repair

# Written, and its words with a space between.
CUT = [
    # Thai, cut by its dictionary; a compound stays whole
    ("ผู้ว่าราชการกรุงเทพมหานคร", "ผู้ว่าราชการ กรุงเทพมหานคร"),
    ("ความร่วมมือระหว่างเมือง", "ความร่วมมือ ระหว่าง เมือง"),
    # The signs of repetition and abbreviation part words and are none
    ("ต่าง ๆ เร็วๆ นี้ กรุงเทพฯ", "ต่าง เร็ว นี้ กรุงเทพ"),
    # Digits are digits, a comma between thousands is none
    ("ปี ๒๕๖๗ १२ ２０", "ปี 2567 12 20"),
    ("1,234,567 ๑,๒๓๔ 12,345.67", "1234567 1234 12345 67"),
    ("1,23 12,3456 1234,567 1,,000", "1 23 12 3456 1234 567 1 000"),
    ("2024-05-01 02-123-4567 10:30", "2024 05 01 02 123 4567 10 30"),
    # Dots inside an abbreviation do not count, with a blank behind it or a number, or the last dot left out
    ("ก.พ. ส.ก. พ.ศ.๒๕๖๗ ก.พ.ร", "กพ สก พศ 2567 กพร"),
    ("Washington, D.C. U.S.A. J.R.R. Tolkien e.g.", "washington dc usa jrr tolkien eg"),
    ("The end. A new one", "the end a new one"),
    # Apostrophes do not count inside a word, and are no word's end
    ("O'Brien don’t 'quoted' cities'", "obrien dont quoted cities"),
    # Case, accents and ligatures
    ("São Paulo ŁÓDŹ Øresund Straße İSTANBUL Hà Nội Þór", "sao paulo lodz oresund strasse istanbul ha noi thor"),
    ("Cafe\u0301 Café ﬁne Æbleø", "cafe cafe fine aebleo"),
    ("ＡＢＣ１２３ Ｂａｎｇｋｏｋ", "abc123 bangkok"),
    ("Йошкар-Ола Санкт-Петербург Ἀθῆναι", "иошкар ола санкт петербург αθηναι"),
    # Scripts without spaces stay whole; Hangul is not taken apart; Japanese marks are letters' own
    ("東京都 北京市、서울특별시 ガザ", "東京都 北京市 서울특별시 ガザ"),
    # Scripts side by side
    ("กรุงเทพ2567 BKKไทย C40 covid-19 snake_case", "กรุงเทพ 2567 bkk ไทย c40 covid 19 snake case"),
    # Marks of old fonts, sara am in pieces, what cannot be seen
    ("ป\uf701ญญา ด\uf70bาน", "ปิญญา ด้าน"),
    ("ส\u0e4d\u0e32หรับ น\u0e4d\u0e49\u0e32", "สำหรับ น้ำ"),
    ("กรุง\u200bเทพ Bang\xadkok", "กรุงเทพ bangkok"),
]
JUNK = ["", " \n\t", "😀👩\u200d👩🏽", "\x00", "\ud800", "ๆฯ", "--__..,,''", "\u0301" * 100, "\ufdd0\uffff\U0010ffff"]
LONG = ["a", "ก", "เ", "\u0e48", "1", "1,", "ก.", "a.", "a'", "ß", "ﷺ", "東", "สวัสดี"]


def cut(text: str) -> list[str]:
    """The forms of the words."""
    return [word.form for word in words(readable(text))]


@pytest.mark.parametrize(("written", "found"), CUT)
def test_a_text_is_cut_into_its_words(written, found):
    """And the words themselves are cut no further: what a person types again is found."""
    assert cut(written) == found.split()
    assert cut(found) == found.split()


@pytest.mark.parametrize(("written", "found"), [("น.ส.สมหญิง", "นส"), ("ก.พ.นี้", "กพ นี้"), ("พ.ศ.ที่", "พศ ที่")])
def test_an_abbreviation_ends_before_the_word_that_touches_it(written, found):
    """It takes no letter of that word."""
    assert cut(written)[: len(found.split())] == found.split()


@pytest.mark.parametrize("text", JUNK)
def test_junk_has_no_words(text):
    """It raises nothing either, nor as a key."""
    assert cut(text) == [] and key_of(text) == ""


@pytest.mark.parametrize("letter", LONG)
def test_a_word_has_its_length(letter):
    """However much is written without a blank; the place in the text is the whole of it."""
    text = readable(letter * 1700)
    found = list(words(text))
    assert found and all(0 < len(word.form) <= LONGEST_WORD and len(word.stem) <= LONGEST_WORD for word in found)
    assert found[-1].end >= len(text.rstrip(",.'")) and found[0].start == 0


def test_words_know_where_they_stand():
    """The text from start to end is the word as written."""
    text = readable("ส\u0e4d\u0e32หรับ D.C. ก.พ. ๒,๕๖๗ ไทย-Łódź ต่าง ๆ")
    written = [text[word.start : word.end] for word in words(text)]
    assert written == ["สำหรับ", "D.C.", "ก.พ.", "๒,๕๖๗", "ไทย", "Łódź", "ต่าง"]


anything = st.text(st.characters(exclude_categories=()), max_size=60)
thai_soup = st.text("กทพสนรเแาำิี่้์ๆฯ๒aZé1.,'’ -\u0e4d\uf70a\u200b\n", max_size=40)


@given(st.one_of(anything, thai_soup))
def test_any_text_has_words_in_their_order_and_loses_no_letter(text):
    """Between words stands no letter and no digit; what is compared has neither blank, capital nor ASCII mark."""
    text = readable(text)
    end, between = 0, []
    for word in words(text):
        assert end <= word.start < word.end
        assert word.form and word.stem and word.form == word.form.lower() and not any(map(str.isspace, word.form))
        assert all(letter.isalnum() for letter in word.form + word.stem if letter.isascii())
        between.append(text[end : word.start])
        end = word.end
    assert not any(letter.isalnum() and letter not in "ๆฯ" for letter in "".join(between) + text[end:])


@pytest.mark.parametrize(
    ("one", "other", "stem"),
    [
        ("cities", "city", "citi"),
        ("running", "runs", "run"),
        ("Cooperation", "cooperate", "cooper"),
        ("bus", "bus", "bus"),
        ("covid19", "COVID19", "covid19"),
        ("กรุงเทพ", "กรุงเทพ", "กรุงเทพ"),
        ("Москва", "москва", "москва"),
    ],
)
def test_forms_of_an_english_word_share_a_stem(one, other, stem):
    """Short words, numbers and other scripts are their own."""
    assert {word.stem for word in words(f"{one} {other}")} == {stem} == {module.stem_of(cut(other)[0])}


def test_texts_have_a_vocabulary():
    """Each of their words once, with its stem: the same words as when they are read in order."""
    texts = ["Cities, city; the city", "กรุงเทพฯ ๒๕๖๗ ＣＩＴＩＥＳ D.C."]
    known = module.vocabulary(map(plain_forms, texts))
    assert known == {word.form: word.stem for word in words(readable(" ".join(texts)))}
    assert known == {"cities": "citi", "city": "citi"} | {word: word for word in ("the", "dc", "กรุงเทพ", "2567")}


@given(st.one_of(anything, thai_soup))
def test_what_was_mended_before_needs_its_plain_forms_alone(text):
    """Stored texts are cut as what a person types."""
    assert plain_forms(repair(text)) == readable(text) and plain_forms(readable(text)) == readable(text)


def test_a_thai_compound_has_halves_and_parts():
    """Halves are each way to cut it in two; parts go all the way down; other words have none."""
    assert halves_of("กรุงเทพมหานคร") == (("กรุงเทพ", "มหานคร"),)
    assert halves_of("ผู้ว่าราชการ") == (("ผู้", "ว่าราชการ"), ("ผู้ว่า", "ราชการ"))
    assert parts_of("กรุงเทพมหานคร") == {"กรุงเทพ", "มหานคร", "กรุง", "เทพ", "มหา", "นคร"}
    for other in ("", "ก", "กรุง", "bangkok", "2567", "東京都"):
        assert halves_of(other) == () and parts_of(other) == frozenset()


@pytest.mark.parametrize(
    ("form", "others"),
    [
        ("2567", ("2024",)),
        ("2024", ("2567",)),
        ("2400", ("1857",)),
        ("1857", ("2400",)),
        ("2643", ("2100",)),
        ("2100", ("2643",)),
        *((form, ()) for form in ("2399", "1856", "2644", "2101", "256", "25670", "", "abcd", "๒๕๖๗", "²²²²")),
    ],
)
def test_a_year_is_meant_in_either_era(form, others):
    """Only a number that may be a year."""
    assert years_like(form) == others


def test_a_key_is_all_words_as_one():
    """Two spellings of a name that differ in blanks, dots, case and accents have the same; tones go when asked."""
    assert key_of("Washington, D.C.") == key_of("WASHINGTON DC") == "washingtondc"
    assert key_of("São Paulo") == "saopaulo" and key_of("เมืองพี่ เมืองน้อง") == key_of("เมืองพี่เมืองน้อง")
    assert module.without_tones("ผู้ว่าเก็บสิทธิ์ โต๊ะ จ๋า") == "ผูวาเกบสิทธิ โตะ จา"


def test_names_sound_alike_whether_their_vowels_are_long_or_short():
    assert len(set(map(module.sound_of, ("ฟูกูโอกะ", "ฟุกุโอกา", "ฟูกูโอก้า", "ฟุกูโอกะ")))) == 1
    assert module.sound_of("ซีอาน") == module.sound_of("ซิอาน") != module.sound_of("ซีอัน")
    assert module.sound_of("seoul") == "seoul"


def test_words_that_tell_nothing_are_left_out_while_others_remain():
    """A query of such words alone keeps them all."""
    for text, told in [
        ("The history of Bangkok", "history bangkok"),
        ("ประวัติของเมือง", "ประวัติ เมือง"),
        ("to be", "to be"),
    ]:
        assert [word.form for word in telling(words(text))] == told.split()
    assert telling([]) == []


@pytest.mark.parametrize("word", sorted(STOPWORDS))
def test_a_stopword_is_one_word(word):
    """Else no text would ever be found to hold it."""
    assert cut(word) == [word]


def test_thai_alone_loads_pythainlp():
    """A process that reads no Thai does without its words, and it makes no folder at home."""
    loaded = "[bool(key_of(text)) and 'pythainlp' in sys.modules for text in ('Edo 2024', 'Łódź', 'ไทย')]"
    code = f"import sys; from iad_portal.lib.search.words import key_of; print({loaded})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert (ran.stdout.strip(), ran.stderr) == ("[False, False, True]", "")
    assert module.os.environ["PYTHAINLP_READ_ONLY"] == "1"


def test_threads_stem_side_by_side():
    """The stemmer works in fields of its own: shared by two threads, it fails or mixes words up."""
    forms = [f"{chr(97 + number % 26) * 3}{ending}" for number in range(80) for ending in ("ities", "ingly", "ational")]
    alone = list(map(module.stem_of.__wrapped__, forms))
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(module.stem_of.__wrapped__, forms * 20)) == alone * 20
    finally:
        sys.setswitchinterval(before)


def test_the_dictionary_can_be_loaded_before_it_is_asked_for():
    module._cutter.cache_clear()
    module.load_dictionary()
    assert module._cutter.cache_info().currsize == 1
