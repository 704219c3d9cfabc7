"""The projects of a plan at its form: a table pasted, mended and saved; rows by keyboard; lines opened."""

import pytest

from iad_portal.lib.desk.folded_rows import MOST_OPEN
from plans.models import Plan, Project
from tests import world
from tests.browser import measures
from tests.browser.hand import Hand
from tests.browser.test_review import is_accessible_and_narrow
from tests.desk.desk import desk_url

pytestmark = pytest.mark.browser
LONG = "โครงการพัฒนาความร่วมมือกับเมืองพี่เมืองน้องด้าน"
TABLE = (
    f"{LONG}สิ่งแวดล้อม\tEnvironment\tสกต. 1\t1 ต.ค. 2568\t30 ก.ย. 2569\t๑.๕ ล้านบาท",
    f"{LONG}การศึกษา\tEducation\tสกต. 2\t31/2/2569\t\t250,000",
    f"{LONG}การท่องเที่ยว\tTourism\tสกต. 3\tม.ค. 2569\t\t300,000",
    f"{LONG}กีฬา\tSport\tสกต. 4\t\t\t-",
    f"{LONG}วัฒนธรรม\tCulture\tสกต. 5\t2569\t\t5 แสนบาท",
)


def open_form(desk, plan):
    desk.goto(desk.root + desk_url(Plan, "change", plan.pk))
    desk.wait_for_load_state("networkidle")


def test_five_lines_are_pasted_one_is_mended_and_all_are_saved(desk):
    plan, hand = world.plan(status="draft"), Hand(desk)
    open_form(desk, plan)
    is_accessible_and_narrow(desk)
    hand.type("#id_pasted", "\n".join(TABLE))
    hand.save()
    desk.wait_for_load_state("networkidle")  # the page asks who else is here: one connection for both
    assert not Project.objects.filter(plan=plan).exists() and desk.input_value("#id_pasted") == ""
    faults = desk.locator("#projects-group .errorlist")
    assert faults.count() == 1 and desk.locator("#projects-group .form-row .field-starts_on .errorlist").count() == 1
    is_accessible_and_narrow(desk)
    desk.fill("#id_projects-1-starts_on", "28/2/2569")
    hand.save()
    desk.wait_for_load_state("networkidle")
    projects = list(Project.objects.filter(plan=plan))
    assert [project.budget_thb for project in projects] == [1_500_000, 250_000, 300_000, None, 500_000]
    assert [project.order for project in projects] == [1, 2, 3, 4, 5] and projects[1].starts_on.iso == "2026-02-28"
    assert {project.status for project in projects} == {"draft"} and not desk.said


def test_behind_the_last_cell_a_row_is_added_by_keyboard(desk):
    """And is begun in its first box; the page grows no wider, with its lines neither."""
    plan, hand = world.plan(status="draft"), Hand(desk)
    for number in range(MOST_OPEN + 2):
        state = ("draft", "published")[number % 2]
        world.project(plan, order=number, title_th=f"{LONG}ที่ {number}", status=state, budget_thb=number)
    open_form(desk, plan)
    assert desk.evaluate(measures.SIDEWAYS) == []
    last = desk.locator("tr.is-line").last
    assert "เผยแพร่แล้ว" in last.inner_text()
    last.locator(".line__open").click()
    row = f"#projects-{MOST_OPEN + 1}"
    assert "เผยแพร่แล้ว" in desk.locator(row).inner_text()
    desk.fill(f"{row} .field-budget_thb input", "7")
    hand.next(".add-row a")
    desk.keyboard.press("Enter")
    number = MOST_OPEN + 2
    assert desk.evaluate("document.activeElement.id") == f"id_projects-{number}-order"
    hand.next(f"#id_projects-{number}-title_th", "โครงการที่เพิ่มด้วยแป้นพิมพ์")
    hand.save()
    desk.wait_for_load_state("networkidle")
    assert Project.objects.get(plan=plan, order=MOST_OPEN + 1).budget_thb == 7
    assert Project.objects.get(title_th="โครงการที่เพิ่มด้วยแป้นพิมพ์").plan == plan
    assert Project.objects.filter(plan=plan).count() == number + 1 and not desk.said
