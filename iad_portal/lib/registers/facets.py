"""How many records each choice of each filter would give together with the other filters that are on.

A register is read as cells: (number of records, {filter: the codes they have there}). The database counts the cells in
one query, and every filter is counted from the same cells; so the numbers agree with each other and with the list.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

Cell = tuple[int, Mapping[str, Iterable[Any]]]


def tally(
    cells: Iterable[Cell], chosen: Mapping[str, object], filters: Iterable[str]
) -> tuple[int, dict[str, Counter[Any]]]:
    """The number of records that pass all of `chosen`, and {filter: Counter of its codes} for each of `filters`.

    A choice is counted as if it were the one chosen in its own filter: the others narrow it, its own does not.
    """
    found = 0
    counts: dict[str, Counter[Any]] = {name: Counter() for name in filters}
    for number, codes in cells:
        missed = [name for name, code in chosen.items() if code not in codes[name]]
        if not missed:
            found += number
        for name in counts:
            if not missed or missed == [name]:
                for code in codes[name]:
                    counts[name][code] += number
    return found, counts
