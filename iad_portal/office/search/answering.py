"""The answer to a query: as it was typed, or else corrected, or read more loosely; and what to tell the reader."""

from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.registers.facets import Cell
from iad_portal.office.models import SearchWord

from .correcting import meant
from .finding import cells
from .fixed_pages import FixedPage, pages_for
from .query import Query, Term, understand

# With fewer records than this, less exact readings are tried.
LITTLE = 3
# Words of the index that hold a part of a word: so many, and no shorter part.
_MOST_HOLDING, _SHORTEST_PART = 40, 3


@dataclass(frozen=True)
class Answer:
    """`query` is what was really asked of the index, `cells` what it found.

    `typed` is what the reader typed. `instead` says that a correction was asked because what was typed finds nothing;
    `hint` is a query that would find more; `pages` are pages of the site that are no records.
    """

    typed: Query
    query: Query
    cells: list[Cell]
    instead: bool = False
    hint: str = ""
    pages: tuple[FixedPage, ...] = ()

    @property
    def found(self) -> int:
        """How many records."""
        return count(self.cells)


def count(found: list[Cell]) -> int:
    """The records in `found`."""
    return sum(number for number, _codes in found)


def answer(typed: str) -> Answer:
    """Ask the index what `typed` asks; when it finds little, look for parts of words, then for what was meant."""
    query = understand(typed)
    if not query:
        return Answer(query, query, [])
    plain = Answer(query, query, cells(query), pages=tuple(pages_for(query.text)))
    for looser in (_corrected, _widened, _loosened):
        # Who asked for a page of the site meant just that.
        if plain.found < LITTLE and not plain.instead and not plain.pages:
            plain = looser(plain)
    return plain


def _corrected(plain: Answer) -> Answer:
    """With what was probably meant: asked instead when nothing was found, else offered."""
    better = meant(plain.typed.text)
    query = understand(better)
    found = cells(query) if query else []
    if count(found) <= plain.found:
        return plain
    return replace(plain, hint=better) if plain.found else Answer(plain.typed, query, found, instead=True)


def _widened(plain: Answer) -> Answer:
    """With parts of words, wherever in a word they stand."""
    query = _with_holding(plain.query)
    return plain if query == plain.query else replace(plain, query=query, cells=cells(query))


def _loosened(plain: Answer) -> Answer:
    """When nothing has all the words: with what has some of them."""
    if plain.found or len(plain.typed.terms) < 2:
        return plain
    query = replace(plain.typed, is_loose=True)
    return replace(plain, query=query, cells=cells(query))


def _with_holding(query: Query) -> Query:
    """The query with the words of the index that hold one of its words somewhere inside: one query."""
    forms = [_form(term) for term in query.terms]
    sought = {f"form_{number}": form for number, form in enumerate(filter(None, forms))}
    if not sought:
        return query
    there = _holding(**sought)[: _MOST_HOLDING * len(sought)]
    pairs = zip(query.terms, forms, strict=True)
    return replace(query, terms=tuple(_held(term, form, there) for term, form in pairs))


@kept_query
def _holding(**forms: str) -> QuerySet[SearchWord, str]:
    holds = [Q(text__contains=form) & ~Q(text__startswith=form) for form in forms.values()]
    return SearchWord.objects.filter(reduce(or_, holds)).order_by("text").values_list("text", flat=True)


def _form(term: Term) -> str:
    """The one word of `term` that is long enough to be sought inside others; else ""."""
    form = term.words[0].form
    return form if len(term.words) == 1 and len(form) >= _SHORTEST_PART else ""


def _held(term: Term, form: str, there: list[str]) -> Term:
    holding = [word for word in there if form and form in word and not word.startswith(form)]
    return replace(term, holding=tuple(holding[:_MOST_HOLDING]))
