"""Spellings that are known to be wrong, or worth a look: what texts are compared with beside the registers' names."""

from relations.models import Source, Spelling

from .inventory import Gone, Inventory
from .rows import Files, Row


def load(files: Files, inventory: Inventory) -> None:
    """Read spellings.csv."""
    inventory.open(Spelling, "right", "wrong")
    for row in files.csv("spellings"):
        _spelling(row, inventory)


def _spelling(row: Row, inventory: Inventory) -> None:
    row.status()
    try:
        source = inventory.find(Source, row.text("source"), row)
    except Gone:
        source = None
    spelling = Spelling(right=row.text("right"), wrong=row.text("wrong"), source_id=source)
    row.finish()
    inventory.add(spelling, (spelling.right, spelling.wrong), row)
