"""Doing a thing to see what comes of it: while it lasts nothing is kept for others, and in the end all is taken back.

A form is saved, the public page of its record is made from what stands then in the database, and the transaction is
rolled back: so a preview is the page itself, and needs no second way of showing a record.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_is_on: ContextVar[bool] = ContextVar("rehearsal", default=False)


@contextmanager
def rehearsal() -> Iterator[None]:
    """Inside, questions to the officer count as answered, and no part of a page is kept or taken from what is kept.

    Whoever calls it takes the changes back: by an exception that leaves the unit of work.
    """
    token = _is_on.set(True)
    try:
        yield
    finally:
        _is_on.reset(token)


def is_rehearsal() -> bool:
    """Whether what is done now will be taken back."""
    return _is_on.get()
