"""A consistent copy of the database while people go on working, and the way back, on SQLite and on PostgreSQL.

SQLite: its own backup interface. PostgreSQL: `pg_dump` in the custom format, from the very snapshot in which the rows
were counted. The way back is one transaction (PostgreSQL) or one rename (SQLite): it happens whole or not at all.
"""

import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper as Connection

from iad_portal.lib.records.content_triggers import CHANGED, COMMITTED


class CopyError(Exception):
    """The copy cannot be made or put back; the message says why, for an operator."""


def member_name(connection: Connection) -> str:
    """What this database's copy is called in an archive; it tells the kind of database, too."""
    return "database.sqlite3" if connection.vendor == "sqlite" else "database.pgdump"


def row_counts(connection: Connection) -> dict[str, int]:
    """Rows of every table that Django sees, by name."""
    with connection.cursor() as cursor:
        counts = {}
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
            counts[table] = cursor.fetchone()[0]
        return counts


def dump(connection: Connection, target: Path, without: Collection[str] = ()) -> dict[str, int]:
    """Copy the database into the file `target`, and give its row counts as they are in the copy.

    The tables `without` come along empty: not a byte of their rows is in the copy.
    """
    return (_dump_sqlite if connection.vendor == "sqlite" else _dump_postgresql)(connection, target, without)


def empty(connection: Connection, tables: Collection[str]) -> None:
    """Delete all rows of those of `tables` that are there."""
    with connection.cursor() as cursor:
        for table in sorted(set(tables) & set(connection.introspection.table_names(cursor))):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")


def load(connection: Connection, source: Path) -> None:
    """Put the copy in `source` in the place of everything that the database holds now."""
    (_load_sqlite if connection.vendor == "sqlite" else _load_postgresql)(connection, source)


# ---- SQLite


def _dump_sqlite(connection: Connection, target: Path, without: Collection[str]) -> dict[str, int]:
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, whole, without a log beside it
        copy.execute("PRAGMA secure_delete=ON")  # a deleted row would else stay readable in the file
        found = copy.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'sqlite_sequence'")
        names = sorted(name for (name,) in found.fetchall())
        for name in set(without) & set(names):
            copy.execute(f'DELETE FROM "{name}"')
        copy.commit()
        counts = {}
        for name in names:
            counts[name] = copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        return counts


def _load_sqlite(connection: Connection, source: Path) -> None:
    with closing(sqlite3.connect(source)) as copy:
        try:
            found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        except sqlite3.DatabaseError as problem:
            found = str(problem)
    if found != "ok":
        raise CopyError(f"The database in the archive is damaged: {found}")
    target = Path(connection.settings_dict["NAME"])
    connection.close()
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(target.name + ".restoring")
    shutil.copyfile(source, beside)
    # The old database's log must not be read into the new one.
    for ending in ("-wal", "-shm"):
        target.with_name(target.name + ending).unlink(missing_ok=True)
    beside.replace(target)


# ---- PostgreSQL


def _tool(connection: Connection, name: str) -> str:
    """The path of a PostgreSQL client program that is new enough for this server."""
    path = shutil.which(name)
    if path is None:
        raise CopyError(f"{name} is missing. On Debian and Ubuntu: apt-get install postgresql-client")
    command = [path, "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603  # ours
    found = int(re.findall(r"\d+", said)[0])
    connection.ensure_connection()
    server = connection.pg_version // 10_000
    if found < server:
        raise CopyError(f"{name} is of version {found}, the server of version {server}: install a newer client.")
    return path


def _client_environment(connection: Connection) -> dict[str, str]:
    """Where and as whom a client program connects. A password goes by the environment, never by the command line."""
    settings = connection.settings_dict
    names = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}
    given = {name: str(settings[key]) for key, name in names.items() if settings.get(key)}
    options = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}
    given |= {name: str(settings["OPTIONS"][key]) for key, name in options.items() if key in settings["OPTIONS"]}
    return {**os.environ, **given}


def _run(connection: Connection, command: list[str], source: str | None = None) -> str:
    done = subprocess.run(  # noqa: S603  # a client program of PostgreSQL, asked without a shell
        command, env=_client_environment(connection), input=source, capture_output=True, text=True
    )
    if done.returncode:
        raise CopyError(f"{Path(command[0]).name} failed: {done.stderr.strip() or 'no reason given'}")
    return done.stdout


def _dump_postgresql(connection: Connection, target: Path, without: Collection[str]) -> dict[str, int]:
    command = [_tool(connection, "pg_dump"), "--format=custom", "--no-owner", "--no-privileges", f"--file={target}"]
    command += [f"--exclude-table-data={name}" for name in without]
    with connection.cursor() as cursor:
        cursor.execute("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = cursor.fetchone()[0]
            counts = row_counts(connection)
            counts |= dict.fromkeys(set(without) & counts.keys(), 0)
            _run(connection, [*command, f"--snapshot={snapshot}"])
        finally:
            cursor.execute("ROLLBACK")
    return counts


def _load_postgresql(connection: Connection, source: Path) -> None:
    tool, shell = _tool(connection, "pg_restore"), _tool(connection, "psql")
    with connection.cursor() as cursor:
        tables = [connection.ops.quote_name(name) for name in connection.introspection.table_names(cursor)]
    clear = f"DROP TABLE {', '.join(tables)} CASCADE;\n" if tables else ""
    # They belong to no table, and come back with the copy.
    clear += f"DROP FUNCTION IF EXISTS {CHANGED}, {COMMITTED};\n"
    connection.close()
    script = _run(connection, [tool, "--no-owner", "--no-privileges", "--file=-", str(source)])
    command = [shell, "--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
    _run(connection, command, clear + script)
