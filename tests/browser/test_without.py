"""With script, styles or images off: nothing is lost, and everything is read in the right order."""

import re

import pytest

pytestmark = pytest.mark.browser

PATHS = [
    "", "cities/budapest/", "agreements/", "agreements/1/", "embassies/hu/", "networks/mgmac/",
    "meetings/mgmac-7-2019/", "plans/2013/", "news/mgmac-7-2019/", "about/mission/",
]  # fmt: skip


@pytest.fixture
def no_script(browser):
    """A page in a browser whose JavaScript is off."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.fixture
def no_style(page):
    """A page that gets no stylesheet."""
    page.route("**/*.css", lambda route: route.abort())
    return page


def test_without_script_the_menu_opens_and_leads_on(no_script, starting_server):
    """On a telephone: the button opens the menu, its link leads to the register."""
    no_script.goto(f"{starting_server}/th/")
    no_script.get_by_role("button", name="เมนู").click()
    no_script.get_by_role("navigation", name="เมนูหลัก").get_by_role("link", name="ความตกลง", exact=True).click()
    assert no_script.url == f"{starting_server}/th/agreements/"


def test_without_script_a_filter_narrows_and_its_chip_takes_it_back(no_script, starting_server):
    """The form of the agreements, its count, the chip that removes it."""
    no_script.goto(f"{starting_server}/en/agreements/")
    everything = no_script.locator("#results").inner_text()
    no_script.locator(".filter summary").click()
    no_script.select_option("select[name=instrument]", "mou")
    no_script.locator(".filter button[type=submit]").click()
    assert "instrument=mou" in no_script.url and no_script.locator("#results").inner_text() != everything
    no_script.locator(".chip--off").first.click()
    assert no_script.locator("#results").inner_text() == everything


@pytest.mark.parametrize("language", ["th", "en"])
def test_without_styles_the_page_reads_in_order(no_style, starting_server, language):
    """Skip link, header, one heading of the page, matter, sources, day, footer; no drawing stands twice."""
    order = """() => {
      const wanted = ['.skip', 'header', 'main', 'h1', 'h2, h3', '#sources', '.page-end', 'footer'];
      const found = wanted.map(one => document.querySelector(one)).filter(Boolean);
      const right = found.every((one, place) => !place ||
        found[place - 1].compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
      const drawn = [...document.querySelectorAll('svg[role]')].filter(one => one.checkVisibility());
      const twice = drawn.map(one => one.getAttribute('aria-label'));
      return [right, document.querySelectorAll('h1').length, twice.length - new Set(twice).size];
    }"""
    for path in PATHS:
        no_style.goto(f"{starting_server}/{language}/{path}")
        assert no_style.evaluate(order) == [True, 1, 0], path


def test_without_styles_words_keep_apart_and_marks_of_sources_are_no_digits_of_a_number(no_style, starting_server):
    """What stands side by side by style alone has a space in the text too; the mark of source 5 is [5]."""
    no_style.goto(f"{starting_server}/th/networks/mgmac/")
    text = no_style.inner_text("main")
    assert re.search(r"\b10\[\d+\]", text)
    assert "ที่ผ่านมา 8" in text and "ที่ผ่านมา8" not in text
    assert "สำนักงานการต่างประเทศ กรุงเทพมหานคร" in no_style.inner_text(".brand")


def test_what_is_hidden_from_screen_readers_says_nothing_of_its_own(no_style, starting_server):
    """With styles off it is seen all the same: a dash, or words that the page says as well; a drawing stays drawn."""
    for path in PATHS:
        no_style.goto(f"{starting_server}/en/{path}")
        silent = no_style.locator("main [aria-hidden=true]:not(svg, :has(> svg))").all_text_contents()
        silent = [words for text in silent for words in text.split("\n")]
        aloud = no_style.evaluate(
            "(document.querySelectorAll('[aria-hidden=true]').forEach(one => one.remove()), document.body.textContent)"
        ).lower()
        assert [words for words in silent if words.strip("–- ") and words.strip().lower() not in aloud] == [], path


def test_without_images_every_picture_has_its_words(page, starting_server):
    """Each img has alt text, or an empty one for decoration; each drawing has a name or is silent."""
    page.route("**/media/**", lambda route: route.abort())
    page.route("**/*.{svg,png,jpg,avif,webp}", lambda route: route.abort())
    nameless = """() => [
      ...[...document.querySelectorAll('img')].filter(one => !one.hasAttribute('alt')),
      ...[...document.querySelectorAll('a img')].filter(one => !one.alt && !one.closest('a').textContent.trim()),
      ...[...document.querySelectorAll('svg:not(svg svg)')].filter(one =>
        !one.closest('[aria-hidden=true]') && !one.getAttribute('aria-label') && !one.querySelector('title')),
    ].map(one => one.outerHTML.slice(0, 120))"""
    for path in PATHS:
        page.goto(f"{starting_server}/th/{path}")
        assert page.evaluate(nameless) == [], path
        assert page.locator("h1").is_visible(), path
