"""Agreement in force and standing of a city: Python and SQL answer alike on the days around every border."""

from datetime import date, timedelta

import pytest

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from relations.models import Agreement, AgreementState, City, Instrument, Standing, standing_of
from tests import world

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)

# Agreements by what they prove.
TABLE = {
    "undated": {},
    "undated, ended by its term": {"expires_on": "2020-06-30"},
    "undated, its term ends today": {"expires_on": TODAY},
    "undated, terminated": {"terminated_on": "2019-03-01"},
    "undated, its term renews itself": {"expires_on": "2020-06-30", "renews_itself": True},
    "known to the day": {"signed_on": "1962-02-19"},
    "known to the month": {"signed_on": "1993-05"},
    "known to the year": {"signed_on": "1997"},
    "signed today": {"signed_on": TODAY},
    "to be signed tomorrow": {"signed_on": TODAY + DAY},
    "in force only": {"effective_on": "2001-07-01"},
    "in force later than signed": {"signed_on": "2015-09-01", "effective_on": "2016-01-01"},
    "in force earlier than signed": {"signed_on": "2015-09-15", "effective_on": "2015-09-01"},
    "in force from a month": {"signed_on": "2003-02-10", "effective_on": "2003-04"},
    "term to the day": {"signed_on": "2010-01-01", "expires_on": "2012-02-29"},
    "term to the month": {"signed_on": "2010-01-01", "expires_on": "2012-02"},
    "term to the year": {"signed_on": "2010-01-01", "expires_on": "2017"},
    "term of one day": {"signed_on": "2011-05-05", "expires_on": "2011-05-05"},
    "term that renews itself": {"signed_on": "2010-01-01", "expires_on": "2012-01-01", "renews_itself": True},
    "terminated": {"signed_on": "2010-01-01", "terminated_on": "2015-06-01"},
    "terminated on the day of signing": {"signed_on": "2013-08-08", "terminated_on": "2013-08-08"},
    "terminated though it renews itself": {
        "signed_on": "2010-01-01", "expires_on": "2012-01-01", "renews_itself": True, "terminated_on": "2014-01-01",
    },
    "terminated before its term": {"signed_on": "2010-01-01", "expires_on": "2020", "terminated_on": "2018-01-01"},
    "terminated after its term": {"signed_on": "2010-01-01", "expires_on": "2012-01", "terminated_on": "2018-01-01"},
    "signed but terminated before it binds": {
        "signed_on": "2008-01-01", "effective_on": "2009", "terminated_on": "2009-01-01",
    },
    "letter of intent": {"signed_on": "2005-03-03", "instrument": Instrument.LETTER_OF_INTENT},
    "programme that ended": {
        "signed_on": "2005-03-03", "expires_on": "2006-03-03", "instrument": Instrument.COOPERATION_PROGRAMME,
    },
    "draft": {"signed_on": "2005-03-03", "status": "draft"},
    "withdrawn": {"signed_on": "2005-03-03", "status": "withdrawn"},
}  # fmt: skip
# Cities with several, by the names of TABLE.
SEVERAL = {
    "renewed": ("term to the day", "in force later than signed"),
    "ended, another to come": ("terminated", "to be signed tomorrow"),
    "ended, a programme goes on": ("term to the year", "letter of intent"),
    "ended, an undated one": ("term to the month", "undated"),
    "ended, a draft": ("terminated", "draft"),
    "none": (),
}


@pytest.fixture
def agreements(monkeypatch):
    """A city for each agreement of TABLE and for each group of SEVERAL; TODAY is today."""
    monkeypatch.setattr(calendar, "today", lambda: TODAY)
    for names in [*((name,) for name in TABLE), *SEVERAL.values()]:
        city = world.city()
        for name in names:
            world.agreement(city, **TABLE[name])
    return list(Agreement.objects.all())


def borders() -> list[date]:
    """Each day on which something in TABLE begins, or is over, and the day before; and those around today."""
    days = {TODAY}
    for facts in TABLE.values():
        for name in ("signed_on", "effective_on", "expires_on", "terminated_on"):
            if value := facts.get(name):
                known = PartialDate.from_iso(str(value))
                days |= {known.first_day, known.last_day + DAY}
    return sorted({day + step for day in days for step in (-DAY, timedelta(0))} | {TODAY + DAY})


def keys(rows) -> set[int]:
    return set(rows.values_list("pk", flat=True))


def test_state_and_force_of_agreements(agreements):
    for day in borders():
        for state in AgreementState:
            said = {agreement.pk for agreement in agreements if agreement.state(day) == state}
            assert keys(Agreement.objects.in_state(state, day)) == said, (state, day)
        assert keys(Agreement.objects.in_force(day)) == {
            agreement.pk for agreement in agreements if agreement.is_in_force(day)
        }, day


def test_days_in_force_are_the_days_of_that_state(agreements):
    for day in borders():
        for agreement in agreements:
            if agreement.days_in_force:
                first, last = agreement.days_in_force
                assert (first <= day <= last) == (agreement.state(day) == AgreementState.IN_FORCE), (agreement, day)


def test_instruments_that_make_a_tie(agreements):
    assert keys(Agreement.objects.tie_making()) == {agreement.pk for agreement in agreements if agreement.makes_tie}


def test_standing_of_cities(agreements):
    published = {city.pk: list(city.agreements.published()) for city in City.objects.all()}
    for day in borders():
        said = {pk: standing_of(papers, day).value for pk, papers in published.items()}
        assert dict(City.objects.with_standing(day).values_list("pk", "standing")) == said, day
        for standing in Standing:
            assert keys(City.objects.in_standing(standing, day)) == {pk for pk in said if said[pk] == standing}, day


def test_the_table_meets_every_answer(agreements):
    """Else the comparisons above would prove little."""
    days = borders()
    assert {agreement.state(day) for agreement in agreements for day in days} == set(AgreementState)
    standings = City.objects.with_standing().values_list("standing", flat=True)
    assert set(standings) == set(Standing.values)


def test_without_a_day_it_is_today(agreements):
    assert dict(City.objects.with_standing().values_list("pk", "standing")) == dict(
        City.objects.with_standing(TODAY).values_list("pk", "standing")
    )
    assert [agreement.is_in_force() for agreement in agreements] == [
        agreement.is_in_force(TODAY) for agreement in agreements
    ]
