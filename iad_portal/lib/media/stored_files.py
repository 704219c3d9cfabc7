"""Files that follow the database's transactions: old ones go only after commit, new ones when their save fails.

A file is written before the row that names it is committed, never after: a row whose file is missing would be shown.
When the transaction around a save is rolled back later, its files stay behind: nobody can read them, since no row
names them, and orphans.py finds them a day later.
"""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from django.core.files.base import File
from django.core.files.storage import Storage
from django.db import transaction

logger = logging.getLogger(__name__)


class WrittenFiles:
    """Saves files to ``storage`` and remembers them, so that a save which fails can take them back."""

    def __init__(self, storage: Storage):
        self._storage = storage
        self._names: list[str] = []

    def save(self, name: str, content: "File[Any]") -> str:
        """As Storage.save: the name under which ``content`` is kept."""
        self._names.append(name)  # before writing: half a file is to be removed as well
        stored = self._storage.save(name, content)
        if stored != name:
            self._names.append(stored)
        return stored

    def take_back(self) -> None:
        """Remove what was written."""
        remove(self._storage, self._names)


class GatheredFiles(dict[str, "File[Any]"]):
    """Stands for a storage while a picture is worked on: what is saved waits here under its name."""

    def save(self, name: str, content: "File[Any]") -> str:
        """As Storage.save; nothing is written yet."""
        self[name] = content
        return name

    def write(self, save: Callable[[str, "File[Any]"], str]) -> None:
        """Write all through `save`, letting go of each. The names are facts by now: raises OSError for another one."""
        for name in list(self):
            stored = save(name, self.pop(name))
            if stored != name:
                raise OSError(f"The store keeps {name} under another name: {stored}")


def remove(storage: Storage, names: Iterable[str]) -> None:
    """Remove files from ``storage``, and the folders left empty. A file that will not go is logged, not raised."""
    names = set(names)
    for name in names:
        try:
            storage.delete(name)
        except Exception:  # a store fails in its own ways; the rows are saved already, and no reader sees the file
            logger.exception("An unused file could not be removed: %s", name)
    for folder in {name.rpartition("/")[0] for name in names} - {""}:
        # Some storages delete a folder with all that is in it, some have no folders.
        with suppress(Exception):
            if not any(storage.listdir(folder)):
                storage.delete(folder)


def remove_after_commit(storage: Storage, names: Iterable[str], using: str, is_used: Callable[[], bool]) -> None:
    """Remove ``names`` once the transaction of ``using`` has committed, unless ``is_used()`` then says otherwise."""
    names = set(names)
    if names:
        transaction.on_commit(lambda: None if is_used() else remove(storage, names), using=using, robust=True)
