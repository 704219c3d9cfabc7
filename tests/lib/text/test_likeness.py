"""Names that are the same to people who type them."""

import pytest

from iad_portal.lib.records.near_duplicates import Twins, page_of
from iad_portal.lib.text.likeness import are_alike, bare, bare_person
from iad_portal.lib.text.sorting import letter_key, sort_key


@pytest.mark.parametrize(
    "one, other",
    [
        ("Budapest", "budapest "), ("Budapest", "Budapset"), ("Budapest", "Budpest"), ("Budapest", "Budappest"),
        ("Budapest", "Budapesd"), ("Budapest", "udapest"), ("São Paulo", "Sao-Paulo"), ("George Town", "Georgetown"),
        ("กรุงวอชิงตัน ดี.ซี.", "กรุงวอชิงตันดีซี"), ("แต้จิ๋ว", "แตจิว"), ("ฟูกูโอกะ", "ฟุกูโอกะ"), ("กรุงเทพฯ", "กรุงเทพ"),
        ("แผน ๒๕๖๙", "แผน 2569"), ("Bern", "bern"),
    ],
)  # fmt: skip
def test_one_slip_makes_no_other_name(one, other):
    """Nor do case, accents, spaces, dots and tone marks."""
    assert are_alike(bare(one), bare(other)) and are_alike(bare(other), bare(one))


@pytest.mark.parametrize(
    "one, other",
    [
        ("Bern", "Bari"), ("แพร่", "แพะ"), ("การประชุมครั้งที่ 7", "การประชุมครั้งที่ 8"), ("แผน 2569", "แผน 2570"),
        ("Budapest", "Bucharest"), ("ข่าว 1", "ข่าว 12"), ("", ""), ("เซี่ยงไฮ้", "เซินเจิ้น"), ("abcdef", "badcfe"),
    ],
)  # fmt: skip
def test_other_names_are_other_names(one, other):
    """Short ones, numbers, two slips, nothing."""
    assert not are_alike(bare(one), bare(other))


@pytest.mark.parametrize(
    "name",
    ["ชัชชาติ สิทธิพันธุ์", "นายชัชชาติ  สิทธิพันธุ์", "รศ. ดร. ชัชชาติ สิทธิพันธุ์", "ผู้ช่วยศาสตราจารย์ ดร.ชัชชาติ สิทธิพันธุ์"],
)
def test_a_person_is_the_same_with_any_title(name):
    """Written out or short, joined or apart."""
    assert bare_person(name) == bare("ชัชชาติ สิทธิพันธุ์")


def test_a_name_that_begins_like_a_title_is_whole():
    """And a title alone is all there is."""
    assert [bare_person(name) for name in ("คุณากร ใจดี", "Mayor", "Mrs Drew Sirius", None)] == [
        "คุณากรใจดี", "mayor", "drewsirius", "",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["กรุงเทพมหานคร", "Washington, D.C.", "แต้จิ๋ว 2"])
def test_the_letters_of_a_stored_key_come_first(name):
    """So that a part of a name is found in it."""
    for language in ("th", "en"):
        assert sort_key(name, language).startswith("".join(letter_key(bare(name), language)))


@pytest.mark.parametrize(
    "url", ["http://www.bangkok.go.th/iad/", "https://bangkok.go.th/iad#top", "HTTPS://Bangkok.go.th/iad"]
)
def test_one_page_has_many_addresses(url):
    assert page_of(url) == "bangkok.go.th/iad"


def test_a_rule_says_what_it_finds():
    with pytest.raises(NotImplementedError):
        Twins().found(None)
