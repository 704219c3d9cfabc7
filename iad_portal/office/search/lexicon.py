"""Every word that stands in the index, once, and what it may be mistaken for.

Kept exact as entries come and go. Two saves at the very same moment may still disagree about a word that one brings and
the other drops; the next rebuild settles that.
"""

import json
from collections.abc import Iterable, Iterator

from django.db import connection
from django.db.models import Exists

from iad_portal.lib.search.lexemes import Has, from_index, some
from iad_portal.lib.search.searched import NAME, NAMED, TEXT, WORD
from iad_portal.lib.search.words import LONGEST_WORD, without_tones
from iad_portal.office.models import SearchEntry, SearchSlip, SearchWord

_WORD = TEXT + WORD
# A shorter word is one letter away from too many others; a longer one is nobody's slip.
_SHORTEST, _LONGEST = 4, 40
# So many words at once: what is written of them stays within what SQLite takes in one statement.
_AT_ONCE = 500
# Each is a subquery of its own, found by the engine's index.
_ASKED_AT_ONCE = 25


def words_of(entry: SearchEntry) -> set[str]:
    """The words of `entry`, and the names of a city, a network or whatever has names people know, as one word each."""
    words = {word[len(_WORD) :] for word in entry.words if word.startswith(_WORD)}
    if any(word.startswith(NAMED) for word in entry.words):
        words |= {
            word[len(NAME) :] for word in entry.words if word.startswith(NAME) and len(word) - len(NAME) <= _LONGEST
        }
    return words


def follow(before: Iterable[SearchEntry], after: Iterable[SearchEntry]) -> None:
    """Learn and forget words: entries that stood as `before` now stand as `after`."""
    old, new = ({word for entry in entries for word in words_of(entry)} for entries in (before, after))
    learn(new - old)
    forget(old - new)


def learn(words: Iterable[str]) -> None:
    """Take in the words that are not there yet."""
    for some_words in _slices(words):
        fresh = _taken_in(some_words)
        slips = [SearchSlip(word_id=word, slip=slip) for word in fresh for slip in sorted(slips_of(word))]
        if slips:
            SearchSlip.objects.bulk_create(slips, ignore_conflicts=True)


def _taken_in(words: list[str]) -> list[str]:
    """Store `words`; gives those that were not there."""
    given, parameters = _given(words)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {SearchWord._meta.db_table} (text) SELECT {given} ON CONFLICT DO NOTHING RETURNING text",
            parameters,
        )
        return sorted(text for (text,) in cursor)


def _given(words: list[str]) -> tuple[str, list[str]]:
    """What follows SELECT to read `words`: one parameter, as each save does this, and hundreds take longer."""
    if connection.vendor == "postgresql":
        return "unnest(string_to_array(%s, ' '))", [" ".join(words)]
    return "value FROM json_each(%s) WHERE true", [json.dumps(words)]


def forget(words: Iterable[str]) -> None:
    """Drop those of `words` that stand in no entry any more."""
    for some_words in _slices(words):
        used = _used(some_words)
        if unused := [word for word in some_words if word not in used]:
            _drop(unused)


def _drop(words: list[str]) -> None:
    """Delete `words` and, before them, their slips; Django would first read what it is to delete.

    PostgreSQL does both in one statement: each save of an officer pays for it.
    """
    given, parameters = _given(words)
    slips = f"DELETE FROM {SearchSlip._meta.db_table} WHERE word_id IN (SELECT {given})"
    own = f"DELETE FROM {SearchWord._meta.db_table} WHERE text IN (SELECT {given})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"WITH slips AS ({slips}) {own}", parameters * 2)
        else:
            cursor.execute(slips, parameters)
            cursor.execute(own, parameters)


def everything() -> set[str]:
    """All words."""
    return set(SearchWord.objects.values_list("text", flat=True).iterator())


def slips_of(word: str) -> set[str]:
    """`word` without its tone marks, and that without each of its letters in turn; nothing for numbers."""
    bare = without_tones(word)
    if word.isdigit() or len(bare) > _LONGEST or len(bare) < _SHORTEST - 1:
        return set()
    shorter = (
        {bare[:position] + bare[position + 1 :] for position in range(len(bare))} if len(bare) >= _SHORTEST else set()
    )
    return {bare, *shorter}


def _used(words: list[str]) -> set[str]:
    """Those of `words` that stand in some entry: one query for each _ASKED_AT_ONCE of them."""
    used: set[str] = set()
    for start in range(0, len(words), _ASKED_AT_ONCE):
        asked = {f"word{number}": word for number, word in enumerate(words[start : start + _ASKED_AT_ONCE])}
        found = {
            name: Exists(SearchEntry.objects.filter(words__matching=some([Has(_WORD + word), Has(NAME + word)])))
            for name, word in asked.items()
        }
        with from_index(savepoint=False):
            # Asked beside any one word: a query of nothing but queries needs a row to stand on.
            row = SearchWord.objects.order_by().annotate(**found).values(*found).first()
        used |= {asked[name] for name, is_used in (row or {}).items() if is_used}
    return used


def _slices(words: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(word for word in words if len(word) <= LONGEST_WORD)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]
