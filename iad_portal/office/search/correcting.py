"""What was meant when little is found: a word or a name of the index, one slip away from what was typed.

A slip is one letter missing, added, wrong, or changed about with its neighbour, or any tone mark left out or mistaken.
"""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import QuerySet

from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.search.lexemes import Has, some, written
from iad_portal.lib.search.searched import NAME
from iad_portal.lib.search.words import Word, key_of, readable, without_tones, words
from iad_portal.office.models import SearchEntry, SearchSlip

from .lexicon import slips_of
from .query import MOST_WORDS

# A name of more words is not looked for.
_LONGEST_SPAN = 6
# What a reading costs: each piece of it, and more for a piece that is corrected, much more for one that nobody knows.
# Of a very short piece nobody can tell.
_PIECE, _CORRECTED, _UNKNOWN, _SHORT = 1.0, 1.2, 3.0, 0.5

Span = tuple[int, int]


def meant(typed: str) -> str:
    """The query that was probably meant by `typed`; "" when nothing better comes to mind. Two queries."""
    text = readable(typed)
    found = list(words(text))[:MOST_WORDS]
    keys = {
        (start, end): "".join(word.form for word in found[start:end])
        for start in range(len(found))
        for end in range(start + 1, min(start + _LONGEST_SPAN, len(found)) + 1)
    }
    near = _near(set(keys.values()))
    known = {key for key in keys.values() if key in near.get(key, ()) or key.isdigit()}
    corrections = _best({key: some_words for key, some_words in near.items() if key not in known})
    reading = _cheapest(keys, known, corrections, len(found))
    return _written(text, found, [(span, corrections[keys[span]]) for span in reading if keys[span] in corrections])


def _near(keys: set[str]) -> dict[str, set[str]]:
    """For each of `keys` the words and names of the index one slip away; itself, when it stands there."""
    by_slip = defaultdict(list)
    for key in keys:
        for slip in slips_of(key):
            by_slip[slip].append(key)
    near = defaultdict(set)
    for slip, word in _with_slips(slips=list(by_slip)) if by_slip else ():
        for key in by_slip[slip]:
            if is_one_slip(key, word):
                near[key].add(word)
    return near


def _best(near: dict[str, set[str]]) -> dict[str, str]:
    """Of the words near each key, the one to offer: tone marks before letters, names before words, and the spelling
    of a title before one that is only another name."""
    names, titles = _names({word for some_words in near.values() for word in some_words})
    best = {}
    for key, some_words in near.items():

        def weight(word: str, key: str = key) -> tuple:
            return without_tones(word) != without_tones(key), word not in names, word not in titles, word

        word = min(some_words, key=weight)
        best[key] = names.get(word, word)
    return best


def _names(keys: set[str]) -> tuple[dict[str, str], set[str]]:
    """How the names among `keys` are written; and those that stand in a record's title."""
    if not keys:
        return {}, set()
    rows = _named(words=written(some([Has(NAME + key) for key in sorted(keys)]))).rows()
    spelt = (name for row in rows for name in row.names.split("\n"))
    names = {key: name for name in spelt if (key := key_of(name)) in keys}
    titles = [key_of(title) for row in rows for title in (row.title_th, row.title_en)]
    return names, {key for key in names if any(key in title for title in titles)}


@kept_query
def _with_slips(*, slips: list[str]) -> QuerySet[SearchSlip, tuple[str, str]]:
    return SearchSlip.objects.filter(slip__in=slips).values_list("slip", "word_id")


@kept_query
def _named(*, words: str) -> QuerySet[SearchEntry]:
    rows = SearchEntry.objects.seen().filter(words__matching=words)
    return rows.only("names", "title_th", "title_en").order_by("-place")


def is_one_slip(one: str, other: str) -> bool:
    """Whether the two differ by one slip at most, tone marks apart."""
    one, other = without_tones(one), without_tones(other)
    start = next((position for position, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return abs(len(one) - len(other)) <= 1
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:])
    )


def _cheapest(keys: dict[Span, str], known: set[str], corrections: dict[str, str], length: int) -> list[Span]:
    """The spans of the cheapest reading of the whole query."""
    best: list[tuple[float, list[Span]]] = [(0.0, [])]
    for end in range(1, length + 1):
        choices = []
        for start in range(max(0, end - _LONGEST_SPAN), end):
            key = keys[start, end]
            cost = 0.0 if key in known else _CORRECTED if key in corrections else _unknown(key, end - start)
            choices.append((best[start][0] + _PIECE + cost, [*best[start][1], (start, end)]))
        best.append(min(choices, key=lambda choice: choice[0]))
    return best[length][1]


def _unknown(key: str, pieces: int) -> float:
    return _UNKNOWN * pieces if slips_of(key) else _SHORT


def _written(text: str, found: Sequence[Word], changes: list[tuple[Span, str]]) -> str:
    """`text` with the words of each span replaced; "" when there is nothing to replace."""
    for (start, end), better in reversed(changes):
        text = text[: found[start].start] + better + text[found[end - 1].end :]
    return text if changes else ""
