"""Files of deleted records that wait in the bin: they stay in the store as long as an entry of the bin holds them.

No record holds such a file, so the view that sends files shows it to nobody. An entry names its files by upload: the
key of the upload (or the file's own name, for one that has no key), and the names of all that belongs to it.
"""

from functools import partial
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import models

from iad_portal.lib.media.stored_files import remove_after_commit

Held = dict[str, list[str]]
_NAMED = "name:"  # begins the key of a file that was given no upload's key


def table() -> type[models.Model]:
    """The table of the bin (lib has none of its own)."""
    return apps.get_model("iad_portal", "BinnedRecord")


def key_of(row: Any) -> str:
    """Under what the bin knows the upload of `row`, a StoredFile with a file."""
    return row.upload_key.hex if row.upload_key else f"{_NAMED}{getattr(row, row.FILE_FIELD).name}"


def is_held(key: str, using: str) -> bool:
    """Whether an entry of the bin holds the upload `key`."""
    return table()._base_manager.using(using).filter(files__has_key=key).exists()


def uploads_held() -> set[UUID]:
    """The keys of all uploads in the bin."""
    keys = (key for files in table()._base_manager.values_list("files", flat=True) for key in files)
    return {UUID(key) for key in keys if not key.startswith(_NAMED)}


def remove_forgotten(held: Held, using: str) -> None:
    """Remove, after commit, the files of an entry that leaves the bin for good, but for what is held elsewhere."""
    for key, names in held.items():
        remove_after_commit(default_storage, names, using, partial(_is_used, key, using))


def _is_used(key: str, using: str) -> bool:
    holders = [model for model in apps.get_models() if getattr(model, "FILE_FIELD", "")]
    return is_held(key, using) or any(_rows(model, key, using).exists() for model in holders)


def _rows(model: Any, key: str, using: str) -> models.QuerySet[Any]:
    rows: models.QuerySet[Any] = model._base_manager.using(using)
    if key.startswith(_NAMED):
        return rows.filter(**{model.FILE_FIELD: key.removeprefix(_NAMED)})
    return rows.filter(upload_key=UUID(key))
