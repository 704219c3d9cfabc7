"""The projects of a plan at its form: rows by keyboard, and lines opened."""

import pytest

from iad_portal.lib.desk.folded_rows import MOST_OPEN
from plans.models import Plan, Project
from tests import world
from tests.browser.hand import Hand
from tests.browser.test_review import is_accessible_and_narrow
from tests.desk.desk import desk_url

pytestmark = pytest.mark.browser
LONG = "โครงการพัฒนาความร่วมมือกับเมืองพี่เมืองน้องด้าน"


def open_form(desk, plan):
    desk.goto(desk.root + desk_url(Plan, "change", plan.pk))
    desk.wait_for_load_state("networkidle")


def test_behind_the_last_cell_a_row_is_added_by_keyboard(desk):
    """And is begun in its first box; the page grows no wider, with its lines neither."""
    plan, hand = world.plan(status="draft"), Hand(desk)
    for number in range(MOST_OPEN + 2):
        state = ("draft", "published")[number % 2]
        world.project(plan, order=number, title_th=f"{LONG}ที่ {number}", status=state, budget_thb=number)
    open_form(desk, plan)
    is_accessible_and_narrow(desk)
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
    assert Project.objects.get(plan=plan, order=MOST_OPEN + 1).budget_thb == 7
    assert Project.objects.get(title_th="โครงการที่เพิ่มด้วยแป้นพิมพ์").plan == plan
    assert Project.objects.filter(plan=plan).count() == number + 1 and not desk.said
