"""Where a line of Thai must not end: inside a compound, inside a name, before a repetition mark.

Thai is written without spaces. Browsers break its lines by a dictionary of short words (ICU's), and so cut วัน|ที่,
ผู้|ประสานงาน, ชัช|ชาติ. Every compound that pythainlp's dictionary has and ICU's lacks, the office's own words, and the
names of its records are held together in <t-w> when a page is sent; nothing is stored, and what a reader
copies is the text alone. The element is one of our own, so that no component's style for its parts meets it. Both
dictionaries are read as plain lists, which costs a tenth of a second once and a few megabytes, where the word cutter of
the search costs eighty.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from .ranks import spaced

# Words that both dictionaries lack, or that browsers cut all the same.
HOUSE_WORDS = (
    "กรุงเทพมหานคร",
    "การแลกเปลี่ยน",
    "ครั้งที่",
    "ประเทศสมาชิก",
    "ปีงบประมาณ",
    "เมืองคู่ความร่วมมือ",
    "เมืองคู่มิตร",
    "เมืองพี่เมืองน้อง",
    "บันทึกความเข้าใจ",
    "วันครบรอบ",
    "ศาลาว่าการ",
    "สมาพันธรัฐ",
    "สหรัฐอเมริกา",
    "หน่วยประสานงาน",
    "แหล่งข้อมูล",
    "อำลา",
    "เยี่ยมอำลา",
    "เอกอัครราชทูต",
)
# Words shorter than this are not cut; wider ones (in letters, without the marks above and below) may not fit beside a
# date on a telephone of 320 px.
SHORTEST, WIDEST = 4, 14
_ABOVE_AND_BELOW = dict.fromkeys((0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)))
_STEM = 3
_SPACE = re.compile("(?<=[\u0e01-\u0e4e.]) (?=[\u0e01-\u0e4e])")
_RUN = re.compile("[\u0e01-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]{4,}")
_MARKS = frozenset(map(chr, (*range(0x0E30, 0x0E3B), 0x0E45, *range(0x0E47, 0x0E4F))))
# An abbreviation of several letters: พล.ต.อ., ดี.ซี.
_SHORT = re.compile("(?:[\u0e01-\u0e4e]{1,4}[.]){2,}")
_BEFORE_REPETITION = re.compile("([\u0e01-\u0e3a\u0e40-\u0e4e]{1,12})([ \u00a0]?)\u0e46")
NO_BREAK_SPACE = "\u00a0"
# A tag and the text behind it; only text that holds Thai is looked at.
_TEXT = re.compile("<(/?[a-zA-Z][\\w-]*)([^<>]*)>([^<>]*[\u0e01-\u0e4e][^<>]*)")
# Elements whose text is no flow of lines, or may hold no elements.
_LEFT_ALONE = {"title", "option", "textarea", "script", "style", "text", "tspan", "desc", "/tspan"}


def hold_lines(html: str) -> str:
    """The HTML of a page with what a line must not cut held together. Attributes and <title> stay as they are."""
    return _TEXT.sub(_with_text_held, html)


def _with_text_held(match: re.Match[str]) -> str:
    tag, rest, text = match.groups()
    return match.group() if tag.lower() in _LEFT_ALONE else f"<{tag}{rest}>{held(text)}"


# Labels and names come again and again, on one page and on the next.
@lru_cache(maxsize=8_000)
def held(text: str) -> str:
    """`text` (HTML without tags) with its compounds and names in <t-w>, and ranks set apart."""
    text = _BEFORE_REPETITION.sub(_with_its_repetition, spaced(text))
    text = _with_whole_names(text)
    text = _SHORT.sub(r"<t-w>\g<0></t-w>", text)
    return _RUN.sub(lambda run: _run_held(run.group()), text)


def _with_its_repetition(found: re.Match[str]) -> str:
    word, space = found.groups()
    return f"<t-w>{word}{NO_BREAK_SPACE if space else ''}\u0e46</t-w>"


def _run_held(run: str) -> str:
    """One run of Thai letters: the longest word that begins at each place, from the left."""
    out, position, kept = [], 0, 0
    while position < len(run) - _STEM:
        end = _end_of_words(run, position)
        if end > position:
            out += [run[kept:position], "<t-w>", run[position:end], "</t-w>"]
            position = kept = end
        else:
            position += 1
    return "".join([*out, run[kept:]])


def _end_of_words(run: str, start: int) -> int:
    """Where the word that begins at `start` ends, and those that begin inside it: ความเห็น and เห็นชอบ are held as one,
    since a list of words cannot tell which of the two is meant. `start` itself when no word begins there."""
    end = start + _length_at(run, start)
    for position in range(start + 1, end):
        other = position + _length_at(run, position)
        if end < other and fits(run[start:other]):
            end = other
    return end


def _length_at(run: str, position: int) -> int:
    known = _words()
    for length in _lengths().get(run[position : position + _STEM], ()):
        end = position + length
        # What a vowel or tone mark follows is the beginning of another word.
        if end <= len(run) and run[position:end] in known and run[end : end + 1] not in _MARKS:
            return length
    return 0


def fits(word: str) -> bool:
    """Whether `word` is long enough to be cut, and narrow enough to be held on a telephone's line."""
    letters = len(word)
    return letters >= SHORTEST and (letters <= WIDEST or len(word.translate(_ABOVE_AND_BELOW)) <= WIDEST)


def _with_whole_names(text: str) -> str:
    """`text` in which a known name of two words keeps to one line. Around a space only a few names are tried."""
    spaces = _spaces()
    for found in reversed(list(_SPACE.finditer(text))) if spaces else ():
        at = found.start()
        for name, place in spaces.get(text[at - 2 : at + 3], ()):
            if text.startswith(name, at - place) and text[at - place + len(name) :][:1] not in _MARKS:
                text = f"{text[:at]}{NO_BREAK_SPACE}{text[at + 1 :]}"
                break
    return text


@cache
def _spaces() -> dict[str, tuple[tuple[str, int], ...]]:
    """Names of two words that fit a line, by the two letters on either side of their space, and where that is."""
    kept = defaultdict(set)
    for name in _names[0]:
        if name.count(" ") == 1 and fits(name):
            place = name.index(" ")
            kept[name[place - 2 : place + 3]].add((name, place))
    return {around: tuple(names) for around, names in kept.items()}


def hold_names(names: Iterable[str]) -> None:
    """Hold these Thai `names` together from now on, whole or by their words, and no others but the dictionary's."""
    found = frozenset(names)
    if found != _names[0]:
        _names[0] = found
        for kept in (_words, _lengths, _spaces, held):
            kept.cache_clear()


_names: list[frozenset[str]] = [frozenset()]


@cache
def _words() -> frozenset[str]:
    return _compounds().union(word for name in _names[0] for word in _RUN.findall(name) if fits(word))


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the words with these first letters are, the longest first."""
    found = defaultdict(set)
    for word in _words():
        found[word[:_STEM]].add(len(word))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}


def load_compounds() -> None:
    """Read both dictionaries before anybody asks for a page."""
    _compounds()


@cache
def _compounds() -> frozenset[str]:
    """What pythainlp's dictionary has and ICU's lacks, read from the files of the package without importing it."""
    folder = Path(str(find_spec("pythainlp").origin)).parent / "corpus"
    words = set(map(str.strip, (folder / "words_th.txt").read_text("utf-8").split("\n")))
    words.difference_update((folder / "icubrk_th.txt").read_text("utf-8").split("\n"))
    held_whole = (word for word in words if fits(word) and _RUN.fullmatch(word))
    return frozenset((*held_whole, *HOUSE_WORDS))
