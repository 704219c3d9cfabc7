"""The site by keyboard alone: every stop in the order of the page, seen and ringed; and all that keys can do there."""

import pytest

from tests.browser import measures

pytestmark = pytest.mark.browser
MOST = 600  # more stops than any page has
PAGES = [
    "",
    "cities/",
    "agreements/",
    "news/?page=2",
    "news/sample-article-1/",
    "meetings/sample-meeting-1/",
    "contact/",
]


@pytest.fixture
def keys(page, sampled_server):
    """A page without motion, on a wide screen; `keys.root` is the site's address."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.root = sampled_server
    return page


def walk(page) -> list[dict]:
    """Every stop of Tab, from the top of the page until it leaves the page."""
    stops = []
    while len(stops) < MOST:
        page.keyboard.press("Tab")
        stop = page.evaluate(measures.FOCUS)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            return stops
        stops.append(stop)
    raise AssertionError("Tab goes round and round")


def tab_to(page, selector: str) -> dict:
    """Press Tab until the focus is on the first element of `selector`; it must be ringed and seen."""
    wanted = page.locator(selector).first
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if wanted.evaluate("box => box === document.activeElement"):
            stop = page.evaluate(measures.FOCUS)
            assert stop["ringed"] and stop["seen"], stop
            return stop
    raise AssertionError(f"Tab does not reach {selector}")


@pytest.mark.parametrize("path", PAGES)
def test_every_stop_is_in_order_named_ringed_and_seen(keys, path):
    """And Tab leaves out nothing that can be pressed; behind the last stop it begins again."""
    keys.goto(f"{keys.root}/th/{path}")
    for width in (1280, 360):
        keys.set_viewport_size({"width": width, "height": 900})
        expected = keys.evaluate(measures.STOPS)
        stops = walk(keys)
        assert [stop for stop in stops if not (stop["name"] and stop["ringed"] and stop["seen"])] == [], width
        places = [stop["place"] for stop in stops]
        assert places == sorted(places) and len(stops) == expected, width


def test_the_skip_link_and_the_language_come_first(keys):
    """Enter on the first leads past the header; on the second to the same page in English, filters kept."""
    keys.goto(f"{keys.root}/th/news/?year=2019")
    keys.keyboard.press("Tab")
    assert keys.evaluate("document.activeElement.className") == "skip"
    keys.keyboard.press("Enter")
    keys.keyboard.press("Tab")
    assert keys.evaluate("document.activeElement.closest('main') !== null")
    keys.goto(f"{keys.root}/th/news/?year=2019")
    tab_to(keys, ".langs a[hreflang=en]")
    keys.keyboard.press("Enter")
    keys.wait_for_url(f"{keys.root}/en/news/?year=2019")


def test_the_menu_of_a_phone_opens_closes_and_gives_the_focus_back(keys):
    """Enter opens it; Tab goes into it; Escape, and its own button, close it."""
    keys.set_viewport_size({"width": 360, "height": 800})
    keys.goto(f"{keys.root}/th/")
    for close in ("Escape", "Enter"):
        opener = tab_to(keys, ".header__tools [popovertarget=menu]")
        keys.keyboard.press("Enter")
        assert keys.locator("#menu").is_visible()
        keys.keyboard.press("Tab")
        assert keys.evaluate("document.activeElement.matches('.nav__close')")
        keys.keyboard.press(close)
        assert not keys.locator("#menu").is_visible()
        assert keys.evaluate(measures.FOCUS)["place"] == opener["place"]
        keys.evaluate("document.activeElement.blur()")
        keys.reload()
    tab_to(keys, ".header__tools [popovertarget=menu]")
    keys.keyboard.press("Enter")
    tab_to(keys, "#menu a[href='/th/agreements/']")
    keys.keyboard.press("Enter")
    keys.wait_for_url(f"{keys.root}/th/agreements/")


def test_a_filter_is_filled_sent_and_taken_back_by_keyboard(keys):
    """Enter sends it, the focus lands on the count, the rows come next; the chip takes it away again."""
    keys.goto(f"{keys.root}/en/embassies/")
    tab_to(keys, ".sift__search input[name=q]")
    keys.keyboard.type("Hungary")
    keys.keyboard.press("Enter")
    keys.wait_for_url("**/en/embassies/?*q=Hungary*")
    assert keys.evaluate("document.activeElement.id") == "results"
    count = keys.evaluate(measures.FOCUS)
    assert count["ringed"] and count["seen"]
    keys.keyboard.press("Tab")
    assert keys.evaluate(measures.FOCUS)["place"] > count["place"]
    keys.goto(f"{keys.root}/en/embassies/?q=Hungary")
    stop = tab_to(keys, "a.chip--off")
    assert "Remove the filter" in stop["name"] and "Hungary" in stop["name"]
    keys.keyboard.press("Enter")
    keys.wait_for_url(lambda address: "Hungary" not in address)
    assert keys.locator("a.chip--off").count() == 0


def test_every_city_is_reached_in_the_drawing_and_in_the_list(keys):
    """From west to east in the drawing on a wide screen; on a phone the list opens with Enter: the same cities."""
    keys.goto(f"{keys.root}/th/")
    drawn = [
        stop["href"] for stop in walk(keys) if stop["kind"] == "a" and stop["place"] in _inside(keys, ".map--wide")
    ]
    places = keys.evaluate("[...document.querySelectorAll('.map--wide a .map__pin')].map(pin => pin.cx.baseVal.value)")
    assert places == sorted(places)
    keys.set_viewport_size({"width": 360, "height": 800})
    keys.goto(f"{keys.root}/th/")
    tab_to(keys, ".map__index summary")
    keys.keyboard.press("Enter")
    listed = [stop["href"] for stop in walk(keys) if stop["place"] in _inside(keys, ".map__index")]
    listed = [href for href in listed if href]
    assert len(drawn) > 30 and sorted(drawn) == sorted(listed)


def _inside(page, selector: str) -> set[int]:
    """The places of all elements inside the first element of `selector`."""
    return set(
        page.evaluate(
            """selector => [...document.querySelectorAll("*")]
                .map((box, place) => box.closest(selector) ? place : -1).filter(place => place >= 0)""",
            selector,
        )
    )


def test_a_photo_of_a_gallery_opens(keys):
    """By its link, which the photo's own words name; the large view takes the place of the page, and gives it back."""
    keys.goto(f"{keys.root}/th/news/sample-article-1/")
    stop = tab_to(keys, ".gallery a")
    assert stop["name"]
    keys.keyboard.press("Enter")
    keys.wait_for_url("**/#photo-*")
    assert keys.locator(".viewer:target img").is_visible() and not keys.locator("h1").is_visible()
    keys.go_back()
    assert keys.locator("h1").is_visible()


def test_the_next_page_of_a_list_opens(keys):
    """And the one before it."""
    keys.goto(f"{keys.root}/en/news/")
    tab_to(keys, ".pager a[rel=next]")
    keys.keyboard.press("Enter")
    keys.wait_for_url(f"{keys.root}/en/news/?page=2#results")
    tab_to(keys, ".pager a[rel=prev]")
