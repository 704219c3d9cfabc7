"""Pages on paper: a city is one page, tables keep their text, the address and the day stand at the end."""

import re

import pytest

from tests import world

pytestmark = pytest.mark.browser


def pages_of(page) -> int:
    """How many sheets of A4 the page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", print_background=False)))


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_city_is_a_brief_of_one_page(page, starting_server, language):
    """With little and with much to tell."""
    for city in ("budapest", "fukuoka", "washington-dc"):
        page.goto(f"{starting_server}/{language}/cities/{city}/")
        assert pages_of(page) == 1, city


def test_a_brief_says_what_it_cuts_and_where_the_whole_is(page, starting_server):
    """Fukuoka's list of exchanges is longer than two years of them, Phnom Penh's is not. The screen says nothing."""
    page.goto(f"{starting_server}/en/cities/fukuoka/")
    assert not page.locator(".brief__cut").is_visible() and not page.locator(".footer__address").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".brief__cut").is_visible()
    assert 0 < page.locator("section[aria-labelledby=done] tbody tr:visible").count() <= 6
    assert page.locator(".footer__address").inner_text().endswith("/en/cities/fukuoka/")
    page.goto(f"{starting_server}/en/cities/phnom-penh/")
    assert not page.locator(".brief__cut").is_visible()


def test_a_brief_never_cuts_an_agreement_in_force(page, starting_server):
    """However many there are; of what has ended, the latest stand."""
    city = world.city("many")
    for year in range(2001, 2009):
        world.agreement(city, signed_on=f"{year}-11-30")
    for year in range(1981, 1984):
        world.agreement(city, signed_on=f"{year}-11-30", expires_on=f"{year + 2}")
    page.goto(f"{starting_server}/en/cities/many/")
    page.emulate_media(media="print")
    assert page.locator(".timeline > .is-kept:visible").count() == 8
    assert page.locator(".timeline > li:visible").count() == 8 and page.locator(".brief__cut").is_visible()


@pytest.mark.parametrize("path", ["th/meetings/mgmac-7-2019/", "en/agreements/", "th/networks/mgmac/"])
def test_paper_keeps_the_text_of_tables_and_facts(page, starting_server, path):
    """Every row, term and value of the screen, but for what is folded; heads of tables come again on every sheet."""
    page.goto(f"{starting_server}/{path}")
    cells = "[...document.querySelectorAll('main :is(th, td, dt, dd, caption, h2)')]"
    words = f"{cells}.filter(cell => !cell.closest('details')).map(cell => cell.innerText.trim())"
    on_screen = page.evaluate(words)
    page.emulate_media(media="print")
    assert page.evaluate(words) == on_screen and len(on_screen) > 10
    head = "document.querySelector('main thead') && getComputedStyle(document.querySelector('main thead')).display"
    assert page.evaluate(head) in (None, "table-header-group")
    assert page.locator("nav:visible, button:visible, form:visible").count() == 0


def test_paper_is_black_on_white_also_for_a_dark_screen(page, starting_server):
    """The roles of paper win."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{starting_server}/th/agreements/1/")
    colours = "[getComputedStyle(document.body).color, getComputedStyle(document.querySelector('h1')).color]"
    assert page.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(0, 0, 0)"]
