"""Django's format_html() for what a page asks for by the hundred: the same promise, in a third of the time.

Django replaces five letters in each value, behind two questions whether it is lazy. Most words hold none of them.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from .bilingual import Text

# What html.escape() replaces.
_SPECIAL = re.compile("[&<>\"']").search


def escaped(value: Any) -> str:
    """`value` as it may stand in HTML, as conditional_escape() gives it."""
    kind = type(value)
    if kind is SafeString:
        return value  # type: ignore[no-any-return]
    text: Any = value.value if kind is Text else value
    if type(text) is str and not _SPECIAL(text):
        return text
    return conditional_escape(text)


def quick_html(words: str, *values: Any, **named: Any) -> SafeString:
    """`words` with its places filled in; what is not safe already is escaped."""
    safe = {name: escaped(value) for name, value in named.items()}
    return SafeString(words.format(*[escaped(value) for value in values], **safe))


def quick_join(separator: str, words: str, rows: Iterable[Iterable[Any]]) -> SafeString:
    """`words` filled in with each of `rows`, and `separator` between them."""
    return SafeString(escaped(separator).join([words.format(*[escaped(value) for value in row]) for row in rows]))
