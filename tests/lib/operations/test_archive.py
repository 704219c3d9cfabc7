"""Archives: what went in comes out, and what was touched on the way is refused before anything is written."""

import io
import json
import stat
import tarfile
from datetime import UTC, datetime

import pytest

from iad_portal.lib.operations import archive

COUNTS = {"relations_city": 2}


@pytest.fixture
def root(tmp_path):
    (tmp_path / "media/photos").mkdir(parents=True)
    (tmp_path / "media/photos/ก.jpg").write_bytes(b"photo")
    (tmp_path / "media/empty.pdf").write_bytes(b"")
    (tmp_path / "database.sqlite3").write_bytes(b"rows")
    return tmp_path


def write(root, **changes):
    steps = []
    target = root / "portal.tar.gz"
    values = {"database": root / "database.sqlite3", "counts": COUNTS, "media": root / "media"} | changes
    manifest = archive.write(target, step=lambda: steps.append(1), **values)
    return target, manifest, len(steps)


def rewritten(source, change):
    """The archive once more, each member's bytes passed through `change(name, data)`; None leaves it out."""
    target = source.with_name("changed.tar.gz")
    with tarfile.open(source) as old, tarfile.open(target, "w:gz") as new:
        for member in old:
            data = change(member.name, old.extractfile(member).read())
            if data is not None:
                member.size = len(data)
                new.addfile(member, io.BytesIO(data))
    return target


def test_what_went_in_comes_out(root):
    target, manifest, steps = write(root)
    assert steps == 2
    assert archive.verify(target) == manifest
    assert manifest["rows"] == COUNTS
    assert set(manifest["files"]) == {"database.sqlite3", "media/photos/ก.jpg", "media/empty.pdf"}
    with archive.unpacked(target, root / "new", lambda: None) as folder:
        archive.replace_folder(root / "new/media", folder / archive.MEDIA, 0o640)
    restored = root / "new/media/photos/ก.jpg"
    assert restored.read_bytes() == b"photo" and stat.S_IMODE(restored.stat().st_mode) == 0o640
    assert [path.name for path in (root / "new").iterdir()] == ["media"], "nothing is left behind"


def test_only_its_owner_may_read_an_archive_and_half_of_one_has_no_name(root):
    target, _, _ = write(root)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    target.unlink()
    with pytest.raises(FileNotFoundError):
        write(root, database=root / "absent")
    assert not list(root.glob("portal.tar.gz*"))


def test_a_file_that_is_deleted_meanwhile_is_left_out(root, monkeypatch):
    monkeypatch.setattr(archive, "files_under", lambda folder: [folder / "gone.jpg", folder / "empty.pdf"])
    target, manifest, _ = write(root)
    assert archive.verify(target) == manifest and "media/gone.jpg" not in manifest["files"]


def test_no_uploads_at_all_is_an_archive_too(root):
    target, _, _ = write(root, media=root / "absent")
    with archive.unpacked(target, root / "new", lambda: None) as folder:
        archive.replace_folder(root / "media", folder / archive.MEDIA, None)
    assert list((root / "media").iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda name, data: data + b"!" if name.endswith("jpg") else data,
        lambda name, data: None if name.endswith("jpg") else data,
        lambda name, data: None if name == "manifest.json" else data,
        lambda name, data: json.dumps({"format": 99}).encode() if name == "manifest.json" else data,
    ],
    ids=["changed", "left out", "no manifest", "unknown form"],
)
def test_a_touched_archive_is_refused(root, change):
    with pytest.raises(archive.ArchiveError):
        archive.verify(rewritten(write(root)[0], change))


def test_half_an_archive_and_no_archive_are_refused(root):
    whole = write(root)[0].read_bytes()
    for data in (whole[: len(whole) // 2], whole[:-1], b"no archive"):
        (root / "half.tar.gz").write_bytes(data)
        with pytest.raises(archive.ArchiveError):
            archive.verify(root / "half.tar.gz")


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "media/../../outside"])
def test_a_path_that_leads_outside_is_refused(root, name):
    target = root / "bad.tar.gz"
    with tarfile.open(target, "w:gz") as tar:
        tar.addfile(tarfile.TarInfo(name), io.BytesIO())
    with pytest.raises(archive.ArchiveError), archive.unpacked(target, root, lambda: None):
        pass


def test_a_link_is_refused(root):
    target = root / "bad.tar.gz"
    with tarfile.open(target, "w:gz") as tar:
        link = tarfile.TarInfo("media/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    with pytest.raises(archive.ArchiveError):
        archive.verify(target)


def test_replacing_a_folder_leaves_nothing_of_the_old(root):
    (root / "media/link").symlink_to(root)
    (root / "source").mkdir()
    (root / "source/new.jpg").write_bytes(b"new")
    archive.replace_folder(root / "media", root / "source", None)
    assert [path.name for path in (root / "media").iterdir()] == ["new.jpg"]
    assert (root / "database.sqlite3").exists(), "a link is removed, not followed"


def test_the_name_says_when_in_universal_time():
    assert archive.archive_name(datetime(2026, 2, 14, 3, 15, tzinfo=UTC)) == "portal-20260214T031500Z.tar.gz"
