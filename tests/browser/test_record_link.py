"""A link to a record is picked in the editor by its name, with the keyboard alone, and leads to the record."""

import pytest

from iad_portal.lib.records.record_links import link_to
from news.models import Article
from tests import world
from tests.desk.desk import desk_url

pytestmark = pytest.mark.browser


def test_a_record_is_picked_by_its_name(desk):
    city, article = world.city("edo", name_th="เอโดะ"), world.article(body_th="<p>ไปเยือนเมือง</p>", status="draft")
    desk.goto(desk.root + desk_url(Article, "change", article.pk))
    editor = desk.locator(".field-body_th .ProseMirror[contenteditable=true]").first
    editor.click()
    desk.keyboard.press("Control+End")
    desk.locator(".field-body_th button[title='ลิงก์ไปยังระเบียน']").first.click()
    desk.keyboard.type("โดะ")
    found = desk.locator(".record-link__found button")
    found.first.wait_for()
    assert found.all_inner_texts() == ["เมือง: เอโดะ"]
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    assert editor.locator("a").get_attribute("href") == link_to(city)
    assert editor.inner_text() == "ไปเยือนเมืองเอโดะ"
    desk.locator(".field-body_th button[title='ลิงก์ไปยังระเบียน']").first.click()
    desk.get_by_text("ลิงก์นี้ไปยัง เมือง: เอโดะ").wait_for()
    desk.keyboard.press("Escape")
    desk.keyboard.press("Control+s")
    desk.locator(".messagelist .success").wait_for()
    article.refresh_from_db()
    assert f'href="{link_to(city)}"' in article.body_th
