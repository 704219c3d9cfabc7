"""Stored files that neither a row nor the bin names: of a transaction that was rolled back, or a killed process."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.apps import apps
from django.core.files.storage import Storage, default_storage
from django.utils import timezone

from iad_portal.lib.media.held_files import uploads_held
from iad_portal.lib.media.kept_uploads import table
from iad_portal.lib.media.models import StoredFile, upload_key
from iad_portal.lib.media.stored_files import remove

# Younger ones may belong to a save that goes on.
OLD_ENOUGH = timedelta(days=1)


def remove_orphans() -> int:
    """Remove the files of uploads that neither a row nor the bin holds, once they are a day old; gives their number."""
    used = _keys_in_use()
    names = [name for name in _stored(default_storage) if (key := upload_key(name)) and key not in used]
    limit = timezone.now() - OLD_ENOUGH
    old = [name for name in names if default_storage.get_modified_time(name) < limit]
    remove(default_storage, old)
    return len(old)


def _keys_in_use() -> set[UUID]:
    # Kept uploads first: one that a record takes over meanwhile is in one of the two. The bin first and last: records
    # leave for it, and come back.
    keys = set(table().objects.values_list("pk", flat=True)) | uploads_held()
    for model in apps.get_models():
        if issubclass(model, StoredFile):
            keys |= set(model._base_manager.values_list("upload_key", flat=True))
    return keys | uploads_held()


def _stored(storage: Storage, folder: str = "") -> Iterator[str]:
    """The names of all files under `folder`."""
    folders, files = storage.listdir(folder)
    yield from (f"{folder}{name}" for name in files)
    for name in folders:
        yield from _stored(storage, f"{folder}{name}/")
