"""Exchanges by year on a city's page."""

from datetime import date

import pytest
from django.utils import translation

from iad_portal.lib.dates.calendar import PartialDate
from relations.models import Exchange
from relations.pages.exchange_years import exchange_years_plot
from tests import world
from tests.site.checks import assert_one_era

TODAY = date(2021, 11, 22)
DAYS = ("2015-01-01", "2015-03", "2016", "2019-05-23", "2019-06-01")


def exchanges(*days):
    return [Exchange(starts_on=day and PartialDate.from_iso(day)) for day in days]


@pytest.mark.parametrize("days", [DAYS[:4], ("2015", "2015", "2015", "2016", "2016"), (None,) * 9])
def test_few_exchanges_or_years_are_not_drawn(days):
    assert exchange_years_plot(exchanges(*days), TODAY) is None


def test_columns_say_what_they_show_and_leave_out():
    with translation.override("en"):
        plot = exchange_years_plot(exchanges(*DAYS, None), TODAY)
    assert plot.title == ("5 exchanges on record in 3 different years. The most in one year: 2, in 2015, 2019.")
    assert plot.label == "Exchanges on record by year. 2015: 2, 2016: 1, 2019: 2"
    assert plot.notes[1] == "Not among the columns: 1 exchange without a recorded date."


def test_one_a_year_is_no_peak():
    with translation.override("en"):
        plot = exchange_years_plot(exchanges("2011", "2012", "2013", "2014", "2015"), TODAY)
    assert plot.title == "5 exchanges on record in 5 different years."


@pytest.mark.django_db
def test_a_citys_page_draws_what_is_done_over_its_ledger(client):
    """Not what is still to come, nor drafts."""
    city = world.washington()
    for day in (*DAYS, "2999-01-01"):
        world.exchange(city, starts_on=PartialDate.from_iso(day))
    world.exchange(city, starts_on="2017-01-01", status="draft")
    plot = client.get("/en/cities/washington-dc/").context["exchange_years"]
    assert [(column.year, column.number) for column in plot.columns.columns] == [(2015, 2), (2016, 1), (2019, 2)]
    html = client.get("/th/cities/washington-dc/").content.decode()
    assert html.index('aria-label="จำนวนการแลกเปลี่ยน') < html.index('class="ledger"')
    assert_one_era(client, "cities/washington-dc/")
