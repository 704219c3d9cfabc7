"""Who is in a photograph, picked in a real browser: the order of the picks is the order."""

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import expect

from news.models import Article
from relations.models import Photo
from tests import world
from tests.desk.desk import desk_url
from tests.lib.media.pictures import encoded

from .test_kept_uploads import media  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("media")]
CHOSEN = ".field-people .select2-selection__choice"


def pick(desk, name):
    desk.click(".field-people .select2-selection")
    desk.keyboard.type(name)
    desk.click(f".select2-results__option:has-text('{name}')")


def test_whoever_is_taken_out_and_picked_again_stands_last(desk):
    """On the page and once it is saved, whatever the order of the names and of the records."""
    words = {"alt_th": "ภาพ", "alt_en": "Photo", "credit_th": "สำนักงาน"}
    photo = Photo.objects.create(subject=Article.objects.first(), image=ContentFile(encoded(), "a.jpg"), **words)
    for slug, name in (("mana", "มานะทดสอบ"), ("piti", "ปิติทดสอบ")):
        world.person(f"browser-{slug}", name_th=name)
    desk.goto(desk.root + desk_url(Photo, "change", photo.pk))
    desk.wait_for_load_state("networkidle")
    pick(desk, "มานะทดสอบ")
    pick(desk, "ปิติทดสอบ")
    expect(desk.locator(CHOSEN)).to_contain_text(["มานะทดสอบ", "ปิติทดสอบ"])
    desk.locator(CHOSEN).first.locator(".select2-selection__choice__remove").click()
    expect(desk.locator(CHOSEN)).to_contain_text(["ปิติทดสอบ"])
    desk.keyboard.press("Escape")
    pick(desk, "มานะทดสอบ")
    expect(desk.locator(CHOSEN)).to_contain_text(["ปิติทดสอบ", "มานะทดสอบ"])
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_load_state("networkidle")
    expect(desk.locator(CHOSEN)).to_contain_text(["ปิติทดสอบ", "มานะทดสอบ"])
    assert [person.name_th for person in photo.people.all()] == ["ปิติทดสอบ", "มานะทดสอบ"]
    assert desk.said == []
