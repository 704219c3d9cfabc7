"""The whole load: one unit of work; either all of it is stored, or nothing."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from iad_portal.lib.proofreading.comparisons import read_again
from iad_portal.lib.records.record_links import texts_to_key
from iad_portal.lib.records.unit_of_work import unit_of_work

from . import (
    confirmations,
    differences,
    legacy,
    meetings,
    networks,
    news,
    pages,
    plans,
    posts,
    reference,
    relations,
    spellings,
    subjects,
)
from .copies import LABEL
from .inventory import Inventory
from .rows import FOLDER, Files

# A module stands after those whose records it names.
MODULES = (reference, relations, posts, networks, meetings, subjects, spellings, plans, news, pages, legacy)
# What one run goes through, for telling how far it is.
STEPS = 1922


def load(
    folder: Path = FOLDER, *, keep: bool = True, look: bool = False, step: Callable[[], None] = lambda: None
) -> Inventory:
    """Store what of `folder` is absent and was never deleted; with `keep=False` only see whether that would work.

    With `look`, the texts that were stored are read for slips, too. Gives the Inventory with what was done. Raises
    rows.Fault, with nothing stored, when a file is wrong.
    """
    files, inventory = Files(folder), Inventory(step)
    with transaction.atomic():
        with unit_of_work(LABEL):
            for module in MODULES:
                module.load(files, inventory)
            inventory.settle()
            # A text may link to a record whose row came after its own.
            for model, key, _texts in texts_to_key():
                model._base_manager.get(pk=key).save()
            confirmations.load(files, inventory)  # of parts, too: only now are all there
            differences.keep(inventory.unlike)
            if look:
                read_again()
                inventory.look()
        if not keep:
            transaction.set_rollback(True)
    return inventory
