"""What registers say of an agreement: alike in Python and in SQL, and never “in force” of what binds nothing."""

from datetime import date, timedelta

import pytest

from iad_portal.lib.dates import calendar
from relations.models import Agreement, Instrument, ListedAs, listed_as, with_list_state
from relations.models.agreement import BINDING
from tests import world

pytestmark = pytest.mark.django_db

TODAY = calendar.today()
PAPERS = (
    {},
    {"signed_on": "1962-02-19"},
    {"signed_on": TODAY},
    {"signed_on": "2012-05-18", "expires_on": "2030-05-17"},
    {"signed_on": "2012-05-18", "expires_on": "2017-05-17"},
    {"signed_on": "2012-05-18", "terminated_on": "2015-01-01"},
    {"signed_on": TODAY + timedelta(days=30)},
    {"effective_on": TODAY + timedelta(days=30), "signed_on": TODAY},
    {"confirmed_on": TODAY},
)


@pytest.fixture
def papers():
    """Of each instrument each; and of each date one more, which a later one renews, and one that a draft renews."""
    city = world.city()
    made = [world.agreement(city, instrument=code, **facts) for code in Instrument for facts in PAPERS]
    for facts in PAPERS:
        for status, instrument in (("published", "mou"), ("published", "joint_statement"), ("draft", "mou")):
            old = world.agreement(city, signed_on="1990-01-01")
            made += [old, world.agreement(city, renews=old, status=status, instrument=instrument, **facts)]
    return made


def test_python_and_sql_say_the_same(papers):
    renewals = [paper for paper in papers if paper.status == "published"]
    for day in (TODAY, date(2013, 1, 1), TODAY + timedelta(days=4000)):
        told = {paper.pk: listed_as(paper, renewals, day).value for paper in Agreement.objects.all()}
        assert dict(with_list_state(Agreement.objects.order_by(), day).values_list("pk", "list_state")) == told
        assert day != TODAY or set(told.values()) == set(ListedAs.values)


def test_a_paper_that_binds_nothing_is_never_in_force(papers, client):
    statements = Agreement.objects.exclude(instrument__in=[code.value for code in BINDING])
    assert not statements.in_force().exists() and not statements.not_yet().exists()
    assert not any(paper.is_in_force() or paper.is_confirmed() for paper in statements)
    for instrument in (Instrument.LETTER_OF_INTENT, Instrument.JOINT_STATEMENT):
        rows = client.get(f"/en/agreements/?instrument={instrument}").context["ledger"].groups[0].rows
        assert {row.cells[-1].value for row in rows} == {"Statement of intent", "Ended 2015", "Ended 2017"}
