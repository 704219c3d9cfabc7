"""Files that follow the database's transactions: written ones vanish on rollback, old ones go only after commit.

Django tells when a transaction commits, and nothing when it rolls back; but then it drops the callbacks that were
waiting for the commit. So each upload's list of written files hangs on such a callback, and is cleared away when the
callback is dropped unheard. This holds for savepoints, outer transactions and lost connections alike.
"""

import logging
import weakref
from collections.abc import Callable, Iterable
from contextlib import suppress

from django.core.files.base import File
from django.core.files.storage import Storage
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

logger = logging.getLogger(__name__)


class WrittenFiles:
    """Saves files to ``storage`` inside the open transaction of ``using``, and removes them if it does not commit."""

    def __init__(self, storage: Storage, using: str):
        self._storage = storage
        self._names: list[str] = []
        keeper = _Keeper()
        keeper.removal = weakref.finalize(keeper, _discard, storage, self._names, connections[using])
        transaction.on_commit(keeper.keep, using=using)

    def save(self, name: str, content: File) -> str:
        """As Storage.save: the name under which ``content`` is kept."""
        self._names.append(name)  # before writing: half a file is to be removed as well
        stored = self._storage.save(name, content)
        if stored != name:
            self._names.append(stored)
        return stored


class GatheredFiles(dict[str, File]):
    """Stands for a storage while a picture is worked on: what is saved waits here under its name."""

    def save(self, name: str, content: File) -> str:
        """As Storage.save; nothing is written yet."""
        self[name] = content
        return name

    def write(self, save: Callable[[str, File], str]) -> None:
        """Write all through `save`, letting go of each. The names are facts by now: raises OSError for another one."""
        for name in list(self):
            stored = save(name, self.pop(name))
            if stored != name:
                raise OSError(f"The store keeps {name} under another name: {stored}")


class _Keeper:
    """Lives only in the connection's list of waiting callbacks."""

    removal: weakref.finalize

    def keep(self) -> None:
        self.removal.detach()


def _discard(storage: Storage, names: list[str], connection: BaseDatabaseWrapper) -> None:
    # The callback is dropped, too, when another one raised just before it: then the commit has happened, and a file
    # that a row names must never go.
    if not connection.run_commit_hooks_on_set_autocommit_on:
        remove(storage, names)


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
