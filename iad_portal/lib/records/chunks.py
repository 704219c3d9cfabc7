"""Long rows of things, some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")


def in_chunks(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """`things` in lists of `size`, the last one shorter; only one list is read at a time."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some
