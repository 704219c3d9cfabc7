"""A few words of a long text around what was searched for, cut between words, with the hits apart from the rest."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from iad_portal.lib.search.words import alike, parts_of, token_words, tokens

# Characters of an excerpt, and of these before the first hit.
LENGTH, BEFORE = 220, 60
# Read beyond an excerpt's ends, so that its own first and last words are cut as they are in the whole text.
_MARGIN = 30
_MOST_HITS = 40
_JOINT = re.compile(r"[ .,’'-]{1,2}")

Piece = tuple[str, bool]
# A word of a text: where it begins and ends, and whether it is a hit.
Span = tuple[int, int, bool]


@dataclass(frozen=True)
class Hits:
    """Which words are hits: those with one of `stems`, those that begin with or hold one of `forms`."""

    stems: frozenset[str]
    forms: tuple[str, ...]

    def has(self, form: str, stem: str) -> bool:
        """Whether a word is a hit."""
        if stem in self.stems or form in self.stems or form.startswith(self.forms):
            return True
        return not parts_of(form).isdisjoint(self.forms)

    def words(self, text: str, first: int = 0) -> list[Span]:
        """The words of `text`, which begins at `first` of a longer one."""
        spans: list[Span] = []
        for start, token in tokens(text):
            start += first
            for length, is_hit in self._judged[token]:
                spans.append((start, start + length, is_hit))
                start += length
        return spans

    @cached_property
    def _judged(self) -> "_Judged":
        return _Judged(self)

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Finds places in an `alike()` text where a hit may stand; None when there is nothing to look for."""
        # The stem of an English word may end otherwise than the word itself (citi, cities, city).
        starts = {start[:-1] if start.isascii() and len(start) > 3 else start for start in (*self.stems, *self.forms)}
        longest_first = sorted(filter(None, starts), key=lambda start: (-len(start), start))
        return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None


class _Judged(dict[tuple[str, str], tuple[tuple[int, bool], ...]]):
    """Of each token the lengths of its words, and whether they are hits; the table fills itself.

    The texts of a page have many words in common.
    """

    def __init__(self, hits: Hits):
        super().__init__()
        self._hits = hits

    def __missing__(self, token: tuple[str, str]) -> tuple[tuple[int, bool], ...]:
        has = self._hits.has
        self[token] = judged = tuple([(length, has(form, stem)) for length, form, stem in token_words(token)])
        return judged


def pieces(text: str, hits: Hits) -> list[Piece]:
    """The whole of `text` as (piece, whether it is a hit); joined, the pieces are the text again."""
    return _cut(text, 0, len(text), hits.words(text))


def excerpt(text: str, hits: Hits) -> tuple[list[Piece], bool, bool]:
    """The pieces of the best stretch of `text`, about LENGTH long; and whether text was left out before and behind."""
    start, end = _best_stretch(text, hits)
    first = max(0, start - _MARGIN)
    around = hits.words(text[first : end + _MARGIN], first)
    if start:
        start = next((word_start for word_start, _end, _is_hit in around if start <= word_start < end), start)
    if end < len(text):
        end = next((word_end for _start, word_end, _is_hit in reversed(around) if start < word_end <= end), end)
    return _cut(text, start, end, around), bool(text[:start].strip()), bool(text[end:].strip())


def _best_stretch(text: str, hits: Hits) -> tuple[int, int]:
    """Where the most different hits stand together; the beginning when there seem to be none."""
    seen = islice(hits.pattern.finditer(alike(text)), _MOST_HITS) if hits.pattern else ()
    best = _best([(hit.start(), hit[0]) for hit in seen])
    start = max(0, best - BEFORE, text.rfind("\n", 0, best) + 1)
    # A short tail of the text is no beginning: show more of what is before it.
    start = max(min(start, len(text) - LENGTH), 0)
    return start, min(len(text), start + LENGTH)


def _best(places: list[tuple[int, str]]) -> int:
    """The first of `places` with the most different hits near it."""
    best, most, all_there_are = 0, 0, len({what for _position, what in places})
    for start, _what in places:
        if most == all_there_are:
            break
        near = len({what for position, what in places if start <= position < start + LENGTH - BEFORE})
        if near > most:
            best, most = start, near
    return best


def _cut(text: str, start: int, end: int, found: Iterable[Span]) -> list[Piece]:
    """From `start` to `end` without empty pieces; hits are one where no more than a space or a point is between."""
    cut: list[Piece] = []
    hit_start = hit_end = start
    for word_start, word_end, is_hit in found:
        if not is_hit or word_start < start or word_end > end:
            continue
        between = text[hit_end:word_start]
        if hit_end > hit_start and (not between or _JOINT.fullmatch(between)):
            hit_end = word_end
            continue
        cut += (text[hit_start:hit_end], True), (between, False)
        hit_start, hit_end = word_start, word_end
    cut += (text[hit_start:hit_end], True), (text[hit_end:end], False)
    return [piece for piece in cut if piece[0]]
