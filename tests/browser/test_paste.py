"""What is pasted into the editor: cleaned before the editor reads it, told in a line, and public as it was meant."""

import json
from pathlib import Path

import pytest

from iad_portal.lib.rich_text.fields import sanitise
from news.models import Article
from tests.desk.desk import desk_url

pytestmark = pytest.mark.browser

CASES = json.loads((Path(__file__).parents[1] / "pasted" / "cases.json").read_text("utf-8"))
PASTE = """(box, given) => {
  const data = new DataTransfer();
  for (const [type, text] of Object.entries(given)) data.setData(type, text);
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
RULES = 'JSON.parse(document.getElementById("paste-rules").textContent).rules'


# Of a piece of a page: its words in their order, and the text in each kind of tag, without white space and break marks.
SHOWN = """(box) => {
  const bare = (text) => text.replace(/[\\s\u200b\u2060]+/g, "");
  const marks = [...box.querySelectorAll("strong,em,u,sup,sub,h2,h3,h4,ul,ol,li,th,td,a")];
  const told = (one) => [one.localName, one.getAttribute("href"), bare(one.textContent)];
  return [bare(box.textContent), ...marks.map(told)];
}"""
MEANT = f"(html) => {{ const box = document.createElement('div'); box.innerHTML = html; return ({SHOWN})(box); }}"


def paste(desk, editor, given):
    """Paste at the end of the text; gives the line that tells what was left out."""
    desk.keyboard.press("Control+End")
    editor.evaluate(PASTE, given)
    line = desk.locator(".field-body_th .paste-line").first.inner_text()
    # Out of a list, a table or a heading, into a new paragraph.
    for key in ("Control+End", "ArrowDown", "Enter", "Enter", "Enter"):
        desk.keyboard.press(key)
    return line


def case(name):
    """What is pasted, and what is meant to be read of it."""
    chosen = next(entry for entry in CASES["html"] + CASES["plain"] if entry["name"] == name)
    if "html" in chosen:
        return {"text/html": "\n".join(chosen["html"]), "text/plain": "not asked"}, "".join(chosen["kept"])
    # The editor makes a link of a line that is an address.
    lines = [f'<a href="{line}">{line}</a>' if line.startswith("https:") else line for line in chosen["kept"]]
    return {"text/plain": "\n".join(chosen["text"])}, "".join(f"<p>{line}</p>" for line in lines)


def test_the_script_judges_as_the_server_does(desk):
    """Every case of the table, in the page where the script works."""
    desk.goto(desk.root + desk_url(Article, "add"))
    for entry in CASES["html"]:
        ask = f"async (text) => (await import('portal/paste_html')).cleaned(text, {RULES})"
        answer = desk.evaluate(ask, "\n".join(entry["html"]))
        assert sanitise(answer["html"]) == "".join(entry["kept"]), entry["name"]
        assert answer["found"] == entry["found"], entry["name"]
    for entry in CASES["plain"]:
        ask = f"async (text) => (await import('portal/paste_text')).joined(text, {RULES})"
        answer = desk.evaluate(ask, "\n".join(entry["text"]))
        assert (answer["text"].split("\n"), answer["found"]) == (entry["kept"], entry["found"]), entry["name"]
    assert desk.said == []


WORD = [
    "Word: bullets and numbers become nested lists", "Word: comments of colleagues never come along",
    "Word: deletions go, insertions stay as text", "Word: hidden text in every dress",
    "Word: headings by tag, class, title and outline level",
    "Word: raised and lowered letters, pictures, fields and local files",
]  # fmt: skip
DOCS = [
    "Google Docs: one bold run, one italic run", "Google Docs: a list beside items goes into the item before it",
    "Google Docs: what was suggested for deletion goes",
    "Google Docs: links through its counter, headings, raised letters",
]  # fmt: skip
PLAIN = [
    "LINE: a message stays as it was written", "LINE: a chat that was saved as text",
    "PDF: lines that the page's width broke, damaged letters",
]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (WORD, ["ซ่อม: รายการ", "ความเห็นภายใน 1", "ข้อความที่ลบแล้ว 5", "ข้อความที่ซ่อนไว้ 10", "หัวข้อ 3", "ภาพ 1 ภาพ"]),
        (DOCS, ["", "", "ข้อความที่ลบแล้ว 1", ""]),
        (PLAIN, ["", "ภาพ 1 ภาพ", "ต่อบรรทัดที่ขาด 4"]),
    ],
    ids=["Word", "Google Docs", "LINE and PDF"],
)
def test_what_is_pasted_is_public_word_for_word(desk, names, told):
    """The words of the samples in their order, each bold, slanted or listed where it was; a line tells of the rest."""
    article = Article.objects.filter(status="published").first()
    desk.goto(desk.root + desk_url(Article, "change", article.pk))
    editor = desk.locator(".field-body_th [role=textbox]").first
    editor.click()
    desk.keyboard.press("Control+A")
    desk.keyboard.press("Delete")
    given = [case(name) for name in names]
    lines = [paste(desk, editor, clipboard) for clipboard, _kept in given]
    assert all(bool(line) == bool(words) and words in line for line, words in zip(lines, told, strict=True)), lines
    for _asked in range(2):  # its English text tells other numbers: that is asked once
        desk.locator("[name=_continue]").first.click()
        desk.wait_for_load_state("networkidle")
    desk.goto(f"{desk.root}/th/news/{article.slug}/")
    shown = desk.locator(".rich").first.evaluate(SHOWN)
    assert shown == desk.evaluate(MEANT, "".join(kept for _clipboard, kept in given))
    assert desk.said == []
