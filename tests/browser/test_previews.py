"""An officer looks at a page before it is public, and lets somebody without an account look."""

import pytest

from news.models import Article
from tests.browser import measures
from tests.desk.desk import desk_url

pytestmark = pytest.mark.browser
TITLE = "ข่าวที่ยังไม่ได้บันทึก"


def faults(page) -> list:
    page.evaluate(measures.AXE)
    return page.evaluate(measures.RUN_AXE, {"type": "tag", "values": measures.TAGS[:-1]})


def test_a_page_is_looked_at_on_a_telephone_and_shared_with_a_stranger(desk, browser):
    """The form stays open as it was typed; nothing is saved; the link ends when it is taken back."""
    article = Article.objects.order_by("pk").first()
    desk.goto(desk.root + desk_url(Article, "change", article.pk))
    desk.fill("#id_title_th", TITLE)
    with desk.expect_popup() as opened:
        desk.locator("button[name=_preview]:visible").first.click()
    preview = opened.value
    preview.get_by_role("link", name="โทรศัพท์").click()
    frame = preview.frame_locator(".preview-frame")
    assert frame.locator("h1").inner_text() == TITLE and frame.locator("html").evaluate("box => box.clientWidth") < 400
    preview.get_by_role("button", name="สร้างลิงก์").click()
    link = preview.locator(".preview-links input").first.input_value()
    assert faults(preview) == [] and desk.locator("#id_title_th").input_value() == TITLE
    preview.set_viewport_size({"width": 360, "height": 800})
    assert preview.evaluate(measures.SIDEWAYS) == []
    stranger = browser.new_context().new_page()
    stranger.goto(link)
    assert stranger.locator("h1").inner_text() == TITLE and stranger.locator(".banner__title").is_visible()
    preview.get_by_role("button", name="ยกเลิกลิงก์นี้").click()
    preview.wait_for_selector(".messagelist")
    stranger.reload()
    assert "410" in stranger.locator(".plain__code").inner_text() and desk.said == []
    stranger.context.close()
    article.refresh_from_db()
    assert article.title_th != TITLE
