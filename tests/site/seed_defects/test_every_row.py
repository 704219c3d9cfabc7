"""Every defect of the old pages has a test that is named after it."""

import ast
import re
from pathlib import Path

from . import test_names
from .rows import DEFECTS

HERE = Path(__file__).parent


def test_every_row_of_the_file_has_a_test_named_after_it():
    """In the name of a test, or as what a test is run with."""
    named: set[str] = set()
    for file in HERE.glob("test_*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                named |= set(re.findall(r"D\d\d", node.name))
                named |= {row for mark in node.decorator_list for row in re.findall(r"\bD\d\d\b", ast.unparse(mark))}
    named |= set(test_names.TYPED)
    assert sorted(DEFECTS.keys() - named) == []
