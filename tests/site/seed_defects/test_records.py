"""Facts that the old pages left out or muddled: each has its place in a record, and is asked for where it is empty."""

import pytest

from iad_portal.office.models import Page
from networks.models import Network
from news.models import Article
from relations.models import Alias, City, Figure, Person, Post
from tests import world
from tests.desk.desk import errors_of

from .rows import DEFECTS, Form, article

FIGURE = "relations-figure-subject_type-subject_id"


def test_D38_two_networks_are_two_records_and_the_muddled_name_leads_to_both(starting_data):
    """And whoever writes it is asked which one is meant."""
    old = Alias.objects.filter(name="Asia Pacific City Summit")
    assert {alias.subject.slug for alias in old} == {"apcs-fukuoka", "apcs-brisbane"}
    told = Form().asked(**article("The Asia Pacific City Summit met again.", "en"))
    assert "Asian-Pacific City Summit (Fukuoka)" in told and "Asia Pacific Cities Summit" in told


def test_D49_a_secretariat_is_a_city_and_a_country(starting_data):
    amf = Network.objects.get(slug="amf")
    assert (amf.secretariat_city.slug, amf.secretariat_city.country_id) == ("tehran", "IR")
    typed = {"name_th": "เวทีผู้นำเมืองใหม่", "kind": "forum"}
    assert "เมืองใด" in Form(Network).asked(**typed, secretariat_country="IR")
    city = {"secretariat_country": "IR", "secretariat_city": amf.secretariat_city.pk}
    Form(Network).takes(**typed | {"name_th": "เวทีเยาวชนนานาชาติ"}, **city)


def second_figure(measure: str, value: str) -> dict:
    """A figure that is typed under the one that is there."""
    facts = {"measure": measure, "value": value, "qualifier": "exact"}
    return {f"{FIGURE}-TOTAL_FORMS": "2"} | {f"{FIGURE}-1-{name}": fact for name, fact in facts.items()}


@pytest.mark.django_db
def test_D53_an_area_with_a_digit_missing_is_asked_about():
    """Beside another figure of the measure, and beside the people who live there; in the figure's own form, too."""
    assert "77.04" in DEFECTS["D53"]["defect"]
    known, crowded = world.city(), world.city()
    world.figure(known, measure="area_km2", value="770.04")
    world.figure(crowded, measure="population", value=3_400_000)
    assert "770.04" in Form(record=known).asked(**second_figure("area_km2", "77.04"))
    assert "คนต่อตารางกิโลเมตร" in Form(record=crowded).asked(**second_figure("area_km2", "77.04"))
    other = world.city()
    world.figure(other, measure="area_km2", value="770.04")
    alone = world.figure(other, measure="area_km2", value="771")
    assert "770.04" in Form(record=alone).asked(value="77.1")
    Form(record=alone).takes(value="772")


def test_D53_the_figure_stands_with_its_source_and_a_doubt(starting_data):
    area = Figure.objects.of(City.objects.get(slug="busan")).get(measure="area_km2")
    assert str(area.value) == "770.04" and area.is_doubtful and area.citations.exists()


def post(**facts) -> dict:
    facts = {"title_th": "นายกเทศมนตรี", "kind": "leader"} | facts
    return {"posts-TOTAL_FORMS": "1"} | {f"posts-0-{name}": fact for name, fact in facts.items()}


@pytest.mark.django_db
def test_D55_a_leader_without_a_date_is_asked_about():
    """In the form of the person and in the post's own; from, to or as of will do."""
    assert "วันที่" in Form(Person).asked(name_th="สมชาย ใจดี", **post())
    Form(Person).takes(name_th="สมหญิง รักไทย", **post(as_of="2560"))
    leader = {"title_th": "นายกเทศมนตรี", "kind": "leader", "person": Person.objects.first().pk}
    assert "วันที่" in Form(Post).asked(**leader)


def test_D55_every_leader_on_record_has_a_date(starting_data):
    leaders = Post.objects.filter(kind="leader")
    undated = leaders.filter(starts_on=None, ends_on=None, as_of=None)
    assert leaders.exists() and not undated.exists()


def test_D56_one_record_holds_both_languages_and_both_old_addresses_lead_to_it(starting_data, client):
    page = Page.objects.get(slug="key-to-the-city")
    assert page.title_th and page.title_en and page.body_th and page.body_en
    for number, language in ((22353, "th"), (22355, "en")):
        moved = client.get(f"/content-detail/{number}", HTTP_HOST="localhost")
        assert moved.status_code == 301 and moved["Location"].endswith(f"/{language}/about/key-to-the-city/")


@pytest.mark.django_db
def test_D56_a_record_in_one_language_is_not_made_beside_the_other():
    """Thai is required; English in its place is asked about, and a second record of one subject is."""
    assert errors_of(Form().send(title_en="The Key to the City")) and not Article.objects.exists()
    assert "ช่องภาษาไทย" in Form(Page).asked(title_th="The Key to the City of Bangkok and its history", slug="key")
    world.article(title_th="กุญแจเมือง", title_en="The Key to the City")
    assert "คล้ายกับ" in Form().asked(title_th="กุญแจเมืองกรุงเทพมหานคร", title_en="The Key to the City")
