"""Photos in a real browser: the large view without script, the right file for every screen, nothing that jumps."""

import re

import pytest
from django.core.files.base import ContentFile

from iad_portal.lib.media import renditions
from news.models import Article
from relations.models import Photo
from tests.browser.measures import AXE, RUN_AXE, TAGS
from tests.lib.media.pictures import drawn, encoded

pytestmark = pytest.mark.browser

SLUG = "mgmac-7-2019"
_encoded: dict[tuple, bytes] = {}


@pytest.fixture(autouse=True)
def each_picture_is_encoded_once(monkeypatch):
    """Every test has the same five photos, four of them alike; their AVIF files are most of what a test would cost."""
    encode = renditions._encoded

    def once(picture, format_):
        key = picture.size, format_, picture.tobytes()
        if key not in _encoded:
            _encoded[key] = encode(picture, format_)
        return _encoded[key]

    monkeypatch.setattr(renditions, "_encoded", once)


@pytest.fixture
def album(starting_server):
    """The address of an article with five photos, the second of them upright."""
    article = Article.objects.get(slug=SLUG)
    for order in range(5):
        picture = drawn(*((1400, 2000) if order == 1 else (2000, 1300)))
        words = {"alt_th": f"ภาพ {order}", "caption_th": "พิธีเปิด", "credit_th": "สำนักงาน", "licence": "CC BY 4.0"}
        Photo.objects.create(subject=article, order=order, image=ContentFile(encoded(picture), "a.jpg"), **words)
    return f"{starting_server}/th/news/{SLUG}/"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_about_an_album_closed_or_open(page, album, width, scheme):
    """The whole rows, and one photo large; neither scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for place in ("", "#photo-2"):
        page.goto("about:blank")
        page.goto(album + place)
        page.evaluate(AXE)
        assert page.evaluate(RUN_AXE, {"type": "tag", "values": TAGS}) == [], place
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), place


def focused(page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")


def test_the_large_view_works_by_keyboard_and_lets_nothing_else_be_reached(page, album):
    """Enter opens it with the focus in it; Tab stays in it; it leads on, closes to its small picture, and back."""
    page.goto(album)
    page.locator("#photo-2-small").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#photo-2")
    assert focused(page) == "photo-2" and page.locator("#photo-2 figcaption").is_visible()
    for _step in range(6):
        page.keyboard.press("Tab")
        # Past the last link the browser's own bar has its turn, and the document as a whole the focus.
        assert page.evaluate("document.activeElement.matches('#photo-2 a, body')")
    page.locator("#photo-2").get_by_role("link", name="ภาพถัดไป").click()
    page.wait_for_url("**/#photo-3")
    assert page.locator("#photo-3").is_visible() and not page.locator("#photo-2").is_visible()
    page.locator("#photo-3").get_by_role("link", name="ปิด", exact=True).click()
    page.wait_for_url("**/#photo-3-small")
    assert focused(page) == "photo-3-small" and page.locator("h1").is_visible()
    page.go_back()
    assert page.locator("#photo-3").is_visible()


@pytest.mark.parametrize(
    ("width", "density", "most"),
    [(360, 1, [640] * 5), (360, 2, [1280] * 5), (768, 1, [1280] * 2 + [640] * 3), (1280, 1, [1280] * 2 + [640] * 3)],
)
def test_no_photo_is_larger_than_its_place_asks_for(browser, album, width, density, most):
    """The main photo and the first of the rows are wide, the others a third of a row; AVIF is chosen."""
    context = browser.new_context(viewport={"width": width, "height": 800}, device_scale_factor=density)
    page = context.new_page()
    page.goto(album)
    for number, limit in enumerate(most, start=1):
        picture = page.locator(f"#photo-{number}-small img")
        picture.scroll_into_view_if_needed()
        picture.evaluate("async one => { await one.decode(); }")
        source = picture.evaluate("one => one.currentSrc")
        assert source.endswith(".avif") and int(re.search(r"-(\d+)\.avif", source)[1]) <= limit, (number, source)
    context.close()


def test_nothing_jumps_while_photos_arrive(page, album):
    """Read from top to end, once the letters are there: the layout shift is nothing."""
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(one => window.shift += one.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(album)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => { window.shift = 0; })")
    for number in range(1, 6):
        page.locator(f"#photo-{number}-small").scroll_into_view_if_needed()
        page.locator(f"#photo-{number}-small img").evaluate("async one => { await one.decode(); }")
    assert page.evaluate("window.shift") < 0.001


def test_an_upright_photo_is_shown_whole(page, album):
    """It stands on its ground; the others fill their place."""
    page.goto(album)
    fits = "one => getComputedStyle(one).objectFit"
    assert page.locator("#photo-2-small img").evaluate(fits) == "contain"
    assert page.locator("#photo-3-small img").evaluate(fits) == "cover"
