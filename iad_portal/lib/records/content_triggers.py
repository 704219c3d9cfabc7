"""Triggers by which the database itself marks each change of what pages show, in the transaction that changes it.

Python's own ways (signals, the unit of work) miss `update()`, `bulk_create()` and SQL by hand; a trigger misses none.
Each app has one row in a table with two columns, `app` and `mark`, and any change of any row of the app's tables gives
it a new mark. A mark is random: one that comes back after a restore would name pages of another content.

SQLite has one writer at a time: its triggers change the mark at once. PostgreSQL has many, and a row that each changed
at once would let only one of them work. There a change is noted for its transaction alone (a setting that a rollback
takes back, too), and the mark changes as the transaction commits, behind all other checks: it is locked for that moment
only, always in the same order. `marks_sql` reads what a transaction has noted, too: it sees its own changes, and nobody
else does.
"""

import hashlib
from collections.abc import Iterator, Mapping

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper as Connection

CHANGED, COMMITTED = "portal_content_changed", "portal_content_committed"
_NOTED = "coalesce(current_setting('portal.' || app, true), '')"
_RANDOM = {"sqlite": "lower(hex(randomblob(16)))", "postgresql": "replace(gen_random_uuid()::text, '-', '')"}
# Names of rows that only say, within a transaction, that it will change marks.
PASSING = "~"
_PREFIX = "content_"

_CHANGED_SQL = """
CREATE OR REPLACE FUNCTION {changed}() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF coalesce(current_setting('portal.changed', true), '') = '' THEN
        PERFORM set_config('portal.changed', 'yes', true);
        INSERT INTO "{table}" (app, mark) VALUES ('{passing}' || txid_current(), '');
    END IF;
    PERFORM set_config('portal.' || TG_ARGV[0], {random}, true);
    RETURN NULL;
END $body$
"""
# Foreign keys are checked as a transaction commits, and may wait for another one. The second turn comes after them.
_COMMITTED_SQL = """
CREATE OR REPLACE FUNCTION {committed}() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE "{table}" SET mark = 'last' WHERE app = NEW.app;
        RETURN NULL;
    END IF;
    DELETE FROM "{table}" WHERE app = NEW.app;
    PERFORM 1 FROM "{table}" WHERE {noted} <> '' ORDER BY app FOR UPDATE;
    UPDATE "{table}" SET mark = {random} WHERE {noted} <> '';
    PERFORM set_config('portal.changed', '', true);
    RETURN NULL;
END $body$
"""


def ensure(table: str, tables: Mapping[str, str], using: str) -> None:
    """Bring triggers and rows of the marks in `table` in step with `tables`: name of a table -> its app.

    Ask it after every migration: when Django rebuilds a table on SQLite, its triggers go.
    """
    connection = connections[using]
    wanted = dict(_wanted(connection.vendor, table, tables))
    with transaction.atomic(using), connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        if not {table, *tables} <= there:  # the database stands at an older migration
            return
        for statement in _functions(connection.vendor, table):
            cursor.execute(statement)
        known = _known(connection)
        for name in known.keys() - wanted.keys():
            cursor.execute(_drop(connection.vendor, name, known[name]))
        for name in sorted(wanted.keys() - known.keys()):
            cursor.execute(wanted[name])
        for app in sorted(set(tables.values())):
            cursor.execute(
                f'INSERT INTO "{table}" (app, mark) VALUES (%s, {_RANDOM[connection.vendor]}) ON CONFLICT DO NOTHING',
                [app],
            )


def renew(table: str, using: str) -> None:
    """Give every app a new mark: what the triggers could not see may have changed."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(f'UPDATE "{table}" SET mark = {_RANDOM[connection.vendor]}')


def marks_sql(vendor: str, table: str) -> str:
    """The query for the marks: rows of app and mark. Within a transaction they tell its own changes, too."""
    return (
        f'SELECT app, mark || {_NOTED} FROM "{table}"' if vendor == "postgresql" else f'SELECT app, mark FROM "{table}"'
    )


def _wanted(vendor: str, table: str, tables: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The triggers, by names that change with what they do."""
    for on, app in tables.items():
        yield from _sqlite(table, on, app) if vendor == "sqlite" else _postgresql(on, app)
    if vendor == "postgresql":
        yield _named(
            f'CREATE CONSTRAINT TRIGGER "{{name}}" AFTER INSERT OR UPDATE ON "{table}" DEFERRABLE INITIALLY DEFERRED '
            f"FOR EACH ROW WHEN (NEW.app LIKE '{PASSING}%') EXECUTE FUNCTION {COMMITTED}()"
        )


def _sqlite(table: str, on: str, app: str) -> Iterator[tuple[str, str]]:
    for event in ("INSERT", "UPDATE", "DELETE"):
        # An UPDATE, which has no conflicts: in a trigger, the OR IGNORE of the statement that fired it would rule them.
        yield _named(
            f'CREATE TRIGGER "{{name}}" AFTER {event} ON "{on}" BEGIN '
            f"""UPDATE "{table}" SET mark = {_RANDOM["sqlite"]} WHERE app = '{app}'; END"""
        )


def _postgresql(on: str, app: str) -> Iterator[tuple[str, str]]:
    yield _named(
        f'CREATE TRIGGER "{{name}}" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "{on}" '
        f"FOR EACH STATEMENT EXECUTE FUNCTION {CHANGED}('{app}')"
    )


def _named(statement: str) -> tuple[str, str]:
    name = f"{_PREFIX}{hashlib.sha256(statement.encode()).hexdigest()[:16]}"
    return name, statement.replace("{name}", name)


def _functions(vendor: str, table: str) -> list[str]:
    if vendor == "sqlite":
        return []
    about = {
        "changed": CHANGED,
        "committed": COMMITTED,
        "table": table,
        "passing": PASSING,
        "noted": _NOTED,
        "random": _RANDOM[vendor],
    }
    return [_CHANGED_SQL.format(**about), _COMMITTED_SQL.format(**about)]


def _known(connection: Connection) -> dict[str, str]:
    """The triggers of this kind that are there: name -> table."""
    asked = {
        "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        return {name: table for name, table in cursor.fetchall() if name.startswith(_PREFIX)}


def _drop(vendor: str, name: str, on: str) -> str:
    return f'DROP TRIGGER "{name}"' + (f" ON {on}" if vendor == "postgresql" else "")
