"""Which networks count as Bangkok's on a day."""

from datetime import date

import pytest

from networks.models import Network
from tests import world

pytestmark = pytest.mark.django_db


def test_a_past_network_is_not_one_of_todays_but_was_one_then():
    """A network that is no more keeps its open membership on record; today it is not counted."""
    living, past = world.network("citynet"), world.network("anmc21", activity="past")
    world.network("stranger", member=False)
    assert set(Network.objects.with_bangkok()) == {living}
    assert set(Network.objects.with_bangkok(date(2012, 1, 1))) == {living, past}
    assert not Network.objects.with_bangkok(date(2011, 8, 31)).exists()
