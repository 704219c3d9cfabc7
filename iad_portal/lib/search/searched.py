"""What search knows of a record: each app says which of its texts count, and how much; nothing here knows a table.

A word counts where it stands: in the title or a name, in the lead, or anywhere else. A record may also be linked to
records that have names (an article to its cities): whoever asks for the name, by whatever spelling, finds the linked
record too. So a name that changes reaches all of them at once, and a name that nobody may see yet gives nothing away.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import translation

from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.page_keys import PageKey
from iad_portal.lib.rich_text.fields import plain_text
from iad_portal.lib.text.bilingual import LANGUAGES, is_held

from .stopwords import telling
from .words import joined, parts_of, plain_forms, sound_of, vocabulary, words

# Where a word stands, the most telling first.
TITLE, LEAD, TEXT = PLACES = ("t", "l", "b")
# In front of a lexeme, behind its place: a word, a dictionary word inside a compound, a link.
WORD, PART, LINK = ":", "~", "@"
# A whole name or title as one word, and its telling words' stems as one.
NAME, STEMS = "n:", "s:"
# The sound of the name of a record by whose names others are found; that record itself; a country.
NAMED, SELF, COUNTRY = "e:", "i:", "c:"
# A record whose own entry says something because of this one: nobody looks for it, the index is kept in step by it.
REPEATED_BY = "r:"
# What a line on another record's page repeats of that record.
ON_PAGE = {"page", "publish_at"}
# Between the texts of a record, of which an excerpt may show more than one.
BETWEEN = "\n\n"
# Longer titles are no names that anybody types whole.
LONGEST_NAME = 120

Texts = dict[str, str]


def shown(record: models.Model, name: str, plain: Callable[[str], str] = str) -> Texts:
    """The texts of the bilingual field `name`, by language, without what is empty or held back."""
    texts = unheld(record, getattr(record, f"{name}_th"), getattr(record, f"{name}_en"))
    return {language: plain(text) for language, text in texts.items()}


def unheld(record: models.Model, thai: str | None, english: str | None) -> Texts:
    """A text that belongs to `record`, by language, without what is empty or held back."""
    texts = {"th": thai, "en": english}
    return {language: text for language, text in texts.items() if text and not is_held(record, language)}


def shown_rich(record: models.Model, name: str) -> Texts:
    """The same of a field that holds rich text, without its markup."""
    return shown(record, name, plain_text)


def in_both(label: object) -> Texts:
    """A translated string, or what a function without arguments says, in both languages."""
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            found[language] = str(label() if callable(label) else label)
    return found


def link(record_or_kind: models.Model | str, key: Any = None) -> str:
    """How a link to a record is written: "city:12"."""
    if isinstance(record_or_kind, str):
        return f"{record_or_kind}:{key}".lower()
    return link(str(record_or_kind._meta.model_name), record_or_kind.pk)


def appears_at(*records: models.Model) -> datetime | None:
    """From when on all of `records` may be seen together; None: now."""
    return max((record.publish_at for record in records if record.publish_at), default=None)


@dataclass
class Content:
    """One record for search. Texts are plain and may be seen by anybody from `publish_at` on (None: now)."""

    key: str
    title: Texts
    code: str = ""  # lasting and alike in every database, to order by; that of its page when empty
    page: PageKey | None = None  # None: it is no result itself, but its names find others
    publish_at: datetime | None = None
    names: list[str] = field(default_factory=list)
    # Words that count as the title's although the title does not show them: kinds, numbers.
    also: list[str] = field(default_factory=list)
    lead: list[Texts] = field(default_factory=list)
    text: list[Texts] = field(default_factory=list)
    links: dict[str, list[str]] = field(default_factory=dict)  # place -> links
    day: date | None = None
    year: int | None = None  # when it is not that of `day`, such as a fiscal year
    countries: list[str] = field(default_factory=list)  # ISO codes
    is_named: bool = False  # others are found by its names
    is_doubtful: bool = False  # the office has still to confirm something of it
    # Links to records whose own entries say something because of this one, as a city's does because of its agreement.
    repeated_by: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, record: models.Model, name: str, aliases: Iterable[str] = (), **facts: Any) -> "Content":
        """What every record says of itself, its title in the field `name`; `facts` add to it, or stand in its place.

        Its other names, `aliases`, add to the names among `facts`.
        """
        page = facts.pop("page") if "page" in facts else record.page_key()
        own: dict[str, Any] = {
            "title": shown(record, name),
            "publish_at": getattr(record, "publish_at", None),
            "is_doubtful": getattr(record, "is_doubtful", False),
        }
        names = [*facts.pop("names", ()), *aliases]
        return cls(key=str(record.pk), page=page, names=names, **own | facts)

    @property
    def place(self) -> str:
        """What orders records of one kind that are equal otherwise."""
        return self.code or (f"{self.page.key}/{self.page.anchor}" if self.page else self.key)

    @property
    def all_names(self) -> list[str]:
        """Everything that it is called, the title first."""
        return list(dict.fromkeys(filter(None, [*self.title.values(), *self.names])))

    def said(self, language: str) -> str:
        """Lead and text in `language`, for excerpts."""
        return BETWEEN.join(text[language] for text in (*self.lead, *self.text) if text.get(language))

    @property
    def lexemes(self) -> set[str]:
        """Everything by which it is found."""
        found = {f"{COUNTRY}{code.lower()}" for code in self.countries} | {
            REPEATED_BY + other for other in self.repeated_by
        }
        names = [list(words(name)) for name in map(plain_forms, self.all_names) if len(name) <= LONGEST_NAME]
        for name in filter(None, names):
            found |= {NAME + joined(word.form for word in name), STEMS + joined(word.stem for word in telling(name))}
            if self.is_named:
                found.add(NAMED + sound_of(joined(word.form for word in name)))
        said = {
            TITLE: [*self.all_names, *self.also],
            LEAD: [text for both in self.lead for text in both.values()],
            TEXT: [text for both in self.text for text in both.values()] + list(self._dates()),
        }
        seen: set[str] = set()
        for number, place in enumerate(PLACES):
            here = _marks(said[place]) | {LINK + link for link in self.links.get(place, ())}
            # What stands in the title is found as well by who looks anywhere.
            found.update(reach + mark for mark in here - seen for reach in PLACES[number:])
            seen |= here
        return found

    def _dates(self) -> Iterator[str]:
        if self.day:
            for language in LANGUAGES:
                yield from (format_date(self.day, language, style) for style in ("long", "short"))


def _marks(texts: Iterable[str]) -> set[str]:
    stems = vocabulary(map(plain_forms, texts))
    whole = {*stems, *stems.values()}
    # A part that stands there as a word of its own is found as such.
    parts = {part for form in stems for part in parts_of(form)} - whole
    return {WORD + word for word in whole} | {PART + part for part in parts}


@dataclass(frozen=True)
class Searched:
    """One kind of record that search looks through.

    `read` gives the contents of the records with these keys, leaving out what is never to be seen. `leaning` gives the
    records whose own content repeats what has changed of these: {"title", "page", "publish_at", "year"} at most.
    """

    model: type[models.Model]
    read: Callable[[list[Any]], Iterable[Content]]
    leaning: Callable[[list[Any], set[str]], list[models.QuerySet[Any]]] = lambda _keys, _changed: []

    @property
    def kind(self) -> str:
        """Its code."""
        return str(self.model._meta.model_name)
