"""The words of a text, as search compares them: the same for what is stored and for what a person types.

A run of Thai is cut into words by pythainlp's newmm; any other script by what Unicode calls letters and digits. Case,
Latin accents, the shape of digits and dots inside an abbreviation do not count. An English word also has its stem, a
Thai compound also the dictionary words that it is made of. pythainlp is loaded when the first Thai word is met (it
costs 0.1 s and 20 MB), so that a process which never searches does without it.
"""

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from threading import local
from typing import Any, cast

import snowballstemmer

from iad_portal.lib.dates.calendar import BE_OFFSET
from iad_portal.lib.text.hygiene import repair
from iad_portal.lib.text.sorting import UNFOLDED

from .word_list import WordList

# Raised whenever the rules here, or the dictionaries under them, give other words for the same text, or an entry holds
# other columns: an index of another edition must be built anew.
EDITION = 6

# Thai letters and marks; the signs of abbreviation and repetition (ฯ, ๆ) part words, and digits are digits.
_THAI = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"
_OTHER = f"(?:(?![{_THAI}\u0e2f\u0e46])[^\\W_])"
_TOKEN = re.compile(
    # The last dot may be missing; but a letter of a word that touches the abbreviation is not its own.
    r"(?P<short>(?<![\w])(?:[\u0e01-\u0e2e]{1,3}\.){2,}"
    f"(?:[\u0e01-\u0e2e]{{1,3}}(?![{_THAI}]))?"
    r"|(?<![\w])(?:[A-Za-z]\.){2,})"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?!\d))"
    f"|(?P<thai>[{_THAI}]+)"
    f"|(?P<other>{_OTHER}+(?:['’]{_OTHER}+)*)"
)
_HYPHENS = re.compile("[-\u2010\u2011]")
_HYPHENATED = re.compile(f"{_OTHER}+(?:[-\u2010\u2011]{_OTHER}+)+")
_FOREIGN = re.compile("[^\x00-\x7f\u0e00-\u0e7f]+")
_PART_OF_WORD = re.compile("[.,'’]")
# The years that a number of four digits may mean, in either era.
_YEARS_BE, _YEARS_CE = range(2400, 2644), range(1857, 2101)
# Longer ones are no words; an index refuses very long ones.
LONGEST_WORD = 60
_SHORTEST_PART = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands in its text. `form` is compared; `stem` is what all forms of the word share."""

    start: int
    end: int
    form: str
    stem: str


class _Folding(dict[int, str]):
    """Each character as it counts; the table fills itself."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.category(character) == "Nd":
            folded = str(unicodedata.decimal(character))
        else:
            folded = "".join(UNFOLDED.get(part, part) for part in _bare(character.casefold()))
        self[code] = folded
        return folded


def _bare(letters: str) -> str:
    """Without accents, where these are not letters of their own: in Latin, Greek and Cyrillic."""
    apart = unicodedata.normalize("NFD", letters)
    if apart[:1] >= "\u0530" and not "\u1e00" <= letters[:1] <= "\u1fff":
        return letters
    return "".join(part for part in apart if not unicodedata.combining(part))


_FOLDING = _Folding()


def readable(text: str) -> str:
    """`text` as a person may have typed it, made as `words()` takes it: mended, letters in their plain forms."""
    return plain_forms(repair(text))


def plain_forms(text: str) -> str:
    """Mended `text` with its compatibility forms (full-width letters, ligatures) made plain. Thai has none to spare."""
    return text if text.isascii() else _FOREIGN.sub(lambda run: unicodedata.normalize("NFKC", run.group()), text)


class _Alike(dict[int, str]):
    """Each character as it counts where that is one character again; the table fills itself."""

    def __missing__(self, code: int) -> str:
        folded = _FOLDING[code]
        self[code] = found = folded if len(folded) == 1 else chr(code)
        return found


_ALIKE = _Alike()


def alike(text: str) -> str:
    """`text` folded as its words are, but as long as it was: what stands in it stands where it stood."""
    return text.translate(_ALIKE)


def words(text: str) -> Iterator[Word]:
    """The words of a text in `plain_forms()`, in their order."""
    for match in _TOKEN.finditer(text):
        start = match.start()
        for length, form, stem in _cut(match.lastgroup, match.group()):
            yield Word(start, start + length, form, stem)
            start += length


def tokens(text: str) -> list[tuple[int, tuple[str, str]]]:
    """What stands in a text in `plain_forms()` between spaces and signs: where, and what token_words() takes."""
    return [(match.start(), (match.lastgroup or "", match[0])) for match in _TOKEN.finditer(text)]


def token_words(token: tuple[str, str]) -> tuple[tuple[int, str, str], ...]:
    """The words of one of tokens(): length as written, form, stem. Whoever asks of many texts may keep them."""
    return _cut(*token)


def vocabulary(texts: Iterable[str]) -> dict[str, str]:
    """The different words of texts in `plain_forms()`: form -> stem. Shangri-La gives shangri, la and shangrila."""
    texts = list(texts)
    tokens = {(match.lastgroup, match.group()) for text in texts for match in _TOKEN.finditer(text)}
    tokens |= {("other", without_hyphens(match.group())) for text in texts for match in _HYPHENATED.finditer(text)}
    return {form: stem for token in tokens for _length, form, stem in _cut(*token)}


def without_hyphens(text: str) -> str:
    """`text` with what its hyphens join written as one."""
    return _HYPHENS.sub("", text)


def is_hyphen(text: str) -> bool:
    """Whether `text` is a hyphen, by itself."""
    return _HYPHENS.fullmatch(text) is not None


# Names and set phrases come again and again.
@lru_cache(maxsize=20_000)
def _cut(sort: str, token: str) -> tuple[tuple[int, str, str], ...]:
    """The words of one token: length as written, form, stem."""
    if sort == "thai":
        forms = [(len(part), part.translate(_FOLDING)[:LONGEST_WORD]) for part in _cutter()(token)]
        return tuple((length, form, form) for length, form in forms)
    form = _PART_OF_WORD.sub("", token).translate(_FOLDING)[:LONGEST_WORD]
    return ((len(token), form, stem_of(form)),) if form else ()


def joined(forms: Iterable[str]) -> str:
    """Words as one long word without spaces: two spellings of a name that differ in nothing else are alike so."""
    return "".join(forms)


def key_of(text: str) -> str:
    """The words of `text` as one."""
    return joined(word.form for word in words(readable(text)))


def is_thai(text: str) -> bool:
    """Whether a Thai letter stands in `text`."""
    return any("\u0e01" <= letter <= "\u0e4e" for letter in text)


def without_tones(form: str) -> str:
    """`form` without the Thai marks that people leave out or confuse: tone marks, thanthakhat, maitaikhu."""
    return _TONES.sub("", form)


_TONES = re.compile("[\u0e47-\u0e4c]")


def sound_of(form: str) -> str:
    """`form` as names are compared: without tone marks, every vowel short. Who writes a foreign name in Thai letters
    hears it so or so: ฟูกูโอกะ, ฟุกุโอกา and ฟูกูโอก้า are one.
    """
    return without_tones(form).translate(_SHORT_VOWELS)


_SHORT_VOWELS = str.maketrans("\u0e32\u0e35\u0e37\u0e39", "\u0e30\u0e34\u0e36\u0e38")


def years_like(form: str) -> tuple[str, ...]:
    """For a number that may be a year: the same year in the other era, B.E. or C.E.; nothing for any other word."""
    if len(form) != 4 or not (form.isascii() and form.isdigit()):
        return ()
    number = int(form)
    others = [number - BE_OFFSET] if number in _YEARS_BE else [number + BE_OFFSET] if number in _YEARS_CE else []
    return tuple(str(other) for other in others)


@lru_cache(maxsize=20_000)
def stem_of(form: str) -> str:
    """What an English word shares with its other forms ("cities", "city"); any other word is its own stem."""
    return _stemmer().stemWord(form) if form.isascii() and form.isalpha() and len(form) > 3 else form


def is_in_dictionary(form: str) -> bool:
    """Whether the Thai word `form` is one of the dictionary, and longer than a particle."""
    return len(form) > _SHORTEST_PART and form in _dictionary()


@lru_cache(maxsize=20_000)
def halves_of(form: str) -> tuple[tuple[str, str], ...]:
    """Each way to cut a Thai compound into two dictionary words: กรุงเทพมหานคร gives กรุงเทพ and มหานคร."""
    if not "\u0e01" <= form[:1] <= "\u0e4e":
        return ()
    places = range(_SHORTEST_PART, len(form) - _SHORTEST_PART + 1)
    pairs = [(form[:position], form[position:]) for position in places]
    return tuple(pair for pair in pairs if all(part in _dictionary() for part in pair))


@lru_cache(maxsize=20_000)
def parts_of(form: str) -> frozenset[str]:
    """The dictionary words that a Thai compound is made of, however deep."""
    parts = {part for pair in halves_of(form) for part in pair}
    return frozenset(parts.union(*map(parts_of, parts)))


def _stemmer() -> Any:
    # It works in fields of its own: two threads must not share one.
    if not hasattr(_of_thread, "stemmer"):
        _of_thread.stemmer = snowballstemmer.stemmer("english")
    return _of_thread.stemmer


_of_thread = local()


def load_dictionary() -> None:
    """Load what Thai words are cut with, some 20 MB, before anybody asks for it."""
    _cutter()


@cache
def _cutter() -> Callable[[str], list[str]]:
    """What cuts a run of Thai into words."""
    # Else it makes a folder for models in the home directory.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.tokenize import newmm

    # It asks of its dictionary what a WordList answers.
    return partial(newmm.segment, custom_dict=cast(Any, _dictionary()))


@cache
def _dictionary() -> WordList:
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.corpus import thai_words

    return WordList(thai_words())
