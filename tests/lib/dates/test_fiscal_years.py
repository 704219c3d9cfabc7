"""A fiscal year: either era goes in, the Common Era is stored, both are shown; what cannot be is refused."""

import pytest
from django import forms
from django.db import connection, models
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.dates.fiscal_years import (
    FIRST,
    LAST,
    FiscalYearField,
    FiscalYearFormField,
    in_common_era,
    parse_fiscal_year,
    plausible_fiscal_year,
)
from iad_portal.lib.dates.parse import DateError


class YearForm(forms.Form):
    year = FiscalYearFormField(required=False, help_text="The year of the fee.")


class Levy(models.Model):
    """Has a fiscal year."""

    fiscal_year = FiscalYearField(null=True, blank=True)

    class Meta:
        app_label = "tests"
        managed = False
        constraints = [plausible_fiscal_year("levy_fiscal_year")]

    def __str__(self):
        return str(self.fiscal_year)


@pytest.mark.parametrize(
    "typed",
    [
        "2569", "๒๕๖๙", "2026", " 2569 ", "พ.ศ. 2569", "พ.ศ.๒๕๖๙", "ค.ศ. 2026", "ปี 2569", "ปีงบประมาณ 2569",
        "ปีงบประมาณ พ.ศ. 2569", "งบประมาณ พ.ศ. 2569", "ปีงบ 2569", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๙", "งบประมาณปี 2569",
        "งบประมาณรายจ่ายประจำปี 2569", "FY2026", "FY 2026", "F.Y. 2026", "fy2569", "fiscal year 2026",
        "Fiscal Year 2569", "the fiscal year of 2026", "2026 CE",
    ],
)  # fmt: skip
def test_a_fiscal_year_is_read_as_people_write_it(typed):
    assert parse_fiscal_year(typed) == 2026


@pytest.mark.parametrize(
    "typed",
    ["69", "FY26", "3112", "1483", "2568/2569", "14/2/2569", "พ.ศ. 2026", "1850", "2393", "ปีหน้า", "ปีงบประมาณ", "-5"],
)
def test_what_cannot_be_a_fiscal_year_is_refused_with_a_sentence(typed):
    with override("th"), pytest.raises(DateError) as refused:
        parse_fiscal_year(typed)
    assert any("ก" <= letter <= "๛" for letter in str(refused.value)), str(refused.value)


@given(st.integers(FIRST, LAST))
def test_both_eras_of_a_year_are_one(year):
    assert parse_fiscal_year(str(year)) == parse_fiscal_year(str(year + 543)) == year
    assert in_common_era(year + 543) == in_common_era(year) == year


@pytest.mark.parametrize("other", [None, "2569", True, 3112, 1483, 1.5])
def test_what_is_no_year_of_the_buddhist_era_stays(other):
    assert in_common_era(other) is other


def test_the_box_shows_the_buddhist_era_and_both_under_it():
    page = str(YearForm(initial={"year": 2026}))
    assert 'value="2569"' in page and 'datetime="2026"' in page
    assert "ปีงบประมาณ 2569 (fiscal year 2026): 1 ต.ค. 2568 – 30 ก.ย. 2569" in page
    assert "The year of the fee." in page


def test_what_was_typed_stays_and_an_untouched_box_has_not_changed():
    form = YearForm({"year": "๒๕๖๙"}, initial={"year": 2026})
    assert form.is_valid() and form.cleaned_data == {"year": 2026} and not form.has_changed()
    refused = YearForm({"year": "31112"})
    assert 'value="31112"' in str(refused) and refused.errors["year"]
    for nothing in ("", " \u200b "):
        form = YearForm({"year": nothing})
        assert form.is_valid() and form.cleaned_data == {"year": None}
    assert FiscalYearFormField().clean(2569) == 2026


@pytest.mark.parametrize("written", [2569, "2569", 2026])
def test_any_write_stores_the_common_era(written):
    field = Levy._meta.get_field("fiscal_year")
    assert field.to_python(written) == 2026
    assert field.get_prep_value(written) == 2026
    levy = Levy(fiscal_year=written if written != "2569" else 2569)
    assert field.pre_save(levy, add=True) == 2026 == levy.fiscal_year
    assert isinstance(field.formfield(), FiscalYearFormField)
    assert field.db_type(connection) == models.PositiveSmallIntegerField().db_type(connection)


def test_the_constraint_says_what_to_do_in_the_language_of_the_officer():
    constraint = Levy._meta.constraints[0]
    with override("en"):
        assert "from 2443 to 2643 (B.E.)" in constraint.get_violation_error_message()
