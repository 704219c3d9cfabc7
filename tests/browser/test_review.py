"""Two browsers: an editor's draft is sent, sent back, mended, scheduled; a change of a live page waits."""

import pytest
from playwright.sync_api import expect

from iad_portal.office.groups import EDITORS, PUBLISHERS
from news.models import Article
from tests.browser import measures
from tests.desk.desk import desk_url, officer
from tests.desk.test_every_inline import picture

from .pictures import TILES
from .signing_in import let_in

pytestmark = pytest.mark.browser
TITLE, MENDED = "คณะผู้แทนจากกรุงปรากเข้าพบผู้ว่าราชการกรุงเทพมหานคร", "คณะผู้แทนกรุงปรากเข้าพบผู้ว่าราชการกรุงเทพมหานคร"


def signed_in(browser, root, name, group):
    """A browser of its own in which an officer of `group` has signed in."""
    page = browser.new_context(locale="th-TH").new_page()
    let_in(page, root, officer(name, group=group))
    return page


def press(page, name):
    """The button of the form, at its end."""
    page.locator(f".submit-row button[name={name}]:visible").last.click()
    page.wait_for_load_state()


def is_accessible_and_narrow(page):
    page.wait_for_load_state("networkidle")
    page.evaluate(measures.SETTLED)
    page.evaluate(measures.AXE)
    rules = ["color-contrast", "label", "button-name", "link-name", "aria-valid-attr-value"]
    assert page.evaluate(measures.RUN_AXE, {"type": "rule", "values": rules}) == []
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate(measures.SIDEWAYS) == []
    page.set_viewport_size({"width": 1280, "height": 900})


def write_and_send(editor):
    """A new article with a photo and a remark; there is no box for its state."""
    editor.goto(editor.root + desk_url(Article, "add"))
    assert editor.locator("input[name=status]").count() == 0
    editor.fill("#id_title_th", TITLE)
    photo = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture().read()}
    editor.set_input_files(".photos__drop input", photo)
    expect(editor.locator(TILES).first).to_be_visible()
    editor.evaluate("for (const part of document.querySelectorAll('.photos details')) part.open = true")
    row = "#id_relations-photo-subject_type-subject_id-0-"
    editor.fill(f"{row}alt_th", "คณะผู้แทน")
    editor.fill(f"{row}alt_en", "The delegation")
    editor.fill(f"{row}credit_th", "สำนักงานการต่างประเทศ")
    editor.fill("#id_review_remark", "โปรดตรวจชื่อคณะ")
    press(editor, "_send")
    expect(editor.locator(".queue").first).to_contain_text(TITLE)


def open_review(page):
    """The first of what waits, from the list of it."""
    page.goto(f"{page.root}/admin/review/")
    page.locator(".review__list a").first.click()
    page.wait_for_load_state()


def send_back(publisher):
    publisher.goto(f"{publisher.root}/admin/")
    expect(publisher.locator(".queue").first).to_contain_text("รอคุณตรวจ")
    open_review(publisher)
    expect(publisher.locator(".review").first).to_contain_text("โปรดตรวจชื่อคณะ")
    is_accessible_and_narrow(publisher)
    publisher.locator(".review__do summary").click()
    publisher.fill(".review__do textarea", "ตัดคำว่า จาก ออก")
    publisher.locator("button[name=send_back]").click()
    publisher.wait_for_selector(".messagelist")


def mend_and_send_again(editor):
    editor.goto(f"{editor.root}/admin/")
    is_accessible_and_narrow(editor)
    open_review(editor)
    expect(editor.locator(".review").first).to_contain_text("ตัดคำว่า จาก ออก")
    editor.fill("#id_title_th", MENDED)
    press(editor, "_send")


def preview_and_schedule(publisher):
    open_review(publisher)
    with publisher.expect_popup() as opened:
        publisher.locator("button[name=_preview]").last.click()
    assert opened.value.frame_locator(".preview-frame").locator("h1").inner_text().replace("\u2060", "") == MENDED
    publisher.evaluate(measures.UNFOLD)
    publisher.fill("#id_publish_at", "1/1/2570 09:00")
    press(publisher, "_publish")


def change_what_is_public(editor, article):
    editor.goto(editor.root + desk_url(Article, "change", article.pk))
    editor.fill("#id_title_th", "หัวข้อในฉบับแก้ไข")
    press(editor, "_send")
    expect(editor.locator(".messagelist")).to_contain_text("ฉบับเดิม")


def let_out(publisher):
    open_review(publisher)
    expect(publisher.locator(".changes ins").first).to_have_text("หัวข้อในฉบับแก้ไข")
    is_accessible_and_narrow(publisher)
    press(publisher, "_release")


def test_what_an_editor_writes_is_let_out_by_a_publisher(browser, starting_server, settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    editor = signed_in(browser, starting_server, "malee", EDITORS)
    publisher = signed_in(browser, starting_server, "somchai", PUBLISHERS)
    write_and_send(editor)
    send_back(publisher)
    mend_and_send_again(editor)
    preview_and_schedule(publisher)
    article = Article.objects.get(title_th=MENDED)
    assert article.status == "published" and not article.is_published() and article.photos.count() == 1
    live = Article.objects.published().first()
    was = live.title_th
    change_what_is_public(editor, live)
    live.refresh_from_db()
    assert live.title_th == was
    let_out(publisher)
    live.refresh_from_db()
    assert live.title_th == "หัวข้อในฉบับแก้ไข"
    for page in (editor, publisher):
        page.context.close()
