"""What open data may name: which columns, of which records, in which texts."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from iad_portal.lib.dates import calendar
from iad_portal.office.caching import publishable_models
from iad_portal.office.open_data import BY_SLUG, REGISTERS
from networks.models import CityMembership, Commitment, Membership, Participation
from relations.models import Agency, KeyRecipient, Signatory, YouthGroup
from tests import world
from tests.making import made

pytestmark = pytest.mark.django_db

# Every column that is given away; to_be_confirmed ends every row. What is not named here is kept back: notes, the
# words of doubts, notices, states, versions, which officer did what. Others read the files by these names: a name that
# goes or changes is a decision, and told in CHANGELOG.md.
COLUMNS = {
    "cities": "slug name_th name_en kind country latitude longitude website standing first_tie_on",
    "agreements": (
        "number city instrument title_th title_en original_title original_language signed_on place_th place_en "
        "cooperation_th cooperation_en effective_on expires_on recorded_state confirmed_on state"
    ),
    "signatories": "agreement side person_th person_en post_title_th post_title_en",
    "exchanges": (
        "code kind direction title_th title_en starts_on ends_on place_th place_en cities about_cities embassies "
        "headcount outcome_th outcome_en"
    ),
    "embassies": (
        "country name_th name_en kind address_th address_en district_th district_en latitude longitude website "
        "known_as_of confirmed_on state"
    ),
    "networks": "slug acronym name_th name_en kind activity founded_on website confirmed_on state",
    "memberships": "network kind joined_on left_on confirmed_on state",
    "city-memberships": "network city role known_as_of left_on confirmed_on state",
    "youth-groups": "exchange city year direction people",
    "key-recipients": "name_th name_en country received_on exchange",
    "meetings": (
        "slug title_th title_en kind ordinal network host_city country venue_th venue_en starts_on ends_on "
        "theme_th theme_en course earlier_starts_on attendance course_note_th course_note_en part_of"
    ),
    "participations": "meeting city agency body_th body_en presented_th presented_en",
    "commitments": (
        "code meeting agreement framework title_th title_en detail_th detail_en agencies cities due_on progress "
        "noted_on overdue"
    ),
    "plans": "slug kind title_th title_en fiscal_year month period_from period_to",
    "projects": (
        "slug official_code plan title_th title_en starts_on ends_on budget_thb spent_thb progress_percent "
        "confirmed_on state"
    ),
    "news": "slug kind title_th title_en lead_th lead_en event_on event_ends_on published_on",
    "agencies": "slug name_th name_en kind desk_th desk_en phone email confirmed_on state",
    "figures": "subject_kind subject measure value qualifier known_as_of note_th note_en confirmed_on state",
}
OF = {
    "cities": "city", "agreements": "agreement", "exchanges": "exchange", "embassies": "embassy",
    "networks": "network", "meetings": "meeting", "plans": "plan", "projects": "project", "news": "article",
}  # fmt: skip
WITHOUT_A_REGISTER = {"newsletter", "page"}
HIDDEN = {
    "draft": {"status": "draft"},
    "withdrawn": {"status": "withdrawn"},
    "waiting": {"publish_at": timezone.now() + timedelta(days=9)},
}
MODELS = {model._meta.model_name: model for model in publishable_models()}


def table(slug: str) -> list[dict]:
    register = BY_SLUG[slug]
    return [dict(zip(register.names(), row, strict=True)) for row in register.table()]


def test_the_columns_are_these_and_no_others():
    assert {register.slug: register.names() for register in REGISTERS} == {
        slug: [*names.split(), "to_be_confirmed"] for slug, names in COLUMNS.items()
    }


def test_every_kind_with_a_page_has_its_register_or_none():
    assert set(OF.values()) | WITHOUT_A_REGISTER == set(MODELS)


@pytest.mark.parametrize("state", HIDDEN)
@pytest.mark.parametrize(("slug", "kind"), OF.items())
def test_a_register_has_what_is_published_and_nothing_else(slug, kind, state):
    record = made(MODELS[kind])
    assert len(table(slug)) == 1
    MODELS[kind].objects.filter(pk=record.pk).update(**HIDDEN[state])
    assert table(slug) == []


@pytest.mark.parametrize("state", HIDDEN)
def test_what_belongs_to_a_hidden_record_is_hidden(state):
    """Memberships of a network, figures of a city."""
    network, city = world.network(), world.city()
    world.figure(city), world.figure(world.country("HU"))
    assert (len(table("memberships")), len(table("figures"))) == (1, 2)
    for record in (network, city):
        type(record).objects.filter(pk=record.pk).update(**HIDDEN[state])
    assert table("memberships") == []
    assert [(row["subject_kind"], row["subject"]) for row in table("figures")] == [("country", "HU")]


@pytest.mark.parametrize("state", HIDDEN)
@pytest.mark.parametrize("hidden", ["network", "city", "exchange"])
def test_what_stands_between_two_records_is_hidden_with_either(hidden, state):
    """A partner's membership, young people of a year; a key only with its visit."""
    records = {"network": world.network(), "city": world.city(), "exchange": world.exchange()}
    network, city, exchange = records.values()
    CityMembership.objects.create(network=network, city=city, as_of="2025")
    YouthGroup.objects.create(exchange=exchange, city=city, year=2019, direction="in")
    KeyRecipient.objects.create(name_en="Somebody", exchange=exchange)
    KeyRecipient.objects.create(name_en="Somebody else")
    slugs = ("city-memberships", "youth-groups", "key-recipients")
    assert [len(table(slug)) for slug in slugs] == [1, 1, 2]
    type(records[hidden]).objects.update(**HIDDEN[state])
    left = {"network": [0, 1, 2], "city": [0, 0, 2], "exchange": [1, 0, 1]}
    assert [len(table(slug)) for slug in slugs] == left[hidden]


@pytest.mark.parametrize("state", HIDDEN)
def test_who_signed_who_took_part_and_what_was_promised_are_hidden_with_their_record(state):
    meeting, agreement, city = world.meeting(), world.agreement(world.city("signed")), world.city("edo")
    Signatory.objects.create(agreement=agreement, person=world.person(name_en="Somebody"), side="partner")
    Participation.objects.create(meeting=meeting, city=city)
    for code, owner in (("said", {"meeting": meeting}), ("signed", {"agreement": agreement})):
        Commitment.objects.create(code=code, framework="both", **owner).cities.add(city)
    slugs = ("signatories", "participations", "commitments")
    assert [len(table(slug)) for slug in slugs] == [1, 1, 2]
    type(city).objects.filter(pk=city.pk).update(**HIDDEN[state])
    assert table("participations")[0]["city"] == "" and {row["cities"] for row in table("commitments")} == {""}
    for record in (meeting, agreement):
        type(record).objects.filter(pk=record.pk).update(**HIDDEN[state])
    assert [len(table(slug)) for slug in slugs] == [0, 0, 0]


def test_a_commitment_says_where_it_stood_on_the_day():
    made_at = world.meeting(starts_on="2010-01-01", ends_on=None)
    made = Commitment.objects.create(code="c", framework="both", meeting=made_at, due_on="2012")
    made.notes.create(noted_on="2014-05-01", state="done")

    def told(day):
        register = BY_SLUG["commitments"]
        [row] = register.table(day)
        return [str(value) for name, value in zip(register.names(), row, strict=True) if name in TOLD]

    TOLD = ("progress", "noted_on", "overdue")
    assert told(date(2012, 12, 31)) == ["agreed", "None", "False"]
    assert told(date(2013, 1, 1)) == ["agreed", "None", "True"]
    assert told(date(2014, 5, 1)) == ["done", "2014-05-01", "False"]


@pytest.mark.parametrize("state", HIDDEN)
def test_a_link_names_no_hidden_record(state):
    city, network, plan, embassy = world.city("edo"), world.network("net"), world.plan("plan"), world.embassy("HU")
    whole = world.meeting("whole")
    world.agreement(city), world.exchange(city, embassies=[embassy], about=[city]), world.project(plan)
    world.meeting("part", network=network, host_city=city, part_of=whole)

    def named():
        links = {"agreements": ["city"], "exchanges": ["cities", "about_cities", "embassies"], "projects": ["plan"]}
        links["meetings"] = ["network", "host_city", "part_of"]
        rows = [(row, names) for slug, names in links.items() for row in table(slug) if row.get("slug") != "whole"]
        return [row[name] for row, names in rows for name in names]

    assert named() == ["edo", "edo", "edo", "HU", "plan", "net", "edo", "whole"]
    for record in (city, network, plan, embassy, whole):
        type(record).objects.filter(pk=record.pk).update(**HIDDEN[state])
    assert named() == [""] * 8


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("slug", "kind"), OF.items())
def test_a_text_that_is_held_back_is_empty_and_only_that(slug, kind, language):
    record, other = made(MODELS[kind]), {"th": "en", "en": "th"}[language]
    pairs = [name.removesuffix("_th") for name in BY_SLUG[slug].names() if name.endswith("_th")]
    MODELS[kind].objects.filter(pk=record.pk).update(**{f"hold_{language}": True})
    [row] = table(slug)
    assert pairs and all(row[f"{name}_{language}"] == "" for name in pairs)
    assert all(row[f"{name}_{other}"] for name in pairs)


def test_registers_without_state_are_whole_and_in_their_order():
    world.agency("b"), world.agency("a", desk_th="กลุ่ม", phone="1", email="a@example.org")
    assert (
        [row["slug"] for row in table("agencies")]
        == ["a", "b"]
        == sorted(Agency.objects.values_list("slug", flat=True))
    )


def test_a_membership_says_when_it_was_confirmed_and_what_that_makes_it():
    kept = world.network("a").memberships.get()
    world.cite(kept, world.source(dated_on=calendar.today()))
    world.network("c")
    left = world.network("b", member=False)
    Membership.objects.create(network=left, joined_on="2000-01-01", left_on="2010-01-01")
    found = [(row["network"], row["state"], row["confirmed_on"]) for row in table("memberships")]
    assert [state for _network, state, _day in found] == ["confirmed", "ended", "last_known"]
    assert found[0][2] == calendar.today() and found[2][2].iso == "2011-09-01"


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, "in_force_undated"),
        ({"signed_on": "2000-01-01"}, "in_force"),
        ({"signed_on": "2000-01-01", "expires_on": "2005-01-01"}, "ended"),
    ],
)
def test_an_agreement_says_what_it_is_today(facts, state):
    world.agreement(**facts)
    assert [row["recorded_state"] for row in table("agreements")] == [state]
