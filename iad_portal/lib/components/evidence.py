"""How a page knows what it says."""

from collections.abc import Sequence
from dataclasses import dataclass

from .words import Fact, SourceEntry, Words


@dataclass(frozen=True, slots=True)
class Evidence:
    """The closed record at the end of a page (record.html).

    `summary`: what is inside, in a few words; `sources`: the numbered list that the marks on the page point at;
    `rivals`: figures of other sources or days than those on the page; `stated`: what the office itself said before;
    `notes`: sentences on how the page counts; `age`: when the office, or else a source, confirmed it last.
    """

    summary: Words = ""
    sources: Sequence[SourceEntry] = ()
    rivals: Sequence[Fact] = ()
    stated: Sequence[Fact] = ()
    notes: Sequence[Words] = ()
    age: Words = ""
