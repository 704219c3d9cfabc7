"""Codes of countries and currencies, as people type them."""

import pytest
from django.core.exceptions import ValidationError

from iad_portal.lib.intake.iso_codes import ALPHA_2, ALPHA_3, _CodeField, currencies
from networks.models import Fee
from relations.models import Country

ISO, ISO3, CURRENCY = (model._meta.get_field(name) for model, name in (
    (Country, "iso"), (Country, "iso3"), (Fee, "currency"),
))  # fmt: skip


def test_the_table_is_whole():
    """249 countries of ISO 3166-1, and Kosovo by user assignment."""
    assert (len(ALPHA_3), len(ALPHA_2), len({*ALPHA_3.values()})) == (249, 250, 249)
    assert ALPHA_3["TH"] == "THA" and "XK" in ALPHA_2 and "UN" not in ALPHA_2


@pytest.mark.parametrize(
    "field, typed, code",
    [(ISO, "jp", "JP"), (ISO, " ＪＰ ", "JP"), (ISO, "jpn", "JP"), (ISO3, "jpn", "JPN"), (CURRENCY, "usd", "USD")],
)
def test_small_letters_and_spaces_are_no_fault(field, typed, code):
    """Kept in capitals."""
    assert field.formfield().clean(typed) == typed.strip()
    assert field.clean(typed, None) == code


@pytest.mark.parametrize("field, typed", [(ISO, "ไท"), (ISO, "ZZ"), (ISO, "J"), (ISO3, "JP"), (CURRENCY, "บาท")])
def test_what_is_no_code_is_refused_by_what_it_should_be(field, typed):
    """One sentence, with an example."""
    with pytest.raises(ValidationError) as caught:
        field.clean(typed, None)
    assert len(caught.value.messages) == 1 and "ISO" in caught.value.messages[0] and typed in caught.value.messages[0]


def test_a_code_field_says_which_codes():
    with pytest.raises(NotImplementedError):
        _CodeField.codes()


def test_currencies_are_read_from_the_library_anew():
    """Past ones too; kept by whatever test asked first, they would hide a fault here."""
    assert {"THB", "USD", "DEM"} <= currencies.__wrapped__()
