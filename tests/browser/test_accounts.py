"""Accounts in a real Chromium: an app and a passkey are added and asked for, under the strict policy, on any screen."""

import pytest

from iad_portal.office.accounts.links import make_link
from iad_portal.office.groups import EDITORS, PUBLISHERS
from tests.browser import measures
from tests.browser.test_paper import pages_of
from tests.desk.accounts import code_of
from tests.desk.desk import officer

from .signing_in import OFFICERS_PASSWORD, type_in, with_password

pytestmark = pytest.mark.browser
DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def malee(starting_data):
    """A publisher who has a password and no second factor yet."""
    user = officer("malee", group=PUBLISHERS)
    user.set_password(OFFICERS_PASSWORD)
    user.save()
    return user


@pytest.fixture
def browser_page(page, starting_server):
    """A page whose console is listened to: `page.said` holds its errors."""
    page.said, page.root = [], starting_server
    page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    return page


def with_password_typed(page, wanted="/admin/"):
    page.goto(f"{page.root}{wanted}")
    page.fill("#id_username", "malee")
    page.fill("#id_password", OFFICERS_PASSWORD)
    page.click("#login-form input[type=submit]")


def looks_right(page):
    """axe finds nothing in either scheme, and nothing stands out on a telephone."""
    said = list(page.said)
    page.evaluate(measures.AXE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(measures.SETTLED)
        assert page.evaluate(measures.RUN_AXE, {"type": "tag", "values": measures.TAGS[:-1]}) == [], scheme
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate(measures.SIDEWAYS) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    page.said[:] = said


def sign_out(page):
    """From the menu under the officer's name."""
    page.wait_for_load_state("networkidle")
    page.click(".own-menu > summary")
    page.click("#logout-form button")


def test_an_app_is_added_at_the_first_sign_in_and_leads_on(browser_page, malee):
    page = browser_page
    page.goto(f"{page.root}/admin/login/")
    assert not page.locator(".passkey .errornote").is_visible()
    looks_right(page)
    with_password_typed(page, "/admin/news/article/")
    assert "/admin/account/app/" in page.url
    looks_right(page)
    secret = page.locator(".account__secret").text_content().replace(" ", "")
    page.fill("#id_code", code_of(secret))
    page.click("button.entry__main")
    looks_right(page)
    codes = page.locator(".codes code").all_text_contents()
    assert len(codes) == 10
    page.click("button.entry__main")
    assert page.url == f"{page.root}/admin/news/article/"
    sign_out(page)
    with_password_typed(page, "/admin/news/article/")
    looks_right(page)
    page.fill("#id_code", codes[3])
    page.click("button.entry__main")
    assert page.url == f"{page.root}/admin/news/article/" and page.said == []


def test_a_passkey_is_added_proves_the_second_step_and_signs_in_alone(browser_page, malee):
    page = browser_page
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    device = devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]
    with_password_typed(page)
    page.click("text=ใช้พาสคีย์แทน")
    looks_right(page)
    page.fill("#id_name", "เครื่องที่ทำงาน")
    page.click(".passkey button")
    page.wait_for_selector(".codes")
    page.goto(f"{page.root}/admin/account/")
    assert page.locator("text=พาสคีย์ “เครื่องที่ทำงาน”").is_visible()
    looks_right(page)
    sign_out(page)
    with_password_typed(page)
    page.click(".passkey button")
    page.wait_for_selector("#user-tools")
    sign_out(page)
    page.goto(f"{page.root}/admin/news/article/")
    page.click(".passkey button")
    page.wait_for_selector("#user-tools")
    assert page.url == f"{page.root}/admin/news/article/" and page.said == []
    sign_out(page)
    devices.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    page.goto(f"{page.root}/admin/")
    page.click(".passkey button")
    page.wait_for_selector(".passkey .errornote:visible")


def test_a_device_without_the_officers_passkey_proves_nothing(browser_page, malee):
    page = browser_page
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    device = devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]
    with_password_typed(page)
    page.click("text=ใช้พาสคีย์แทน")
    page.fill("#id_name", "x")
    page.click(".passkey button")
    page.wait_for_selector(".codes")
    sign_out(page)
    devices.send("WebAuthn.clearCredentials", {"authenticatorId": device})
    with_password_typed(page)
    page.click(".passkey button")
    page.wait_for_selector(".passkey .errornote:visible")
    assert page.locator("#user-tools").count() == 0


def test_a_link_on_paper_is_one_sheet_and_lets_choose_a_password(browser_page, starting_data):
    page = browser_page
    chief, editor = with_password(officer("chief")), officer("editor", group=EDITORS, first_name="มาลี")
    page.goto(f"{page.root}/admin/")
    type_in(page, chief)
    assert page.url == f"{page.root}/admin/"
    page.goto(f"{page.root}/admin/auth/user/{editor.pk}/link/")
    looks_right(page)
    page.click("button[name=paper]")
    looks_right(page)
    page.emulate_media(media="print", color_scheme="dark")
    assert pages_of(page) == 1
    assert not page.locator("#header").is_visible() and page.locator(".paper__address").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.paper__address')).color") == "rgb(0, 0, 0)"
    page.emulate_media(media="screen")
    guest = page.context.browser.new_context(locale="th-TH").new_page()
    guest.said = []
    guest.goto(page.root + make_link(editor)[1].removeprefix("http://localhost:8000"))
    looks_right(guest)
    for box in ("#id_new_password1", "#id_new_password2"):
        guest.fill(box, "wandering-otters-nine")
    guest.click("button.entry__main")
    guest.wait_for_selector("#user-tools")
    assert page.said == []
