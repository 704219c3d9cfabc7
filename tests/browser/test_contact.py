"""The contact form and the notices in a real browser: keyboard, focus, axe, a small window, no script."""

import pytest
from playwright.sync_api import expect

from iad_portal.office.models import Message, SiteNotice
from tests.browser.measures import AXE, RUN_AXE, TAGS

pytestmark = pytest.mark.browser


def faults_of(page) -> list:
    """What axe finds, and whether the page is wider than its window."""
    page.evaluate(AXE)
    faults = page.evaluate(RUN_AXE, {"type": "tag", "values": TAGS})
    return faults + ["sideways"] * page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize(("language", "width", "scheme"), [("th", 320, "dark"), ("en", 1280, "light")])
def test_a_faulty_form_puts_the_focus_on_what_is_wrong(page, starting_server, language, width, scheme):
    """Enter on the first link of the summary leads into the field; what was typed is still there; axe is content."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{starting_server}/{language}/contact/?topic=question&about=/{language}/cities/#write")
    page.locator("#id_text").fill("ข้อความ")
    page.locator("#id_email").fill("manee@")
    page.locator(".form button").click()
    expect(page.locator(".errors")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#id_name"
    page.keyboard.press("Enter")
    expect(page.locator("#id_name")).to_be_focused()
    assert page.locator("#id_text").input_value() == "ข้อความ"
    assert faults_of(page) == []


def test_a_message_is_sent_by_keyboard_and_without_script(browser, starting_server):
    """Tab never reaches the trap; a reload of the thanks sends nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{starting_server}/en/contact/?topic=mistake&about=/en/cities/")
    page.locator("#id_text").fill("A date is wrong.")
    for _field in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # the link to the privacy page stands before the box
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sent/**")
    page.reload()
    kept = Message.objects.get()
    assert page.url == f"{starting_server}/en/contact/sent/{kept.reference}/"
    assert (kept.topic, kept.about, kept.text) == ("mistake", "/en/cities/", "A date is wrong.")
    kept.delete()
    context.close()


def test_notices_of_every_kind_can_be_read_everywhere(page, starting_server):
    """Also in mourning, by day and night, in a small window; axe is content."""
    notices = [
        SiteNotice(kind=kind, is_on=True, text_th="ข้อความของประกาศ", url="/th/news/", link_label_th="อ่านต่อ")
        for kind in ("emergency", "closure", "mourning", "information")
    ]
    SiteNotice.objects.bulk_create(notices)
    try:
        for width, scheme, path in [(320, "dark", "en/cities/washington-dc/"), (1280, "light", "th/")]:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.goto(f"{starting_server}/{path}")
            assert page.locator(".banner").count() == 4 and faults_of(page) == []
    finally:
        SiteNotice.objects.all().delete()
