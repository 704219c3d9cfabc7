"""Sentences that extraction would not see are sentences that nobody translates."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
APPS = ("iad_portal", "relations", "networks", "plans", "news")
MARKS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext"}


def hidden(source: str) -> list[int]:
    """The lines on which a sentence to translate stands inside an f-string."""
    strings = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr))
    calls = (call for string in strings for call in ast.walk(string) if isinstance(call, ast.Call))
    return [call.lineno for call in calls if getattr(call.func, "id", "") in MARKS]


def test_no_sentence_hides_inside_an_f_string():
    """The extractor of Python 3.11 does not look into them, and the catalogue would lose its Thai."""
    assert hidden("f\"{_('a')} {b}\"") == [1]
    files = [path for app in APPS for path in (ROOT / app).rglob("*.py")]
    assert {str(path.relative_to(ROOT)): found for path in files if (found := hidden(path.read_text("utf-8")))} == {}
