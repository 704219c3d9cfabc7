"""One unit of work: what a request, a command, a form or a single save changes, from its beginning to its end.

`unit_of_work()` is the only way in. A unit says who works and under which label; all rows of history that it writes
share one revision (history.py). It holds a transaction, and remembers what is known of the rows that this transaction
holds, so that nothing is asked twice (held_rows.py). At its end, still inside the transaction, each listener is told
once what changed (the search index); an exception takes back all of it, and nobody is told anything. Files follow the
same transaction (media/stored_files.py).

Units nest: an inner one belongs to the outer one, without a savepoint of its own.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

Changes = dict[tuple[Callable[[list[Any]], None], Hashable], None]


@dataclass
class UnitOfWork:
    """One unit: its label, the officer at work (or None), and the revisions that it took, the latest last."""

    label: str = ""
    user: Any = None
    revision_ids: list[int] = field(default_factory=list)
    # What listeners are to be told at the end; None while the unit holds no transaction.
    changes: Changes | None = None
    _notes: dict[Hashable, tuple[list[Any], Any]] = field(default_factory=dict)

    def note(self, key: Hashable, value: Any) -> None:
        """Remember `value` under `key`, as long as the transaction holds what it says."""
        if self.changes is not None:
            self._notes[key] = (_open_savepoints(), value)

    def noted(self, key: Hashable) -> Any:
        """What was noted under `key`; None when nothing was, or when a savepoint that closed may have taken it back."""
        savepoints, value = self._notes.get(key, ([], None))
        return value if _open_savepoints()[: len(savepoints)] == savepoints else None

    def forget(self, kind: str) -> None:
        """Drop all that was noted under keys which begin with `kind`: what they say has changed."""
        for key in [key for key in self._notes if isinstance(key, tuple) and key[0] == kind]:
            del self._notes[key]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold a transaction (a savepoint inside a foreign one), and tell the listeners at its end."""
        with transaction.atomic():
            self.changes = {}
            try:
                yield
                # An exception inside that somebody caught: half a unit must not look like a whole one.
                connection.validate_no_broken_transaction()
            finally:
                changes, self.changes = self.changes, None
                self._notes.clear()
            _tell_all(changes)


def _open_savepoints() -> list[str]:
    return [name for name in connection.savepoint_ids if name]


_current: ContextVar[UnitOfWork | None] = ContextVar("unit_of_work", default=None)


@contextmanager
def unit_of_work(label: str = "", user: Any = None, *, holds_transaction: bool = True) -> Iterator[UnitOfWork]:
    """Let all that is changed inside be one unit, called `label` (a request's path, a command's name).

    `user` is the officer at work, or something lazy that becomes one; None for commands. Inside another unit both are
    that one's. A request opens its unit with `holds_transaction=False`: its uploads are stored before any transaction
    begins; the first unit inside (a form, a save) holds one, and ends with it.
    """
    outer = _current.get()
    unit = outer or UnitOfWork(label, user)
    token = _current.set(unit)
    try:
        if not holds_transaction:
            yield unit
        elif unit.changes is not None:
            with transaction.atomic(savepoint=False):
                yield unit
        else:
            with unit.transaction():
                yield unit
    finally:
        _current.reset(token)


def current_unit() -> UnitOfWork | None:
    """The unit of work that is under way, if any."""
    return _current.get()


def tell(listener: Callable[[list[Any]], None], change: Hashable) -> None:
    """Let `listener` know of `change`: with all others at the end of the unit; at once where no transaction is held."""
    unit = _current.get()
    if unit is None or unit.changes is None:
        listener([change])
    else:
        unit.changes[listener, change] = None


def _tell_all(changes: Changes) -> None:
    by_listener: dict[Callable[[list[Any]], None], list[Any]] = {}
    for listener, change in changes:
        by_listener.setdefault(listener, []).append(change)
    for listener, some in by_listener.items():
        listener(some)
