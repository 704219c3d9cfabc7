"""Plain text and CSV as programs in Thailand write it: UTF-8, Excel's Unicode text (UTF-16), or Windows-874.

It is read as those programs read it and kept as UTF-8, or refused when the letters would be guessed wrong.
"""

import codecs
import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.media.document_refusals import not_taken

# Text that a browser, a shell or a word processor would act on.
_ACTIVE = ("<", "#!", "{\\rtf", "%!PS")
# So many letters tell in which encoding a file of any length is.
_ENOUGH = 100_000
_SPACES = "\t\n\r\f"
_THAI_WORD = re.compile("[\u0e00-\u0e7f]+")
# Vowels and marks over and under: they stand on a letter, never first.
_MARK_FIRST = re.compile("(?<![\u0e01-\u0e2e\u0e30-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")


def as_utf8(data: bytes) -> bytes:
    """The text file `data` in UTF-8, as it is if it is that already. Raises ValidationError."""
    text, kept = _decoded(data)
    start = text.lstrip("\ufeff \t\r\n\f")[:8]
    if start.startswith(_ACTIVE) or any(_is_control(letter) for letter in set(text)):
        raise not_taken()
    # Excel takes a CSV without a mark for one in the computer's own encoding.
    return kept or codecs.BOM_UTF8 + text.lstrip("\ufeff").encode()


def _decoded(data: bytes) -> tuple[str, bytes | None]:
    """The text, and `data` itself where it is UTF-8."""
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16"), None
        if b"\0" in data:
            return _without_mark(data), None
        return data.decode(), data
    except UnicodeDecodeError:
        text = data.decode("cp874", "replace")
        if b"\0" in data or not _reads_as_thai(text):
            raise _unreadable() from None
        return text, None


def _without_mark(data: bytes) -> str:
    """UTF-16 whose mark is missing: the order of bytes in which it is text. Raises ValidationError when in neither."""
    for coding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(coding)
        except UnicodeDecodeError:
            continue
        start = text[:_ENOUGH]
        usual = sum(letter in _SPACES or " " <= letter <= "~" or "\u0e00" <= letter <= "\u0e7f" for letter in start)
        if usual > len(start) * 0.9:
            return text
    raise not_taken()


def _reads_as_thai(text: str) -> bool:
    """Whether `text`, read as Windows-874, is Thai: words of several letters, every mark on its letter."""
    words = _THAI_WORD.findall(text[:_ENOUGH])
    letters = sum(map(len, words))
    return "\ufffd" not in text and not _MARK_FIRST.search(text) and letters >= 2.5 * len(words) > 0


def _is_control(letter: str) -> bool:
    return letter not in _SPACES and unicodedata.category(letter) in ("Cc", "Cs")


def _unreadable() -> ValidationError:
    return ValidationError(
        _(
            "The text is not in UTF-8, so Thai would be unreadable. "
            "Save it as “CSV UTF-8” or UTF-8 text and upload that."
        ),
        code="not_utf8",
    )
