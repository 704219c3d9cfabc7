"""The page of one network."""

import pytest

from iad_portal.lib.dates.calendar import PartialDate
from networks.models import CityMembership, Fee, MeetingKind, Membership, Participation, Role
from relations.models import Document, Measure
from tests import world
from tests.networks.pages import words
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db
URL = "/en/networks/mgmac/"


@pytest.fixture
def mgmac():
    return world.network(
        "mgmac",
        acronym="MGMAC",
        name_en="ASEAN capitals",
        name_th="เมืองหลวงอาเซียน",
        aims_th="แลกเปลี่ยน",
        aims_en="To exchange",
        founded_on=PartialDate.from_iso("2013-09"),
        founded_as="First name",
    )


def test_it_tells_the_network_and_bangkoks_part_in_both_languages(client, mgmac):
    text = words(client, URL)
    for word in (
        "ASEAN capitals",
        "MGMAC",
        "To exchange",
        "The network itself",
        "September 2013",
        "1 Sep 2011",
        "Last known 1 September 2011",
    ):
        assert word in text
    thai = words(client, "/th/networks/mgmac/")
    assert "เมืองหลวงอาเซียน" in thai and "กันยายน 2556" in thai
    assert '<cite lang="en">First name</cite>' in client.get(URL).content.decode()
    assert_one_era(client, "networks/mgmac/")


def test_what_is_missing_takes_one_line(client):
    """Neither a heading nor a column for nothing."""
    network = world.network("bare")
    network.memberships.all().delete()
    text = words(client, "/en/networks/bare/")
    assert "Not yet in the register: what Bangkok is in the network, the secretariat and meetings" in text
    assert "Not recorded" not in text and "Bangkok’s membership" not in text


def test_roles_without_an_end_stand_apart_from_past_ones(client, mgmac):
    terms = {"Chair": ("2012", "2014"), "Vice chair": ("1998", None), "Lead city": (None, None)}
    for title, (start, end) in terms.items():
        days = {"starts_on": start and PartialDate.from_iso(start), "ends_on": end and PartialDate.from_iso(end)}
        Role.objects.create(network=mgmac, title_th=title, title_en=title, **days)
    text = words(client, URL)
    assert "No end recorded Vice chair" in text and "from 1998; no end recorded" in text
    assert "Past Chair" in text and "Term not recorded Lead city" in text


def test_fees_and_figures_are_quoted_with_their_sources(client, mgmac):
    fee = Fee.objects.create(network=mgmac, fiscal_year=2013, amount=6500, currency="USD", amount_thb="227500.50")
    world.cite(fee, world.source("fee-page"))
    world.figure(mgmac, measure=Measure.MEMBERS, value=10, as_of=PartialDate.from_iso("2019"))
    text = words(client, URL)
    assert "fiscal year 2013" in text and "6,500 USD" in text and "227,500.50" in text
    assert "fee-page" in client.get(URL).content.decode()
    assert "as of 2019" in text
    assert "ปีงบประมาณ 2556" in words(client, "/th/networks/mgmac/")


def test_meetings_and_who_took_part(client, mgmac):
    """The matrix stands there when two meetings name cities; draft cities and draft meetings do not."""
    hanoi, hidden = world.city("hanoi", name_en="Hanoi"), world.city(status="draft", name_en="Hidden city")
    first = world.meeting(network=mgmac, title_en="First meeting", host_city=hanoi, ordinal=1)
    second = world.meeting(network=mgmac, title_en="Committee", kind=MeetingKind.COMMITTEE, starts_on="2019-06-27")
    world.meeting(network=mgmac, title_en="Hidden meeting", status="draft")
    for city in (hanoi, hidden):
        Participation.objects.create(meeting=first, city=city)
    assert client.get(URL).context["matrix"] is None
    Participation.objects.create(meeting=second, city=hanoi)
    matrix, text = client.get(URL).context["matrix"], words(client, URL)
    assert [row.cells for row in matrix.rows] == [["host", "yes"]]
    assert [column.label for column in matrix.columns] == ["1st meeting", "Committee meeting"]
    assert matrix.totals == [1, 1]
    assert "First meeting" in text and "Hidden" not in text


def test_news_and_papers(client, mgmac):
    world.article("one", title_en="Capitals meet").networks.add(mgmac)
    world.article("two", title_en="Hidden news", status="draft").networks.add(mgmac)
    Document.objects.create(subject=mgmac, title_th="ข้อบังคับ", title_en="Statutes")
    text = words(client, URL)
    assert "Capitals meet" in text and "Statutes" in text and "Hidden" not in text


def test_a_draft_secretariat_is_not_named(client, mgmac):
    mgmac.secretariat_city = world.city(status="draft", name_en="Hidden city")
    mgmac.save()
    assert "Hidden" not in words(client, URL) and "Hidden" not in words(client, "/en/networks/")


def test_drafts_and_unknown_ones_are_404_and_writing_is_refused(client, mgmac):
    world.network("draft", status="draft")
    for path in ("draft", "nothing", "x" * 300):
        assert client.get(f"/en/networks/{path}/").status_code == 404
    assert client.post(URL).status_code == 405


def test_a_withdrawn_one_stands_under_its_notice(client, mgmac):
    mgmac.status, mgmac.withdrawn_notice_en = "withdrawn", "Merged with another."
    mgmac.save()
    html = client.get(URL).content.decode()
    assert "Merged with another." in html and '<meta name="robots" content="noindex">' in html


def test_a_text_in_the_other_language_is_marked(client, mgmac):
    mgmac.aims_en, mgmac.name_en = "", ""
    mgmac.save()
    html = client.get(URL).content.decode()
    assert "available in Thai only" in html and '<p class="panel__lead" lang="th">แลกเปลี่ยน</p>' in html
    assert 'lang="th"' in html.split("<h1")[1].split("</h1>")[0]


def test_queries_do_not_grow(client, mgmac):
    def add(number):
        Membership.objects.create(network=mgmac, joined_on=f"19{number:02}-01-01", left_on=f"19{number:02}-02-01")
        Role.objects.create(network=mgmac, title_th="ประธาน", title_en="Chair")
        Fee.objects.create(network=mgmac, fiscal_year=1950 + number, amount=1, currency="USD")
        world.cite(world.figure(mgmac), world.source())
        Document.objects.create(subject=mgmac, title_th="เอกสาร", title_en="Paper")
        world.article().networks.add(mgmac)
        meeting = world.meeting(network=mgmac, host_city=world.city())
        Participation.objects.create(meeting=meeting, city=world.city())

    grows_not(client, URL, add)


def test_a_long_series_leads_to_the_register(client, mgmac, monkeypatch):
    monkeypatch.setattr("networks.pages.network_page.MEETINGS", 2)
    for day in ("2019-06-26", "2019-06-27", "2019-06-28"):
        world.meeting(network=mgmac, starts_on=day)
    response = client.get(URL)
    assert sum(len(group.rows) for group in response.context["meetings"].groups) == 2
    assert 'href="/en/meetings/?network=mgmac"' in response.content.decode()


def test_cities_of_the_network_stand_by_role_without_draft_ones(client, mgmac):
    cities = (("edo", "member", "published"), ("oslo", "president", "published"), ("x", "member", "draft"))
    for slug, role, status in cities:
        city = world.city(slug, name_en=f"City {slug}", status=status)
        CityMembership.objects.create(network=mgmac, city=city, role=role, as_of="2023", note_th="วาระ", note_en="Term")
    text = words(client, URL)
    assert (
        "President 1 City oslo Last known 2023 Term Member 1 City edo Last known 2023 Term" in text
        and "City x" not in text
    )
    assert "ประธาน 1" in words(client, "/th/networks/mgmac/")
