"""Numbers as people write them, and the sentences for what cannot be read as one number."""

from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.intake.number_parse import NumberError, parse_number, parse_whole_number

READ = {
    "1605000": [
        "1605000", "1,605,000", "๑,๖๐๕,๐๐๐", "๑๖๐๕๐๐๐", "1 605 000", "1\u00a0605\u00a0000", "1\u202f605\u202f000",
        "1'605'000", "1’605’000", "1.605.000", "1.605.000,00", "1,605,000.00", "+1,605,000", "1,605,000 คน",
        "1.605 ล้าน", "๑.๖๐๕ ล้าน", "1.605 million", "1.605m", "1,605 พัน", "1,605k", "1 ล้าน 6 แสน 5 พัน",
        "１,６０５,０００",
        " 1,605,000 ", "160.5 หมื่น", "1,605,000.", "จำนวน 1,605,000 คน",
    ],
    "1250000": [
        "1,250,000.00", "฿1,250,000", "1,250,000 บาท", "1,250,000.- บาท", "1,250,000.-", "1.25 ล้านบาท",
        "1,250,000 baht",
        "THB 1,250,000.00", "เป็นเงิน 1,250,000 บาทถ้วน", "1.25 millions", "1,250,000฿", "บาท 1,250,000",
    ],
    "20000": ["2 หมื่น", "๒หมื่น", "2หมื่นบาท", "20 พัน", "200 hundred"],
    "50000000000": ["5 หมื่นล้าน", "50 bn", "50 billion", "5 หมื่น ล้าน"],
    "250000": ["2 แสน 5 หมื่น", "2.5 แสน", "2แสน5หมื่น"],
    "1200000": ["1.2 million", "1.2 mil.", "1.2 mn", "1,200,000"],
    "1605.5": ["1,605.5", "1605.50", "1.605,50", "1 605.5"],
    "0.5": [".5", "0.5", "๐.๕"],
    "-26": ["-26", "−26", "–26", "- 26"],
    "45": ["45", "45%", "45 %", "ร้อยละ 45", "45 per cent", "45 percent", "45.", "45.0"],
    "0": ["0", "๐", "0.00"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("number", "typed"), [(number, typed) for number, all_typed in READ.items() for typed in all_typed]
)
def test_a_number_is_read_as_people_write_it(number, typed):
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "both"),
    [("1,5", ("1.5", "15")), ("1,50", ("1.50", "150")), ("1.605", ("1.6050", "1,605")), ("1,5 ล้าน", ("1.5", "15"))],
)
def test_what_two_countries_read_as_two_numbers_is_shown_both_ways(typed, both):
    with pytest.raises(NumberError) as refused:
        parse_number(typed)
    assert refused.value.code == "two_ways"
    assert (refused.value.params["point"], refused.value.params["whole"]) == both


@pytest.mark.parametrize(
    "typed",
    [
        "", "-", "๑ล้านเศษ", "ประมาณ 1,000", "abc", "1e6", "NaN", "Infinity", "1,60,5000", "16,05,000", "1.2.3",
        "5 USD", "1 พัน 2 ล้าน", "1 ล้าน 2 ล้าน", "1 2 3", "ล้าน", "1.605.00", "12 34", "9" * 90, "1--2", "บาท", "½",
        "1,605.5,0",
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_with_a_sentence(typed):
    with override("th"), pytest.raises(NumberError) as refused:
        parse_number(typed)
    assert any("ก" <= letter <= "๛" for letter in str(refused.value).replace(typed, "")), str(refused.value)


def test_a_fraction_is_no_whole_number():
    assert parse_whole_number("1.5 ล้าน") == 1_500_000 and parse_whole_number("12.00") == 12
    with pytest.raises(NumberError) as refused:
        parse_whole_number("1.5")
    assert refused.value.code == "not_whole"


@given(st.integers(0, 10**12), st.sampled_from([",", " ", "'", "\u00a0"]))
def test_any_grouped_number_is_the_number(number, mark):
    typed = f"{number:,}".replace(",", mark)
    assert parse_number(typed) == number
    assert parse_number(typed.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))) == number


@given(st.text(max_size=90))
def test_anything_is_read_or_refused_and_never_breaks(typed):
    try:
        assert parse_number(typed).is_finite()
    except NumberError as error:
        assert str(error)
