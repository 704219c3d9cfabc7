"""One piece of work at a time: what changed in it is told once, when it is done, however often it was saved.

A form saves a record, then its rows, then its links; each of these touches the same record. Inside `one_piece()`
whatever `tell()` is told is gathered and handed on at the end, within the transaction around it; outside, at once.
"""

from collections.abc import Callable, Hashable
from contextlib import contextmanager
from contextvars import ContextVar

_piece: ContextVar[dict | None] = ContextVar("piece_of_work", default=None)


@contextmanager
def one_piece():
    """Gather what is told inside. An exception leaves it untold: the transaction around it takes the changes back."""
    if _piece.get() is not None:
        yield
        return
    gathered: dict[tuple[Callable, Hashable], None] = {}
    token = _piece.set(gathered)
    try:
        yield
    finally:
        _piece.reset(token)
    by_listener: dict[Callable, list] = {}
    for listener, change in gathered:
        by_listener.setdefault(listener, []).append(change)
    for listener, changes in by_listener.items():
        listener(changes)


def tell(listener: Callable[[list], None], change: Hashable) -> None:
    """Let `listener` know of `change`: now, or with all others at the end of the piece of work."""
    gathered = _piece.get()
    if gathered is None:
        listener([change])
    else:
        gathered[listener, change] = None
