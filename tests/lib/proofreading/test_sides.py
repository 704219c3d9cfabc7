"""Numbers and months that the two languages of one text tell otherwise."""

import pytest

from iad_portal.lib.proofreading.sides import unlike_sides


@pytest.mark.parametrize(
    ("thai", "english", "words"),
    [
        ("เมื่อ 14 กุมภาพันธ์ 2563", "On 15 February 2020", ["14 15"]),
        ("เมื่อ 14 กุมภาพันธ์ 2563", "On 14 March 2020", ["กุมภาพันธ์ March"]),
        ("ในปี ๒๕๖๓", "in 2019", ["2563 2019"]),
        ("ผู้เข้าร่วม 1,200 คน จาก 12 เมือง", "1,300 people from 12 cities", ["1,200 1,300"]),
    ],
)
def test_a_number_or_month_of_each_side_that_the_other_has_not_is_found(thai, english, words):
    """Days, months, years in either era, and quantities, as they stand there."""
    assert [one.words for one in unlike_sides(thai, english)] == words


@pytest.mark.parametrize(
    ("thai", "english"),
    [
        ("เมื่อ ๑๔ ก.พ. ๒๕๖๓ เวลา 09.30 น.", "On 14 Feb. 2020 at 9:30"),
        ("ก.ย. 63", "September 2020"),
        ("งบประมาณ 2500 บาท", "2,500 baht"),
        ("ผู้แทน 2 คน เมื่อ 3 พฤษภาคม", "Two delegates, on 3 May"),
        ("ครั้งที่ 21", "The 21st meeting may agree on more"),
        ("เมื่อ 3 พฤษภาคม 2563", "In spring"),
        ("", "In 2020"),
    ],
)
def test_the_same_told_otherwise_and_a_shorter_side_are_left_alone(thai, english):
    """Digits, eras, times and abbreviations of either language; numbers in words; what one side alone tells."""
    assert list(unlike_sides(thai, english)) == []
