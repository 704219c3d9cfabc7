"""The queue of facts to confirm, in a real browser: ten answers by keyboard, nothing that axe finds or that is cut."""

import pytest

from iad_portal.office.models import Asked
from tests.browser import measures

pytestmark = pytest.mark.browser
QUEUE = "/admin/confirm/"


def first_fact(desk) -> str:
    return desk.locator(".claims__row h2").first.inner_text()


def wait_for_focus(desk) -> None:
    """A browser gives the focus (autofocus) when it draws the page, a moment after it has loaded it."""
    desk.wait_for_function("document.activeElement.closest('.claims__row')")


def test_ten_answers_in_a_row_by_keyboard(desk):
    """Each key answers the fact that has the focus; the next one has it at once."""
    desk.goto(desk.root + QUEUE)
    answered = []
    for number in range(10):
        wait_for_focus(desk)
        fact = desk.evaluate("document.activeElement.closest('.claims__row').querySelector('h2').textContent")
        assert fact == first_fact(desk) and fact not in answered
        answered.append(fact)
        with desk.expect_navigation():
            desk.keyboard.press("4" if number % 2 else "1")
    assert Asked.objects.count() == 5 and desk.said == []


def test_the_keys_move_open_and_do_not_answer_while_one_types(desk):
    desk.goto(desk.root + QUEUE + "?kind=agreement")
    wait_for_focus(desk)
    desk.keyboard.press("ArrowDown")
    second = desk.locator(".claims__row").nth(1)
    assert second.locator(":focus").count() == 1
    desk.keyboard.press("3")
    box = second.locator("[name=ended_on]")
    box.press_sequentially("1234")
    assert box.input_value() == "1234"
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    assert desk.locator(".messagelist .error").count() == 1
    wait_for_focus(desk)
    with desk.expect_navigation():
        desk.keyboard.press("2")
    desk.wait_for_function("document.activeElement.id == 'id_expires_on'")
    assert desk.said == []


def test_an_answer_without_scripts(browser, desk):
    context = browser.new_context(java_script_enabled=False, storage_state=desk.context.storage_state())
    page = context.new_page()
    page.goto(desk.root + QUEUE)
    fact = first_fact(page)
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert fact in page.locator(".confirm__last").inner_text() and first_fact(page) != fact
    context.close()


def test_everyone_can_read_it(desk):
    """Wide and narrow, light and dark."""
    desk.goto(desk.root + QUEUE)
    wait_for_focus(desk)
    with desk.expect_navigation():
        desk.keyboard.press("4")
    desk.locator(".claims__more summary").nth(1).click()
    assert desk.said == []
    desk.evaluate(measures.AXE)
    run = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    for width, scheme in [(1280, "light"), (390, "light"), (390, "dark"), (1280, "dark")]:
        desk.set_viewport_size({"width": width, "height": 900})
        desk.emulate_media(color_scheme=scheme)
        desk.evaluate(measures.SETTLED)
        assert desk.evaluate(measures.SIDEWAYS) == [] and desk.evaluate(measures.RUN_AXE, run) == [], (width, scheme)
