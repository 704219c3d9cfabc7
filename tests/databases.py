"""Connections of other processes to the tests' own database: each sees what the others have committed."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler


def connect(name: object) -> BaseDatabaseWrapper:
    """A connection of its own to the database `name`, of the kind that the tests run on."""
    settings = {**copy.deepcopy(connection.settings_dict), "NAME": str(name)}
    return ConnectionHandler({"default": settings})["default"]


@contextmanager
def others(count: int, folder: Path) -> Iterator[list[BaseDatabaseWrapper]]:
    """So many connections to one database: on PostgreSQL to the tests' own, on SQLite to a copy of it in a file.

    What is committed on PostgreSQL stays: whoever does it takes it back.
    """
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        name = folder / "portal.sqlite3"
        name.write_bytes(connection.connection.serialize())
    made = [connect(name) for _ in range(count)]
    try:
        yield made
    finally:
        for other in made:
            other.close()
