"""Two officers edit one meeting with eleven participants in real browsers: nothing is lost, nobody is surprised."""

import pytest
from playwright.sync_api import expect

from networks.models import Meeting, Participation
from relations.models import City
from tests.browser import measures
from tests.desk.desk import desk_url, officer

from .signing_in import let_in

pytestmark = pytest.mark.browser
PRESENTED = "#id_participation-{}-presented_th"


def meeting_of_eleven() -> Meeting:
    meeting = Meeting.objects.filter(participation=None, status="published").first()
    cities = City.objects.exclude(kind="home").order_by("pk")[:11]
    for number, city in enumerate(cities):
        Participation.objects.create(meeting=meeting, city=city, presented_th=f"เรื่องที่ {number}", order=number)
    return meeting


def second_desk(desk, browser):
    """Another officer, in a browser of their own."""
    page = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
    let_in(page, desk.root, officer("somchai"))
    return page


def look(page):
    """The page is looked at again: its script asks at once, not only after half a minute."""
    with page.expect_response("**/admin/present/"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def opened(page, root, meeting):
    with page.expect_response("**/admin/present/"):
        page.goto(root + desk_url(Meeting, "change", meeting.pk))
    page.wait_for_load_state("networkidle")
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")


def save(page):
    """Press the button; what is asked meanwhile (whether the list is whole) is meant."""
    for _attempt in range(2):
        page.evaluate("document.querySelector('.submit-row [name=_continue]').click()")
        page.wait_for_load_state("networkidle")
        if not page.locator(".asknote").count():
            return


def what_each_types(desk, somchai):
    for page in (desk, somchai):
        page.evaluate(measures.UNFOLD)
    desk.fill("#id_theme_th", "หัวข้อของมาลี")
    desk.fill(PRESENTED.format(2), "มาลีเขียนแถวสาม")
    desk.check("#id_participation-4-DELETE")
    somchai.fill("#id_venue_th", "สถานที่ของสมชาย")
    somchai.fill(PRESENTED.format(2), "สมชายเขียนแถวสาม")
    somchai.fill(PRESENTED.format(6), "สมชายเขียนแถวเจ็ด")


def choose_mine_by_keyboard(page):
    expect(page.locator(".merge__choice")).to_have_count(1)
    expect(page.locator(".merge__taken")).to_contain_text("malee")
    assert page.input_value(PRESENTED.format(2)) == "สมชายเขียนแถวสาม"
    assert page.evaluate(measures.SIDEWAYS) == []
    page.evaluate(measures.AXE)
    assert page.evaluate(measures.RUN_AXE, {"type": "rule", "values": ["color-contrast", "label"]}) == []
    page.locator(".merge__choice input").first.focus()
    page.keyboard.press("Space")
    page.locator(".merge__do input").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist .success")


def test_two_officers_at_one_meeting(desk, browser):
    meeting = meeting_of_eleven()
    somchai = second_desk(desk, browser)
    opened(desk, desk.root, meeting)
    opened(somchai, desk.root, meeting)
    expect(somchai.locator(".presence")).to_contain_text("malee เปิดระเบียนนี้อยู่")
    look(desk)
    expect(desk.locator(".presence")).to_contain_text("somchai เปิดระเบียนนี้อยู่")
    what_each_types(desk, somchai)
    save(desk)
    desk.wait_for_selector(".messagelist .success")
    look(somchai)
    expect(somchai.locator(".presence")).to_contain_text("malee บันทึกระเบียนนี้")
    assert somchai.input_value("#id_venue_th") == "สถานที่ของสมชาย"
    save(somchai)
    choose_mine_by_keyboard(somchai)
    meeting.refresh_from_db()
    assert (meeting.theme_th, meeting.venue_th) == ("หัวข้อของมาลี", "สถานที่ของสมชาย")
    presented = list(meeting.participation.order_by("order").values_list("presented_th", flat=True))
    expected = [f"เรื่องที่ {number}" for number in range(11) if number != 4]
    expected[2], expected[5] = "สมชายเขียนแถวสาม", "สมชายเขียนแถวเจ็ด"
    assert presented == expected and desk.said == []


def test_who_leaves_is_gone_at_once(desk, browser):
    meeting = meeting_of_eleven()
    somchai = second_desk(desk, browser)
    opened(somchai, desk.root, meeting)
    opened(desk, desk.root, meeting)
    expect(desk.locator(".presence")).to_contain_text("somchai เปิดระเบียนนี้อยู่")
    somchai.goto(f"{desk.root}/admin/")
    for _attempt in range(20):
        look(desk)
        if "somchai" not in desk.locator(".presence").text_content():
            break
    expect(desk.locator(".presence")).not_to_contain_text("somchai")
    assert desk.said == []
