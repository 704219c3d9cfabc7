"""The months of a fiscal year hold all that falls in them."""

import pytest

from plans.models import PlanKind
from tests import world
from tests.site.checks import grows_not

pytestmark = pytest.mark.django_db


def months(client, year: int) -> dict[int, list[str]]:
    """The labels of what stands in each month (by its number) on the page of a fiscal year."""
    shown = client.get(f"/en/plans/{year}/").context["months"]
    return {month.month.month: [str(entry.label) for entry in month.entries] for month in shown}


@pytest.fixture(autouse=True)
def two_years():
    """Both fiscal years have a page."""
    world.plan(fiscal_year=2019, period_from=None, period_to=None)
    world.plan(fiscal_year=2020, period_from=None, period_to=None)


@pytest.mark.parametrize("kind", ["meeting", "exchange", "project"])
def test_what_lasts_over_the_turn_of_the_year_stands_in_both(client, kind):
    """In the last month of one and the first of the next, and in no other."""
    make = {"meeting": world.meeting, "exchange": world.exchange, "project": world.project}[kind]
    made = make(title_en="Across", starts_on="2019-09-29", ends_on="2019-10-02")
    assert {month for month, labels in months(client, 2019).items() if "Across" in labels} == {9}, made
    assert {month for month, labels in months(client, 2020).items() if "Across" in labels} == {10}


def test_an_exchange_of_the_year_is_read_with_its_way_to_the_ledger(client):
    """On the page of a city that took part, of one it was about, or of the embassy; a draft is not there."""
    edo, kiev = world.city("edo"), world.city("kiev")
    world.exchange(edo, title_en="Visit", starts_on="2019-05-23"), world.exchange(status="draft", title_en="Secret")
    world.exchange(about=[kiev], title_en="Talk", starts_on="2019-05")
    world.exchange(embassies=[world.embassy("HU")], title_en="Call", starts_on="2019-05-30")
    world.exchange(title_en="Alone", starts_on="2019-05-31")
    shown = next(month for month in client.get("/en/plans/2019/").context["months"] if month.month.month == 5)
    assert [(str(entry.label), entry.url) for entry in shown.entries] == [
        ("Talk", "/en/cities/kiev/#done"),
        ("Visit", "/en/cities/edo/#done"),
        ("Call", "/en/embassies/hu/#exchanges"),
        ("Alone", ""),
    ]


def test_the_dated_projects_of_a_monthly_plan_stand_in_its_month(client):
    """One known to the year only stands in none."""
    facts = {"kind": PlanKind.MONTHLY_PLAN, "fiscal_year": 2019, "month": "2019-02-01"}
    plan = world.plan(**facts, period_from=None, period_to=None)
    world.project(plan, title_en="Camp", starts_on="2019-02-04", ends_on="2019-02-06")
    world.project(plan, title_en="Some day", starts_on="2019")
    assert months(client, 2019) == {2: ["Camp"]}
    assert client.get("/en/plans/2019/").context["summary"] == "2 projects"
    assert "Camp" in client.get("/en/plans/2019/").content.decode().split('id="projects"')[1]


def test_what_lasts_longer_than_a_quarter_stands_where_it_begins_and_ends(client):
    """What lasts some months stands in each of them; an end known to the year only says nothing of a month."""
    world.exchange(title_en="Months", starts_on="2018-12-20", ends_on="2019-02-03")
    world.project(title_en="Years", starts_on="2019-01-01", ends_on="2019-12-31")
    world.meeting(title_en="Open", starts_on="2019-03", ends_on="2021")
    stand = {
        label: {month for month, labels in months(client, 2019).items() if label in labels}
        for label in ("Months", "Years", "Open")
    }
    assert stand == {"Months": {12, 1, 2}, "Years": {1}, "Open": {3}}
    assert months(client, 2020)[12] == ["Years"]


def test_queries_do_not_grow(client):
    """However much falls in the year."""

    def add(number):
        world.exchange(world.city(), about=[world.city()], starts_on="2019-05-01")
        world.meeting(starts_on="2019-05-02"), world.project(starts_on="2019-05-03")

    grows_not(client, "/th/plans/2019/", add)
