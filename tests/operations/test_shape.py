"""The code stays readable: one subject a file, no function that fills a screen, nothing left undone."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ["iad_portal", "relations", "networks", "plans", "news", "deploy", "tests"]
CODE = sorted(path for room in PACKAGES for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts)
LONGEST_FILE, LONGEST_FUNCTION = 400, 40


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
