"""Many stored files and some texts as one zip that leaves while it is being read: memory stays flat whatever its size.

Pictures and papers are packed already, so they are stored as they are. The order is the caller's, and every entry has
the same moment: the same content makes the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, cast
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.core.files.storage import Storage

PIECE = 64 * 1024
MOMENT = (2000, 1, 1, 0, 0, 0)
# Readable by all, and a plain file: the rights of a unix entry.
_RIGHTS = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Packed:
    """A stored file in a pack: its name there, where it is stored, and how large it is."""

    name: str
    stored: str
    size: int


class _Outlet:
    """What a ZipFile writes to: it cannot go back, and is emptied between two pieces."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Take what is to leave."""
        self._waiting.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits for a disk."""

    def taken(self) -> bytes:
        """All that was written since."""
        pieces, self._waiting = self._waiting, []
        return b"".join(pieces)


def within(files: Iterable[Packed], most: int) -> tuple[list[Packed], list[Packed]]:
    """Those of `files` that fit into `most` bytes together, in their order, and those that are left out."""
    taken: list[Packed] = []
    left: list[Packed] = []
    size = 0
    for file in files:
        fits = size + file.size <= most
        (taken if fits else left).append(file)
        size += file.size if fits else 0
    return taken, left


def zip_pieces(
    files: Iterable[Packed], storage: Storage, texts: Callable[[list[Packed]], Iterable[tuple[str, bytes]]]
) -> Iterator[bytes]:
    """The zip of `files` from `storage`, then of `texts(missing)`: (name, content), which may tell what is missing."""
    outlet = _Outlet()
    missing: list[Packed] = []
    # All that it asks of a file it cannot go back in is to write and to flush.
    with ZipFile(cast("IO[bytes]", outlet), "w", ZIP_STORED) as pack:
        for file in files:
            try:
                source = storage.open(file.stored)
            except OSError:
                missing.append(file)
                continue
            entry = _entry(file.name)
            entry.file_size = source.size
            with source, pack.open(entry, "w") as target:
                while piece := source.read(PIECE):
                    target.write(piece)
                    yield outlet.taken()
            yield outlet.taken()
        for name, content in texts(missing):
            pack.writestr(_entry(name), content)
            yield outlet.taken()
    yield outlet.taken()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, MOMENT)
    entry.external_attr = _RIGHTS
    return entry
