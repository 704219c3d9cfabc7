"""Relations through time, on the home page and over the register of agreements."""

from datetime import date

import pytest
from django.utils import translation

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from relations.models import Agreement, City, Instrument
from relations.pages.growth import all_agreements, growth_of, growth_plot
from tests import world
from tests.reading import as_read

pytestmark = pytest.mark.django_db
YEARS = (1962, 1993, 1997, 2004, 2012)
TODAY = date(2026, 11, 22)


@pytest.fixture
def five_years():
    """Washington and a city for each of four more years."""
    world.washington()
    for year in YEARS[1:]:
        world.agreement(world.city(f"c{year}", name_en=f"Town {year}"), signed_on=PartialDate.from_iso(str(year)))


def growth(at=TODAY):
    return growth_of(all_agreements(), at)


def test_too_few_years_are_not_drawn(client, five_years):
    Agreement.objects.filter(signed_on__year=2012).update(signed_on=None)
    assert growth() is None and growth_plot(None) is None
    assert "Relations through time" not in client.get("/en/").content.decode()


@pytest.mark.parametrize("language", ["th", "en"])
def test_an_agreement_of_the_calendars_first_day_breaks_no_drawing(five_years, language):
    Agreement.objects.filter(signed_on__year=1997).update(signed_on=date.min, terminated_on=date.min)
    with translation.override(language):
        assert growth_plot(growth())


def test_totals_rise_with_ties_and_fall_with_their_ends(five_years):
    Agreement.objects.filter(signed_on__year=1997).update(terminated_on="2010-05-01")
    world.agreement(world.city(), signed_on="2005-01-01", expires_on="2009-12-31")
    made = growth()
    assert [made.totals[year] for year in (1962, 1992, 1993, 2005, 2009, 2010, 2026)] == [1, 1, 2, 5, 5, 3, 4]


def test_the_last_total_and_the_undated_are_all_partners(five_years):
    """A tie that carries out another makes no partner; a second one of the same city counts once."""
    city = world.agreement(signed_on="2012-03-01").city
    world.agreement(city, signed_on="2013-01-01"), world.agreement(city), world.agreement()
    world.agreement(signed_on="2014-01-01", instrument=Instrument.LETTER_OF_INTENT)
    made = growth()
    assert (made.totals[2026], len(made.undated_cities)) == (6, 1)
    assert growth(calendar.today()).totals[calendar.today().year] + 1 == City.objects.published().partners().count()
    assert made.signed == {1962: 1, 1993: 1, 1997: 1, 2004: 1, 2012: 2, 2013: 1, 2014: 1}
    assert [city.slug for city in made.new[1962]] == ["washington-dc"]


def test_what_is_left_out_is_said(five_years):
    world.agreement(world.city(name_en="Hue")), world.agreement(signed_on="2027-01-01")
    with translation.override("en"):
        notes = growth_plot(growth()).notes
    assert notes == [
        "The line holds 5 cities with a date on record, the hatched part 1 with a date to be added: Hue.",
        "Not among the columns: 1 agreement without a recorded date.",
        "1 agreement is dated later than today and left out.",
    ]


def test_the_most_of_a_year_are_told_and_named(five_years):
    for name in ("Moscow", "Manila"):
        world.agreement(world.city(name_en=name), signed_on="2016-01-01")
    with translation.override("en"):
        plot = growth_plot(growth())
    assert plot.title.startswith("7 partner cities today, counted from the first in 1962. The most agreements in one")
    assert [(flag.lead, flag.text) for flag in plot.flags] == [
        ("1962", "Washington, D.C."),
        ("2016", "Moscow · Manila"),
    ]


def test_it_ends_at_the_number_of_every_headline(five_years):
    """With the undated on its last step, hatched; without any, nothing is hatched."""
    with translation.override("en"):
        assert (growth_plot(growth()).end.text, growth_plot(growth()).stairs.cap) == ("5 cities", None)
        world.agreement(), world.agreement()
        plot = growth_plot(growth())
    assert (plot.end.text, plot.undated, plot.dated) == ("7 cities", "2 more, dates to be added", "5 with a date")
    assert plot.end.y == plot.stairs.cap.y == plot.stairs.height(7)


@pytest.mark.parametrize(("announced", "is_told"), [(2, False), (3, True)])
def test_a_number_announced_over_the_line_is_told(five_years, announced, is_told):
    """On the day of the second dated tie the office may have counted undated ones, too."""
    Agreement.objects.filter(signed_on__year=1993).update(announced_ordinal=announced)
    with translation.override("en"):
        notes = " ".join(map(str, growth_plot(growth()).notes))
    assert ("the 3rd in 1993" in notes) == is_told == ("stands lower" in notes)


def test_names_in_the_other_language_and_long_lists_are_not_set_over_the_line(five_years):
    for number in range(5):
        world.agreement(world.city(name_en="" if number else "Moscow"), signed_on="2016-01-01")
    world.agreement(world.city(name_en=""), signed_on="2008-01-01")
    world.agreement(world.city(name_en="Porto"), signed_on="2008-01-01")
    with translation.override("en"):
        flags = growth_plot(growth()).flags
    assert [flag.text for flag in flags] == ["Washington, D.C.", "5 new partner cities"]


def test_a_draft_city_is_counted_with_its_agreement_but_neither_named_nor_a_partner(client, five_years):
    world.agreement(world.city(status="draft", name_en="Hidden town"), signed_on="2012-05-01")
    made = growth()
    assert (made.signed[2012], made.totals[2026]) == (2, 5)
    assert "Hidden" not in client.get("/en/agreements/").content.decode()


def figure(client, path: str) -> str:
    """The plot and its table on the page at `path`."""
    return as_read(client.get(path).content.decode()).split('id="growth"')[1].split("</figure>")[0]


@pytest.mark.parametrize("path", ["", "agreements/"])
def test_it_stands_there_with_an_equal_table_in_both_languages(client, five_years, path):
    html = figure(client, f"/en/{path}")
    assert html.count('role="img" aria-label="') == 2
    assert '<a href="/en/agreements/?year=1962">1962</a>' in html and "Washington, D.C.</a>" in html
    thai = figure(client, f"/th/{path}")
    assert "พ.ศ. 2505" in thai and ">2520</text>" in thai


def test_a_name_in_the_other_language_is_marked_in_the_table(client, five_years):
    world.agreement(world.city(name_en=""), signed_on="2015-01-01")
    html = figure(client, "/en/agreements/")
    assert '<span lang="th">เมือง ' in html


def test_a_filtered_register_is_not_drawn(client, five_years):
    assert client.get("/en/agreements/?year=1962").context["growth"] is None
