"""The filters of a register in a real browser, without script: folded on a phone, open on a wide screen."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def visitor(browser, starting_server):
    """A page without JavaScript; `visitor.see(path, width)` opens a page of the portal."""
    context = browser.new_context(java_script_enabled=False, reduced_motion="reduce")
    page = context.new_page()

    def see(path: str, width: int):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{starting_server}{path}")
        return page

    page.see = see
    yield page
    context.close()


def focused(page) -> str:
    """The id of what has the focus."""
    return page.evaluate("document.activeElement.id")


def test_on_a_wide_screen_the_fields_lie_open_and_take_the_keyboard(visitor):
    """No handle to open; the first field is reached by Tab, and a choice is sent by Enter."""
    page = visitor.see("/en/cities/", 1280)
    assert not page.locator(".filter__summary").is_visible()
    page.locator("#id_country").focus()
    page.keyboard.type("Japan")
    page.keyboard.press("Tab")
    assert focused(page) == "id_region"
    page.get_by_role("button", name="Filter", exact=True).press("Enter")
    page.wait_for_url("**/en/cities/?country=JP#results")
    assert focused(page) == "results"
    assert page.locator("#results").inner_text().endswith(" of 35 cities")


def test_on_a_phone_the_list_comes_first_and_the_fold_opens_by_keyboard(visitor):
    """Closed, and nothing inside takes the focus; open, the fields are there."""
    page = visitor.see("/en/meetings/", 360)
    assert not page.locator("#id_year").is_visible()
    assert page.locator("#results").bounding_box()["y"] < 800
    page.locator(".filter__summary").press("Enter")
    assert page.locator("#id_year").is_visible()


def test_chips_go_one_by_one_or_all_at_once(visitor):
    """Each tells what it takes away, is large enough for a finger, and leaves the order as it was."""
    page = visitor.see("/en/cities/?country=JP&region=east_asia&sort=name", 360)
    chip = page.get_by_role("link", name="Remove the filter Country: Japan")
    assert chip.bounding_box()["height"] >= 24
    chip.click()
    page.wait_for_url("**/en/cities/?sort=name&region=east_asia#results")
    page.see("/en/cities/?country=JP&region=east_asia&sort=name", 360)
    page.get_by_role("link", name="Clear all filters").click()
    page.wait_for_url("**/en/cities/?sort=name#results")


def test_the_language_switch_keeps_filters_and_order(visitor):
    """The same list in the other language."""
    page = visitor.see("/en/cities/?country=JP&sort=name", 1280)
    page.get_by_role("link", name="ไทย").click()
    page.wait_for_url("**/th/cities/?country=JP&sort=name")
    assert "พบ" in page.locator("#results").inner_text()


def test_the_search_field_stands_in_the_header_and_on_a_phone_a_link(visitor):
    """A word typed there leads to its results; on the page of results the header only names it."""
    page = visitor.see("/en/plans/", 1280)
    page.locator("#site-q").fill("Budapest")
    page.locator("#site-q").press("Enter")
    page.wait_for_url("**/en/search/?q=Budapest")
    assert page.locator("#site-q").count() == 0
    page.see("/en/plans/", 360)
    page.locator(".header__find").click()
    page.wait_for_url("**/en/search/")
