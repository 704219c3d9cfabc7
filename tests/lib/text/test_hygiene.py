"""Text hygiene: damaged and mended pairs, and texts in several scripts that must come through as they are."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.text.hygiene import clean_line, clean_text, repair

DAMAGED = [
    # Glyphs of old Thai fonts
    ("ด\uf70bานการสร\uf70bางเมือง", "ด้านการสร้างเมือง"),
    ("ป\uf701ญญา", "ปิญญา"),
    ("\uf700าน\uf70f", "ฐานญ"),
    ("ป\uf710น ป\uf712น ป\uf714า ฝ\uf717", "ปัน ป็น ป้า ฝ์"),
    ("ญ\uf718 ญ\uf719 ญ\uf71a", "ญุ ญู ญฺ"),
    ("ท\u0e48\uf873\uf875า", "ท่า"),
    # Sara am in pieces
    ("ส\u0e4d\u0e32หรับ", "สำหรับ"),
    ("น\u0e4d\u0e49\u0e32", "น้ำ"),
    ("น\u0e49\u0e4d\u0e32", "น้ำ"),
    ("น\u0e33\u0e49", "น้ำ"),
    ("น\uf711\uf70b\u0e32", "น้ำ"),
    # Marks twice, or before the vowel they stand on
    ("กรุุงเทพ", "กรุงเทพ"),
    ("ที่\u0e48", "ที่"),
    ("ท\u0e48\u0e35", "ที่"),
    ("ก\u0e49\u0e38ง", "กุ้ง"),
    ("ช\u0e48\u0e31ว", "ชั่ว"),
    ("สิทธ\u0e4c\u0e34", "สิทธิ์"),
    ("ท\u0e35\u0e48\u0e35", "ที่"),
    # A space within a syllable, as PDF files leave it
    ("ที ่ประช ุม", "ที่ประชุม"),
    ("เ มือง แ ห่ง ไ ทย", "เมือง แห่ง ไทย"),
    ("ทำก ารค้า", "ทำการค้า"),
    # Two sara e
    ("เเม่", "แม่"),
    ("เเเม่", "แเม่"),
    # Spaces and what cannot be seen
    ("กรุง\xa0เทพ", "กรุง เทพ"),
    ("10\u202f000", "10 000"),
    ("กรุง\u200bเทพ\ufeff\u2060", "กรุงเทพ"),
    ("co\xadoperation", "cooperation"),
    ("กรุง\u200cเทพ\u200d", "กรุงเทพ"),
    ("a\x00b\x07c\x9fd\ud800", "abcd"),
    ("\u202aBangkok\u202c\u200e", "Bangkok"),
    ("Cafe\u0301", "Café"),
    ("a\tb", "a b"),
]
UNHARMED = [
    # Thai: every vowel sign and tone, clusters, thanthakhat on a vowel, Pali with phinthu and nikhahit, ฯ and ๆ
    "กรุงเทพมหานคร อมรรัตนโกสินทร์ มหินทรายุธยา มหาดิลกภพ นพรัตนราชธานีบูรีรมย์",
    "เก็งก็เป็นน้ำใจ ค่ำ ต่ำ ซ้ำ ปล้ำ ถ้ำ ฤๅษี ฦๅ พันธุ์ สิทธิ์ บริสุทธิ์ เจ้าฟ้า โต๊ะ จ๋า ปี๊บ ตื่น ซื้อ ดื้อ ผู้ใหญ่ ต่าง ๆ ฯลฯ จ้าาา",
    "สระ า อยู่หลัง ไม้เอก ( ่ ) อยู่บน ข้อ ก ข ค ง",
    "พุทฺธํ สรณํ คจฺฉามิ สิกฺขาปทํ กตฺวา ปวตฺตึ",
    "ก็่",
    # Khmer, with the zero-width spaces it breaks lines at and the joiners it is shaped with
    "ទីក្រុង\u200bភ្នំពេញ ក្រុម៊ប៉ោល ប៊\u200cី",
    "ນະຄອນຫຼວງວຽງຈັນ", "ရန်ကုန်မြို့", "नई दिल्ली क्\u200dष", "نمی\u200cخواهم",
    "東京都\u3000知事　小池 百合子", "北京市", "서울특별시", "Hà Nội – Thành phố Hồ Chí Minh",
    "Санкт-Петербург", "İstanbul",
    "\u200fירושלים\u200f", "👩\u200d👩\u200d👧", "“ASEAN” — 50 %", "",
]  # fmt: skip


@pytest.mark.parametrize(("damaged", "mended"), DAMAGED)
def test_mends(damaged, mended):
    assert repair(damaged) == clean_text(damaged) == clean_line(damaged) == mended


@pytest.mark.parametrize("text", UNHARMED)
def test_leaves_correct_text_alone(text):
    text = unicodedata.normalize("NFC", text)
    assert repair(text) == clean_text(text) == clean_line(text) == text


def test_line_is_one_line():
    assert clean_line("  กรุง\r\n เทพ\u2028มหา\x0bนคร  \n") == "กรุง เทพ มหา นคร"
    assert clean_line(" \u200b ") == ""
    assert clean_line(None) is clean_text(None) is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("หนึ่ง\r\nสอง\rสาม\x85สี่", "หนึ่ง\nสอง\nสาม\nสี่"),
        ("one  \n\n\n \t\n\ntwo\xa0\n", "one\n\ntwo"),
        ("\n\n  one\n  two  ", "one\n  two"),
        ("\u3000第一段落\n\u3000第二段落\u3000", "\u3000第一段落\n\u3000第二段落"),
    ],
)
def test_text_keeps_its_line_breaks(typed, kept):
    assert clean_text(typed) == kept


def test_repair_leaves_spacing_alone():
    assert repair("  a  \n\n\n b ") == "  a  \n\n\n b "
    assert repair("a\r\nb") == "a\nb"


thai_soup = st.text("กนอเแาำิีุูั็่้๊๋์ํฺ\uf70a\uf711\u200b\u200c\u00a0 \n", max_size=30)


@given(st.one_of(thai_soup, st.text(max_size=60), st.text("ក្ខ\u200b\u200c\u200dក a\n", max_size=20)))
def test_cleaning_twice_changes_nothing_more(text):
    for clean in (repair, clean_line, clean_text):
        once = clean(text)
        assert clean(once) == once
        assert once.encode("utf-8") is not None and "\x00" not in once


SYLLABLES = st.builds(
    lambda lead, consonant, vowel, tone, tail: lead + consonant + vowel + tone + tail,
    st.sampled_from(["", "เ", "แ", "โ", "ใ", "ไ"]),
    st.sampled_from("กขคงจฉญฐนปผมยรลวสหอฮ"),
    st.sampled_from(["", "ั", "ิ", "ี", "ึ", "ื", "ุ", "ู"]),
    st.sampled_from(["", "่", "้", "๊", "๋"]),
    st.sampled_from(["", "ะ", "า", "ำ", "น", "ง", "ยะ"]),
)


@given(st.lists(SYLLABLES, max_size=12))
def test_well_formed_thai_is_untouched(syllables):
    text = "".join(syllables)
    assert clean_line(text) == clean_text(text) == text
