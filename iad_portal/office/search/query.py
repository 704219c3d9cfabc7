"""What a person asks for, and the ladder of conditions by which records are found and ranked.

Each word of the query must be met, by the rung at its best: as an exact word, else by its beginning, else by a part of
a word; and on each of these in the title, else in the lead, else anywhere. A record stands on the first rung that finds
it; the newer come first among those on the same rung. Above all stands the record whose whole name was typed.

A name in the query, by any spelling the office knows, also meets the other spellings, and whatever is linked to the
record of that name.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from django.db.models import CharField, QuerySet, Value

from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.search.lexemes import Condition, Has, Without, every, some, written
from iad_portal.lib.search.searched import COUNTRY, LINK, NAME, NAMED, PART, PLACES, SELF, STEMS, TEXT, WORD, link
from iad_portal.lib.search.stopwords import STOPWORDS, telling
from iad_portal.lib.search.words import (
    Word,
    halves_of,
    is_hyphen,
    joined,
    key_of,
    readable,
    sound_of,
    stem_of,
    vocabulary,
    words,
    years_like,
)
from iad_portal.lib.text.hygiene import clean_line
from iad_portal.office.models import SearchEntry
from relations.models import City
from relations.models.country import Region
from relations.search_index import CITY, TIED

from .regions import links_of, regions_called

LONGEST_QUERY = 200
MOST_WORDS = 24
# A name of more words is no name that anybody types.
_LONGEST_SPAN = 8
_SHORTEST_BEGINNING = 2
_FEW_BEARERS, _MOST_BEARERS = 3, 200


@dataclass(frozen=True)
class Term:
    """One thing that a record must meet: a word, or the words of a name.

    `spellings` are the words of its other names, `links` the records that bear it; `holding` are words of the index
    that have the term inside.
    """

    words: tuple[Word, ...]
    spellings: tuple[tuple[str, ...], ...] = ()
    links: tuple[str, ...] = ()
    holding: tuple[str, ...] = ()

    @cached_property
    def exact(self) -> dict[str, Condition]:
        """By place: met by whole words there or above."""
        return {place: self._exact(place) for place in PLACES}

    def _exact(self, place: str) -> Condition:
        own = every([some([Has(place + WORD + form) for form in (w.stem, *years_like(w.form))]) for w in self.words])
        spelt = [every([Has(place + WORD + word) for word in spelling]) for spelling in self.spellings]
        return some([own, *spelt, *[Has(place + LINK + link) for link in self.links]])

    def beginning(self, place: str) -> Condition:
        """Met by whole words, or by words that begin so."""
        return some([self.exact[place], every([_beginning(place, word) for word in self.words])])

    def part(self, place: str) -> Condition:
        """Met by whole words, beginnings, dictionary words inside a compound, or a compound's own parts."""
        own = every([some([_beginning(place, word), *_parts(place, word)]) for word in self.words])
        return some([self.exact[place], own, *[Has(place + WORD + part) for part in self.holding]])


def _beginning(place: str, word: Word) -> Condition:
    if len(word.form) < _SHORTEST_BEGINNING:
        return Has(place + WORD + word.form)
    return some([Has(place + WORD + word.stem), Has(place + WORD + word.form, is_beginning=True)])


def _parts(place: str, word: Word) -> Iterable[Condition]:
    yield Has(place + PART + word.form)
    for pair in halves_of(word.form):
        yield every(some([Has(place + WORD + half), Has(place + PART + half)]) for half in pair)


# A condition, and those of the rungs above that tell it from them.
_Rung = tuple[Condition, list[Condition]]


@dataclass(frozen=True)
class Query:
    """A query that was understood: `text` as a person may read it again, and its terms; false without any word.

    A loose one is content with some of its terms: all but one, or else any. `apart` are links to records that the index
    knows by some of the words, but of which they are not true today.
    """

    text: str
    terms: tuple[Term, ...] = ()
    is_loose: bool = False
    apart: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def ladder(self) -> list[Condition]:
        """The conditions of the rungs from the top: a record stands on the first that finds it."""
        return [here for here, _above in (self._loosely() if self.is_loose else self._strictly())]

    @property
    def rungs(self) -> list[Condition]:
        """The rungs from the top, each without what a higher one has found."""
        placed = self._loosely() if self.is_loose else self._strictly()
        return [Without(here, some(above)) if above else here for here, above in placed]

    @property
    def _name(self) -> Condition:
        """The records that are called just so: by the very words, their stems, or another spelling."""
        own = [word for term in self.terms for word in term.words]
        whole = [Has(NAME + key_of(self.text)), Has(STEMS + joined(word.stem for word in own))]
        return some([*whole, *(Has(SELF + link) for link in self.terms[0].links if len(self.terms) == 1)])

    def _strictly(self) -> Iterator[_Rung]:
        name = self._name
        yield name, []
        weaker = None
        for meet in (lambda term, place: term.exact[place], Term.beginning, Term.part):
            above = [name, weaker] if weaker else [name]
            for place in PLACES:
                here = self._today(every([meet(term, place) for term in self.terms]))
                yield here, above
                above = [*above, here]
            weaker = here

    def _loosely(self) -> Iterator[_Rung]:
        above: list[Condition] = []
        for here in self._by_some_terms():
            yield here, above
            above = [*above, here]

    def _by_some_terms(self) -> Iterator[Condition]:
        for place in PLACES:
            met = [term.beginning(place) for term in self.terms]
            yield some(every(met[:left_out] + met[left_out + 1 :]) for left_out in range(len(met)))
        for place in PLACES:
            yield some(term.beginning(place) for term in self.terms)

    @cached_property
    def whole(self) -> Condition:
        """All that any rung finds."""
        if self.is_loose:
            return some(term.beginning(PLACES[-1]) for term in self.terms)
        return some([self._name, self._today(every(term.part(PLACES[-1]) for term in self.terms))])

    def _today(self, condition: Condition) -> Condition:
        return Without(condition, some(Has(SELF + link) for link in self.apart)) if self.apart else condition


def within(condition: Condition, country: str) -> Condition:
    """What `query` finds, of one country (ISO code)."""
    return every([condition, Has(COUNTRY + country.lower())]) if country else condition


def understand(typed: str) -> Query:
    """The Query that `typed` asks: at most three queries, and one for each region. Any text will do."""
    text = clean_line(typed[:LONGEST_QUERY])
    plain = readable(text)
    found = list(words(plain))[:MOST_WORDS]
    if not found:
        return Query(text)
    spans = _named_spans(found)
    unseen = _unseen_people(entry for _start, _end, bearers in spans for entry in _few(bearers))
    covered = {number for start, end, _bearers in spans for number in range(start, end)}
    loose = [word for number, word in enumerate(found) if number not in covered]
    said = telling(loose) if not spans else [word for word in loose if word.form not in STOPWORDS]
    terms = [(found[start].start, _named(found[start:end], bearers, unseen)) for start, end, bearers in spans]
    terms += [(group[0].start, _written_apart(group)) for group in _hyphenated(said, plain)]
    in_order = sorted(terms, key=lambda placed: placed[0])
    return Query(text, tuple(term for _place, term in in_order), apart=_not_today(loose))


# Of the words for a tied city these say other things, too.
_NOT_ONLY_OF_TIES = "ความร่วมมือ บ้าน town"


@cache
def _words_for_a_tie() -> frozenset[str]:
    return frozenset(vocabulary([TIED]).values()) - frozenset(vocabulary([CITY, _NOT_ONLY_OF_TIES]).values())


def _not_today(asked: Iterable[Word]) -> tuple[str, ...]:
    """Of a query for partners: the cities that the index calls so, and that are none today. One query then."""
    if _words_for_a_tie().isdisjoint(word.stem for word in asked):
        return ()
    return tuple(link("city", key) for key in _tied_another_day())


@kept_query
def _tied_another_day() -> QuerySet[City, int]:
    return City.objects.tied_another_day().order_by("pk").values_list("pk", flat=True)


def _hyphenated(found: Sequence[Word], text: str) -> Iterator[list[Word]]:
    """The words one by one, but those that `text` joins by hyphens together."""
    group: list[Word] = []
    for word in found:
        if group and not is_hyphen(text[group[-1].end : word.start]):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _written_apart(group: list[Word]) -> Term:
    """Who types Shangri-La also means Shangrila."""
    whole = "".join(word.form for word in group)
    return Term(tuple(group), ((stem_of(whole),),) if len(group) > 1 else ())


# Who is called so: records, or a part of the world.
Bearers = list[SearchEntry] | tuple[Region, ...]


def _named_spans(found: Sequence[Word]) -> list[tuple[int, int, Bearers]]:
    """The stretches of words that are somebody's name, the longest first: start, end, and who is called so."""
    keys = {}
    for start in range(len(found)):
        for end in range(start + 1, min(start + _LONGEST_SPAN, len(found)) + 1):
            if not all(word.form in STOPWORDS for word in found[start:end]):
                keys[start, end] = sound_of(joined(word.form for word in found[start:end]))
    if not keys:
        return []
    asked = some([Has(NAMED + key) for key in keys.values()])
    bearers: dict[str, Bearers] = {}
    for entry in _called(words=written(asked))[:_MOST_BEARERS]:
        for key in {sound_of(key_of(name)) for name in entry.names.split("\n")}:
            bearers.setdefault(key, []).append(entry)
    bearers |= {key: regions for key in keys.values() if (regions := regions_called(key))}
    taken: set[int] = set()
    spans = []
    for (start, end), key in sorted(keys.items(), key=lambda span: (span[0][0] - span[0][1], span[0][0])):
        if key in bearers and taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            spans.append((start, end, bearers[key]))
    return spans


@kept_query
def _called(*, words: str) -> QuerySet[SearchEntry]:
    """The records whose names `words` ask for."""
    return SearchEntry.objects.seen().filter(words__matching=words).order_by("place").only("kind", "key", "names")


def _unseen_people(entries: Iterable[SearchEntry]) -> set[str]:
    """The people among `entries` whom no record names that may be seen now: their names, which a draft may have
    brought, give nothing away. One query when there are people.
    """
    links = sorted({_link(entry) for entry in entries if entry.kind == "person"})
    if not links:
        return set()
    naming = [
        SearchEntry.objects.results()
        .filter(words__matching=Has(TEXT + LINK + person))
        .order_by()
        .annotate(link=Value(person, CharField()))
        .values_list("link")
        for person in links
    ]
    return {*links} - {link for (link,) in naming[0].union(*naming[1:])}


def _link(entry: SearchEntry) -> str:
    return f"{entry.kind}:{entry.key}".lower()


def _few(bearers: Bearers) -> Sequence[SearchEntry]:
    """What many are called, such as a first name, stands for none of their other names; a region has none."""
    return bearers if isinstance(bearers, list) and len(bearers) <= _FEW_BEARERS else []


def _named(own: Sequence[Word], bearers: Bearers, unseen: set[str]) -> Term:
    if isinstance(bearers, tuple):
        return Term(tuple(own), (), links_of(bearers))
    names = [name for entry in _few(bearers) if _link(entry) not in unseen for name in entry.names.split("\n")]
    spellings = dict.fromkeys(tuple(word.stem for word in words(readable(name))) for name in names)
    spellings.pop(tuple(word.stem for word in own), None)
    spellings.pop((), None)
    return Term(tuple(own), tuple(spellings), tuple(map(_link, bearers)))
