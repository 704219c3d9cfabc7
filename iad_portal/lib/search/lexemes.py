"""A column of lexemes, and boolean conditions asked of it, answered from an index of the engine's own kind.

A lexeme is any short text without white space; what it means is its writer's business. PostgreSQL keeps the lexemes in
a tsvector under a GIN index, SQLite in a text under FTS5. Neither engine's text parser ever sees a text (both would cut
Thai at its vowel marks): the vector is made of an array, FTS5's tokenizer knows no separator but the space, and
conditions name whole lexemes, or how they begin. Both compare bytes, so no locale of the database plays a part.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Lookup
from django.db.models.sql.compiler import SQLCompiler

# Marks that may stand in a lexeme beside letters and digits.
_MARKS = "-_.:=@/~"


class Has(NamedTuple):
    """The rows with `lexeme`; with `is_beginning`, with any lexeme that begins so."""

    lexeme: str
    is_beginning: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """The rows that all of `parts` find; there must be one at least."""

    parts: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """The rows that any of `parts` finds; there must be one at least."""

    parts: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The rows that `kept` finds and `left_out` does not."""

    kept: "Condition"
    left_out: "Condition"


Condition = Has | Every | Some | Without


def every(parts: Iterable[Condition]) -> Condition:
    """All of `parts` (one at least), said as shortly as may be."""
    flat = tuple(dict.fromkeys(_flat(Every, parts)))
    return flat[0] if len(flat) == 1 else Every(flat)


def some(parts: Iterable[Condition]) -> Condition:
    """Any of `parts` (one at least), said as shortly as may be."""
    flat = tuple(dict.fromkeys(_flat(Some, parts)))
    if beginnings := [part for part in flat if isinstance(part, Has) and part.is_beginning]:
        flat = tuple(part for part in flat if not _is_within(part, beginnings))
    return flat[0] if len(flat) == 1 else Some(flat)


def _is_within(part: Condition, beginnings: list[Has]) -> bool:
    """Whether all that `part` finds is found by another of these beginnings of a lexeme."""
    return isinstance(part, Has) and any(part.lexeme.startswith(other.lexeme) and part != other for other in beginnings)


def _flat(kind: type[Every] | type[Some], parts: Iterable[Condition]) -> list[Condition]:
    return [one for part in parts for one in (part.parts if isinstance(part, kind) else (part,))]


def as_tsquery(condition: Condition) -> str:
    """`condition` for PostgreSQL's tsquery type."""
    match condition:
        case Has(lexeme, is_beginning):
            quoted = lexeme.replace("\\", "\\\\").replace("'", "''")
            return f"'{quoted}'{':*' if is_beginning else ''}"
        case Every(parts):
            return f"({' & '.join(map(as_tsquery, parts))})"
        case Some(parts):
            return f"({' | '.join(map(as_tsquery, parts))})"
        case Without(kept, left_out):
            return f"({as_tsquery(kept)} & !{as_tsquery(left_out)})"


def as_fts5(condition: Condition) -> str:
    """`condition` for SQLite's FTS5."""
    match condition:
        case Has(lexeme, is_beginning):
            quoted = lexeme.replace('"', '""')
            return f'"{quoted}"{" *" if is_beginning else ""}'
        case Every(parts):
            return f"({' AND '.join(map(as_fts5, parts))})"
        case Some(parts):
            return f"({' OR '.join(map(as_fts5, parts))})"
        case Without(kept, left_out):
            return f"({as_fts5(kept)} NOT {as_fts5(left_out)})"


_QUOTED = re.compile("'((?:[^']|'')*)'")


class LexemesField(models.Field):
    """A set of lexemes: any iterable of texts going in, a frozenset coming out, asked with `matching=` a Condition."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> str | None:
        return None if value is None else " ".join(sorted(set(value)))

    def from_db_value(
        self, value: str | None, expression: Any, connection: BaseDatabaseWrapper
    ) -> frozenset[str] | None:
        if value is None:
            return None
        if connection.vendor == "postgresql":
            return frozenset(lexeme.replace("''", "'").replace("\\\\", "\\") for lexeme in _QUOTED.findall(value))
        return frozenset(value.split())

    def get_placeholder(self, value: Any, compiler: Any, connection: BaseDatabaseWrapper) -> str:
        # An expression is a tsvector already, made of values that have been here.
        is_ready = connection.vendor != "postgresql" or hasattr(value, "as_sql")
        return "%s" if is_ready else "array_to_tsvector(string_to_array(%s, ' '))"


def written(condition: Condition, using: str = DEFAULT_DB_ALIAS) -> str:
    """`condition` in the words of the database: as `matching=` in a kept query compares with an argument."""
    return as_tsquery(condition) if connections[using].vendor == "postgresql" else as_fts5(condition)


@LexemesField.register_lookup
class Matching(Lookup):
    """`words__matching=condition`: the rows that the condition finds; or an expression of one that is written()."""

    lookup_name = "matching"
    prepare_rhs = False

    def get_prep_lookup(self) -> Any:
        return self.rhs

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        column, params = self.process_lhs(compiler, connection)
        asked, more = self._asked(compiler, as_tsquery)
        return f"{column} @@ {asked}::tsquery", (*params, *more)

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        column = self.lhs
        quoted = compiler.quote_name_unless_alias
        index = quoted(_index_name(column.target.model, column.target))
        key = f"{quoted(column.alias)}.{quoted(column.target.model._meta.pk.column)}"
        asked, params = self._asked(compiler, as_fts5)
        return f"{key} IN (SELECT rowid FROM {index} WHERE {index} MATCH {asked})", params

    def _asked(self, compiler: SQLCompiler, write: Callable[[Condition], str]) -> tuple[str, Sequence[Any]]:
        if isinstance(self.rhs, Condition):
            return "%s", (write(self.rhs),)
        return compiler.compile(self.rhs)


def _index_name(model: type[models.Model], field: "models.Field[Any, Any]") -> str:
    return f"{model._meta.db_table}_{field.column}"


def ensure_index(model: type[models.Model], name: str, using: str, beside: Iterable[str] = ()) -> None:
    """Make the index of the lexemes in field `name` of `model` where it is missing. Ask it after every migration.

    By the short columns `beside` what is found is counted and sorted: PostgreSQL keeps them within the row. No
    migration can hold the index: it differs by engine, and when Django rebuilds a table on SQLite, its triggers go.
    """
    connection = connections[using]
    field = cast("models.Field[Any, Any]", model._meta.get_field(name))
    make = _postgresql_index if connection.vendor == "postgresql" else _sqlite_index
    with connection.cursor() as cursor:
        if model._meta.db_table in connection.introspection.table_names(cursor):
            for statement in make(
                model._meta.db_table, str(field.column), str(model._meta.pk.column), _index_name(model, field)
            ):
                cursor.execute(statement)
            for column in beside if connection.vendor == "postgresql" else ():
                cursor.execute(f'ALTER TABLE "{model._meta.db_table}" ALTER COLUMN "{column}" SET STORAGE PLAIN')


def _postgresql_index(table: str, column: str, _key: str, index: str) -> list[str]:
    # Long values live outside the rows, so that counting rows reads little. What was written last waits in a short
    # list, which a search reads through: a save takes a third of the time, a search hardly more.
    return [
        f'ALTER TABLE "{table}" SET (toast_tuple_target = 128)',
        f'CREATE INDEX IF NOT EXISTS "{index}" ON "{table}" USING gin ("{column}") WITH (gin_pending_list_limit = 512)',
    ]


def _sqlite_index(table: str, column: str, key: str, index: str) -> list[str]:
    added = f'INSERT INTO "{index}" (rowid, "{column}") VALUES (new."{key}", new."{column}")'
    removed = f"""INSERT INTO "{index}" ("{index}", rowid, "{column}") VALUES ('delete', old."{key}", old."{column}")"""
    return [
        f'CREATE VIRTUAL TABLE IF NOT EXISTS "{index}" '
        f'USING fts5("{column}", content="{table}", content_rowid="{key}", '
        f"detail=none, columnsize=0, tokenize = \"ascii tokenchars '{_MARKS}'\")",
        f'CREATE TRIGGER IF NOT EXISTS "{index}_added" AFTER INSERT ON "{table}" BEGIN {added}; END',
        f'CREATE TRIGGER IF NOT EXISTS "{index}_removed" AFTER DELETE ON "{table}" BEGIN {removed}; END',
        f'CREATE TRIGGER IF NOT EXISTS "{index}_changed" AFTER UPDATE OF "{column}" ON "{table}" '
        f"BEGIN {removed}; {added}; END",
    ]


@contextmanager
def from_index(using: str = DEFAULT_DB_ALIAS, *, savepoint: bool = True) -> Iterator[None]:
    """Answer conditions inside from the index, whatever share of the rows they find.

    Without a `savepoint` an exception inside takes a transaction around it along, as in a save.

    PostgreSQL would read the whole table for a common word, not knowing that the long values of its rows lie elsewhere.
    """
    connection = connections[using]
    if connection.vendor != "postgresql":
        yield
        return
    is_within = connection.in_atomic_block
    with transaction.atomic(using, savepoint=savepoint), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('enable_seqscan'), set_config('enable_seqscan', 'off', true)")
        before, _now = cursor.fetchone()
        yield
        if is_within:  # else the setting ends with the transaction
            cursor.execute("SELECT set_config('enable_seqscan', %s, true)", [before])
