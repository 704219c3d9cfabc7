"""Bangkok's membership and roles in a network, asked of any day."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from iad_portal.lib.dates.calendar import PartialDate, today
from networks.models import Fee, Meeting, Membership, Network, NetworkStatus, Role, RoleState
from networks.models.network import overlap
from tests import world

pytestmark = pytest.mark.django_db

D, P = date, PartialDate.from_iso
DAY, TODAY = timedelta(days=1), today()
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


YEARS = {"starts_on": P("2012"), "ends_on": P("2014")}
MONTH = {"starts_on": P("2012-02"), "ends_on": P("2012-02")}
ONE_DAY = {"starts_on": P("2012-02-03"), "ends_on": P("2012-02-03")}
STATES = [
    (YEARS, D(2011, 12, 31), RoleState.COMING),
    (YEARS, D(2012, 1, 1), RoleState.HELD),
    (YEARS, D(2014, 12, 31), RoleState.HELD),
    (YEARS, D(2015, 1, 1), RoleState.PAST),
    (MONTH, D(2012, 1, 31), RoleState.COMING),
    (MONTH, D(2012, 2, 1), RoleState.HELD),
    (MONTH, D(2012, 2, 29), RoleState.HELD),
    (MONTH, D(2012, 3, 1), RoleState.PAST),
    (ONE_DAY, D(2012, 2, 2), RoleState.COMING),
    (ONE_DAY, D(2012, 2, 3), RoleState.HELD),
    (ONE_DAY, D(2012, 2, 4), RoleState.PAST),
    ({"starts_on": TODAY + DAY}, None, RoleState.COMING),
    ({"starts_on": TODAY}, None, RoleState.HELD),
    ({"starts_on": TODAY - DAY, "ends_on": TODAY}, None, RoleState.HELD),
    ({"starts_on": TODAY - DAY, "ends_on": TODAY - DAY}, None, RoleState.PAST),
    ({"ends_on": TODAY - DAY}, None, RoleState.PAST),
    ({"ends_on": TODAY}, None, RoleState.UNKNOWN),
    ({"ends_on": P("1998-05")}, D(1998, 5, 31), RoleState.UNKNOWN),
    ({"ends_on": P("1998-05")}, D(1998, 6, 1), RoleState.PAST),
    ({}, None, RoleState.UNKNOWN),
]


@pytest.mark.parametrize(("term", "at", "state"), STATES)
def test_the_state_of_a_role_before_on_and_after_each_border(term, at, state):
    """The method and the queryset agree; a role whose beginning is not recorded is held on no day."""
    role = Role.objects.create(network=world.network(), title_th="ประธาน", title_en="Chair", **term)
    role.refresh_from_db()
    assert role.state(at) == state
    assert Role.objects.held_at(at).exists() == (state == RoleState.HELD)


BORDERS = {
    "start, to the day": ("2011-09-01", None, D(2011, 9, 1), [False, True, True]),
    "start, to the month": ("2011-09", None, D(2011, 9, 1), [False, True, True]),
    "start, to the year": ("2011", None, D(2011, 1, 1), [False, True, True]),
    "end, to the day": ("2011", "2014-05-06", D(2014, 5, 6), [True, True, False]),
    "end, to the month": ("2011", "2014-04", D(2014, 4, 30), [True, True, False]),
    "end, to the year": ("2011", "2014", D(2014, 12, 31), [True, True, False]),
    "one day": ("2011-09-01", "2011-09-01", D(2011, 9, 1), [False, True, False]),
}


@pytest.mark.parametrize(("start", "end", "border", "stands"), BORDERS.values(), ids=BORDERS)
def test_the_day_before_the_day_itself_and_the_day_after(start, end, border, stands):
    """Of a membership and of a role, by the record and by the database."""
    network, end = world.network(member=False), end and P(end)
    member = Membership.objects.create(network=network, joined_on=P(start), left_on=end)
    Role.objects.create(network=network, title_th="ประธาน", starts_on=P(start), ends_on=end)
    member.refresh_from_db()
    days = [border - DAY, border, border + DAY]
    assert [member.is_open(day) for day in days] == stands
    assert [Membership.objects.open_at(day).exists() for day in days] == stands
    assert [Role.objects.held_at(day).exists() for day in days] == stands
    assert [Network.objects.with_bangkok(day).exists() for day in days] == stands


@pytest.mark.parametrize(
    ("start", "end", "stands"),
    [
        (TODAY, None, True),
        (TODAY + DAY, None, False),
        (TODAY - DAY, TODAY, True),
        (TODAY - 2 * DAY, TODAY - DAY, False),
    ],
)
def test_without_a_day_it_is_today(start, end, stands):
    network = world.network(member=False)
    member = Membership.objects.create(network=network, joined_on=start, left_on=end)
    role = Role.objects.create(network=network, title_th="ประธาน", starts_on=start, ends_on=end)
    member.refresh_from_db(), role.refresh_from_db()
    found = [rows.exists() for rows in (Membership.objects.open_at(), Role.objects.held_at())]
    assert [*found, member.is_open(), Network.objects.with_bangkok().exists()] == [stands] * 4
    assert (role.state() == RoleState.HELD) == stands


def test_a_membership_without_a_beginning_counts_from_today_on():
    member = Membership.objects.create(network=world.network(member=False), left_on=TODAY + DAY)
    member.refresh_from_db()
    days, expected = [TODAY + days * DAY for days in (-1, 0, 1, 2)], [False, True, True, False]
    assert [member.is_open(day) for day in days] == expected
    assert [Membership.objects.open_at(day).exists() for day in days] == expected


def test_a_network_of_the_past_counts_no_more_today_but_did_yesterday():
    world.network(activity=NetworkStatus.PAST)
    assert [Network.objects.with_bangkok(day).exists() for day in (None, TODAY, TODAY - DAY)] == [False, False, True]


@pytest.mark.parametrize(
    ("first", "second", "do_overlap"),
    [
        (("2010", "2016"), ("2016", "2020"), False),  # within one year nobody knows
        (("2010", "2016-06"), ("2016-06-30", "2020"), False),
        (("2010", "2016-06-15"), ("2016-06-15", "2020"), False),
        (("2010", "2016-06-15"), ("2016-06-14", "2020"), True),
        (("2010", "2016-07"), ("2016-06", "2020"), True),
        (("2010", None), ("2020", None), True),
    ],
)
def test_what_is_known_roughly_need_not_overlap(first, second, do_overlap):
    periods = [value and P(value) for value in (*first, *second)]
    assert overlap(*periods) == overlap(*periods[2:], *periods[:2]) == do_overlap


def test_of_rows_that_overlap_the_later_one_is_told():
    rows = [Membership(joined_on=P(start), left_on=P(end)) for start, end in (("2000", "2005"), ("2006", "2008"))]
    late = Membership(joined_on=P("2004"), left_on=P("2005"))
    assert list(Membership.faults_between(rows)) == []
    [(row, fault)] = Membership.faults_between([*rows, late, Membership(joined_on=P("2009"))])
    sentence = "This period overlaps another membership of the same network."
    assert row is late and fault.message_dict == {"joined_on": [sentence]}


def test_networks_stand_in_the_order_of_their_names_in_the_readers_language():
    names = [("ข", "Alpha"), ("เก", "Beta"), ("ค", "alphabet")]
    made = [world.network(name_th=thai, name_en=english) for thai, english in names]
    assert list(Network.objects.by_name("th")) == [made[1], made[0], made[2]]
    assert list(Network.objects.by_name("en")) == [made[0], made[2], made[1]]


def test_what_staff_read_of_each():
    network = Network(acronym="MGMAC", name_th="การประชุม", slug="mgmac")
    assert str(network) == "MGMAC" and str(Network(name_th="การประชุม")) == "การประชุม"
    assert network.get_absolute_url() == "/en/networks/mgmac/"
    assert str(Membership(network=network, kind="full")) == "MGMAC · Full member"
    assert str(Role(title_th="ประธาน")) == "ประธาน" and str(Fee(amount=5, currency="USD")) == "5 USD"


def test_a_meeting_is_coming_until_its_last_day_is_over():
    """One without an end is over with its start, a month with its last day."""
    spans = [("2019-06-26", "2019-06-28"), ("2019-06-28", None), ("2019-06", None), (None, None)]
    made = [world.meeting(starts_on=start and P(start), ends_on=end and P(end)) for start, end in spans]
    for day, coming in [(D(2019, 6, 28), made[:3]), (D(2019, 6, 29), [made[2]]), (D(2019, 7, 1), [])]:
        assert set(Meeting.objects.upcoming(day)) == set(coming)
        assert set(Meeting.objects.past(day)) == set(made[:3]) - set(coming)
