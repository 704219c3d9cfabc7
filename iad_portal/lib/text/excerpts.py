"""A few words of a long text around what was searched for, cut between words, with the hits apart from the rest."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from iad_portal.lib.search.words import Word, alike, parts_of, words

# Characters of an excerpt, and of these before the first hit.
LENGTH, BEFORE = 220, 60
# Read beyond an excerpt's ends, so that its own first and last words are cut as they are in the whole text.
_MARGIN = 30
_MOST_HITS = 40
_JOINT = re.compile(r"[ .,’'-]{1,2}")

Piece = tuple[str, bool]


@dataclass(frozen=True)
class Hits:
    """Which words are hits: those with one of `stems`, those that begin with or hold one of `forms`."""

    stems: frozenset[str]
    forms: tuple[str, ...]

    def has(self, word: Word) -> bool:
        """Whether `word` is a hit."""
        if word.stem in self.stems or word.form in self.stems:
            return True
        return any(word.form.startswith(form) or form in parts_of(word.form) for form in self.forms)

    def pattern(self) -> re.Pattern[str] | None:
        """Finds places in an `alike()` text where a hit may stand; None when there is nothing to look for."""
        # The stem of an English word may end otherwise than the word itself (citi, cities, city).
        starts = {start[:-1] if start.isascii() and len(start) > 3 else start for start in (*self.stems, *self.forms)}
        longest_first = sorted(filter(None, starts), key=lambda start: (-len(start), start))
        return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None


def pieces(text: str, hits: Hits) -> list[Piece]:
    """The whole of `text` as (piece, whether it is a hit); joined, the pieces are the text again."""
    return list(_joined(_cut(text, 0, len(text), words(text), hits)))


def excerpt(text: str, hits: Hits) -> tuple[list[Piece], bool, bool]:
    """The pieces of the best stretch of `text`, about LENGTH long; and whether text was left out before and behind."""
    start, end = _best_stretch(text, hits)
    around = list(_words_around(text, start, end))
    if start:
        start = next((word.start for word in around if start <= word.start < end), start)
    if end < len(text):
        end = next((word.end for word in reversed(around) if start < word.end <= end), end)
    inside = [word for word in around if start <= word.start and word.end <= end]
    found = list(_joined(_cut(text, start, end, inside, hits)))
    return found, bool(text[:start].strip()), bool(text[end:].strip())


def _best_stretch(text: str, hits: Hits) -> tuple[int, int]:
    """Where the most different hits stand together; the beginning when there seem to be none."""
    pattern = hits.pattern()
    seen = islice(pattern.finditer(alike(text)), _MOST_HITS) if pattern else ()
    places = [(hit.start(), hit.group()) for hit in seen]
    best = max(places, key=lambda hit: (_different_near(places, hit[0]), -hit[0]), default=(0, ""))[0]
    start = max(0, best - BEFORE, text.rfind("\n", 0, best) + 1)
    # A short tail of the text is no beginning: show more of what is before it.
    start = max(min(start, len(text) - LENGTH), 0)
    return start, min(len(text), start + LENGTH)


def _different_near(places: list[tuple[int, str]], start: int) -> int:
    return len({what for position, what in places if start <= position < start + LENGTH - BEFORE})


def _words_around(text: str, start: int, end: int) -> Iterator[Word]:
    first, last = max(0, start - _MARGIN), min(len(text), end + _MARGIN)
    for word in words(text[first:last]):
        yield Word(word.start + first, word.end + first, word.form, word.stem)


def _cut(text: str, start: int, end: int, found: Iterable[Word], hits: Hits) -> Iterator[Piece]:
    for word in found:
        if hits.has(word):
            yield text[start : word.start], False
            yield text[word.start : word.end], True
            start = word.end
    yield text[start:end], False


def _joined(cut: Iterable[Piece]) -> Iterator[Piece]:
    """Without empty pieces, and with hits made one between which there is no more than a space or a point."""
    whole: list[Piece] = []
    for text, is_hit in cut:
        if is_hit and len(whole) > 1 and _JOINT.fullmatch(whole[-1][0]) and whole[-2][1]:
            joint, _is_hit = whole.pop()
            whole[-1] = (whole[-1][0] + joint + text, True)
        elif text and whole and whole[-1][1] == is_hit:
            whole[-1] = (whole[-1][0] + text, is_hit)
        elif text:
            whole.append((text, is_hit))
    return iter(whole)
