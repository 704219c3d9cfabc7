"""A photograph that was just sent is placed in the text by mouse or keys, saved with the form, and seen by readers."""

import re

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import expect

from iad_portal.lib.rich_text.photos import photo_in_text
from news.models import Article
from relations.models import Photo
from tests import world
from tests.desk.desk import desk_url
from tests.lib.media.pictures import drawn, encoded

from .measures import AXE, RUN_AXE, SIDEWAYS, TAGS
from .pictures import drop_photos, tile, write_words
from .test_kept_uploads import media  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("media")]
BUTTON = ".field-body_th .prose-menubar__button[title='ภาพ']"
TEXT = ".field-body_th .ProseMirror[contenteditable=true]"
IN_TEXT = f"{TEXT} .photo-in-text"


@pytest.fixture
def files(tmp_path):
    """Three photographs, told apart by their width."""
    names = ["หมู่คณะ.jpg", "ห้องประชุม.jpg", "ลงนาม.jpg"]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(encoded(drawn(600 + 30 * number, 400)))
    return [tmp_path / name for name in names]


def form_of(desk, article):
    desk.goto(desk.root + desk_url(Article, "change", article.pk))
    desk.wait_for_load_state("networkidle")
    return desk.locator(TEXT).first


def saved(desk):
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_load_state("networkidle")


def kept_text(article):
    """The text as it is stored, with the widths of its photographs for their keys."""
    article.refresh_from_db()
    widths = {photo.text_key.hex: str(photo.width) for photo in article.photos.all()}
    return re.sub(r'<figure data-photo="(\w+)"></figure>', lambda one: f"[{widths[one[1]]}]", article.body_th)


def tab_to(desk, backwards, reached):
    for _stop in range(30):
        desk.keyboard.press("Shift+Tab" if backwards else "Tab")
        if desk.evaluate(reached):
            return
    raise AssertionError(f"no key leads there: {reached}")


def test_a_photo_just_sent_stands_in_the_text_by_mouse_and_is_public(desk, files):
    article = world.article("visit", body_th="<p>เปิดงาน</p><p>ปิดงาน</p>", status="draft")
    text = form_of(desk, article)
    drop_photos(desk, *files)
    write_words(desk, "ลงนาม.jpg", alt_th="พิธีลงนาม", alt_en="Signing", credit_th="สำนักงาน")
    text.get_by_text("เปิดงาน").click()
    desk.keyboard.press("End")
    desk.locator(BUTTON).first.click()
    desk.locator(".photo-picker__photo", has_text="พิธีลงนาม").click()
    desk.keyboard.type("ต่อมา ")
    shown = desk.locator(IN_TEXT)
    expect(shown).to_have_attribute("aria-label", "ภาพ: พิธีลงนาม")
    expect(shown.locator("img")).to_have_js_property("naturalWidth", 320)
    expect(tile(desk, "พิธีลงนาม").locator(".photo__in-text")).to_have_text("อยู่ในข้อความ: เนื้อหา (ไทย)")
    saved(desk)
    assert kept_text(article) == "<p>เปิดงาน</p>[660]<p>ต่อมา ปิดงาน</p>"
    expect(desk.locator(IN_TEXT)).to_have_attribute("aria-label", "ภาพ: พิธีลงนาม")
    article.status = "published"
    article.save()
    for language, words in (("th", "พิธีลงนาม"), ("en", "Signing")):
        desk.goto(f"{desk.root}/{language}/news/visit/")
        place = ".article__body figure" if language == "th" else ".gallery li:last-child .figure"
        assert desk.locator(place).locator("img").get_attribute("alt") == words
    assert desk.said == []


def test_a_photo_is_placed_moved_and_deleted_with_the_keys_alone(desk, files):
    article = world.article("visit", body_th="<p>หนึ่ง</p><p>สอง</p>", status="draft")
    text = form_of(desk, article)
    drop_photos(desk, *files[:2])
    text.focus()
    desk.keyboard.press("Control+End")
    desk.wait_for_timeout(100)  # the editor hears of it a little later
    tab_to(desk, True, "document.activeElement.title === 'ภาพ'")
    desk.keyboard.press("Enter")
    tab_to(desk, False, "document.activeElement.textContent.includes('ห้องประชุม')")
    desk.keyboard.press("Enter")
    expect(desk.locator(IN_TEXT)).to_have_count(1)
    order = f"[...document.querySelector({TEXT!r}).children].map(one => one.localName).join(' ')"
    assert desk.evaluate(order) == "p p figure p"
    desk.keyboard.press("ArrowUp")  # onto the photograph
    desk.keyboard.press("Alt+ArrowUp")
    assert desk.evaluate(order) == "p figure p p"
    desk.wait_for_timeout(600)  # what is done within half a second is undone together
    desk.keyboard.press("Delete")
    expect(desk.locator(IN_TEXT)).to_have_count(0)
    desk.keyboard.press("Control+z")
    expect(desk.locator(IN_TEXT)).to_have_count(1)
    saved(desk)
    assert kept_text(article) == "<p>หนึ่ง</p>[630]<p>สอง</p>" and desk.said == []


def test_it_outlasts_a_page_that_was_closed_and_another_file(desk, files):
    """A working copy has the key of the file that waits; another file for a new tile takes the key along."""
    article = world.article("visit", body_th="<p>หนึ่ง</p>", status="draft")
    form_of(desk, article)
    drop_photos(desk, files[0])
    desk.locator(BUTTON).first.click()
    with desk.expect_response(lambda one: "data-photo" in (one.request.post_data or "")):
        desk.locator(".photo-picker__photo").click()
    desk.wait_for_load_state("networkidle")
    desk.reload()
    desk.click(".kept__list a")
    desk.wait_for_load_state("networkidle")
    expect(desk.locator(f"{IN_TEXT} img")).to_be_visible()
    desk.locator(".photo .photo__words > summary").first.click()
    with desk.expect_response("**/admin/upload/"):
        desk.set_input_files(".photos .photo input[type=file]", files[1])
    expect(desk.locator(".photo--sending")).to_have_count(0)
    saved(desk)
    assert kept_text(article) in ("[630]<p>หนึ่ง</p>", "<p>หนึ่ง</p>[630]") and desk.said == []


def test_who_marks_a_photo_of_the_text_for_deletion_is_told(desk, files):
    article = world.article("visit", status="draft")
    photo = Photo.objects.create(subject=article, image=ContentFile(files[0].read_bytes(), "a.jpg"), alt_th="ลงนาม")
    article.body_th = f"<p>หนึ่ง</p>{photo_in_text(photo.text_key)}"
    article.save()
    form_of(desk, article)
    tile(desk, "ลงนาม").locator("[name$=DELETE]").check()
    told = "ภาพนี้อยู่ในข้อความ และจะหายไปจากข้อความเมื่อบันทึก: เนื้อหา (ไทย)"
    expect(desk.locator(".photos__said")).to_have_text(told)
    expect(desk.locator(IN_TEXT)).to_have_attribute("aria-label", "ภาพ: ลงนาม (จะถูกลบเมื่อบันทึก)")
    saved(desk)
    expect(desk.locator(".messagelist .warning")).to_contain_text("“เนื้อหา (ไทย)” มีภาพที่ไม่อยู่ในรายการภาพ")
    expect(desk.locator(IN_TEXT)).to_have_attribute("aria-label", re.compile("ไม่อยู่ในรายการภาพ"))


def test_it_reads_well_wide_and_narrow_light_and_dark(desk, files):
    article = world.article("visit", body_th="<p>หนึ่ง</p>", status="draft")
    photo = Photo.objects.create(subject=article, image=ContentFile(files[0].read_bytes(), "a.jpg"), alt_th="ลงนาม")
    article.body_th = f"<p>หนึ่ง</p>{photo_in_text(photo.text_key)}{photo_in_text('0' * 32)}<p>สอง</p>"
    article.save()
    form_of(desk, article)
    desk.evaluate(AXE)
    run = {"type": "tag", "values": TAGS}
    for scheme, width in (("light", 1280), ("dark", 360)):
        desk.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        desk.set_viewport_size({"width": width, "height": 900})
        desk.locator(BUTTON).first.click()
        for place in (".photo-picker[open]", TEXT):
            faults = desk.evaluate(RUN_AXE, run | {"within": place})
            assert faults == [] and desk.evaluate(SIDEWAYS) == [], (scheme, width, place)
        desk.keyboard.press("Escape")
