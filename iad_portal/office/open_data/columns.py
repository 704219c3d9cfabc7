"""What a register of open data is made of: columns, each a name and a function of the record.

Texts come in both languages; one that is held back is empty.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import QuerySet

from iad_portal.lib.dates import calendar
from iad_portal.lib.records.chunks import in_chunks
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.publishing import LISTED, visible
from iad_portal.lib.text.bilingual import is_held
from iad_portal.lib.text.translatable import Translatable

Reader = Callable[..., Any]
Column = tuple[str, Reader]
# So many records are in memory at once, however long a register is.
CHUNK = 2000


def both(field: str, name: str = "") -> list[Column]:
    """The columns of a bilingual text, Thai first."""

    def reader(language: str) -> Callable:
        return lambda row: "" if is_held(row, language) else getattr(row, f"{field}_{language}") or ""

    return [(f"{name or field}_{language}", reader(language)) for language in ("th", "en")]


def same(*names: str) -> list[Column]:
    """Columns that are attributes of the record, under their own names."""
    return [(name, lambda row, name=name: getattr(row, name)) for name in names]


@dataclass(frozen=True)
class Keys:
    """Reads the keys of the published records of a relation, joined by semicolons, in the order of their making.

    They are fetched for a chunk of records at once, as plain keys: a record made for each link was half of the cost.
    """

    relation: str
    attribute: str

    def __call__(self, row) -> str:
        return ";".join(row.linked_keys[self.relation])

    def fetch(self, rows: list) -> None:
        """Give each of `rows` its keys. One query."""
        linked = defaultdict(list)
        field = rows[0]._meta.get_field(self.relation)
        here, there = field.m2m_field_name(), field.m2m_reverse_field_name()
        links = field.remote_field.through.objects.filter(visible(LISTED, prefix=f"{there}__"), **{f"{here}__in": rows})
        for key, link in links.order_by(there).values_list(f"{here}_id", f"{there}__{self.attribute}"):
            linked[key].append(str(link))
        for row in rows:
            row.__dict__.setdefault("linked_keys", {})[self.relation] = linked[row.pk]


def keys(name: str, attribute: str = "slug") -> list[Column]:
    """A column with the keys of the published records of a relation."""
    return [(name, Keys(name, attribute))]


@dataclass(frozen=True)
class OfDay:
    """Reads what depends on the day of the file: `read(row, day)`."""

    read: Callable[[Any, date], Any]

    def __call__(self, row: Any) -> Any:
        return self.read(row, calendar.today())


# `as_of` is in every file the day it was read; the day of which a record itself speaks has a name of its own.
# What a record claims about now: when that was confirmed last, and what it is today: confirmed, last_known or ended;
# both are empty where it claims nothing.
AGE: tuple[Column, ...] = (
    ("confirmed_on", OfDay(lambda row, day: row.claim().known_on(day))),
    ("state", OfDay(lambda row, day: row.claim_state(day).value if row.claims_about_now else "")),
)
KNOWN_AS_OF: Column = ("known_as_of", lambda row: row.as_of)
PLACE = (
    ("latitude", lambda row: row.coordinates.latitude if row.coordinates else None),
    ("longitude", lambda row: row.coordinates.longitude if row.coordinates else None),
)

# That the office has still to confirm something of the row is public; what it is, is not.
TO_BE_CONFIRMED: Column = ("to_be_confirmed", lambda row: bool(getattr(row, "is_doubtful", False)))
PUBLISHED_ON: Column = ("published_on", lambda row: row.published_day)


@dataclass(frozen=True)
class Register:
    """One register: its address, its title, how to fetch it, its columns."""

    slug: str
    title: Translatable
    rows: Callable[[], Iterable]
    columns: tuple[Column, ...]

    @property
    def _all_columns(self) -> tuple[Column, ...]:
        return (*self.columns, TO_BE_CONFIRMED)

    def names(self) -> list[str]:
        """The names of the columns, in order; every register ends with the same one."""
        return [name for name, _reader in self._all_columns]

    @property
    def depends_on_day(self) -> bool:
        """Whether it says something that is otherwise on another day, and so can be asked for as of one."""
        return any(isinstance(reader, OfDay) for _name, reader in self.columns)

    def number(self) -> int:
        """How many rows it has: one query, but for registers that are made in Python."""
        rows = self.rows()
        return rows.count() if isinstance(rows, QuerySet) else sum(1 for _row in rows)

    def table(self, day: date | None = None) -> Iterator[list]:
        """The values of all published records, a list a record, read as they are asked for: CHUNK at a time.

        What depends on the day is told of `day`, or today.
        """
        readers = [_on(reader, day or calendar.today()) for _name, reader in self._all_columns]
        linked = [reader for reader in readers if isinstance(reader, Keys)]
        for some in in_chunks(self._read(), CHUNK):
            for column in linked:
                column.fetch(some)
            yield from shown(some, lambda row: [reader(row) for reader in readers], f"file {self.slug}")

    def _read(self) -> Iterable:
        rows = self.rows()
        return rows.iterator(chunk_size=CHUNK) if isinstance(rows, QuerySet) else rows


def _on(reader: Reader, day: date) -> Reader:
    return partial(_read_on, reader.read, day) if isinstance(reader, OfDay) else reader


def _read_on(read: Callable[[Any, date], Any], day: date, row: Any) -> Any:
    return read(row, day)


def key_of(field: str, attribute: str = "slug") -> Reader:
    """The key of the published record to which `field` leads; "" for none."""

    def reader(row: Any) -> str:
        record = getattr(row, field)
        return getattr(record, attribute) if record is not None and record.is_published() else ""

    return reader
