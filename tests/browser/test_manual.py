"""The pictures in the manual of the desk, taken from the desk itself: `make manual` writes them anew.

Without that each is only taken again, so that a place which a picture shows, and which is no longer there, is noticed.
"""

import os
from io import BytesIO

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import Image, ImageOps
from playwright.sync_api import expect

from iad_portal.lib.records.unit_of_work import unit_of_work
from news.models import Article
from tests.desk.desk import desk_url

from .measures import SETTLED
from .pictures import drop_photos
from .test_kept_uploads import media  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("media")]
WIDTH, HEIGHT = 1280, 760
FOLDER = settings.BASE_DIR / "static" / "img" / "manual"


def size_of(file) -> tuple[int, int]:
    """Width and height of the picture in `file`, a path or an open file."""
    with Image.open(file) as picture:
        return picture.size


def article() -> Article:
    """A public piece of news."""
    return Article.objects.filter(status="published").order_by("pk").first()


def start(desk, _folder):
    desk.goto(f"{desk.root}/admin/")
    expect(desk.locator(".queue").first).to_be_visible()


def form(desk, _folder):
    desk.goto(desk.root + desk_url(Article, "change", article().pk))
    expect(desk.locator(".work__side")).to_be_visible()
    desk.wait_for_selector(".prose-menubar__button")


def photos(desk, folder):
    desk.goto(desk.root + desk_url(Article, "add"))
    files = [folder / name for name in ("ลงนาม.jpg", "หมู่คณะ.jpg", "ห้องประชุม.jpg")]
    for number, file in enumerate(files):
        light = Image.linear_gradient("L").resize((600 + 30 * number, 400))
        ImageOps.colorize(light, black="#e9ddbf", white=("#2e5c52", "#5c4a2e", "#2e455c")[number]).save(file)
    drop_photos(desk, *files)
    desk.locator(".photos").evaluate("box => box.closest('fieldset, .inline-group').scrollIntoView()")


def preview(desk, _folder):
    desk.goto(desk.root + desk_url(Article, "change", article().pk))
    with desk.expect_popup() as opened:
        desk.locator("button[name=_preview]:visible").first.click()
    page = opened.value
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.get_by_role("link", name="โทรศัพท์").click()
    expect(page.frame_locator(".preview-frame").locator("h1")).to_be_visible()
    return page


def compare(desk, _folder):
    found = article()
    with unit_of_work():
        found.title_th = f"{found.title_th} ฉบับแก้ไข"
        found.save()
    desk.goto(desk.root + desk_url(Article, "history", found.pk))
    desk.click("#content-main .button")
    expect(desk.locator("ins").first).to_be_visible()


def confirm(desk, _folder):
    desk.goto(f"{desk.root}/admin/confirm/")
    expect(desk.get_by_role("button", name="ยังเป็นเช่นนี้").first).to_be_visible()


def account(desk, _folder):
    desk.goto(f"{desk.root}/admin/account/")
    expect(desk.get_by_text("เครื่องที่เข้าสู่ระบบอยู่")).to_be_visible()


PICTURES = {place.__name__: place for place in (start, form, photos, preview, compare, confirm, account)}


def test_the_manual_shows_each_picture_and_no_other(desk):
    """With words for who cannot see it, in the size of its file."""
    desk.goto(f"{desk.root}/admin/help/")
    shown = desk.eval_on_selector_all(
        ".manual img", "all => all.map(one => [one.getAttribute('src'), one.alt, one.width / one.height])"
    )
    names = [source.rpartition("/")[2].partition(".")[0] for source, _alt, _shape in shown]
    assert sorted(names) == sorted(PICTURES) and all(len(alt) > 20 for _source, alt, _shape in shown)
    assert all(abs(shape - WIDTH / HEIGHT) < 0.02 for _source, _alt, shape in shown)
    assert {size_of(finders.find(f"img/manual/{name}.webp")) for name in PICTURES} == {(WIDTH, HEIGHT)}


@pytest.mark.parametrize("name", PICTURES)
def test_what_a_picture_shows_is_there(desk, name, tmp_path):
    """In light colours, at the width of a small computer."""
    desk.emulate_media(color_scheme="light", reduced_motion="reduce")
    desk.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page = PICTURES[name](desk, tmp_path) or desk
    page.evaluate(SETTLED)
    taken = page.screenshot(animations="disabled")
    if os.environ.get("MANUAL_PICTURES") == "1":
        FOLDER.mkdir(exist_ok=True)
        Image.open(BytesIO(taken)).convert("RGB").save(FOLDER / f"{name}.webp", quality=82, method=6)
    assert size_of(BytesIO(taken)) == (WIDTH, HEIGHT)
