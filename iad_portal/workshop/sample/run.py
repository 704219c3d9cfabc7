"""Make the sample, and take it away."""

from collections import defaultdict
from collections.abc import Callable
from contextlib import contextmanager

from django.db import models, transaction
from django.db.models.signals import post_delete
from django.utils import translation

from iad_portal.lib.records.history import without_history
from iad_portal.office.search import changes, index, lexicon
from iad_portal.office.search.kinds import KINDS

from . import gatherings, places, press, programmes, ties
from .desk import Desk
from .marks import MARKED, sample_of
from .sizes import steps

PICTURES, WIDTH = 8, 1600
BATCH = 500
# A module stands after those whose records it names.
MODULES = (places, ties, gatherings, programmes, press)


Step = Callable[[int], None]


def _nothing(count: int = 1) -> None:
    pass


def make(
    articles: int, *, pictures: int = PICTURES, width: int = WIDTH, step: Step = _nothing, indexed: Step = _nothing
) -> Desk:
    """Add the sample with so many articles; there must be none yet. `steps()` tells how many records `step` is told of.

    `indexed` is told of as many once more, when search knows them.

    It is stored piece by piece, so that memory stays small; what an interruption leaves is marked, and `remove()`
    takes it away.
    """
    with without_history(), translation.override("th"):
        with transaction.atomic():
            desk = Desk(articles, pictures, width, step)
        for module in MODULES:
            module.make(desk)
        _index(indexed)
    return desk


def _index(step: Step) -> None:
    """Rows written in bulk reach the index here."""
    for model in MARKED:
        keys = list(sample_of(model).order_by("pk").values_list("pk", flat=True))
        for some in index.slices(keys):
            if model._meta.model_name in KINDS:
                index.refresh(model._meta.model_name, some)
            step(len(some))


def remove(step: Step = _nothing) -> int:
    """Take away every marked record with its parts, files and history; give the number of marked records.

    Raises django.db.models.ProtectedError when a real record leans on one of them; what is left then is still marked.
    """
    removed = 0
    with without_history(), changes.by_hand(), _deleted_rows() as gone:
        for model in MARKED:
            _unchain(model)
            while keys := list(sample_of(model).values_list("pk", flat=True)[:BATCH]):
                with transaction.atomic():
                    model._base_manager.filter(pk__in=keys).delete()
                    _remove_history(gone)
                    index.drop(model._meta.model_name, keys)
                removed += len(keys)
                step(len(keys))
        lexicon.forget(lexicon.everything())
    return removed


def _unchain(model: type[models.Model]) -> None:
    """Let go of links from sample to sample (a part of a meeting, a renewed agreement), which protect one another."""
    for field in model._meta.concrete_fields:
        if field.related_model is model:
            sample_of(model).exclude(**{field.name: None}).update(**{field.name: None})


@contextmanager
def _deleted_rows():
    """Collects the keys of all rows that are deleted, with their parts, of the models whose history is kept."""
    gone: dict[type[models.Model], list] = defaultdict(list)

    def note(sender, instance, **_kwargs):
        if hasattr(sender._meta, "simple_history_manager_attribute"):
            gone[sender].append(instance.pk)

    post_delete.connect(note, weak=False, dispatch_uid="portal-sample")
    try:
        yield gone
    finally:
        post_delete.disconnect(dispatch_uid="portal-sample")


def _remove_history(gone: dict[type[models.Model], list]) -> None:
    """What an officer changed in a sample is part of the sample."""
    for model, keys in gone.items():
        for start in range(0, len(keys), BATCH):
            rows = model.history.filter(**{f"{model._meta.pk.name}__in": keys[start : start + BATCH]})
            # The links that a row of history remembers do not go with it by themselves.
            for relation in rows.model._meta.related_objects:
                relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": rows}).delete()
            rows.delete()
    gone.clear()


__all__ = ["PICTURES", "make", "remove", "steps"]
