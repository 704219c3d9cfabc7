"""When what the starting data claims about now was last said by a dated source."""

from collections.abc import Callable

from django.db import models

from iad_portal.lib.claims.models import Confirmed
from iad_portal.lib.claims.witnesses import hear_and_save
from networks.models import Membership, Network, Role
from relations.models import Agency, Agreement, Embassy

from .inventory import Gone, Inventory
from .rows import Files, Row

# A fee is of its fiscal year, and what a city was doing lately is in the ledger: neither is a claim about now.
NO_CLAIMS = ("fee", "city (newest activity)")


def load(files: Files, inventory: Inventory) -> None:
    """Read last_confirmed.csv. A later confirmation, of an officer or a source, stays."""
    numbers = {row.text("id"): row.number("number") for row in files.csv("agreements")}
    stored = {model: model._base_manager.in_bulk() for model in (Agreement, Agency, Embassy, Network)}
    finders: dict[str, Callable[[str, Row], models.Model | None]] = {
        "agreement": lambda code, row: _find(inventory, stored, Agreement, numbers.get(code), row),
        "agency": lambda code, row: _find(inventory, stored, Agency, code, row),
        "embassy": lambda code, row: _find(inventory, stored, Embassy, code, row),
        "network": lambda code, row: _find(inventory, stored, Network, code, row),
        "membership": lambda code, row: _part(inventory, Membership.objects.all(), code, row),
        "role": lambda code, row: _role(inventory, code, row),
    }
    for row in files.csv("last_confirmed"):
        kind, code, day = row.text("kind"), row.text("record"), row.date("newest_source_date")
        row.finish()
        if kind in NO_CLAIMS:
            continue
        if kind not in finders:
            raise row.fault(f"kind: {kind!r} is not known ({', '.join([*finders, *NO_CLAIMS])})")
        hear_and_save(finders[kind](code, row), day)


def _find(inventory: Inventory, stored: dict, model: type[Confirmed], key, row: Row) -> models.Model | None:
    """That of the `stored` which is called `key`; None when an officer deleted it. A Fault when no file names it."""
    try:
        return stored[model][inventory.find(model, key, row)]
    except Gone:
        return None


def _role(inventory: Inventory, code: str, row: Row) -> models.Model | None:
    """The role that "network: title" names."""
    network, _colon, title = code.partition(": ")
    return _part(inventory, Role.objects.filter(title_en=title), network, row)


def _part(inventory: Inventory, parts: models.QuerySet, network: str, row: Row) -> models.Model | None:
    """The latest of `parts` of `network`; None when an officer deleted or renamed it."""
    try:
        return parts.filter(network=inventory.find(Network, network, row)).first()
    except Gone:
        return None
