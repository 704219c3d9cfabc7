"""Rows of one form are judged by what will stand after the save, and told beside the row that was typed."""

import pytest
from django.core.exceptions import ValidationError

from networks.models import Fee, Membership, Network, Participation
from relations.models import Alias, Citation, City, Country
from tests import world

from .desk import desk_url, errors_of, signed_in
from .test_every_inline import Form

pytestmark = pytest.mark.django_db
OVERLAP = "ช่วงเวลานี้ซ้อนกับสมาชิกภาพอื่นของเครือข่ายเดียวกัน"


def member(**typed) -> dict:
    return {"kind": "full", **typed}


def errors_by_row(answer, kind) -> list[list[str]]:
    """The sentences in each row of `kind`."""
    formset = next(inline.formset for inline in answer.context["inline_admin_formsets"] if inline.formset.model is kind)
    return [[str(text) for texts in errors.values() for text in texts] for errors in formset.errors]


def test_a_source_named_twice_is_told_beside_the_second():
    form = Form(signed_in(), City, world.city())
    source = world.source()
    form.put(Citation, {"source": source.pk, "order": 0}, {"source": source.pk, "order": 1})
    first, second = errors_by_row(form.send(), Citation)
    assert not first and len(second) == 1


def test_another_name_is_compared_as_it_will_be_stored():
    """Spaces and broken Thai marks are mended first: the same name twice; capitals are another name."""
    form = Form(signed_in(), Country, world.country())
    names = ["กรุงเทพฯ", " กรุงเทพฯ ", "Edo", "edo"]
    form.put(Alias, *({"name": name, "language": "th", "kind": "short"} for name in names))
    assert [bool(errors) for errors in errors_by_row(form.send(), Alias)] == [False, True, False, False]


def test_two_memberships_without_an_end_are_refused_when_added_together():
    network = world.network(member=False)
    form = Form(signed_in(), Network, network)
    form.put(Membership, member(joined_on="2550"), member(joined_on="2560"))
    first, second = errors_by_row(form.send(), Membership)
    assert not first and second


def test_one_membership_is_closed_and_the_next_opened_in_one_save():
    network = world.network()  # since 2011
    form = Form(signed_in(), Network, network)
    form.change(Membership, 0, left_on="31/12/2559")
    form.put(Membership, member(joined_on="1/1/2560"))
    answer = form.send()
    assert answer.status_code == 302, errors_of(answer)
    assert [str(membership.left_on) for membership in network.memberships.order_by("joined_on")] == [
        "2016-12-31",
        "None",
    ]


def test_the_open_membership_may_move_to_an_older_row():
    """The row that is closed is saved before the row that is opened, wherever they stand."""
    network = world.network(member=False)
    old = Membership.objects.create(network=network, joined_on="2012-01-01", left_on="2013-01-01")
    new = Membership.objects.create(network=network, joined_on="2010-01-01")
    form = Form(signed_in(), Network, network)
    for number, row in enumerate(network.memberships.all()):
        form.change(Membership, number, left_on="" if row == old else "1/1/2555")
    answer = form.send()
    assert answer.status_code == 302, errors_of(answer)
    old.refresh_from_db(), new.refresh_from_db()
    assert (old.left_on is None, new.left_on is None) == (True, False)


@pytest.mark.parametrize(
    ("first", "second", "is_refused"),
    [
        (("1/1/2550", "1/1/2555"), ("1/1/2554", "1/1/2558"), True),
        (("1/1/2550", "1/1/2555"), ("1/1/2555", "1/1/2558"), False),  # one ends on the day the other begins
        (("2550", "2555"), ("2555", ""), False),  # left and rejoined within a year of which no more is known
        (("2550", "2555"), ("มิ.ย. 2555", "2558"), False),
        (("2550", "มิ.ย. 2555"), ("มี.ค. 2555", ""), True),
        (("2550", "2555"), ("2554", ""), True),
    ],
)
def test_two_new_memberships_are_held_against_each_other(first, second, is_refused):
    form = Form(signed_in(), Network, world.network(member=False))
    form.put(Membership, *(member(joined_on=start, left_on=end) for start, end in (first, second)))
    answer = form.send()
    assert (answer.status_code == 200) == is_refused, errors_of(answer)
    assert not is_refused or errors_by_row(answer, Membership) == [[], [OVERLAP]]


def test_a_row_that_somebody_added_meanwhile_counts():
    """The form does not hold it; the stored rows are asked as well."""
    network = world.network(member=False)
    form = Form(signed_in(), Network, network)
    Membership.objects.create(network=network, joined_on="2010-01-01", left_on="2012-01-01")
    form.data["seen"] = Network.objects.get(pk=network.pk).version
    form.put(Membership, member(joined_on="2553", left_on="2554"))
    assert errors_by_row(form.send(), Membership) == [[OVERLAP]]


def test_rows_that_disagree_since_long_hold_up_no_other_work():
    network = world.network(member=False)
    for start in ("2010-01-01", "2011-01-01"):
        Membership.objects.create(network=network, joined_on=start, left_on="2015-01-01")
    form = Form(signed_in(), Network, network)
    form.data["note_th"] = "หมายเหตุ"
    assert form.send().status_code == 302


def test_a_membership_in_its_own_form_is_held_against_the_stored_ones():
    network = world.network()
    with pytest.raises(ValidationError, match=OVERLAP):
        Membership(network=network, joined_on="2012-01-01", left_on="2013-01-01").full_clean()


@pytest.mark.parametrize("kind", [Participation, Fee], ids=["cities", "fiscal years"])
def test_rows_change_places_in_a_ring(kind):
    """Three rows, each takes what the next one has: no order would do, and nothing is lost."""
    owner = world.meeting() if kind is Participation else world.network()
    for number in range(3):
        facts = {"meeting": owner, "city": world.city()} if kind is Participation else {
            "network": owner, "fiscal_year": 2010 + number, "amount": 1, "currency": "USD",
        }  # fmt: skip
        kind.objects.create(**facts)
    form = Form(signed_in(), type(owner), owner)
    name = "city" if kind is Participation else "fiscal_year"
    values = [form.row(kind, number)[name] for number in range(3)]
    for number in range(3):
        form.change(kind, number, **{name: values[(number + 1) % 3]})
    answer = form.send()
    assert answer.status_code == 302, errors_of(answer)
    again = Form(signed_in("somchai"), type(owner), owner)
    assert {key: row[name] for key, row in again.by_key(kind).items()} == {
        key: row[name] for key, row in form.by_key(kind).items()
    }


def test_another_name_in_its_own_form_is_held_against_those_of_its_record():
    """The record that it belongs to is only shown there, yet the name must be new to it."""
    country, client = world.country(), signed_in()
    first, second = (Alias.objects.create(subject=country, name=name, language="en", kind="short") for name in "AB")
    form = Form(client, Alias, second)
    form.data["name"] = first.name
    assert form.send().status_code == 200
    assert client.get(desk_url(Alias, "change", second.pk)).status_code == 200
