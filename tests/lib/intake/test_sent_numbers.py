"""Numbers in addresses: what is none is left aside, however it is written."""

import pytest

from iad_portal.lib.intake.sent_numbers import key_in, year_in


@pytest.mark.parametrize(("sent", "key", "year"), [
    ("7", 7, None), ("2013", 2013, 2013), ("999999999", 999_999_999, None), ("1000000000", None, None),
    *((sent, None, None) for sent in (None, "", "x", "-1", "+1", "1.5", " 1", "1_0", "๒๕๕๖", "²", "9" * 5000)),
])  # fmt: skip
def test_only_a_number_that_can_be_meant_is_one(sent, key, year):
    assert (key_in(sent), year_in(sent)) == (key, year)
