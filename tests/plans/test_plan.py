"""What a plan may be."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from plans.models import Plan, PlanKind, ProjectProgress
from tests import world

pytestmark = pytest.mark.django_db

WRONG = [
    ({"slug": "2013"}, "slug"),
    ({"kind": PlanKind.MONTHLY_PLAN, "month": None}, "month"),
    ({"kind": PlanKind.MONTHLY_PLAN, "month": "2012-09-01"}, "month"),
    ({"kind": PlanKind.STRATEGY, "month": "2012-12-01"}, "month"),
    ({"fiscal_year": None}, "fiscal_year"),
    ({"period_to": "2012-01-01"}, "period_to"),
]


@pytest.mark.parametrize(("facts", "field"), WRONG)
def test_a_clear_sentence_beside_the_field(facts, field):
    """The officer learns which field is wrong, before the database refuses."""
    good = {
        "slug": "fy",
        "kind": PlanKind.ANNUAL_PLAN,
        "title_th": "แผน",
        "fiscal_year": 2013,
        "period_from": "2012-10-01",
        "period_to": "2013-09-30",
    }
    with pytest.raises(ValidationError) as error:
        Plan(**good | facts).full_clean()
    assert field in error.value.message_dict


def test_the_database_refuses_a_month_without_a_monthly_plan_and_progress_beyond_a_hundred():
    """Also for writes that pass by the forms."""
    for write in (
        lambda: world.plan(month="2012-12-01"),
        lambda: world.plan(kind=PlanKind.MONTHLY_PLAN),
        lambda: world.plan(fiscal_year=3112),
        lambda: ProjectProgress.objects.create(project=world.project(), percent=101),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


def test_progress_is_the_latest_note():
    """Dated notes come before undated ones."""
    project = world.project(world.plan())
    assert project.progress is None
    ProjectProgress.objects.create(project=project, percent=45)
    ProjectProgress.objects.create(project=project, percent=60, as_of="2013-05-01")
    ProjectProgress.objects.create(project=project, percent=50, as_of="2013-04-01")
    assert project.progress.percent == 60
