"""Compounds, names and repetitions stay whole on a line; nothing else changes."""

import re
import subprocess
import sys

import pytest
from django.conf import settings

from iad_portal.lib.text import line_breaks
from iad_portal.lib.text.line_breaks import held, hold_lines, hold_names


@pytest.fixture
def names():
    """Holds names for one test."""
    yield hold_names
    hold_names(())


def parts(text: str) -> list[str]:
    """What is held in `text`."""
    return re.findall(r"<t-w>(.*?)</t-w>", held(text))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("ณ วันที่ 5", ["วันที่"]),
        ("สำนักงานการต่างประเทศ", ["การต่างประเทศ"]),
        ("ผู้ประสานงาน", ["ผู้ประสานงาน"]),
        ("เมืองพี่เมืองน้อง", ["เมืองพี่เมืองน้อง"]),
        ("เยี่ยมอำลานายชัชชาติ", ["เยี่ยมอำลา"]),
        ("เอกอัครราชทูตสมาพันธรัฐสวิส", ["สมาพันธรัฐ"]),
        ("นโยบายต่าง ๆ", ["นโยบายต่าง\u00a0ๆ"]),
        ("กรุงวอชิงตัน ดี.ซี.", ["ดี.ซี."]),
        ("Bangkok &amp; 5", []),
        ("คน", []),
    ],
)
def test_what_a_line_must_not_cut_is_held(text, whole):
    assert [part for part in parts(text) if part in whole] == whole


def test_words_that_share_letters_are_held_as_one():
    """Only who understands the sentence knows which is meant."""
    assert parts("ความเห็นชอบ") == ["ความเห็นชอบ"]


def test_words_that_browsers_know_are_left_alone():
    """Only what they would cut is marked: a page stays light."""
    assert held("ประชาชน") == "ประชาชน"


def test_the_beginning_of_another_word_is_no_word():
    """A vowel or tone mark behind it says so."""
    word = next(compound for compound in sorted(line_breaks._compounds()) if compound.endswith("กลาง"))
    assert f">{word}<" in held(word) and f">{word}<" not in held(f"{word}\u0e37")


def test_names_of_records_are_held_once_they_are_known(names):
    assert "ปูซาน" not in parts("นครปูซาน")
    names(["ปูซาน", "ชัชชาติ สิทธิพันธุ์"])
    assert parts("นครปูซานและนายชัชชาติ สิทธิพันธุ์")[-2:] == ["ชัชชาติ", "สิทธิพันธุ์"] and "ปูซาน" in parts("นครปูซาน")


def test_a_name_of_two_words_keeps_to_one_line(names):
    """Wherever it stands; one too wide for a telephone keeps its words only, and no other space is touched."""
    names(["ชัชชาติ สิทธิพันธุ์", "กรุงวอชิงตัน ดี.ซี.", "เสริมสร้างความร่วมมือ ระหว่างประเทศ"])
    text = "นายชัชชาติ สิทธิพันธุ์ เยือนกรุงวอชิงตัน ดี.ซี. ว่าด้วยเสริมสร้างความร่วมมือ ระหว่างประเทศ"
    lines = re.sub("<[^>]+>", "", held(text)).split(" ")
    assert lines[:2] == ["นายชัชชาติ\u00a0สิทธิพันธุ์", "เยือนกรุงวอชิงตัน\u00a0ดี.ซี."] and len(lines) == 4


def test_tags_attributes_titles_and_drawings_stay_as_they_are():
    for html in ('<i title="ความตกลง">x</i>', "<title>ความตกลง</title>", "<text>ความตกลง</text>", "ความตกลง", "<p>x"):
        assert hold_lines(html) == html
    assert hold_lines("<b>x</b> ความตกลง") == "<b>x</b> <t-w>ความตกลง</t-w>"


def test_the_text_without_its_marks_is_the_text():
    text = "ผู้ว่าราชการกรุงเทพมหานครลงนามบันทึกความเข้าใจว่าด้วยความร่วมมือและการแลกเปลี่ยน"
    assert re.sub("<[^>]+>", "", held(text)) == text


def test_a_word_too_wide_for_a_telephone_may_be_cut():
    """What does not fit beside a date at 320 px must break somewhere."""
    assert max(len(re.sub("[ัิ-ฺ็-๎]", "", part)) for part in parts("เสริมสร้างความสัมพันธ์และความร่วมมือเมืองคู่ความร่วมมือใหม่")) <= 14


def test_the_dictionary_is_read_without_its_package():
    """Which takes time and memory, and makes a folder of its own where it may."""
    code = "import sys; from iad_portal.lib.text.line_breaks import _compounds as words; print(len(words()) > 1000)"
    command = [sys.executable, "-c", f"{code}; print('pythainlp' in sys.modules)"]
    done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True)  # ours
    assert done.stdout.split() == ["True", "False"]


def test_the_dictionaries_can_be_read_before_a_page_is_asked_for():
    line_breaks._compounds.cache_clear()
    line_breaks.load_compounds()
    assert line_breaks._compounds.cache_info().currsize == 1
