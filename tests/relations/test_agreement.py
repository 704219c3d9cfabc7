"""What an agreement is on a day, and which cities are partners then."""

from datetime import date

import pytest

from iad_portal.lib.dates.calendar import PartialDate
from relations.models import AgreementState, City, Instrument
from relations.models.agreement import Agreement
from tests import world

pytestmark = pytest.mark.django_db

D = date
CASES = [
    ({"signed_on": "1962-02-19"}, D(1962, 2, 18), AgreementState.NOT_YET),
    ({"signed_on": "1962-02-19"}, D(1962, 2, 19), AgreementState.IN_FORCE),
    ({"signed_on": PartialDate.from_iso("1993")}, D(1993, 1, 1), AgreementState.IN_FORCE),
    ({"signed_on": "2015-09-01", "expires_on": PartialDate.from_iso("2017")}, D(2017, 12, 31), AgreementState.IN_FORCE),
    ({"signed_on": "2015-09-01", "expires_on": PartialDate.from_iso("2017")}, D(2018, 1, 1), AgreementState.ENDED),
    ({"signed_on": "2015-09-01", "effective_on": "2016-01-01"}, D(2015, 12, 1), AgreementState.NOT_YET),
    (
        {"signed_on": "2010-01-01", "expires_on": "2012-01-01", "renews_itself": True},
        D(2020, 1, 1),
        AgreementState.IN_FORCE,
    ),
    ({"signed_on": "2010-01-01", "terminated_on": "2015-06-01"}, D(2015, 6, 1), AgreementState.ENDED),
    ({}, None, AgreementState.IN_FORCE_UNDATED),
    ({"expires_on": PartialDate.from_iso("2025")}, D(2026, 11, 22), AgreementState.ENDED),
]


@pytest.mark.parametrize(("facts", "at", "state"), CASES)
def test_state_and_queryset_agree(facts, at, state):
    """The method and the database give the same answer for the same day."""
    agreement = world.agreement(**facts)
    agreement.refresh_from_db()
    assert agreement.state(at) == state
    in_force = Agreement.objects.in_force(at).filter(pk=agreement.pk).exists()
    assert in_force == (state in {AgreementState.IN_FORCE, AgreementState.IN_FORCE_UNDATED})
    assert Agreement.objects.ended(at).filter(pk=agreement.pk).exists() == (state == AgreementState.ENDED)
    assert Agreement.objects.not_yet(at).filter(pk=agreement.pk).exists() == (state == AgreementState.NOT_YET)


def test_undated_ties_count_today_and_not_on_a_past_day():
    """A tie without a date makes a partner of today only, and says so."""
    dated, undated = world.washington(), world.city("hue")
    world.agreement(undated, instrument=Instrument.NOT_STATED)
    assert set(City.objects.partners()) == {dated, undated}
    assert set(City.objects.partners(date(2000, 1, 1))) == {dated}
    assert set(City.objects.undated_partners()) == {undated}


def test_only_published_tie_making_instruments_make_partners():
    """A programme of cooperation or a draft binds nobody."""
    world.agreement(world.city(), instrument=Instrument.COOPERATION_PROGRAMME, signed_on="2015-01-01")
    world.agreement(world.city(), status="draft", signed_on="2015-01-01")
    assert not City.objects.partners().exists()
