"""The code stays readable: one subject a file, no function that fills a screen, nothing left undone."""

import ast
import re
from pathlib import Path

from iad_portal.lib.operations.catalogue import KEYWORDS

ROOT = Path(__file__).parents[2]
PACKAGES = ["iad_portal", "relations", "networks", "plans", "news", "deploy", "tests"]
CODE = sorted(path for room in PACKAGES for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts)
LONGEST_FILE, LONGEST_FUNCTION = 400, 40

# What a page shows is made in `pages/` of its app: a dictionary of so many names in a view would be a context.
MANY_NAMES = 3
VIEWS = [path for path in CODE if path.parts[-1] == "views.py" or path.parts[-2] == "views"]
NO_CONTEXTS = {
    "iad_portal/office/views/calendars.py:PRIVATE": "headers of an answer",
    "iad_portal/office/views/previews.py:HEADERS": "headers of an answer",
    "iad_portal/office/views/share.py:SHARED": "which function makes the picture of which kind of record",
}


def name(path):
    return str(path.relative_to(ROOT))


def test_no_file_outgrows_one_subject():
    lengths = {name(path): len(path.read_text().splitlines()) for path in CODE}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_fills_a_screen_without_its_reason():
    """A `# long: why` on the line of its `def` is the reason."""
    too_long = {}
    for path in CODE:
        text = path.read_text()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = node.end_lineno - node.lineno + 1
                if lines > LONGEST_FUNCTION and "# long: " not in text.splitlines()[node.lineno - 1]:
                    too_long[f"{name(path)}:{node.name}"] = lines
    assert too_long == {}


def test_nothing_is_left_undone():
    marks = re.compile(r"\b(TO" + "DO|FIX" + "ME|XX" + "X|lorem ip" + "sum|coming so" + r"on)\b", re.IGNORECASE)
    shown = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("static/**/*.css"), *ROOT.glob("*.md"), *CODE]
    assert [name(path) for path in shown if marks.search(path.read_text())] == []


def test_no_words_to_translate_stand_inside_an_f_string():
    """Before Python 3.12 Babel does not find them there: they would stay English, and no check would say so."""
    inside = [
        f"{name(path)}:{call.lineno}"
        for path in CODE
        for text in ast.walk(ast.parse(path.read_text()))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] in KEYWORDS
    ]
    assert [found for found in inside if not found.startswith("tests/")] == []


def dictionaries_of_names(path):
    """What holds each dictionary with many names in the module, as "file:function or constant"."""
    for part in ast.parse(path.read_text()).body:
        targets = part.targets if isinstance(part, ast.Assign) else [getattr(part, "target", None)]
        holder = getattr(part, "name", None) or ", ".join(ast.unparse(target) for target in targets if target)
        for node in ast.walk(part):
            if isinstance(node, ast.Dict):
                names = [key for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
            elif isinstance(node, ast.Call) and ast.unparse(node.func) == "dict":
                names = node.keywords
            else:
                continue
            if len(names) >= MANY_NAMES:
                yield f"{name(path)}:{holder}"


def test_a_view_answers_and_what_its_page_shows_is_made_elsewhere():
    """Else half of the pages are made in one place, and half in another."""
    assert {app.split("/")[0] for app in map(name, VIEWS)} == {"iad_portal", "relations", "networks", "plans", "news"}
    assert [found for path in VIEWS for found in dictionaries_of_names(path)] == sorted(NO_CONTEXTS)
