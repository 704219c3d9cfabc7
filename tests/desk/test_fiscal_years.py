"""Fiscal years on the desk: typed in either era, stored in the Common Era, held against what stands beside them."""

import pytest
from django.db import IntegrityError, transaction

from networks.models import Fee, Network
from news.models import Newsletter
from plans.models import Plan
from tests import world

from ..site.checks import shown_text
from .desk import as_sent, desk_url, errors_of, signed_in, untouched

pytestmark = pytest.mark.django_db
TYPED = ["2569", "๒๕๖๙", "2026", "ปีงบประมาณ พ.ศ. 2569", "FY2026"]
ISSUE = {"volume": "8", "number": "3", "slug": "8-3"}


def sent(client, model, page="add", *args, **typed):
    """What the form of `model` answers to what is `typed`."""
    url = desk_url(model, page, *args)
    return client.post(url, untouched(client, url, model) | typed)


@pytest.mark.parametrize("typed", TYPED)
def test_a_plan_takes_its_fiscal_year_in_either_era(typed):
    client, plan = signed_in(), world.plan()
    answer = sent(client, Plan, "change", plan.pk, fiscal_year=typed)
    assert answer.status_code == 302, errors_of(answer)
    plan.refresh_from_db()
    assert plan.fiscal_year == 2026
    shown = client.get(desk_url(Plan, "change", plan.pk)).content.decode()
    assert 'value="2569"' in shown and "ปีงบประมาณ 2569 (fiscal year 2026)" in shown


@pytest.mark.parametrize("typed", TYPED)
def test_the_fee_of_a_network_is_of_the_year_that_was_meant(client, typed):
    desk, network = signed_in(), world.network("citynet")
    row = {"fees-TOTAL_FORMS": "1", "fees-0-fiscal_year": typed, "fees-0-amount": "5000", "fees-0-currency": "USD"}
    answer = sent(desk, Network, "change", network.pk, **row)
    assert answer.status_code == 302, errors_of(answer)
    text = shown_text(client.get("/th/networks/citynet/"))
    assert "2569" in text and "3112" not in text
    assert "2569" in desk.get(desk_url(Fee)).content.decode()


@pytest.mark.parametrize("typed", ["69", "3112", "1483", "ปีหน้า", "14/2/2569"])
def test_a_year_that_cannot_be_is_refused_in_thai_and_stays_in_its_box(typed):
    client, plan = signed_in(), world.plan()
    answer = sent(client, Plan, "change", plan.pk, fiscal_year=typed)
    [sentence] = errors_of(answer)
    assert any("ก" <= letter <= "๛" for letter in sentence) and f'value="{typed}"' in answer.content.decode()


@pytest.mark.parametrize("model", [Fee, Newsletter, Plan])
def test_what_reaches_the_database_past_the_forms_is_in_range_or_refused(model):
    made = {Fee: lambda: Fee.objects.create(network=world.network(), amount=1, currency="THB"),
            Newsletter: lambda: Newsletter.objects.create(volume=8, number=3, slug="8-3"),
            Plan: lambda: world.plan()}[model]()  # fmt: skip
    model.objects.filter(pk=made.pk).update(fiscal_year=2569)
    assert model.objects.get(fiscal_year=2026) == model.objects.get(fiscal_year=2569) == made
    for wrong in (3112, 1483):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.filter(pk=made.pk).update(fiscal_year=wrong)


@pytest.mark.parametrize("issued", ["14/2/2558", "20/6/2558", "1/1/2559"])
def test_an_issue_that_came_out_in_its_quarter_or_soon_after_is_taken(issued):
    answer = sent(signed_in(), Newsletter, fiscal_year="2558", fiscal_quarter="2", published_on=issued, **ISSUE)
    assert answer.status_code == 302, errors_of(answer)


@pytest.mark.parametrize(("year", "quarter"), [("2561", "2"), ("2558", "3"), ("2556", ""), ("2561", "")])
def test_an_issue_far_from_its_quarter_is_asked_about_once(year, quarter):
    client = signed_in()
    typed = {"fiscal_year": year, "fiscal_quarter": quarter, "published_on": "14/2/2558"}
    asked = sent(client, Newsletter, **typed, **ISSUE)
    [question] = errors_of(asked)
    assert "14 กุมภาพันธ์ 2558" in question and f"ปีงบประมาณ {year}" in question
    assert client.post(desk_url(Newsletter, "add"), as_sent(asked, Newsletter)).status_code == 302


def test_a_quarter_needs_its_year():
    answer = sent(signed_in(), Newsletter, fiscal_quarter="2", **ISSUE)
    assert len(errors_of(answer)) == 1 and answer.context["adminform"].form.errors["fiscal_year"]


def test_history_tells_fiscal_years_in_the_officers_era():
    client, plan = signed_in(), world.plan()
    sent(client, Plan, "change", plan.pk, fiscal_year="2569")
    assert "2569" in client.get(desk_url(Plan, "history", plan.pk)).content.decode()
