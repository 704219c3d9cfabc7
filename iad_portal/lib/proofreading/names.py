"""Names in running text that are written otherwise than the registers write them.

Three things are found: a spelling that is on record as a wrong one, a name that differs from a registered one in tone
marks, spaces, hyphens or one letter, and the name of a city with another word for "city" before it. Thai has no spaces
between words, so a name is looked for at every letter; the rules below keep ordinary words from being taken for names.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from iad_portal.lib.search.words import alike, is_in_dictionary, is_thai, readable, words
from iad_portal.lib.text.likeness import are_alike, bare, counts

# The words for a city, province or state before its name, as the Royal Society and the office use them.
PREFIXES = (
    "กรุง", "นครหลวง", "มหานคร", "นคร", "เมือง", "จังหวัด", "มณฑล", "รัฐ", "เทศบาล", "เขต", "ประเทศ", "สาธารณรัฐ",
    "ราชอาณาจักร", "สหพันธรัฐ", "สหพันธ์สาธารณรัฐ",
)  # fmt: skip
_PREFIX = re.compile("|".join(sorted(PREFIXES, key=len, reverse=True)))
# A capital or a city that is styled otherwise; any city may be called เมือง in a sentence.
_STYLES = re.compile("(?<!มหา)(?<!เทพมหา)(?:กรุง|นครหลวง|นคร)")
_FOLLOWS = "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"  # signs that go on with the syllable before them
_GOES_ON = re.compile(f"[{_FOLLOWS}]")
_MARKS = re.compile("[\u0e47-\u0e4e]*")
_LEADS = "\u0e40-\u0e44"
_APART = re.compile(r"[\n()\[\]“”\"/;:!?]")  # no name goes on over these
_GAPS = re.compile(r"[\s,.-]+")
_PIECE = 3
_SHORTEST, _SHORTEST_CORE = 5, 3
# So long a name is hardly met by chance; a shorter one must not lie in a word of the dictionary.
_LONG, _VERY_LONG = 8, 12
# A Latin name of one word is easily another word when it is shorter.
_SHORTEST_WORD = 6
_WINDOW = 4


@dataclass(frozen=True)
class Name:
    """A name as somebody writes it. `right` are the registered names that it stands for, when it is a wrong one."""

    written: str
    right: tuple[str, ...] = ()


@dataclass(frozen=True)
class Misspelt:
    """A place of a text, and the names that may be meant there."""

    start: int
    end: int
    typed: str
    right: tuple[str, ...]


@dataclass(frozen=True)
class _Entry:
    """A name to look for, in its bare form; the letters of its prefix; whether it is a stretch of a longer name."""

    bare: str
    shown: str
    prefix: int = 0
    is_stretch: bool = False
    is_latin: bool = False
    is_one_word: bool = False

    def half(self, begin: int) -> str:
        """The half of the name that begins at its letter `begin`: 0 or the middle."""
        return self.bare[begin:] if begin else self.bare[: len(self.bare) // 2]


@dataclass
class _Read:
    """A text with its bare form, and where each bare letter stands."""

    text: str
    bare: str = ""
    places: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        folded = alike(self.text)
        kept = [(letter, place) for place, letter in enumerate(folded) if counts(letter) and not _is_tone(letter)]
        self.bare = "".join(letter for letter, _place in kept)
        self.places = [place for _letter, place in kept]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the bare letters from `start` to `end` stand, with the marks over the last of them."""
        last = self.places[end - 1] + 1
        marks = _MARKS.match(self.text, last)
        return self.places[start], marks.end() if marks else last

    def is_whole(self, start: int, end: int) -> bool:
        """Whether no word or syllable goes on over the borders of the span."""
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        if is_thai(self.text[start]):
            return not (_GOES_ON.match(after) or ("\u0e40" <= before <= "\u0e44"))
        return not (_is_latin_letter(before) or _is_latin_letter(after))

    def cuts_a_word(self, start: int, end: int) -> bool:
        """Whether the span begins or ends within a word of the dictionary."""
        return any(
            first < end and start < last and not (start <= first and last <= end)
            for first, last in self._dictionary_words
        )

    def is_a_word(self, start: int, end: int) -> bool:
        """Whether the span is a word of the dictionary."""
        return (start, end) in self._dictionary_words

    @cached_property
    def _dictionary_words(self) -> list[tuple[int, int]]:
        return [(word.start, word.end) for word in words(self.text) if is_in_dictionary(word.form)]


def _is_tone(letter: str) -> bool:
    return "\u0e47" <= letter <= "\u0e4c"


def _is_latin_letter(letter: str) -> bool:
    return letter.isalnum() and not is_thai(letter)


def _written(name: str) -> str:
    """`name` as two ways to write it are compared: case, the shape of an apostrophe and a last dot do not count."""
    return " ".join(readable(name).casefold().replace("’", "'").split()).rstrip(" .ฯ")


def _core(name: str) -> str:
    """`name` without the word for a city or state before it; "" when there is none."""
    found = _PREFIX.match(name)
    return name[found.end() :].strip() if found else ""


def _parts(name: str) -> Iterator[str]:
    """`name`, and what stands in it beside or within parentheses, or after a dash."""
    yield name
    head, opened, tail = name.partition(" (")
    if opened:
        yield head
        yield tail.rstrip(")")
    _head, dash, rest = name.partition(" - ")
    if dash and len(rest) > _VERY_LONG:
        yield rest


class Lexicon:
    """Every name that the registers hold, ready to be met in texts."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._right: dict[str, set[str]] = defaultdict(set)  # bare form -> how it may be written
        self._wrong: dict[str, tuple[str, ...]] = {}
        self._styles: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        entries: dict[str, _Entry] = {}
        for name in names:
            if name.right:
                known = self._wrong.get(_written(name.written), ())
                self._wrong[_written(name.written)] = tuple(dict.fromkeys((*known, *name.right)))
            else:
                for part in _parts(name.written):
                    self._take(part, entries)
        self._wrong = {wrong: right for wrong, right in self._wrong.items() if not self._is_right(bare(wrong), wrong)}
        # One half of a name stands whole where one letter of it is wrong: each half is found by its first letters.
        self._begun: dict[str, list[tuple[_Entry, int]]] = defaultdict(list)
        for entry in entries.values():
            for begin in (0, len(entry.bare) // 2):
                self._begun[entry.half(begin)[:_PIECE]].append((entry, begin))

    def _take(self, name: str, entries: dict[str, _Entry]) -> None:
        core = _core(name)
        self._right[bare(name)].add(_written(name))
        if len(bare(core)) >= _SHORTEST_CORE and _STYLES.match(name):
            self._styles[core[:_SHORTEST_CORE]][core].append(name)
        for written, prefix in ((name, len(bare(name)) - len(bare(core)) if core else 0), (core, 0)):
            key = bare(written)
            if key and written == core:
                self._right[key].add(_written(core))
            if len(key) >= _SHORTEST and len(key) - prefix >= _SHORTEST_CORE:
                entries.setdefault(key, self._entry(key, written, name, prefix))
        parts = name.split()
        if not is_thai(name) and len(parts) > _WINDOW:
            for start in range(len(parts) - _WINDOW + 1):
                key = bare(" ".join(parts[start : start + _WINDOW]))
                if len(key) > _VERY_LONG:
                    entries.setdefault(key, _Entry(key, name, is_stretch=True, is_latin=True))

    @staticmethod
    def _entry(key: str, written: str, name: str, prefix: int) -> _Entry:
        is_latin = not is_thai(written)
        return _Entry(key, name, prefix, is_latin=is_latin, is_one_word=is_latin and " " not in written)

    def misspelt_in(self, text: str) -> list[Misspelt]:
        """Every place of `text`, a paragraph or more, where a name is written otherwise; in their order."""
        read = _Read(readable(text))
        if len(read.bare) < _SHORTEST_CORE:
            return []
        found: list[Misspelt] = []
        begun = self._begun_in(read.bare)
        right = self._right_places(read, begun)
        for one in (*self._known_wrong(read), *self._wrongly_styled(read)):
            _keep(one, found, right)
        for one in self._near(read, begun, right):
            _keep(one, found, right)
        return sorted(found, key=lambda one: one.start)

    def _begun_in(self, text: str) -> list[tuple[_Entry, int]]:
        """The entries that may stand in the bare `text`, each with where it would begin; the longest first."""
        found = {
            (entry, start)
            for place in range(len(text))
            for length in (_PIECE - 1, _PIECE)
            for entry, begin in self._begun.get(text[place : place + length], ())
            if text.startswith(entry.half(begin), place)
            for start in ((place - begin - 1, place - begin, place - begin + 1) if begin else (place,))
            if start >= 0
        }
        return sorted(found, key=lambda one: (-len(one[0].bare), one[1], one[0].bare))

    def _right_places(self, read: _Read, begun: list[tuple[_Entry, int]]) -> list[tuple[int, int]]:
        """Where a name stands as it should."""
        places = []
        for entry, start in begun:
            if not entry.is_stretch and read.bare.startswith(entry.bare, start):
                span = read.span(start, start + len(entry.bare))
                if self._is_right(entry.bare, read.text[slice(*span)]) and read.is_whole(*span):
                    places.append(span)
        return places

    def _is_right(self, key: str, typed: str) -> bool:
        return _written(typed) in self._right.get(key, ())

    def _is_written_otherwise(self, entry: _Entry, typed: str) -> bool:
        """Whether `typed`, the letters of `entry`, is none of its spellings; spaces within a short one do not count."""
        is_short = len(entry.bare) < (_VERY_LONG if entry.is_latin else _LONG)
        return not (is_short and _only_spaced(typed, self._right[entry.bare]))

    def _known_wrong(self, read: _Read) -> Iterator[Misspelt]:
        folded = alike(read.text)
        for wrong, right in self._wrong.items():
            for start in _occurrences(folded, wrong) if wrong in folded else ():
                end = start + len(wrong)
                is_cut = len(bare(wrong)) < _LONG and is_thai(wrong) and read.cuts_a_word(start, end)
                if read.is_whole(start, end) and not is_cut:
                    yield Misspelt(start, end, read.text[start:end], right)

    def _wrongly_styled(self, read: _Read) -> Iterator[Misspelt]:
        for style in _STYLES.finditer(read.text):
            begin = style.end()
            cores = self._styles.get(read.text[begin : begin + _SHORTEST_CORE], {})
            for core in sorted(cores, key=len, reverse=True):
                end = begin + len(core)
                if read.text.startswith(core, begin) and read.is_whole(begin, end):
                    if style.group() + core not in cores[core]:
                        yield Misspelt(style.start(), end, style.group() + core, tuple(cores[core]))
                    break

    def _near(self, read: _Read, begun: list[tuple[_Entry, int]], right: list[tuple[int, int]]) -> Iterator[Misspelt]:
        for entry, start in begun:
            for end in _ends_alike(read.bare, start, entry.bare):
                span = read.span(start, end)
                if any(first <= span[0] and span[1] <= last for first, last in right):
                    break
                is_one = not _APART.search(read.text, *span) and read.is_whole(*span)
                if is_one and self._is_meant(entry, read, start, end):
                    yield Misspelt(*span, read.text[slice(*span)], (entry.shown,))
                    break

    def _is_meant(self, entry: _Entry, read: _Read, start: int, end: int) -> bool:
        """Whether what stands from `start` to `end` is most likely the name of `entry`, though written otherwise."""
        typed = read.bare[start:end]
        first, last = read.span(start, end)
        if typed == entry.bare:
            is_cut = not entry.is_latin and len(entry.bare) < _LONG and read.cuts_a_word(first, last)
            return not entry.is_stretch and not is_cut and self._is_written_otherwise(entry, read.text[first:last])
        is_parted = entry.is_stretch and bool(re.search("[.,]", read.text[first:last]))
        is_torn = len(_GAPS.findall(read.text[first:last].strip(" .,-"))) > len(_GAPS.findall(entry.shown))
        if is_parted or is_torn or typed in self._right:  # words by chance; or another name, one letter away
            return False
        slip = next(
            (place for place, pair in enumerate(zip(typed, entry.bare, strict=False)) if pair[0] != pair[1]),
            min(len(typed), len(entry.bare)),
        )
        is_at_end = slip >= min(len(typed), len(entry.bare)) - 1
        is_begun = typed.startswith(entry.bare) or entry.bare.startswith(typed)  # the next letter is of another word
        if slip == 0 or slip < entry.prefix or is_begun:
            return False
        if entry.is_latin:
            short = entry.is_one_word and (len(entry.bare) < _SHORTEST_WORD or not read.text[first].isupper())
            return not short and not (entry.is_stretch and is_at_end)
        if entry.prefix or len(entry.bare) >= _VERY_LONG:
            return True
        if is_at_end and len(entry.bare) < _LONG:
            return False
        return not read.cuts_a_word(first, last) and not read.is_a_word(first, last)


def _only_spaced(typed: str, names: Iterable[str]) -> bool:
    closed = _GAPS.sub("", _written(typed))
    return any(closed == _GAPS.sub("", name) for name in names)


def _keep(one: Misspelt, found: list[Misspelt], right: list[tuple[int, int]]) -> None:
    """Add `one` to `found`, unless it lies in a name that is right or touches one that was found before."""
    is_right = any(start <= one.start and one.end <= end for start, end in right)
    if not is_right and not any(one.start < other.end and other.start < one.end for other in found):
        found.append(one)


def _occurrences(text: str, piece: str) -> Iterator[int]:
    place = text.find(piece)
    while place >= 0:
        yield place
        place = text.find(piece, place + 1)


def _ends_alike(text: str, start: int, name: str) -> Iterator[int]:
    """Where `name` may end that begins at `start` in `text`, with one letter wrong at most; both bare."""
    length = len(name)
    for end in (start + length, start + length - 1, start + length + 1):
        if end <= len(text) and are_alike(name, text[start:end]):
            yield end
