"""What an officer's work costs in clicks: no more than it may."""

import pytest

from iad_portal.office.groups import EDITORS
from networks.models import Meeting
from plans.models import Plan, Project
from relations.models import City, Exchange
from tests import world
from tests.browser.hand import Hand
from tests.browser.test_review import signed_in
from tests.desk.desk import desk_url

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(browser, starting_server):
    """An editor's browser."""
    page = signed_in(browser, starting_server, "malee", EDITORS)
    yield page
    page.context.close()


def test_a_visit_costs_six_clicks_in_the_form_of_its_city(editor):
    city = City.objects.get(slug="seoul")
    editor.goto(editor.root + desk_url(City, "change", city.pk))
    hand = Hand(editor)
    hand.click("#activities .addlink")
    editor.wait_for_load_state("networkidle")
    hand.type("#id_title_th", "คณะผู้แทนกรุงโซลเข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร")
    hand.choose("#id_kind", "courtesy_call")
    hand.choose("#id_direction", "in")
    hand.next("#id_starts_on", "12 พ.ย. 2569")
    hand.save()
    exchange = Exchange.objects.get(title_th__startswith="คณะผู้แทนกรุงโซลเข้าเยี่ยม")
    assert exchange.starts_on.isoformat() == "2026-11-12" and list(exchange.cities.all()) == [city]
    assert editor.url.partition("#")[0].endswith(desk_url(City, "change", city.pk))
    assert (hand.clicks, hand.saves) == (6, 1)


def test_a_meeting_with_eleven_participants_costs_little(editor):
    cities = [str(city.name_th) for city in City.objects.exclude(kind="home").order_by("pk")[:11]]
    editor.goto(editor.root + desk_url(Meeting, "add"))
    editor.wait_for_load_state("networkidle")
    hand = Hand(editor)
    hand.type("#id_title_th", "การประชุมเมืองสีเขียวประจำปี")
    hand.choose("#id_kind", "conference")
    hand.type("#id_starts_on", "3 พ.ย. 2569")
    hand.next("#id_ends_on", "5 พ.ย. 2569")
    hand.type("#id_venue_th", "ศูนย์การประชุมแห่งชาติสิริกิติ์")
    hand.click("details:has(#id_listed) > summary")
    hand.type("#id_listed", "\n".join(f"{name}\tงานของเมืองที่ {n}" for n, name in enumerate(cities, 1)))
    hand.save()
    meeting = Meeting.objects.get(title_th="การประชุมเมืองสีเขียวประจำปี")
    rows = list(meeting.participation.order_by("order"))
    assert [row.city.name_th for row in rows] == cities and rows[10].presented_th == "งานของเมืองที่ 11"
    assert hand.saves == 1 and hand.clicks <= 8, hand.clicks


def test_five_projects_of_a_plan_cost_one_paste(editor):
    """From the list of plans, and back."""
    plan = world.plan(status="draft", title_th="แผนงานที่มีตาราง")
    editor.goto(editor.root + desk_url(Plan))
    hand = Hand(editor)
    hand.click("#result_list a:text-is('แผนงานที่มีตาราง')")
    editor.wait_for_load_state("networkidle")
    lines = ["โครงการ\tรหัส\tเริ่ม\tงบประมาณ (ล้านบาท)"]
    names = ["แลกเปลี่ยนเยาวชน", "เมืองสีเขียว", "อบรมภาษา", "เทศกาลอาหาร", "สัมมนาผู้นำเมือง"]
    lines += [f"โครงการ{name}\tสกต. {n}\tต.ค. 2568\t1.{n}" for n, name in enumerate(names, 1)]
    hand.type("#id_pasted", "\n".join(lines))
    hand.save()
    projects = list(Project.objects.filter(plan=plan, status="draft"))
    assert [project.budget_thb for project in projects] == [1_100_000, 1_200_000, 1_300_000, 1_400_000, 1_500_000]
    assert (hand.clicks, hand.saves) == (3, 1)
