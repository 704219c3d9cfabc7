"""The whole index, brought in step batch by batch while the site serves and officers save."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from django.db import connection, models, transaction

from iad_portal.lib.search.words import EDITION
from iad_portal.office.models import SearchEntry

from . import lexicon
from .index import bring, slices
from .kinds import KINDS

# One reads and cuts words while the database takes in what the other has made.
WORKERS = 2


def rebuild(step: Callable[[int], None] = lambda _count: None) -> None:
    """Bring the whole index in step; `step` is told of records that are done.

    Each batch holds its records against being saved meanwhile, so that no older state is written over a newer one.
    """
    known, seen = lexicon.everything(), set()
    batches = [(kind, some) for kind, searched in KINDS.items() for some in slices(_keys(searched.model))]
    for number, words in _worked(batches):
        seen |= words
        step(number)
    for kind, searched in KINDS.items():
        _remove_strays(kind, {str(key) for key in _keys(searched.model)})
    lexicon.forget(known - seen)


def size() -> int:
    """How many records `rebuild()` goes through."""
    return sum(searched.model._base_manager.count() for searched in KINDS.values())


def is_out_of_step() -> bool:
    """Whether the index was made by other rules than today's, or lacks whole kinds: one look at each."""
    if SearchEntry.objects.exclude(edition=EDITION).exists():
        return True
    there = set(SearchEntry.objects.order_by().values_list("kind", flat=True).distinct())
    return any(kind not in there and _has_any(searched.model) for kind, searched in KINDS.items())


def _worked(batches: Iterable[tuple[str, Sequence]]) -> Iterable[tuple[int, set[str]]]:
    """Each batch's number of records and their words. One writer at a time on SQLite, and inside a transaction."""
    if connection.vendor == "sqlite" or connection.in_atomic_block:
        yield from map(_work, batches)
        return
    with ThreadPoolExecutor(WORKERS) as pool:
        yield from pool.map(partial(_work, is_apart=True), batches)


def _work(batch: tuple[str, Sequence], is_apart: bool = False) -> tuple[int, set[str]]:
    kind, keys = batch
    rows = KINDS[kind].model._base_manager.filter(pk__in=keys).order_by("pk")
    try:
        with transaction.atomic():
            after = bring(kind, rows.select_for_update().values_list("pk", flat=True))[1]
    finally:
        if is_apart:
            connection.close()
    return len(keys), set().union(*map(lexicon.words_of, after.values()))


def _keys(model: type[models.Model]) -> list:
    return list(model._base_manager.order_by("pk").values_list("pk", flat=True))


def _has_any(model: type[models.Model]) -> bool:
    rows = model.objects.ever_published() if hasattr(model.objects, "ever_published") else model.objects.all()
    return rows.exists()


def _remove_strays(kind: str, keys: set[str]) -> None:
    """Entries of records that are gone without having said so (a deletion in SQL)."""
    there = SearchEntry.objects.filter(kind=kind).values_list("key", flat=True)
    for some in slices([key for key in there.iterator() if key not in keys]):
        bring(kind, some)
