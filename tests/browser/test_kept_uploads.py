"""Files that an officer chose stay chosen over a refused save, in a real browser."""

import pytest
from playwright.sync_api import expect

from news.models import Article
from tests.desk.desk import desk_url
from tests.lib.media.pictures import PDF, drawn, encoded

from .measures import fits_and_is_legible

pytestmark = pytest.mark.browser


@pytest.fixture
def media(settings):
    """Uploads stay in memory."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def add_row(desk, rows):
    desk.click(f"#{rows}-group .add-row a")


def test_a_pdf_and_two_photos_come_in_with_the_second_save(desk, media, tmp_path):
    """The first save has a date that cannot be; one new row is taken away again, so the others are numbered anew."""
    photos, papers = "relations-photo-subject_type-subject_id", "relations-document-subject_type-subject_id"
    files = {"ภาพหมู่.jpg": encoded(drawn(1200, 800)), "ลงนาม.png": encoded(drawn(900, 600), "PNG"), "บันทึก.pdf": PDF}
    chosen = ["ภาพหมู่.jpg", "ภาพหมู่.jpg", "ลงนาม.png"]
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    article = Article.objects.filter(photos=None, documents=None).first()
    desk.goto(desk.root + desk_url(Article, "change", article.pk))
    desk.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    for name in chosen:
        desk.set_input_files(".photos__drop input", tmp_path / name)
    expect(desk.locator(f"#{photos}-2")).to_be_visible()
    desk.evaluate("for (const part of document.querySelectorAll('.photos details')) part.open = true")
    for number, name in enumerate(chosen):
        desk.fill(f"#id_{photos}-{number}-alt_th", f"ภาพ {name}")
        desk.fill(f"#id_{photos}-{number}-alt_en", f"Photo {number}")
        desk.fill(f"#id_{photos}-{number}-credit_th", "สำนักงาน")
    add_row(desk, papers)
    desk.set_input_files(f"#id_{papers}-0-file", tmp_path / "บันทึก.pdf")
    desk.fill(f"#id_{papers}-0-title_th", "บันทึก")
    desk.fill("#id_event_on", "31/2/2563")
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_load_state("networkidle")
    desk.evaluate("for (const part of document.querySelectorAll('.photos details')) part.open = true")
    kept = desk.locator(".upload__chosen").all_inner_texts()
    assert [text.split("ไฟล์ที่เลือกไว้: ")[1].split(" (")[0] for text in kept] == [*chosen, "บันทึก.pdf"]
    fits_and_is_legible(desk)
    desk.fill("#id_event_on", "14/2/2563")
    desk.click(f"#{photos}-1 .photo__out")
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_load_state("networkidle")
    saved = [("ภาพ ภาพหมู่.jpg", 1200), ("ภาพ ลงนาม.png", 900)]
    assert [(row.alt_th, row.width) for row in article.photos.all()] == saved
    assert article.documents.get().kind == "pdf"
    assert desk.said == []
