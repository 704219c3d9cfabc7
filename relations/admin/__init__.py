"""The officers' forms and lists of this app, one subject a file."""

from . import (
    agency,
    agreement,
    alias,
    city,
    country,
    embassy,
    exchange,
    figure,
    files,
    person,
    revision,
    shelf_life,
    source,
    spelling,
)

__all__ = [
    "agency",
    "agreement",
    "alias",
    "city",
    "country",
    "embassy",
    "exchange",
    "figure",
    "files",
    "person",
    "revision",
    "shelf_life",
    "source",
    "spelling",
]
