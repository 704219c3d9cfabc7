"""Bangkok's membership and roles in a network, asked of any day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from iad_portal.lib.dates.calendar import PartialDate, today
from networks.models import Membership, Network, NetworkStatus, Role
from networks.models.network import overlap
from networks.pages.network_page import role_state
from tests import world

pytestmark = pytest.mark.django_db

D, P = date, PartialDate.from_iso
OPEN = [
    ({"joined_on": "2011-09-01"}, D(2011, 8, 31), False),
    ({"joined_on": "2011-09-01"}, D(2011, 9, 1), True),
    ({"joined_on": P("1992"), "left_on": P("2014")}, D(2014, 12, 31), True),
    ({"joined_on": P("1992"), "left_on": P("2014")}, D(2015, 1, 1), False),
    ({"joined_on": P("2012-02"), "left_on": P("2012-05")}, D(2012, 5, 31), True),
    ({"joined_on": P("2012-02"), "left_on": P("2012-05")}, D(2012, 6, 1), False),
    ({}, None, True),
    ({}, D(2020, 1, 1), False),
]
A, B, C = D(2000, 1, 1), D(2005, 1, 1), D(2010, 1, 1)


@pytest.mark.parametrize(("facts", "at", "is_open"), OPEN)
def test_open_on_a_day(facts, at, is_open):
    """The method and the queryset agree; without a beginning it counts from today on only."""
    row = Membership.objects.create(network=world.network(member=False), **facts)
    row.refresh_from_db()
    assert row.is_open(at) == is_open
    assert Membership.objects.open_at(at).filter(pk=row.pk).exists() == is_open


@pytest.mark.parametrize(
    ("first", "second", "do_overlap"),
    [
        ((A, B), (B, C), False),  # one ends on the day the other begins
        ((A, C), (B, None), True),
        ((None, B), (None, None), True),
        ((None, A), (B, None), False),
        ((B, None), (A, B), False),
    ],
)
def test_overlap_of_periods(first, second, do_overlap):
    periods = [value and PartialDate.of(value) for value in (*first, *second)]
    assert overlap(*periods) == do_overlap
    assert overlap(*periods[2:], *periods[:2]) == do_overlap


def test_overlapping_memberships_are_refused_with_a_sentence():
    network = world.network()  # since 2011
    with pytest.raises(ValidationError, match="overlaps another membership"):
        Membership(network=network, joined_on="2008-01-01", left_on="2012-01-01").full_clean()
    Membership(network=network, joined_on="2008-01-01", left_on="2011-09-01").full_clean()


def test_the_database_holds_one_open_membership_a_network():
    network = world.network()
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(network=network, joined_on="2020-01-01")
    Membership.objects.create(network=network, joined_on="1999-01-01", left_on="2005-01-01")
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(network=world.network(), joined_on="2020-01-01", left_on="2019-01-01")


def test_past_networks_do_not_count_today_but_did_then():
    here, past = world.network("here"), world.network("gone", activity=NetworkStatus.PAST)
    left = world.network("left", member=False)
    Membership.objects.create(network=left, joined_on="2000-01-01", left_on="2010-01-01")
    assert set(Network.objects.with_bangkok()) == {here}
    assert set(Network.objects.with_bangkok(D(2012, 1, 1))) == {here, past}
    assert set(Network.objects.with_bangkok(D(2009, 1, 1))) == {left}


@pytest.mark.parametrize(
    ("term", "at", "is_held"),
    [
        ({"starts_on": P("2012"), "ends_on": P("2014")}, D(2014, 12, 31), True),
        ({"starts_on": P("2012"), "ends_on": P("2014")}, D(2015, 1, 1), False),
        ({"starts_on": P("2012"), "ends_on": P("2014")}, D(2011, 12, 31), False),
        ({"starts_on": P("1998")}, None, True),
        ({"starts_on": "2999-01-01"}, None, False),
        ({}, None, False),
    ],
)
def test_roles_held_on_a_day(term, at, is_held):
    """A role whose beginning is not recorded is held on no day; the page's own word for it agrees."""
    role = Role.objects.create(network=world.network(), title_th="ประธาน", title_en="Chair", **term)
    role.refresh_from_db()
    assert Role.objects.held_at(at).exists() == is_held
    assert (role_state(role) == "held") == Role.objects.held_at(today()).exists()
