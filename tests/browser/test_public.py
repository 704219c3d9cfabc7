"""The public site in a real browser: keyboard, no faults that axe finds, no report of the content policy."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PATHS = [
    "", "cities/", "cities/washington-dc/", "agreements/", "agreements/1/", "embassies/", "embassies/hu/", "networks/",
    "networks/mgmac/", "meetings/", "meetings/mgmac-7-2019/", "plans/", "plans/2013/", "news/", "news/mgmac-7-2019/",
    "newsletters/", "agencies/", "about/", "about/mission/", "contact/", "data/", "search/?q=Bangkok", "no-such-page/",
]  # fmt: skip
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_and_the_page_fits(page, starting_server, language, width, scheme):
    """On every kind of page: WCAG A and AA, best practice, no sideways scrolling, no console message."""
    said = []
    page.on("console", lambda message: said.append((page.url, message.text)))
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    faults = []
    for path in PATHS:
        page.goto(f"{starting_server}/{language}/{path}")
        results = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
        faults += [
            (path, fault["id"], [node["html"][:120] for node in fault["nodes"]][:2])
            for fault in results.response["violations"]
        ]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append((path, "scrolls sideways"))
    assert faults == []
    assert [line for line in said if "404" not in line[1]] == []


def test_the_keyboard_reaches_content_first_and_the_menu_opens_on_a_phone(page, starting_server):
    """Tab shows the skip link; Enter leads to main; the menu button opens and Escape closes."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{starting_server}/th/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.get_by_role("button", name="เมนู").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="ความตกลง", exact=True).first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#menu").is_visible()


def test_the_switcher_keeps_record_and_filters(page, starting_server):
    """From a Thai list with a filter to the same list in English."""
    page.goto(f"{starting_server}/th/news/?year=2019")
    page.get_by_role("link", name="English").first.click()
    assert page.url == f"{starting_server}/en/news/?year=2019"


def test_nothing_needs_script(browser, starting_server):
    """A filter and the menu's links work with JavaScript off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{starting_server}/en/cities/")
    page.get_by_role("link", name="Washington, D.C.").first.click()
    assert page.url.endswith("/en/cities/washington-dc/")
    context.close()
