"""The plan of the next month is begun from that of a month, at the desk."""

import datetime

import pytest

from plans.admin.next_month import for_next_month
from plans.models import Plan
from tests import world
from tests.desk.desk import as_sent, desk_url, errors_of, signed_in

pytestmark = pytest.mark.django_db
MAY = {"title_th": "แผนการปฏิบัติงานประจำเดือนพฤษภาคม 2555", "title_en": "Monthly operating plan, May 2012"}


def monthly(year=2012, month=5, fiscal_year=2012, **facts):
    facts = MAY | facts
    return world.plan(
        "monthly", kind="monthly_plan", month=datetime.date(year, month, 1), fiscal_year=fiscal_year, **facts
    )


def offered(client, plan):
    """The address that the form of `plan` offers."""
    return client.get(desk_url(Plan, "change", plan.pk)).context.get("next_month_url")


def test_the_next_month_is_named_in_both_languages_and_saved_as_it_stands():
    client = signed_in()
    page = client.get(offered(client, monthly()))
    answer = client.post(desk_url(Plan, "add"), as_sent(page, Plan))
    assert answer.status_code == 302, errors_of(answer)
    june = Plan.objects.get(month=datetime.date(2012, 6, 1))
    assert (june.title_th, june.title_en) == ("แผนการปฏิบัติงานประจำเดือนมิถุนายน 2555", "Monthly operating plan, June 2012")
    assert (june.kind, june.fiscal_year, june.status) == ("monthly_plan", 2012, "draft")
    assert (june.period_from.iso, june.period_to.iso) == ("2012-06-01", "2012-06-30")


@pytest.mark.parametrize(("year", "month", "fiscal_year", "expected"), [
    (2012, 9, 2012, ("2012-10-01", 2013)), (2012, 12, 2013, ("2013-01-01", 2013)),
])  # fmt: skip
def test_years_of_either_sort_begin_where_they_begin(year, month, fiscal_year, expected):
    client = signed_in()
    initial = client.get(offered(client, monthly(year, month, fiscal_year))).context["adminform"].form.initial
    assert (initial["month"].isoformat(), initial["fiscal_year"]) == expected


@pytest.mark.parametrize(("title", "next_title"), [
    ("แผนเดือนพฤษภาคม พ.ศ. 2555 (เมษายน 2555)", "แผนเดือนมิถุนายน พ.ศ. 2555 (เมษายน 2555)"),
    ("แผนเดือนพฤษภาคม ๒๕๕๕", "แผนเดือนมิถุนายน ๒๕๕๕"),
    ("ต่อจากพฤษภาคม 2554", "ต่อจากพฤษภาคม 2554"),
    ("แผนของเดือน", "แผนของเดือน"),
])  # fmt: skip
def test_a_title_is_changed_where_it_names_the_month_and_nowhere_else(title, next_title):
    assert (
        for_next_month(Plan(kind="monthly_plan", month=datetime.date(2012, 5, 1), title_th=title))["title_th"]
        == next_title
    )


def test_it_is_offered_where_there_is_none_yet_and_of_monthly_plans_alone():
    client, may = signed_in(), monthly()
    assert offered(client, may)
    world.plan("june", kind="monthly_plan", month=datetime.date(2012, 6, 1), fiscal_year=2012)
    assert not offered(client, may) and not offered(client, world.plan("strategy", kind="strategy"))


@pytest.mark.parametrize("after", ["0", "x", "๑", "9" * 40, ""])
def test_an_address_that_names_no_plan_begins_an_empty_one(after):
    page = signed_in().get(desk_url(Plan, "add"), {"after": after})
    assert page.status_code == 200 and "month" not in page.context["adminform"].form.initial
