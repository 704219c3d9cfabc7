"""What every record claims is the same in Python and in SQL, on every day; and officers see all of it in one list."""

from datetime import date, timedelta
from itertools import count
from string import ascii_uppercase

import pytest
from django.db.models import Q
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from iad_portal.lib.claims.age import ClaimState
from iad_portal.lib.claims.models import Confirmed
from iad_portal.lib.claims.shelf_life import ClaimKind
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.office.admin.claims import claims
from networks.models import CityMembership, Membership, Network, NetworkStatus, Role
from plans.models import Project
from relations.models import Agency, Agreement, Country, Embassy, Figure, Measure, Person, Post, PostKind
from tests import world

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
# A few years, with many borders of months and years among the days.
DAYS = st.dates(date(2018, 1, 1), date(2027, 1, 1)) | st.sampled_from([date(2020, 1, 1), date(2024, 2, 29)])
PARTIAL = st.none() | st.builds(PartialDate.of, DAYS, st.sampled_from(["day", "month", "year"]))
# What each model is made of: its dates, those at which it begins first, those at which it ends last.
DATES = {
    Agreement: ("signed_on", "effective_on", "confirmed_on", "expires_on", "terminated_on"),
    Post: ("starts_on", "as_of", "confirmed_on", "ends_on"),
    Figure: ("as_of", "confirmed_on"),
    Agency: ("confirmed_on",),
    Embassy: ("as_of", "confirmed_on"),
    Network: ("confirmed_on",),
    Membership: ("joined_on", "confirmed_on", "left_on"),
    CityMembership: ("as_of", "confirmed_on", "left_on"),
    Role: ("starts_on", "confirmed_on", "ends_on"),
    Project: ("starts_on", "confirmed_on", "ends_on"),
}
CODES = {
    Agreement: st.fixed_dictionaries(
        {"renews_itself": st.booleans(), "instrument": st.sampled_from(["mou", "joint_statement"])}
    ),
    Post: st.fixed_dictionaries({"kind": st.sampled_from([PostKind.GOVERNOR, PostKind.LEADER, PostKind.OTHER])}),
    Figure: st.fixed_dictionaries({"measure": st.sampled_from([Measure.MEMBERS, Measure.POPULATION])}),
    Network: st.fixed_dictionaries({"activity": st.sampled_from(NetworkStatus)}),
}
MANY = 20  # records that are compared on one day, in one query
_numbers = count(1)


@st.composite
def facts(draw, model):
    """Dates and codes of one record, without an end that lies before a beginning."""
    found = {name: draw(PARTIAL) for name in DATES[model]}
    latest = max((day for name, day in found.items() if day and name in ("signed_on", "effective_on", "starts_on",
                 "joined_on", "as_of")), default=None)  # fmt: skip
    for name in ("expires_on", "terminated_on", "ends_on", "left_on", "as_of"):
        if latest and found.get(name) and found[name].first_day < latest.first_day:
            found[name] = None
    if found.get("terminated_on"):
        found["terminated_on"] = found["terminated_on"].first_day
    return found | draw(CODES.get(model, st.just({})))


def make(model, of: dict, several: list[dict]) -> None:
    """Store a record of `model` for each of `several` facts."""

    def own() -> dict:
        number = next(_numbers)
        network = of["networks"][number % MANY]
        return {
            Agreement: {"number": number, "city": of["city"]},
            Post: {"person": of["person"]},
            Figure: {"subject": of["city"], "value": 1},
            Agency: {"slug": f"a{number}", "kind": "office"},
            Embassy: {"country": of["countries"][number % MANY]},
            Network: {"slug": f"n{number}", "kind": "forum"},
            Membership: {"network": network},
            CityMembership: {"network": network, "city": of["city"]},
            Role: {"network": network},
            Project: {"slug": f"p{number}"},
        }[model]

    model.objects.bulk_create([model(**own(), **facts) for facts in several])


@pytest.mark.parametrize("model", DATES, ids=lambda model: model.__name__)
def test_python_and_sql_tell_the_same(model):
    of = {"city": world.city(), "person": Person.objects.create(slug="someone")}
    of["countries"] = [Country(iso=f"Q{letter}", region="europe") for letter in ascii_uppercase[:MANY]]
    of["networks"] = [Network(slug=letter, kind="forum") for letter in ascii_uppercase[:MANY]]
    Country.objects.bulk_create(of["countries"]), Network.objects.bulk_create(of["networks"])

    # What fails names its record and day: to look for smaller ones takes minutes.
    @settings(max_examples=4, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(facts(model), min_size=MANY, max_size=MANY), st.lists(DAYS, min_size=4, max_size=4))
    def tell_the_same(drawn, days):
        model.objects.all().delete()
        make(model, of, drawn)
        for at in [*days, *borders(drawn)]:
            records = list(model.objects.with_claim_state(at))
            assert len(records) == MANY
            for record in records:
                assert record.claim_code == record.claim_state(at), (at, vars(record), record.claim())
            for state in ClaimState:
                said = {record.pk for record in records if record.claim_code == state}
                assert found(model.objects.in_claim_state(state, at)) == said, (at, state)
            if model is Post:
                said = {record.pk for record in records if record.is_open_at(at)}
                assert found(model.objects.open_at(at)) == said, at

    tell_the_same()


def borders(several: list[dict]) -> list[date]:
    """Some of the days on which one of `several` begins or ends, and of the next days, spread over all years."""
    known = {value for facts in several for value in facts.values() if isinstance(value, PartialDate)}
    days = sorted({day for value in known for day in (value.first_day, value.last_day, value.last_day + DAY)})
    return days[:: len(days) // 8 + 1]


def found(rows) -> set[int | str]:
    return set(rows.values_list("pk", flat=True))


def test_every_model_that_claims_something_is_compared_and_listed():
    assert {model for model in Confirmed.__subclasses__() if not model._meta.abstract} == set(DATES)


def test_a_governor_is_not_in_office_after_the_term_of_the_law():
    post = Post(kind=PostKind.GOVERNOR, starts_on="2022-06-01")
    assert post.claim_state(date(2026, 6, 1)) == ClaimState.CONFIRMED
    assert post.claim_state(date(2026, 6, 2)) == ClaimState.ENDED
    post.kind = PostKind.LEADER
    assert post.claim_state(date(2026, 6, 2)) == ClaimState.LAST_KNOWN


def test_the_list_of_claims_begins_with_the_one_confirmed_longest_ago():
    agreement = world.agreement(signed_on="2020-01-01")
    world.agreement(signed_on="2010-01-01", expires_on="2015-01-01")
    world.agreement(status="draft")
    world.agency()
    rows = claims(date(2024, 12, 31))
    assert [(row.kind, row.state, row.confirmed_on) for row in rows] == [
        (ClaimKind.CONTACT, ClaimState.LAST_KNOWN, None),
        (ClaimKind.AGREEMENT, ClaimState.CONFIRMED, agreement.signed_on),
    ]
    assert rows[1].record == agreement and rows[1].label == str(agreement)


def test_of_all_kinds_only_agreements_may_claim_nothing():
    assert {model for model in DATES if model.claiming_in_sql() != Q()} == {Agreement}
    assert all(model().claims_about_now for model in DATES.keys() - {Agreement})
