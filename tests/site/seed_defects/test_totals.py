"""Totals, averages and counts that the old pages typed: computed from the rows, and asked about where one is typed."""

import re

import pytest

from networks.models import Meeting, Network
from relations.models import Agreement, City, Embassy, Exchange, Figure
from relations.pages.partner_total import PartnerTotal
from tests import world

from .rows import DEFECTS, Form, article

SISTERS = "กรุงเทพมหานครมีความสัมพันธ์ในลักษณะเมืองพี่เมืองน้องกับ {} เมือง {} ประเทศ"


def shown(client, address: str) -> str:
    """The words of a public page."""
    return re.sub("<[^>]+>", " ", client.get(address).content.decode())


def test_D30_a_typed_total_of_partners_is_asked_about(starting_data):
    """32, 35 and 36 stood on one page: one of them at most is what the register counts."""
    total = PartnerTotal.today()
    assert (total.cities, total.countries) == (35, 18)
    for cities, countries in ((32, 17), (36, 19)):
        told = Form().asked(**article(SISTERS.format(cities, countries)))
        assert f"{cities} แต่ทะเบียนนับได้ 35" in told and f"{countries} แต่ทะเบียนนับได้ 18" in told
    assert "36" in Form().asked(**article("Bangkok has 36 sister cities in the world", "en"))
    Form().takes(**article(SISTERS.format(35, 18)))
    Form().takes(**article("ผู้แทนเดินทางผ่าน 12 เมือง 4 ประเทศ"))
    assert all(number in DEFECTS["D30"]["defect"] for number in ("32", "35", "36"))


@pytest.mark.django_db
def test_D30_every_total_follows_the_agreements(client):
    for number in (1, 2):
        world.agreement(world.city(), signed_on="2011-05-01")
        assert PartnerTotal.today().cities == number == len(City.objects.published().partners())
    Agreement.objects.first().delete()
    assert PartnerTotal.today().cities == 1


def test_D31_the_partners_are_listed_and_the_undated_ones_said(starting_data, client):
    total, page = PartnerTotal.today(), client.get("/th/cities/")
    listed = set(re.findall(r'href="/th/cities/([a-z-]+)/"', page.content.decode()))
    partners = set(City.objects.published().partners().values_list("slug", flat=True))
    assert partners <= listed and {"ulaanbaatar", "daegu", "chengdu"} <= partners and len(partners) == total.cities
    assert total.undated and str(total.undated) in shown(client, "/th/cities/")


@pytest.mark.parametrize("row", ["D32", "D33"])
def test_a_typed_number_of_organisations_is_asked_about(starting_data, row):
    """The register counts those that Bangkok belongs to."""
    counted = Network.objects.published().with_bangkok().count()
    (typed, *_more) = re.findall(r"\d+", DEFECTS[row]["defect"])
    text = "กรุงเทพมหานครเป็นสมาชิกความร่วมมือกับ {} องค์การหรือเครือข่าย"
    assert f"{typed} แต่ทะเบียนนับได้ {counted}" in Form().asked(**article(text.format(typed)))
    Form().takes(**article(text.format(counted)))


@pytest.mark.django_db
@pytest.mark.parametrize("as_list", [True, False])
def test_D33_a_number_before_a_list_of_another_length_is_asked_about(as_list):
    names = [f"องค์การ{name}" for name in ("แรก", "ที่สอง", "สุดท้าย")]
    items = "<ul>" + "".join(f"<li>{name}</li>" for name in names) + "</ul>"
    typed = items if as_list else "".join(f"<p>- {name}</p>" for name in names)
    assert "ในรายการมี 3" in Form().asked(**article(f"ร่วมมือกับ 4 องค์การ ดังนี้</p>{typed}<p>"))
    Form().takes(**article(f"ร่วมมือกับ 3 องค์การ ดังนี้</p>{typed}<p>"))


def test_D33_the_two_summits_are_two_records(starting_data):
    assert Network.objects.filter(slug__in=["apcs-fukuoka", "apcs-brisbane"]).count() == 2


@pytest.mark.parametrize(
    ("row", "slug", "stated"), [("D37", "c40", {66, 53}), ("D39", "apcs-fukuoka", {19, 21, 33})], ids=["D37", "D39"]
)
def test_each_figure_is_a_row_with_its_source(starting_data, client, row, slug, stated):
    """None takes the place of another; the page shows each with its date, or that it has none."""
    network = Network.objects.get(slug=slug)
    rows = Figure.objects.of(network).filter(measure="members")
    assert stated <= {int(figure.value) for figure in rows}
    assert all(figure.citations.exists() and (figure.as_of or figure.note_th) for figure in rows)
    assert all(str(number) in shown(client, f"/th/networks/{slug}/") for number in stated)


@pytest.mark.django_db
def test_D40_an_average_that_was_worked_out_by_hand_is_worked_out_again():
    text = "ตั้งแต่เดือนมิถุนายนถึงธันวาคมมีภารกิจอย่างน้อย 95 ครั้ง เฉลี่ยเดือนละ {} ครั้ง"
    assert "13.6" in Form().asked(**article(text.format(15)))
    Form().takes(**article(text.format("13.6")))
    english = "From June to December there were 95 engagements, an average of 15 a month"
    assert "13.6" in Form().asked(**article(english, "en"))
    assert "ค่าเฉลี่ย" in Form().asked(**article("มีผู้เข้าร่วมเฉลี่ยปีละ 40 คน"))
    assert "95" in DEFECTS["D40"]["defect"]


def test_D42_participants_are_counted_from_their_rows(starting_data):
    meeting = Meeting.objects.get(slug="mgmac-7-2019")
    assert meeting.participation.filter(city__isnull=False).count() == 8
    absent = meeting.participation.filter(city__slug__in=["jakarta", "manila"])
    assert not absent.exists()


@pytest.mark.django_db
def test_D42_a_typed_number_of_cities_beside_the_list_is_asked_about():
    rows = {"participation-TOTAL_FORMS": "2"}
    for number in range(2):
        rows |= {f"participation-{number}-city": world.city().pk, f"participation-{number}-order": number}
    typed = {"title_th": "การประชุมเมืองหลวง", "kind": "leaders", **rows}
    assert "รายชื่อผู้เข้าร่วมมี 2" in Form(Meeting).asked(**typed, note_th="มี 10 เมืองเข้าร่วม")
    Form(Meeting).takes(**typed | {"title_th": "การประชุมใหญ่"}, note_th="มี ๒ เมืองเข้าร่วม")


def test_D45_the_quoted_number_of_embassies_stands_beside_the_counted_one(starting_data, client):
    counted = Embassy.objects.published().count()
    page = shown(client, "/th/embassies/")
    assert str(counted) in page and "74" in page and counted != 74
    stated = Figure.objects.get(measure="embassies_stated")
    assert int(stated.value) == 74 and stated.citations.exists()
    text = "มีความสัมพันธ์กับสถานเอกอัครราชทูตที่ตั้งอยู่ในกรุงเทพมหานคร จำนวน 74 สถานทูต"
    assert f"ทะเบียนนับได้ {counted}" in Form().asked(**article(text))


@pytest.mark.django_db
def test_D51_parts_that_do_not_add_up_to_the_whole_are_asked_about():
    rows = {"youth_groups-TOTAL_FORMS": "2"}
    for number, people in enumerate((57, 30)):
        facts = {"city": world.city().pk, "year": 2018, "direction": "out", "people": people}
        rows |= {f"youth_groups-{number}-{name}": value for name, value in facts.items()}
    typed = {"title_th": "แลกเปลี่ยนเยาวชน", "kind": "youth_exchange", "direction": "out", **rows}
    told = Form(Exchange).asked(**typed, headcount="65")
    assert "87" in told and "65" in told and "87" in DEFECTS["D51"]["defect"]
    Form(Exchange).takes(**typed | {"title_th": "แลกเปลี่ยนเยาวชนรุ่นใหม่"}, headcount="87")


def test_D51_the_stated_headcount_stands_with_its_source_and_a_doubt(starting_data):
    exchange = Exchange.objects.get(code="youth-sendoff-2018")
    assert exchange.headcount == 65 and exchange.is_doubtful and exchange.citations.exists()
