"""Brought HTML: what its author did not mean to be read never comes in, what was meant keeps its form.

The cases stand in tests/pasted/cases.json; the script in the editor is tried on the same (tests/browser/test_paste.py).
"""

import json
from pathlib import Path

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.rich_text.brought import brought
from iad_portal.lib.rich_text.fields import sanitise
from iad_portal.lib.rich_text.paste_report import told

CASES = json.loads((Path(__file__).parents[2] / "pasted" / "cases.json").read_text("utf-8"))["html"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_was_brought(case):
    text = "\n".join(case["html"])
    assert sanitise(text) == "".join(case["kept"])
    assert dict(brought(text)[1]) == case["found"]
    assert sanitise(sanitise(text)) == sanitise(text)


HIDING = [
    ("<span style='display:none'>", "</span>"), ("<div style='mso-hide:all'>", "</div>"), ("<p hidden>", "</p>"),
    ("<del>", "</del>"), ("<div style='mso-element:comment'>", "</div>"), ("<p class=MsoCommentText>", "</p>"),
    ("<span style='color:white'>", "</span>"), ("<table><tr style='display:none'><td>", "</td></tr></table>"),
]  # fmt: skip
AROUND = ["<div>", "</div>", "<b>", "</b>", "<p>", "</p>", "<ul><li>", "</li></ul>", "<table><tr><td>", "</td></tr>"]


@given(st.lists(st.sampled_from(AROUND), max_size=12), st.sampled_from(HIDING), st.lists(st.sampled_from(AROUND)))
def test_what_is_hidden_stays_out_wherever_it_stands(before, hiding, after):
    text = f"{''.join(before)}{hiding[0]}secret{hiding[1]}{''.join(after)}open"
    assert "secret" not in sanitise(text) and "open" in sanitise(text)


def test_depth_hides_nothing_and_breaks_nothing():
    deep = "<span style='color:red'>" * 600
    assert sanitise(f"{deep}open<del>secret</del><p style='display:none'>secret</p>") == "open"
    assert sanitise("<style>i{display:none} @media print {b{display:none}}</style><b>a</b><i>b</i>") == (
        "<strong>a</strong>"
    )


def test_one_line_tells_what_was_left_out_and_what_was_mended():
    assert told({"comment": 2, "picture": 1, "damage": 12}) == (
        "ตัดออก: ความเห็นภายใน 2 รายการ, ภาพ 1 ภาพ · ซ่อม: ตัวอักษรไทย 12 แห่ง"
    )
    with override("en"):
        assert told({"deleted": 1, "list": 2}) == "Left out: deleted text in 1 place · Mended: 2 lists"
    assert told({}) == ""
