"""The officers' desk in a real browser: nothing breaks the content policy, the editor works, forms fit."""

import pytest
from django.conf import settings

from iad_portal.office.models import SiteNotice
from news.models import Article
from relations.models import Agency, Agreement, City
from tests.browser import measures
from tests.desk.desk import desk_url

pytestmark = pytest.mark.browser


def pages() -> list[str]:
    """The desk's pages of every sort."""
    agreement, article = Agreement.objects.first(), Article.objects.first()
    return [
        "/admin/", desk_url(City), desk_url(Agreement, "add"), desk_url(Agreement, "change", agreement.pk),
        desk_url(Agreement, "history", agreement.pk), desk_url(Article, "change", article.pk),
        desk_url(SiteNotice, "add"), "/admin/password_change/", "/admin/help/",
    ]  # fmt: skip


def faults_at(desk, width: int, scheme: str) -> list:
    """What is wrong with the page in this window: sideways scrolling, tall fields, what axe finds of contrast."""
    desk.set_viewport_size({"width": width, "height": 900})
    desk.emulate_media(color_scheme=scheme)
    desk.evaluate(measures.SETTLED)
    faults = []
    if desk.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append("scrolls sideways")
    if desk.evaluate("[...document.querySelectorAll('input')].some(box => box.clientHeight > 64)"):
        faults.append("a field of one line is as tall as many")
    rules = ["color-contrast", "label", "html-has-lang"]
    faults += desk.evaluate(measures.RUN_AXE, {"type": "rule", "values": rules})
    return [(desk.url, width, scheme, fault) for fault in faults]


def test_every_sort_of_page_fits_and_says_nothing(desk):
    """No report of the content policy, no script error, no sideways scrolling; axe finds no contrast fault."""
    faults = []
    for path in pages():
        desk.set_viewport_size({"width": 360, "height": 900})
        desk.goto(desk.root + path)
        desk.wait_for_load_state("networkidle")
        desk.evaluate(measures.AXE)
        for width, scheme in ((360, "light"), (768, "dark"), (1280, "light")):
            faults += faults_at(desk, width, scheme)
    assert faults == []
    assert desk.said == []


def test_the_editor_writes_rich_text_in_both_languages(desk):
    """Its import map passes by the nonce, its engine's style by the hash; what is typed is stored."""
    article = Article.objects.first()
    desk.goto(desk.root + desk_url(Article, "change", article.pk))
    for number, words in enumerate(("ข้อความจากแป้นพิมพ์ ", "Words from the keyboard ")):
        editor = desk.locator(".field-body_th [role=textbox]").nth(number)  # both languages share the row
        editor.click()
        desk.keyboard.press("Control+Home")
        desk.keyboard.type(words)
        # ProseMirror's own style keeps runs of spaces: without it the editor misbehaves.
        assert (
            editor.evaluate("box => getComputedStyle(box).whiteSpaceCollapse || getComputedStyle(box).whiteSpace")
            != "collapse"
        )
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_load_state("networkidle")
    article.refresh_from_db()
    assert "ข้อความจากแป้นพิมพ์" in article.body_th and "Words from the keyboard" in article.body_en
    assert desk.said == []


def test_the_editor_speaks_the_officers_language(desk):
    """Its buttons, its menu of headings, and the name of each text."""
    desk.goto(desk.root + desk_url(Article, "add"))
    desk.wait_for_selector(".prose-menubar__button[title=ตัวหนา]")
    words = desk.eval_on_selector_all(
        ".prose-menubar button",
        "all => all.flatMap(one => [one.title, one.ariaLabel, one.firstElementChild?.textContent])",
    )
    assert [word for word in words if word and any("a" <= letter <= "z" for letter in word.lower())] == []
    names = desk.eval_on_selector_all(".prose-editor [role=textbox]", "all => all.map(one => one.ariaLabel)")
    assert names == ["เนื้อหา (ไทย)", "เนื้อหา (อังกฤษ)"] and desk.said == []


def test_a_signatory_is_picked_by_typing_and_a_date_shows_both_eras(desk):
    """The agreement's form: add a row, search for a person, type a date of the Buddhist Era, save."""
    agreement = Agreement.objects.filter(signatories=None, status="published").first()
    desk.goto(desk.root + desk_url(Agreement, "change", agreement.pk))
    desk.evaluate(measures.UNFOLD)
    desk.fill("#id_signed_on", "๑๔ ก.พ. ๒๕๖๓")
    desk.click("#signatories-group .add-row a")
    desk.select_option("#id_signatories-0-side", "partner")
    desk.click("#signatories-0 .field-person .select2-selection")
    desk.keyboard.type("ชัชชาติ")
    desk.click(".select2-results__option--highlighted")
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_load_state("networkidle")
    desk.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    assert "14 กุมภาพันธ์ 2563 (14 February 2020)" in desk.inner_text(".field-signed_on")
    assert agreement.signatories.count() == 1
    assert desk.said == []


def test_only_pages_with_an_editor_loosen_the_policy(desk):
    """Lists and forms without one keep the site's own policy."""
    own = " ".join(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["script-src"])
    plain = desk.goto(desk.root + desk_url(Agreement, "add")).headers["content-security-policy"]
    rich = desk.goto(desk.root + desk_url(Article, "add")).headers["content-security-policy"]
    assert f"script-src {own};" in plain + ";" and "nonce" not in plain
    assert "nonce-" in rich and "unsafe" not in rich


def test_a_new_record_is_begun_and_saved_by_keyboard(desk):
    """The first box has the focus; Ctrl+S saves and stays, whatever the key writes."""
    desk.goto(desk.root + desk_url(Agency, "add"))
    desk.wait_for_load_state("networkidle")
    desk.keyboard.type("สำนักทดสอบ")
    assert desk.input_value("#id_name_th") == "สำนักทดสอบ"
    desk.select_option("#id_kind", "office")
    with desk.expect_navigation():
        desk.keyboard.press("Control+KeyS")
    agency = Agency.objects.get(name_th="สำนักทดสอบ")
    assert desk.url.endswith(desk_url(Agency, "change", agency.pk))
    assert not desk.evaluate("document.activeElement.matches('input[type=text]')")
