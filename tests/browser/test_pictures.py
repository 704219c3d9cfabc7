"""Photographs in a form of the desk, in a real browser: many at once, in an order, over a reload, with one save."""

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import expect

from news.models import Article
from relations.models import Photo
from tests.desk.desk import desk_url
from tests.lib.media.pictures import drawn, encoded

from .measures import AXE, RUN_AXE, SIDEWAYS, TAGS
from .pictures import TILES, drop_photos, names_of_tiles, tile, write_words
from .test_kept_uploads import media  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("media")]
NAMES = ["ลงนาม.jpg", "หมู่คณะ.jpg", "ห้องประชุม.jpg"]
COUNT = "window.clicks = 0; addEventListener('click', event => { window.clicks += event.isTrusted; }, true)"


@pytest.fixture
def files(tmp_path):
    """Three photographs, a damaged one and a paper that only looks like one."""
    found = {name: encoded(drawn(600 + 30 * number, 400)) for number, name in enumerate(NAMES)}
    found |= {"เสีย.jpg": encoded()[:200], "จดหมาย.jpg": b"%PDF-1.4"}
    for name, data in found.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in found]


def new_article(desk):
    desk.goto(desk.root + desk_url(Article, "add"))
    desk.wait_for_load_state("networkidle")
    desk.keyboard.type("เยาวชนร่วมโครงการแลกเปลี่ยน")


def is_sound(desk):
    desk.evaluate(AXE)
    for scheme, width in (("light", 1280), ("dark", 360)):
        desk.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        desk.set_viewport_size({"width": width, "height": 900})
        faults = desk.evaluate(RUN_AXE, {"type": "tag", "values": TAGS, "within": ".photos"})
        assert faults == [] and desk.evaluate(SIDEWAYS) == [], (scheme, width)
    desk.emulate_media(color_scheme="light", reduced_motion="reduce")
    desk.set_viewport_size({"width": 1280, "height": 900})


def test_three_photos_of_a_new_article_outlast_a_reload_and_come_in_with_one_save(desk, files):
    new_article(desk)
    drop_photos(desk, *files[:3])
    assert names_of_tiles(desk) == NAMES
    desk.set_viewport_size({"width": 1280, "height": 2000})  # both ends of the way are in sight
    tile(desk, NAMES[2]).locator(".photo__figure").drag_to(
        tile(desk, NAMES[0]).locator(".photo__figure"), target_position={"x": 5, "y": 20}
    )
    assert names_of_tiles(desk) == [NAMES[2], NAMES[0], NAMES[1]]
    tile(desk, NAMES[1]).locator(".photo__before").focus()
    with desk.expect_response("**/admin/keep/") as kept:
        desk.keyboard.press("Enter")
    order = [NAMES[2], NAMES[1], NAMES[0]]
    assert names_of_tiles(desk) == order and desk.evaluate("document.activeElement.className") == "photo__before"
    assert kept.value.ok
    desk.reload()
    desk.click(".kept__list a")
    desk.wait_for_load_state("networkidle")
    assert names_of_tiles(desk) == order
    expect(desk.locator(f"{TILES} .photo__lead:visible")).to_have_count(1)
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_load_state("networkidle")
    photos = list(Article.objects.get(title_th__startswith="เยาวชนร่วม").photos.all())
    assert [photo.width for photo in photos] == [660, 630, 600] and desk.said == []


def test_a_news_item_with_three_photos_takes_few_clicks_and_one_save(desk, files):
    desk.add_init_script(COUNT)
    new_article(desk)
    drop_photos(desk, *files[:3])
    for number, name in enumerate(NAMES):
        credit = {} if number else {"credit_th": "สำนักงาน", "credit_en": "Office"}
        write_words(desk, name, **credit, alt_th=f"ภาพที่ {number}", alt_en=f"Picture {number}")
        if not number:
            desk.locator(".photo__credit:visible").click()
    clicks = desk.evaluate("window.clicks")
    desk.locator("[name=_publish]").first.click()
    desk.wait_for_load_state("networkidle")
    article = Article.objects.get(title_th__startswith="เยาวชนร่วม")
    assert article.is_published() and clicks + 1 <= 15
    assert [(photo.alt_en, photo.credit_en) for photo in article.photos.all()] == [
        (f"Picture {number}", "Office") for number in range(3)
    ]


def test_what_is_refused_says_why_beside_the_others(desk, files):
    new_article(desk)
    drop_photos(desk, *files)
    assert names_of_tiles(desk) == NAMES
    told = desk.locator(".photo--refused").all_inner_texts()
    assert len(told) == 2 and "เสียหาย" in told[0] and "PDF" in told[1]
    tile(desk, NAMES[1]).locator("summary").click()
    is_sound(desk)
    desk.locator(".photo--refused .photo__stop").first.click()
    expect(desk.locator(".photo--refused")).to_have_count(1)


def test_the_focal_point_is_set_by_pointer_and_keys_and_left_out_is_left_out(desk, files):
    new_article(desk)
    drop_photos(desk, *files[:3])
    tile(desk, NAMES[0]).locator(".photo__out").click()
    first = tile(desk, NAMES[1])
    first.locator("summary").click()
    target = first.locator(".photo__target")
    size = target.bounding_box()
    target.click(position={"x": size["width"] * 0.8, "y": size["height"] * 0.2})
    desk.keyboard.press("ArrowRight")
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_load_state("networkidle")
    photos = list(Article.objects.get(title_th__startswith="เยาวชนร่วม").photos.all())
    assert len(photos) == 2 and {photos[0].width, photos[1].width} == {630, 660}
    point = next((photo.focus_x, photo.focus_y) for photo in photos if photo.width == 630)
    assert abs(point[0] - 85) <= 1 and abs(point[1] - 20) <= 1


def test_a_form_that_is_saved_while_photos_are_on_their_way_waits_for_them(desk, files):
    new_article(desk)
    desk.set_input_files(".photos__drop input", files[:3])
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_url("**/change/", timeout=60_000)
    assert Article.objects.get(title_th__startswith="เยาวชนร่วม").photos.count() == 3 and desk.said == []


def test_a_photo_that_is_here_already_is_taken_over_from_the_library(desk, files):
    """Found by the name of its record, taken with a press; it brings its words, and no byte is stored twice."""
    article = Article.objects.filter(photos=None).first()
    photo = Photo.objects.create(subject=article, image=ContentFile(encoded(drawn(900, 600)), "a.jpg"), alt_th="ลงนาม")
    new_article(desk)
    desk.click(".photo-picker__open")
    desk.keyboard.type(article.title_th[:12])
    desk.keyboard.press("Enter")
    desk.locator(".photo-picker__photo").click()
    is_sound(desk)
    desk.keyboard.press("Escape")
    assert names_of_tiles(desk) == ["ลงนาม"]
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_load_state("networkidle")
    taken = Article.objects.get(title_th__startswith="เยาวชนร่วม").photos.get()
    assert (taken.alt_th, taken.image.name) == ("ลงนาม", photo.image.name)
