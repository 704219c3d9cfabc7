"""Thai in Latin letters by the Royal Institute's rules: กรุงเทพมหานคร gives krungthepmahanakhon.

pythainlp's `royin` follows the rules within a syllable and guesses across syllables, so words are cut into syllables
first; both its rules and its list of syllables come with the library. They are loaded when a first Thai word asks.
"""

import os
from collections.abc import Callable
from functools import cache
from typing import Any

from iad_portal.lib.search.word_list import WordList
from iad_portal.lib.search.words import is_thai, readable, words


def romanised(text: str) -> str:
    """The words of `text` with a space between, each Thai one in Latin letters; words of other scripts stay."""
    return " ".join(_romanised_word(word.form) if is_thai(word.form) else word.form for word in words(readable(text)))


def _romanised_word(word: str) -> str:
    segment, syllables, romanize = _tools()
    return "".join(romanize(syllable) for syllable in segment(word, syllables))


@cache
def _tools() -> tuple[Callable[[str, Any], list[str]], Any, Callable[[str], str]]:
    # Else it makes a folder for models in the home directory.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.corpus import thai_syllables
    from pythainlp.tokenize import newmm
    from pythainlp.transliterate.royin import romanize

    return newmm.segment, WordList(thai_syllables()), romanize
