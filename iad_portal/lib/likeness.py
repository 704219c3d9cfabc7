"""Which names are the same to people who type them: spelt the same, or with one letter wrong.

Case, accents, spaces, punctuation and the Thai marks that are easily left out do not count.
"""

from functools import lru_cache

from .words import alike, readable, without_tones

# A slip of one letter makes another word of a short one: แพร่ and แพร, Bern and Bari.
SHORTEST_WITH_SLIP = 5


@lru_cache(maxsize=20_000)
def bare(name: str | None) -> str:
    """`name` as it is compared: its letters and digits alone, small and plain."""
    return "".join(letter for letter in without_tones(alike(readable(name or ""))) if _counts(letter))


def _counts(letter: str) -> bool:
    # Of Thai, its vowels above and below, and not the signs of abbreviation and repetition.
    return (letter.isalnum() and letter not in "ฯๆ") or "\u0e31" <= letter <= "\u0e3a"
