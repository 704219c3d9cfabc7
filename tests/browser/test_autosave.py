"""What is typed at the desk outlasts a page that is closed and a session that ends, in a real browser."""

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from news.models import Article
from tests.desk.desk import desk_url

from .measures import fits_and_is_legible
from .signing_in import type_in

pytestmark = pytest.mark.browser
KEPT = "เก็บสิ่งที่พิมพ์ไว้แล้ว"
CORRECTIONS = "#corrections-group"


def line_of(desk):
    """The line beside the buttons that tells what was kept."""
    return desk.locator(".submit-row .autosave")


def type_in_the_editor(desk, words):
    desk.locator(".field-body_th [role=textbox]").first.click()
    desk.keyboard.press("Control+Home")
    with desk.expect_response("**/admin/keep/") as answer:
        desk.keyboard.type(words)
    assert answer.value.ok
    expect(line_of(desk)).to_contain_text(KEPT)


def bring_back(desk):
    """Open what the form offers."""
    desk.click(".kept__list a")
    desk.wait_for_load_state("networkidle")


def line_is_low_on_a_phone(desk):
    desk.set_viewport_size({"width": 360, "height": 900})
    assert line_of(desk).bounding_box()["height"] < 80  # two lines of words, and no hole under them
    desk.set_viewport_size({"width": 1280, "height": 900})


def fill_a_row_a_box_and_a_picker(desk):
    desk.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    with desk.expect_response("**/admin/keep/"):
        desk.click(f"{CORRECTIONS} .add-row a")
        desk.fill("#id_corrections-0-text_th", "แก้ไขชื่อเมือง")
        desk.fill("#id_corrections-0-corrected_on", "1/2/2560")
        desk.check("#id_hold_en")
    with desk.expect_response("**/admin/keep/"):  # of a picker only jQuery hears
        desk.click(".field-cities .select2-selection")
        desk.keyboard.type("โซล")
        desk.click(".select2-results__option--highlighted")


def save_and_sign_in_again(desk):
    desk.locator("[name=_continue]").first.click()
    type_in(desk, User.objects.get(username="malee"))
    desk.wait_for_load_state("networkidle")


def test_what_is_typed_outlasts_the_page_and_the_session(desk):
    """Editor, row, picker, box to tick: left, brought back, typed on when the session was over, brought back, saved."""
    article = Article.objects.filter(status="published", corrections=None, cities=None).first()
    desk.goto(desk.root + desk_url(Article, "change", article.pk))
    desk.wait_for_load_state("networkidle")
    assert line_of(desk).text_content() == ""
    type_in_the_editor(desk, "ข้อความที่ยังไม่ได้บันทึก ")
    line_is_low_on_a_phone(desk)
    fill_a_row_a_box_and_a_picker(desk)
    desk.goto(desk.root + "/admin/")
    fits_and_is_legible(desk)
    desk.goto(desk.root + desk_url(Article, "change", article.pk))
    fits_and_is_legible(desk)
    bring_back(desk)
    assert desk.input_value("#id_corrections-0-text_th") == "แก้ไขชื่อเมือง" and desk.is_checked("#id_hold_en")
    Session.objects.all().delete()
    type_in_the_editor(desk, "พิมพ์หลังหมดเวลา ")
    expect(line_of(desk)).to_contain_text("เข้าสู่ระบบอีกครั้ง")
    save_and_sign_in_again(desk)
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_load_state("networkidle")
    article.refresh_from_db()
    assert "ข้อความที่ยังไม่ได้บันทึก" in article.body_th and "พิมพ์หลังหมดเวลา" in article.body_th
    assert article.corrections.get().text_th == "แก้ไขชื่อเมือง" and article.hold_en and article.cities.exists()
    assert not desk.locator(".kept__list").count()
    assert desk.said == []


def test_a_portal_that_is_away_is_told_and_tried_again(desk):
    """The last of what is typed is sent when the page is left. The page's clock does not wait for what it repeats."""
    desk.clock.install()
    desk.goto(desk.root + desk_url(Article, "add"))
    desk.wait_for_load_state("networkidle")
    desk.route("**/admin/keep/", lambda route: route.abort())
    desk.fill("#id_title_th", "ข่าวที่ยังไม่ได้เก็บ")
    desk.clock.fast_forward(3_000)
    expect(line_of(desk)).to_contain_text("ยังไม่ได้เก็บไว้")
    desk.unroute("**/admin/keep/")
    desk.clock.fast_forward(15_000)
    expect(line_of(desk)).to_contain_text(KEPT)
    desk.fill("#id_title_th", "ข่าวที่พิมพ์เป็นคำสุดท้าย")
    desk.goto(desk.root + "/admin/")
    desk.reload()
    assert "ข่าวที่พิมพ์เป็นคำสุดท้าย" in desk.inner_text(".kept__list")
