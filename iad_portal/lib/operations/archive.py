"""One archive that holds everything an office would miss: the database, the uploads, and what proves them whole.

A .tar.gz with `manifest.json` (when, which database, rows of each table, size and SHA-256 of each file), the database's
copy, and `media/`. Neither the secret key nor anybody's session is in it: whoever finds one cannot sign in with it.
"""

import gzip
import hashlib
import io
import json
import os
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast

FORMAT = 1
MANIFEST = "manifest.json"
MEDIA = "media/"
CHUNK = 1024 * 1024


class ArchiveError(Exception):
    """The archive cannot be trusted or put back; the message says why, for an operator."""


class _Hashing:
    """A file that is read once, while its SHA-256 is counted."""

    def __init__(self, source: BinaryIO):
        self.source, self.sha256 = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        chunk = self.source.read(size)
        self.sha256.update(chunk)
        return chunk


def files_under(folder: Path) -> list[Path]:
    """Every plain file below `folder`, sorted; an absent folder has none."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def archive_name(at: datetime) -> str:
    """`portal-20260214T031500Z.tar.gz`: by name is by age."""
    return f"portal-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}.tar.gz"


def write(
    target: Path, database: Path, counts: dict[str, int], media: Path, step: Callable[[], None]
) -> dict[str, Any]:
    """Write the archive `target` and give its manifest; `step` is called after each uploaded file.

    Only its owner may read it: it holds the officers' password hashes. A half-written archive never has the real name.
    """
    manifest = {
        "format": FORMAT,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "database": database.name,
        "rows": counts,
    }
    manifest["files"] = files = {}
    partial = target.with_name(target.name + ".partial")
    try:
        with (
            os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out,
            # Level 1: photos do not shrink, and the rest is small.
            gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1) as packed,
            tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
        ):
            files[database.name] = _add(tar, database, database.name)
            for path in files_under(media):
                name = MEDIA + path.relative_to(media).as_posix()
                with suppress(FileNotFoundError):  # an officer deleted it meanwhile
                    files[name] = _add(tar, path, name)
                step()
            _add_text(tar, MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False))
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    return manifest


def _add(tar: tarfile.TarFile, path: Path, name: str) -> dict[str, Any]:
    with path.open("rb") as source:
        about = tar.gettarinfo(arcname=name, fileobj=source)
        about.uid = about.gid = 0
        about.uname = about.gname = ""
        hashing = _Hashing(source)
        tar.addfile(about, hashing)
    return {"size": about.size, "sha256": hashing.sha256.hexdigest()}


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    data = text.encode()
    about = tarfile.TarInfo(name)
    about.size, about.mode = len(data), 0o600
    tar.addfile(about, io.BytesIO(data))


def _members(archive: Path) -> Iterator[tuple[str, BinaryIO]]:
    """Each file of the archive, by name. Raises ArchiveError for anything that is no plain file of ours."""
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            steps = PurePosixPath(member.name).parts
            if not member.isfile() or ".." in steps or member.name.startswith("/"):
                raise ArchiveError(f"The archive holds something that no backup writes: {member.name}")
            yield member.name, cast(BinaryIO, tar.extractfile(member))  # there, because it is a plain file
        while tar.fileobj.read(CHUNK):  # to the very end, where gzip's own checksum stands
            pass


def _measure(source: BinaryIO) -> dict[str, Any]:
    hashing, size = _Hashing(source), 0
    while chunk := hashing.read(CHUNK):
        size += len(chunk)
    return {"size": size, "sha256": hashing.sha256.hexdigest()}


def verify(archive: Path) -> dict[str, Any]:
    """Read the whole archive, compare every checksum, and give its manifest. Raises ArchiveError."""
    manifest: dict[str, Any] | None = None
    seen: dict[str, dict[str, Any]] = {}
    try:
        for name, source in _members(archive):
            if name == MANIFEST:
                manifest = json.load(source)
            else:
                seen[name] = _measure(source)
    except (tarfile.TarError, EOFError, OSError, zlib.error, ValueError) as problem:
        raise ArchiveError(f"{archive} cannot be read as an archive: {problem}") from problem
    if manifest is None or manifest.get("format") != FORMAT:
        raise ArchiveError("This is no backup of the portal, or one of a form that this version does not know.")
    for name in sorted(manifest["files"].keys() | seen.keys()):
        if manifest["files"].get(name) != seen.get(name):
            raise ArchiveError(f"The archive is damaged: {name} is not what was kept.")
    return manifest


@contextmanager
def unpacked(archive: Path, beside: Path, step: Callable[[], None]) -> Iterator[Path]:
    """A folder next to `beside` with the archive's files, gone afterwards; `step` is called after each file."""
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=beside) as folder:
        for name, source in _members(archive):
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as out:
                shutil.copyfileobj(source, out, CHUNK)
            step()
        yield Path(folder)


def replace_folder(target: Path, source: Path, mode: int | None) -> None:
    """Make `target` hold what `source` holds, and nothing else. `target` itself stays: it may be a mount."""
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()
    if not source.is_dir():
        return
    if mode is not None:
        for path in files_under(source):
            path.chmod(mode)
    for new in source.iterdir():
        shutil.move(new, target / new.name)
