"""Dates in admin lists follow the officer's era and sort by the stored date."""

import datetime
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from iad_portal.lib.dates.admin import date_column, fiscal_year_column
from iad_portal.lib.dates.calendar import BANGKOK, PartialDate


@pytest.mark.parametrize(
    ("value", "thai", "english"),
    [
        (PartialDate.from_iso("2006-06"), "มิ.ย. 2549", "Jun 2006"),
        (datetime.date(2020, 2, 14), "14 ก.พ. 2563", "14 Feb 2020"),
        (datetime.datetime(2020, 2, 14, 9, tzinfo=BANGKOK), "14 ก.พ. 2563 เวลา 09.00 น.", "14 Feb 2020, 09:00"),
        (None, "–", "–"),
    ],
)
def test_column(value, thai, english):
    column = date_column("signed_on", "signed")
    record = SimpleNamespace(signed_on=value)
    with override("th"):
        assert column(record) == thai
    with override("en"):
        assert column(record) == english
    assert (column.short_description, column.admin_order_field) == ("signed", "signed_on")


@pytest.mark.parametrize(("language", "shown"), [("th", "2569"), ("en", "2026")])
def test_column_of_a_fiscal_year(language, shown):
    column = fiscal_year_column("fiscal year")
    with override(language):
        assert column(SimpleNamespace(fiscal_year=2026)) == shown
        assert column(SimpleNamespace(fiscal_year=None)) == "–"
    assert column.admin_order_field == "fiscal_year"
