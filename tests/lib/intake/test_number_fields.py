"""The number boxes: nothing typed is swallowed, what was read is shown."""

from decimal import Decimal

import pytest
from django import forms

from iad_portal.lib.intake.number_fields import NumberFormField, WholeNumberFormField, number_words


class BudgetForm(forms.Form):
    budget = NumberFormField(required=False, max_digits=10, decimal_places=2, min_value=0)
    people = WholeNumberFormField(required=False, min_value=0, max_value=32767)


def test_words_and_thai_digits_go_in():
    form = BudgetForm({"budget": "๑.๕ ล้านบาท", "people": "1,250 คน"})
    assert form.is_valid() and form.cleaned_data == {"budget": Decimal(1_500_000), "people": 1250}
    assert form.fields["budget"].reading("1.5 ล้าน", Decimal(1_500_000)).rstrip(".").endswith("1,500,000")
    assert not form.fields["budget"].reading("1,500,000", Decimal(1_500_000))
    assert not form.fields["people"].reading("ล้าน", None)


def test_the_box_is_plain_text_and_says_what_a_word_was_read_as():
    page = str(BudgetForm({"budget": "2 หมื่น", "people": "x"}))
    assert 'type="number"' not in page and 'inputmode="decimal"' in page and 'inputmode="numeric"' in page
    assert "= 20,000</output>" in page and 'value="2 หมื่น"' in page and 'value="x"' in page
    assert "<output" not in str(BudgetForm({"budget": "1 ล้าน 2 ล้าน", "people": "12"}))


def test_stored_numbers_are_shown_in_groups_and_have_not_changed():
    initial = {"budget": Decimal("1250000.00"), "people": 1250}
    assert 'value="1,250,000"' in str(BudgetForm(initial=initial)) and 'value="1250"' in str(
        BudgetForm(initial=initial)
    )
    assert not BudgetForm({"budget": "1,250,000", "people": "๑๒๕๐"}, initial=initial).has_changed()


@pytest.mark.parametrize("nothing", ["", "  ", None])
def test_nothing_is_none(nothing):
    form = BudgetForm({"budget": nothing, "people": nothing})
    assert form.is_valid() and set(form.cleaned_data.values()) == {None}


@pytest.mark.parametrize("typed", ["-5", "1,5", "ประมาณ 5", "99,999,999,999", "1.234567"])
def test_what_does_not_fit_is_refused(typed):
    assert BudgetForm({"budget": typed}).errors["budget"]
    assert BudgetForm({"people": typed}).errors["people"]


def test_numbers_in_words():
    assert [number_words(number) for number in (Decimal("1605000.00"), Decimal("0.50"), 1605, Decimal("1E+3"))] == [
        "1,605,000", "0.5", "1,605", "1,000",
    ]  # fmt: skip
    assert WholeNumberFormField().clean(5) == 5
