"""The queue of what the office has to confirm: its order, each answer to each kind, and taking an answer back."""

from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.utils.html import escape

from iad_portal.lib.claims.models import Confirmed
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.confirmations import confirmed_in_words, confirming_source
from iad_portal.office.admin.confirm_queue import DOUBT, queue
from iad_portal.office.groups import OFFICERS
from iad_portal.office.models import Asked
from networks.models import CityMembership, Network, NetworkStatus, Role
from relations.models import Agency, Agreement, Embassy, PostKind
from tests import world

from .desk import as_sent, desk_url, signed_in, untouched
from .test_queries import asked
from .test_saving import edited

pytestmark = pytest.mark.django_db
QUEUE = "/admin/confirm/"
TODAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(calendar, "today", lambda: TODAY)


def made(kind: str):
    """One record whose claim of this kind was last known long ago, or never."""
    makers = {
        "agreement": lambda: world.agreement(signed_on="2006-02-08"),
        "elected_post": lambda: post(kind=PostKind.LEADER),
        "head_of_mission": lambda: post(kind=PostKind.HEAD_OF_MISSION, embassy=world.embassy()),
        "other_post": post,
        "membership": lambda: world.network(activity="past").memberships.get(),
        "city_membership": lambda: CityMembership.objects.create(
            network=world.network(member=False, activity="past"), city=world.city("edo"), as_of="2015"
        ),
        "role": lambda: Role.objects.create(
            network=world.network(member=False, activity="past"), title_th="รองประธาน", starts_on="2005-10-13"
        ),
        "network": lambda: world.network(member=False, activity="to_confirm"),
        "contact": lambda: world.agency(phone="02 224 8175"),
        "address": lambda: world.embassy(address_th="ถนนวิทยุ", as_of="2015"),
        "project": lambda: world.project(world.plan(), starts_on="2023-10"),
    }
    return makers[kind]()


def post(**facts):
    facts = {"starts_on": "2015-03", "title_th": "นายกเทศมนตรี", "title_en": "Mayor"} | facts
    return world.person().posts.create(**facts)


KINDS = [
    "agreement", "elected_post", "head_of_mission", "other_post", "membership", "city_membership", "role", "network",
    "contact", "address", "project",
]  # fmt: skip
ENDS = {
    "agreement": ("terminated_on", "26/11/2565", "2022-11-26"),
    "role": ("ends_on", "2550", "2007"),
    "membership": ("left_on", "มิถุนายน 2560", "2017-06"),
    **dict.fromkeys(["elected_post", "head_of_mission", "other_post"], ("ends_on", "2018-07-01", "2018-07-01")),
    "city_membership": ("left_on", "2563", "2020"),
    "project": ("ends_on", "2567", "2024"),
}


def rows(client, query: str = "") -> list:
    """What stands in the queue."""
    return client.get(f"{QUEUE}{query}").context["rows"]


def answer(client, row, answer: str = "", **boxes):
    """The page after the answer to `row`."""
    facts = {"claim": row.name, "stamp": row.stamp, "sentence": row.sentence, "next": row.follower}
    return client.post(QUEUE, facts | {"answer": answer} | boxes, follow=True)


def told(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


@pytest.mark.parametrize("kind", KINDS)
def test_still_so_is_of_today_and_of_the_officer(kind):
    record, client = made(kind), signed_in(group=OFFICERS)
    [row] = rows(client)
    assert answer(client, row, "still_so").context["rows"] == []
    record.refresh_from_db()
    assert record.confirmed_on.iso == "2026-11-26" and record.confirmed_by.username == "malee"
    assert record.is_confirmed() and record.history.first().history_user == record.confirmed_by


@pytest.mark.parametrize("kind", KINDS)
def test_not_known_puts_it_last_and_leaves_the_record(kind):
    record, client = made(kind), signed_in(group=OFFICERS)
    before = type(record).objects.values().get(pk=record.pk)
    world.network(member=False, activity="to_confirm")
    row = next(row for row in rows(client) if row.name.startswith(f"{record._meta.label}:{record.pk}:"))
    shown = answer(client, row, "not_known").context["rows"]
    assert [shown[-1].name, len(shown)] == [row.name, 2] and shown[-1].asked and not shown[0].asked
    assert type(record).objects.values().get(pk=record.pk) == before
    assert Asked.objects.get().asked_of.username == "malee"


@pytest.mark.parametrize("kind", ENDS)
def test_ended_on_a_day_of_either_era(kind):
    column, typed, stored = ENDS[kind]
    record, client = made(kind), signed_in(group=OFFICERS)
    [row] = rows(client)
    assert row.needs_day and answer(client, row, "ended", ended_on=typed).context["rows"] == []
    record.refresh_from_db()
    assert getattr(record, column).isoformat()[: len(stored)] == stored and record.confirmed_on is None
    assert not record.is_confirmed()


def test_a_network_ends_without_a_day():
    network, client = made("network"), signed_in()
    [row] = rows(client)
    assert row.may_end and not row.needs_day
    answer(client, row, "ended")
    assert Network.objects.get(pk=network.pk).activity == NetworkStatus.PAST and rows(client) == []


@pytest.mark.parametrize("kind", ["contact", "address"])
def test_a_contact_does_not_end(kind):
    record, client = made(kind), signed_in()
    [row] = rows(client)
    assert not row.may_end and told(answer(client, row, "ended"))
    assert type(record).objects.filter(confirmed_on=None).exists() and len(rows(client)) == 1


@pytest.mark.parametrize("typed", ["", "2560", "27 พ.ย. 2569", "เมื่อวาน", "1 ม.ค. 2500"])
def test_an_end_that_cannot_be_is_refused(typed):
    """None, one without its day, one to come, no date, one before the signing."""
    agreement, client = made("agreement"), signed_in()
    assert told(answer(client, rows(client)[0], "ended", ended_on=typed))
    assert Agreement.objects.get(pk=agreement.pk).terminated_on is None


def test_enter_in_the_box_of_the_end_is_not_still_so():
    made("role")
    client = signed_in()
    assert told(answer(client, rows(client)[0], "still_so", ended_on="2550"))
    assert Role.objects.get().confirmed_on is None


def test_a_doubt_is_cleared_by_it_is_right_and_confirms_nothing():
    figure = world.figure(world.city(), doubt_th="<p>น้อยผิดปกติ</p>", doubt_en="<p>Too few</p>")
    client = signed_in(group=OFFICERS)
    [row] = rows(client)
    assert row.doubt == "น้อยผิดปกติ" and row.is_doubt and not row.may_end
    assert answer(client, row, "still_so").context["rows"] == []
    figure.refresh_from_db()
    assert not figure.is_doubtful and figure.confirmed_on is None


def test_a_source_comes_with_the_answer_once():
    agreement, source, client = made("agreement"), world.source(dated_on="2026-01"), signed_in()
    answer(client, rows(client)[0], "still_so", source=source.pk)
    assert [citation.source for citation in agreement.citations.all()] == [source]
    agreement.refresh_from_db()
    assert agreement.confirmed_by.username == "malee"
    assert told(answer(client, _again(agreement, client), "still_so", source="0"))


def _again(agreement, client):
    Agreement.objects.filter(pk=agreement.pk).update(confirmed_on=None, confirmed_precision="", confirmed_by=None)
    return rows(client)[0]


@pytest.mark.parametrize(
    ("kind", "given", "boxes"),
    [(kind, "still_so", {}) for kind in KINDS]
    + [(kind, "ended", {"ended_on": end[1]}) for kind, end in ENDS.items()]
    + [("network", "ended", {}), ("role", "not_known", {})],
)
def test_an_answer_is_taken_back(kind, given, boxes):
    record, source, client = made(kind), world.source(dated_on="2020"), signed_in()
    names = [column.attname for column in record._meta.concrete_fields if column.name not in ("version", "updated_at")]
    before = type(record).objects.values(*names).get(pk=record.pk)
    answer(client, rows(client)[0], given, **boxes, **({"source": source.pk} if given != "not_known" else {}))
    response = client.post(QUEUE, {"take_back": "1"}, follow=True)
    assert type(record).objects.values(*names).get(pk=record.pk) == before
    assert not record.citations.exists() and not Asked.objects.exists()
    assert len(response.context["rows"]) == 1 and not response.context["last_answer"]


def test_what_was_changed_since_is_neither_answered_nor_taken_back():
    agreement, client = made("agreement"), signed_in()
    row = rows(client)[0]
    answer(client, row, "still_so")
    edited(signed_in("somchai"), agreement, note_th="เพิ่งแก้")
    [taken_back] = told(client.post(QUEUE, {"take_back": "1"}, follow=True))
    [answered] = told(answer(client, row, "ended", ended_on="1/1/2565"))
    when = format_moment(agreement.history.first().history_date, "th")
    assert f"somchai แก้ไขรายการนี้ ({when})" in taken_back and f"somchai แก้ไขรายการนี้ ({when})" in answered
    Agreement.history.all().delete()
    [unknown] = told(answer(client, row, "ended", ended_on="1/1/2565"))
    assert "มีผู้แก้ไขข้อมูลนี้ระหว่างนั้น" in unknown
    agreement.refresh_from_db()
    assert agreement.confirmed_on and agreement.terminated_on is None


def test_only_who_may_change_a_record_is_asked_and_may_answer():
    made("agreement")
    [row] = rows(signed_in())
    client = signed_in("visitor", group=OFFICERS)
    permissions = User.objects.get(username="visitor").groups.get().permissions
    permissions.remove(*permissions.filter(codename="change_agreement"))
    assert rows(client) == []
    assert client.post(QUEUE, {"claim": row.name, "stamp": row.stamp, "answer": "still_so"}).status_code == 403
    permissions.clear()
    assert client.get(QUEUE).status_code == 403 and Agreement.objects.get().confirmed_on is None


@pytest.mark.parametrize(
    "name", ["", "x", "relations.Agreement:x:agreement", "auth.User:1:claim", "relations.City:1:a"]
)
def test_nonsense_is_told_and_changes_nothing(name):
    assert told(signed_in().post(QUEUE, {"claim": name, "answer": "still_so"}, follow=True))


def test_age_times_pages_is_the_order():
    """Twenty years on two pages, thirty on one, undated ones as ten; who was only seen in post comes after all."""
    agreement = made("agreement")
    old = post(starts_on="1996-11", city=world.city())
    made("contact")
    post(starts_on=None, as_of="1962", city=world.city())
    names = [(entry.kind, entry.pages) for entry in queue(list(admin.site._registry), TODAY)]
    assert names == [("agreement", 2), ("other_post", 1), ("contact", 1), ("other_post", 0)]
    assert old.claim_begins and agreement.signed_on


def test_a_witness_after_the_asking_brings_it_back():
    role = made("role")
    Asked.objects.create(kind="networks.Role", key=role.pk, asked_at=datetime(2010, 1, 1, tzinfo=UTC))
    assert queue([Role], TODAY)[0].asked_at
    world.cite(role, world.source(dated_on="2015"))
    assert queue([Role], TODAY)[0].asked_at is None


def test_what_is_confirmed_to_come_hidden_or_empty_is_not_asked():
    world.agreement(signed_on="2025-01-01")
    world.agreement(signed_on="2027-01-01")
    world.agreement(signed_on="2000-01-01", status="draft")
    world.agency(), world.embassy()
    assert queue([Agreement, Agency, Embassy], TODAY) == []
    assert queue([Asked, User], TODAY) == queue([], TODAY) == []  # kinds that claim nothing, and none at all


def test_changed_opens_the_field_and_comes_back_to_the_next():
    embassy, client = made("address"), signed_in()
    world.figure(world.city(), doubt_th="<p>?</p>")
    first, second = rows(client)
    assert first.follower == second.name and first.change_url.endswith("#id_address_th")
    form = client.get(first.change_url)
    sent = as_sent(form, Embassy) | {"phone": "02 123 4567"}
    shown = client.post(first.change_url.partition("#")[0], sent, follow=True)
    assert [row.name for row in shown.context["rows"] if row.is_next] == [second.name]
    embassy.refresh_from_db()
    assert embassy.phone and embassy.confirmed_on.iso == "2026-11-26" and embassy.confirmed_by.username == "malee"


def test_a_form_saved_unchanged_confirms_nothing():
    embassy, client = made("address"), signed_in()
    url = rows(client)[0].change_url
    client.post(url.partition("#")[0], untouched(client, url, Embassy))
    assert Embassy.objects.get(pk=embassy.pk).confirmed_by is None


def test_a_kind_can_be_looked_at_alone():
    made("agreement"), made("contact")
    world.figure(world.city(), doubt_th="<p>?</p>")
    client = signed_in()
    assert [row.name.rpartition(":")[2] for row in rows(client, f"?kind={DOUBT}")] == [DOUBT]
    assert [sift.count for sift in client.get(QUEUE).context["sifts"]] == [3, 1, 1, 1]


def test_the_desk_begins_with_how_many_wait():
    made("agreement")
    (row,) = [row for group in signed_in().get("/admin/").context["groups"] for row in group.rows if row.url == QUEUE]
    assert row.count == 1 == row.parts[0].count


def test_the_queue_asks_no_more_for_many_and_at_most_twenty():
    client = signed_in(group=OFFICERS)
    for kind in KINDS:
        if kind != "head_of_mission":
            made(kind)
    world.figure(world.city(), doubt_th="<p>?</p>")
    few = asked(client, QUEUE)
    for _number in range(2):
        for kind in ("agreement", "other_post", "role", "membership"):
            made(kind)
        world.figure(world.city(), doubt_th="<p>?</p>")
    many = asked(client, QUEUE)
    assert len(few) == len(many) <= 20


def test_a_form_says_beside_the_field_when_and_by_whom_it_was_confirmed():
    agreement, client = world.agreement(), signed_in(first_name="มาลี", last_name="ใจดี")
    url = desk_url(Agreement, "change", agreement.pk)
    assert client.get(url).text.count("ไม่มีบันทึกว่ายืนยันข้อมูลนี้เมื่อใด") == 2  # until, terminated
    world.cite(agreement, world.source("paper", dated_on="2020-05-01"))
    assert "ทราบล่าสุด 1 พ.ค. 2563 จากแหล่งที่มา สำนักข่าว · paper" in client.get(url).text
    answer(client, rows(client)[0], "still_so")
    assert "ยืนยันล่าสุด 26 พ.ย. 2569 โดย มาลี ใจดี" in client.get(url).text
    assert "ยืนยันเมื่อ" in client.get(desk_url(Agreement, "history", agreement.pk)).text


def test_a_row_says_beside_its_fields_which_source_confirms_it():
    """As the form of its own does; of many rows in one query more."""
    network = world.network()
    membership = network.memberships.get()
    role = Role.objects.create(network=network, title_th="ประธาน")
    for row, day in ((membership, "2024-03-02"), (role, "2025-01-09")):
        world.cite(row, world.source(dated_on=day, title=f"of {row.pk}"), world.source(dated_on="2001-01-01"))
    html = signed_in().get(desk_url(Network, "change", network.pk)).content.decode()
    for row in (membership, role):
        row.refresh_from_db()
        words = confirmed_in_words(row, confirming_source(row))
        assert "of " in words and html.count(escape(words)) >= 1


def test_every_claim_says_beside_which_fields_it_stands():
    for model in Confirmed.__subclasses__():
        assert all(hasattr(model(), name) for name in model().claiming_fields)


def test_a_desk_without_a_queue_has_no_page_for_it():
    desk = signed_in()
    with patch.dict(vars(admin.site._wrapped), {"confirm": None}):
        assert desk.get(QUEUE).status_code == 404
    assert desk.get(QUEUE).status_code == 200, "other tests have their queue again"
