"""A short bench: whether a page became dearer than it was when its figures were kept (`page_costs.json`).

Each page is made with nothing of it kept, and told in two ways. `calls`: how many functions Python calls for it, which
is the same on every machine, however busy; it sees no regular expression and no query. `ratio`: the least computing of
several makings, in small templates asked in between. A busy machine makes all pages dearer than the small template, all
alike: so a page is compared with the middle of all pages. One that seems dearer is looked at again before it counts.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from iad_portal.workshop import bench, references

KEPT = Path(__file__).with_name("page_costs.json")
PAGES = (
    "home", "cities", "city", "agreements", "agreement", "embassies", "networks", "network", "meetings", "meeting",
    "plans", "fiscal year", "news", "article", "about", "contact", "sources", "search form", "search, common word",
    "heads of mission", "exchanges", "shared memberships", "commitments", "key recipients", "news feed", "calendar",
    "alerts", "press", "feeds", "dataset",
)  # fmt: skip
# So many times a page is made at a look, and a small template beside each; so many looks are taken at most.
MAKINGS, SMALLS, LOOKS = 7, 8, 3
# More than so many times its kept calls is too dear, and more than so many times its kept computing, which differs by a
# fifth from machine to machine, page by page.
MOST_CALLS, MOST_COMPUTING = 1.25, 1.5


@dataclass(frozen=True, slots=True)
class Cost:
    """What making one page costs: calls of functions, and computing in small templates."""

    calls: int
    ratio: float


def dearer(now: Mapping[str, Cost], before: Mapping[str, Cost]) -> list[str]:
    """The pages of `now` that are too dear beside `before`; a page that was not known is none of them."""
    known = [page for page in now if page in before]
    changes = {page: now[page].ratio / before[page].ratio for page in known}
    busy = max(1.0, statistics.median(changes.values())) if changes else 1.0
    return [
        page
        for page in known
        if now[page].calls > MOST_CALLS * before[page].calls or changes[page] > MOST_COMPUTING * busy
    ]


def look_again(look: Callable[[Iterable[str]], dict[str, Cost]], before: Mapping[str, Cost]) -> dict[str, Cost]:
    """What `look` finds; pages that seem dearer are looked at again, and the least of all looks counts."""
    found = look(PAGES)
    for _ in range(LOOKS - 1):
        if not (doubtful := dearer(found, before)):
            break
        for page, again in look(doubtful).items():
            found[page] = Cost(min(found[page].calls, again.calls), min(found[page].ratio, again.ratio))
    return found


def measure(application: Any, pages: Iterable[str]) -> dict[str, Cost]:
    """The cost of each of `pages`, names of bench.ROWS, in Thai. Raises RuntimeError for a wrong status."""
    rows = [row for row in bench.ROWS if row.name in set(pages)]
    small = references.application(*references.DEFAULT_MIDDLEWARE)
    found = {}
    for row, language, address in bench.addresses(rows):
        if language == "th":
            bench.warmed_up(application, row, address)
            calls = _calls(lambda address=address: _make(application, address))
            found[row.name] = Cost(calls, round(_ratio(application, small, address), 1))
    return found


def read() -> dict[str, Cost]:
    """The kept costs, by the name of the page."""
    kept: dict[str, dict[str, Any]] = json.loads(KEPT.read_text(encoding="utf-8"))
    return {page: Cost(**cost) for page, cost in kept.items()}


def keep(costs: Mapping[str, Cost]) -> None:
    """Let these be the costs that the next ones are compared with."""
    lines = [
        f"{json.dumps(page)}: {json.dumps({'calls': cost.calls, 'ratio': cost.ratio})}" for page, cost in costs.items()
    ]
    KEPT.write_text("{\n  " + ",\n  ".join(lines) + "\n}\n", encoding="utf-8")


def _make(application: Any, address: str) -> None:
    bench.forget_pages()
    bench.ask(application, address)


def _ratio(application: Any, small: Any, address: str) -> float:
    made, units = [], []
    for _ in range(MAKINGS):
        units += [_cpu(lambda: bench.ask(small, references.SMALL)) for _ in range(SMALLS)]
        bench.forget_pages()
        made.append(_cpu(lambda: bench.ask(application, address)))
    return min(made) / min(units)


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _calls(work: Callable[[], object]) -> int:
    """How many functions of Python and C `work` calls."""
    number = 0

    def note(_frame: object, event: str, _arg: object) -> None:
        nonlocal number
        number += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number
