"""The filters of a list in a real browser, without script: chips and search in one row, the others in a fold."""

import pytest

pytestmark = pytest.mark.browser
LISTS = ["cities/", "agreements/", "embassies/", "meetings/", "networks/", "news/", "plans/"]
FIRST_ROW = (
    ".roll li, .directory li, .nets li, .card, main .section .chips li, main .years .chips li, "
    "main .ledger tbody tr:not(.ledger__group)"
)


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


@pytest.mark.parametrize("width", [360, 1280])
def test_the_fold_opens_by_keyboard_and_a_choice_is_sent(visitor, width):
    """Closed, and nothing inside takes the focus; a choice leads to the count of what was found."""
    page = visitor.see("/en/cities/", width)
    assert not page.locator("#id_country").is_visible()
    page.locator(".filter__summary").press("Enter")
    page.locator("#id_country").focus()
    page.keyboard.type("Japan")
    page.keyboard.press("Tab")
    assert focused(page) == "id_region"
    page.get_by_role("button", name="Filter", exact=True).press("Enter")
    page.wait_for_url("**/en/cities/?country=JP#results")
    assert focused(page) == "results"
    assert page.locator("#results").inner_text().endswith(" of 35 cities")


def test_a_chip_over_the_list_narrows_it_and_the_search_looks_for_its_kind(visitor):
    """The chosen chip is marked; words go to the site's search, for cities alone."""
    page = visitor.see("/en/cities/", 360)
    page.get_by_role("link", name="Europe 6").click()
    page.wait_for_url("**/en/cities/?region=europe#results")
    assert page.locator(".sift .chips [aria-current]").inner_text().split() == ["Europe", "6"]
    page.get_by_role("searchbox", name="City or country").fill("Budapest")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?*")
    assert "q=Budapest" in page.url and "kind=city" in page.url


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_first_row_stands_on_the_first_screen_of_a_phone(visitor, language):
    """The list comes first: at most 700 px from the top, in both languages."""
    for path in LISTS:
        page = visitor.see(f"/{language}/{path}", 390)
        assert page.locator(FIRST_ROW).first.bounding_box()["y"] < 700, path


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
