"""Two texts beside each other, with the words set off in which they differ.

Thai is cut into words as the search cuts it, any other script at its spaces, so that an officer reads whole words and
not the letters which two words happen to share.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from iad_portal.lib.search.words import words

# Of paragraphs with more words than this, whole ones are set off: comparing takes the square of their number.
MOST_WORDS = 4_000


@dataclass(frozen=True)
class Piece:
    """A run of words of a text; `differs` when the other text does not have it there."""

    text: str
    differs: bool = False

    def __str__(self) -> str:
        return self.text


def compared(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """The pieces of `old` and of `new`: joined again they are the two texts, letter for letter."""
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for olds, news, is_same in _blocks(old.splitlines(keepends=True), new.splitlines(keepends=True)):
        one, other = "".join(olds), "".join(news)
        if is_same:
            found = [([one], [other], True)]
        else:
            tokens = [_tokens(text) for text in (one, other)]
            found = list(_blocks(*tokens)) if max(map(len, tokens)) <= MOST_WORDS else [([one], [other], False)]
        for left, right, alike in found:
            for side, part in zip(sides, (left, right), strict=True):
                _append(side, "".join(part), not alike)
    return sides


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str], bool]]:
    """Runs of both lists beside each other, and whether they are the same."""
    for kind, one, end, other, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield old[one:end], new[other:last], kind == "equal"


def _tokens(text: str) -> list[str]:
    """Words, and what stands between them: spaces together, other signs one by one."""
    found, at = [], 0
    for word in words(text):
        found += [*_signs(text[at : word.start]), text[word.start : word.end]]
        at = word.end
    return [*found, *_signs(text[at:])]


def _signs(between: str) -> list[str]:
    return [between] if between.isspace() else list(between)


def _append(side: list[Piece], text: str, differs: bool) -> None:
    if not text:
        return
    if side and side[-1].differs == differs:
        text = side.pop().text + text
    side.append(Piece(text, differs))
