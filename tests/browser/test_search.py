"""Search in a real browser: suggestions by finger and by key, and everything but these without script."""

import pytest

from tests.browser import measures

pytestmark = pytest.mark.browser
LIST = ".suggest:not([hidden])"
# How far what was there has been pushed about since the typing began; before it, letters may still come in on a busy
# machine (test_weight.py measures how a page comes).
BEGIN = "() => { window.settled = performance.now() }"
SHIFT = """() => new Promise(tell => {
    let sum = 0
    const add = one => { if (one.startTime > window.settled) sum += one.value }
    new PerformanceObserver(all => all.getEntries().forEach(add))
        .observe({type: "layout-shift", buffered: true})
    setTimeout(() => tell(sum), 100)
})"""


@pytest.fixture
def reader(page, starting_server):
    """`reader.types(path, field, words)` opens a page, types, and waits for the suggestions."""
    page.emulate_media(reduced_motion="reduce")

    def types(path: str, field: str, words: str):
        page.goto(f"{starting_server}{path}")
        page.evaluate(measures.SETTLED)
        page.evaluate(BEGIN)
        box = page.locator(field)
        box.fill("")
        box.press_sequentially(words)
        page.wait_for_selector(LIST)
        return box

    page.types = types
    return page


def test_the_keyboard_chooses_a_suggestion_and_goes_there(reader):
    """The focus stays in the field, which tells what is chosen; beyond the last is the field again."""
    box = reader.types("/en/plans/", "#site-q", "budap")
    assert box.get_attribute("aria-expanded") == "true"
    options = reader.get_by_role("option")
    assert options.count() > 1 and "Budapest" in options.first.inner_text()
    assert reader.locator(".header__search [role=status]").inner_text().startswith(f"Suggestions: {options.count()}.")
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == options.last.get_attribute("id")
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowDown")
    assert options.first.get_attribute("aria-selected") == "true"
    assert box.evaluate("box => box === document.activeElement")
    box.press("Enter")
    reader.wait_for_url("**/en/cities/budapest/")


def test_escape_closes_them_and_keeps_what_was_typed(reader):
    """So does leaving the field; the arrow down brings them back; Enter with none chosen searches."""
    box = reader.types("/en/plans/", "#site-q", "budap")
    box.press("Escape")
    assert reader.locator(LIST).count() == 0 and box.input_value() == "budap"
    assert box.get_attribute("aria-expanded") == "false"
    box.press("ArrowDown")
    reader.wait_for_selector(LIST)
    box.press("Tab")
    assert reader.locator(LIST).count() == 0
    box.press("Enter")
    reader.wait_for_url("**/en/search/?q=budap")


def test_a_click_on_a_suggestion_leads_to_its_page(reader):
    """On the search page of a phone; typed in Thai."""
    reader.set_viewport_size({"width": 320, "height": 800})
    reader.types("/th/search/", "#q", "บูดา")
    reader.get_by_role("option").first.click()
    reader.wait_for_url("**/th/cities/budapest/")


@pytest.mark.parametrize(("path", "field", "words"), [("/th/search/?q=x", "#q", "กรุง"), ("/en/", "#site-q", "bang")])
def test_suggestions_are_for_everyone(reader, path, field, words):
    """No fault that axe finds, in either colours; nothing sideways, too small, or pushed away by them."""
    width = 320 if field == "#q" else 1280
    reader.set_viewport_size({"width": width, "height": 800})
    reader.types(path, field, words).press("ArrowDown")
    reader.evaluate(measures.AXE)
    found = []
    for scheme in ("light", "dark"):
        reader.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += reader.evaluate(measures.RUN_AXE, {"type": "tag", "values": measures.TAGS})
    for script in (measures.SIDEWAYS, measures.CUT_OFF, measures.SMALL_TARGETS):
        found += reader.evaluate(script)
    assert found == [] and reader.evaluate(SHIFT) < 0.01


@pytest.mark.parametrize("language", ["th", "en"])
def test_results_are_for_everyone(page, starting_server, language):
    """Many, narrowed, corrected, none: on a narrow screen and with large letters."""
    letters = page.context.new_cdp_session(page)
    page.emulate_media(reduced_motion="reduce")
    for query in ("Bangkok&page=2", "Bangkok&kind=article&year=2019", "Tokio", "กข" * 100):
        page.goto(f"{starting_server}/{language}/search/?q={query}")
        page.evaluate(measures.AXE)
        found = page.evaluate(measures.RUN_AXE, {"type": "tag", "values": measures.TAGS})
        for width, size in ((320, 16), (1280, 32), (1280, 16)):
            page.set_viewport_size({"width": width, "height": 800})
            letters.send("Page.setFontSizes", {"fontSizes": {"standard": size}})
            found += page.evaluate(measures.SIDEWAYS) + page.evaluate(measures.CUT_OFF)
        assert found == [], query


def test_without_script_the_field_the_kinds_and_the_filters_work(browser, starting_server):
    """A plain form; the words found are marked; the browser goes to the count, which tells of a correction."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{starting_server}/en/search/")
    page.locator("#q").fill("Tokio")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/en/search/?q=Tokio#results")
    assert page.locator("#results:focus").get_by_text("These are the results for “Tokyo”.").count() == 1
    assert page.locator(".found__title mark", has_text="Tokyo").count() and page.locator(".suggest").count() == 0
    page.get_by_role("navigation", name="Results by kind").get_by_role("link", name="News").click()
    page.wait_for_url("**/en/search/?q=Tokio&kind=article#results")
    assert page.locator(".finds__kinds [aria-current]").inner_text().startswith("News")
    page.get_by_role("button", name="Narrow").click()
    page.get_by_role("link", name="Remove the filter Kind: News").click()
    page.wait_for_url("**/en/search/?q=Tokio#results")
    context.close()
