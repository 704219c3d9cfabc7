"""A second record of the same thing is asked about, with a link to the first, and taken when it is saved again."""

import datetime

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from iad_portal.lib.desk.codes import codes_of
from networks.models import Meeting, Network
from news.models import Article, Newsletter
from plans.models import Plan
from relations.models import Agency, Agreement, Alias, City, Embassy, Exchange, Person, Source
from tests import world
from tests.boxes import BOXES_ALONE

from .desk import as_sent, desk_url, errors_of, record_models, signed_in, untouched
from .test_saving import edited

pytestmark = pytest.mark.django_db
DAY = datetime.date(2020, 2, 14)


def other_name(record, name):
    Alias.objects.create(subject=record, name=name, language="th", kind="other_name")
    return record


# What is on record, and what an officer types into the form of a new one; the first is shown, the second asked about.
ASKED = {
    "a city by its English name": (
        lambda: world.city(name_en="Budapest"), {"name_th": "กรุงบูดา", "name_en": "budapest"},
    ),
    "a city misspelt in Thai": (lambda: world.city(name_th="นครฟูกูโอกะ"), {"name_th": "นครฟุกูโอกะ"}),
    "a city without tone marks": (lambda: world.city(name_th="เมืองเชียงใหม่"), {"name_th": "เมืองเชียงไหม่"}),
    "a city by its other name": (lambda: other_name(world.city(), "เมืองแต้จิ๋ว"), {"name_th": "เมืองแตจิ๋ว"}),
    "a city in the other box": (lambda: world.city(name_en="Chaozhou"), {"name_th": "Chaozhou"}),
    "a person by another title": (
        lambda: world.person(name_th="อัศวิน ขวัญเมือง"), {"name_th": "พล.ต.อ.อัศวิน ขวัญเมือง"},
    ),
    "a network by its acronym": (
        lambda: world.network(acronym="UCLG"), {"name_th": "สหภาพเมือง", "acronym": "uclg", "kind": "forum"},
    ),
    "an agency": (lambda: world.agency(name_th="สำนักการโยธา"), {"name_th": "สำนัก การโยธา", "kind": "office"}),
    "an agreement": (
        lambda: world.agreement(world.city("seoul"), signed_on="2006-06-15", instrument="mou"),
        lambda first: {"city": first.city_id, "instrument": "mou", "signed_on": "15 มิ.ย. 2549"},
    ),
    "a meeting by its ordinal": (
        lambda: world.meeting(network=world.network("mgmac"), ordinal=7),
        lambda first: {"title_th": "ประชุมผู้นำ", "kind": "leaders", "network": first.network_id, "ordinal": "7"},
    ),
    "a meeting by its day": (
        lambda: world.meeting(title_th="ประชุมเมืองหลวง", starts_on=DAY, ends_on=None),
        {"title_th": "ประชุมเมืองหลวง", "kind": "board", "starts_on": "14/2/2563"},
    ),
    "a plan": (
        lambda: world.plan(fiscal_year=2026, period_from=None, period_to=None),
        {"title_th": "แผนงานใหม่", "kind": "annual_plan", "fiscal_year": "2569"},
    ),
    "an article": (
        lambda: world.article(title_th="ผู้ว่าฯ ต้อนรับทูต", event_on=DAY),
        {"title_th": "ผู้ว่าฯ ต้อนรับทูด", "event_on": "14/2/2563"},
    ),
    "an exchange": (
        lambda: world.exchange(world.city("seoul"), kind="study_visit", starts_on=DAY),
        lambda first: {
            "title_th": "ดูงาน", "kind": "study_visit", "direction": "in", "starts_on": "14/2/2563",
            "cities": [first.cities.get().pk],
        },
    ),
    "a source": (
        lambda: world.source(address="https://www.bangkok.go.th/iad/"),
        {"publisher_th": "สำนักงาน", "address": "http://bangkok.go.th/iad"},
    ),
}  # fmt: skip
NEEDED = {City: {"kind": "city", "country": "JP"}}


def new_like(name):
    """The first record, a browser, and the page after the second was sent."""
    make, typed = ASKED[name]
    first, client = make(), signed_in()
    model = type(first)
    world.country()
    data = untouched(client, desk_url(model, "add"), model) | NEEDED.get(model, {})
    data |= typed(first) if callable(typed) else typed
    return first, client, client.post(desk_url(model, "add"), data, **BOXES_ALONE)


@pytest.mark.parametrize("name", ASKED)
def test_a_second_one_is_asked_about_once(name):
    """With a link to the first, and with nothing else wrong; saved again it is taken."""
    first, client, asked = new_like(name)
    model = type(first)
    assert asked.status_code == 200, "taken without a word"
    (sentence,) = errors_of(asked)
    assert "คล้ายกับ" in sentence and f'href="{desk_url(model, "change", first.pk)}"' in sentence
    answer = client.post(desk_url(model, "add"), as_sent(asked, model))
    assert answer.status_code == 302, errors_of(answer)
    assert model.objects.count() >= 2


@pytest.mark.parametrize(
    "model, typed",
    [
        (City, {"name_th": "นครโอซากา", "name_en": "Osaka"}),
        (Person, {"name_th": "พล.ต.อ.สมชาย ใจดี"}),
        (Article, {"title_th": "ผู้ว่าฯ ต้อนรับทูต", "event_on": "15/2/2563"}),
        (Agency, {"name_th": "สำนักการคลัง", "kind": "office"}),
    ],
)
def test_another_one_is_not(model, typed):
    """No question about what only looks a little like it."""
    world.city(name_th="นครเกียวโต", name_en="Kyoto")
    world.person(name_th="พล.ต.อ.อัศวิน ขวัญเมือง")
    world.article(title_th="ผู้ว่าฯ ต้อนรับทูต", event_on=DAY)
    world.agency(name_th="สำนักการโยธา")
    client = signed_in()
    data = untouched(client, desk_url(model, "add"), model) | NEEDED.get(model, {}) | typed
    answer = client.post(desk_url(model, "add"), data, **BOXES_ALONE)
    assert answer.status_code == 302, errors_of(answer)


def test_a_record_is_asked_about_again_only_when_what_is_compared_changes():
    """Two of one name, both meant: other work on one of them is not held up; a new name is."""
    world.city(name_th="ซานโฮเซ", name_en="San Jose")
    second, client = world.city(name_th="ซานโฮเซ", name_en="San Jose"), signed_in()
    _data, answer = edited(client, second, website="https://sanjose.example/")
    assert answer.status_code == 302, errors_of(answer)
    _data, answer = edited(client, second, name_en="San José")
    assert "คล้ายกับ" in errors_of(answer)[0]


@pytest.mark.parametrize(
    "make, typed, field",
    [
        (world.country, {"iso": "jp", "name_th": "แดนอาทิตย์อุทัย", "region": "east_asia"}, "iso"),
        (world.embassy, {"country": "JP", "name_th": "สถานทูตญี่ปุ่น", "kind": "embassy"}, "country"),
        (lambda: Newsletter.objects.create(volume=3, number=7), {"volume": "3", "number": "7"}, "number"),
        (lambda: world.city("paris"), {"slug": "paris", "name_th": "ปารีส", "country": "JP"}, "slug"),
    ],
)
def test_what_only_one_may_have_is_refused_with_the_same_link(make, typed, field):
    """The embassy of a country, the number of a newsletter, an address; saving again does not help."""
    first, client = make(), signed_in()
    model = type(first)
    data = untouched(client, desk_url(model, "add"), model) | typed
    for _time in range(2):
        answer = client.post(desk_url(model, "add"), data, **BOXES_ALONE)
        (sentence,) = answer.context["adminform"].form.errors[field]
        assert desk_url(model, "change", first.pk) in sentence and "มี" in sentence
        data = as_sent(answer, model)


def test_a_second_commitment_in_a_meeting_is_asked_about():
    """Beside the row; its title is compared with all rows of the form."""
    client, meeting = signed_in(), world.meeting()
    rows = {"commitments-TOTAL_FORMS": "2"}
    for number, title in enumerate(["จัดตั้งศูนย์ประสานงาน", "จัดตั้งศูนย์ประสานงาม"]):
        rows |= {f"commitments-{number}-title_th": title, f"commitments-{number}-framework": "both"}
    _data, asked = edited(client, meeting, **rows)
    (sentence,) = errors_of(asked)
    assert "คล้ายกับแถว “จัดตั้งศูนย์ประสานงาน”" in sentence
    answer = client.post(desk_url(Meeting, "change", meeting.pk), as_sent(asked, Meeting))
    assert answer.status_code == 302 and meeting.commitments.count() == 2, errors_of(answer)


def test_the_questions_to_the_database_do_not_grow():
    """With five records and with three hundred; and few of them are about likeness."""
    client = signed_in()

    def asked() -> int:
        data = untouched(client, desk_url(City, "add"), City) | NEEDED[City] | {"name_th": "เมืองใหม่ที่ไม่มีใครรู้จัก"}
        client.post(desk_url(City, "add"), data | {"latitude": "x"})
        with CaptureQueriesContext(connection) as queries:
            client.post(desk_url(City, "add"), data | {"latitude": "x"})
        return len(queries)

    for _one in range(5):
        other_name(world.city(), "ชื่ออื่น")
    before = asked()
    for number in range(300):
        other_name(world.city(), f"ชื่ออื่น {number}")
    assert asked() == before


def test_every_kind_of_record_with_an_address_knows_what_makes_two_the_same():
    """A kind that a colleague adds needs a rule, or a value that only one may have."""
    kinds = {model for model in record_models() if codes_of(model)} | {Agreement, Embassy}
    without = {model.__name__ for model in kinds if not getattr(admin.site._registry[model], "twins", ())}
    # A newsletter has its volume and number; figures and papers are rows of one record.
    assert without == {"Newsletter", "Figure", "Document"}
    assert {Network, Plan, Exchange, Source} <= kinds
