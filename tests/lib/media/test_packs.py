"""Zips that are made while they leave."""

import io
import tracemalloc
import zipfile

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from iad_portal.lib.media.packs import Packed, within, zip_pieces


def held(storage, **files):
    """Store `files` and give them as what is to be packed."""
    return [Packed(f"{name}.bin", storage.save(name, ContentFile(data)), len(data)) for name, data in files.items()]


def test_any_program_reads_it_in_the_given_order_and_the_same_files_make_the_same_bytes(tmp_path):
    storage = FileSystemStorage(tmp_path)
    files = [*held(storage, b=b"second" * 9), *held(storage, a=b"first")]
    files.append(Packed("ภาพ.bin", files[0].stored, files[0].size))
    made = [b"".join(zip_pieces(files, storage, lambda _missing: [("ท้าย.txt", b"end")])) for _ in range(2)]
    with zipfile.ZipFile(io.BytesIO(made[0])) as pack:
        assert pack.namelist() == ["b.bin", "a.bin", "ภาพ.bin", "ท้าย.txt"] and pack.testzip() is None
        assert pack.read("a.bin") == b"first" and pack.read("ท้าย.txt") == b"end"
    assert made[0] == made[1]


def test_what_the_store_has_lost_is_left_out_and_told(tmp_path):
    storage, told = FileSystemStorage(tmp_path), []
    files = [Packed("gone.bin", "gone", 5), *held(storage, a=b"first")]
    made = b"".join(zip_pieces(files, storage, lambda missing: told.append(list(missing)) or [("t.txt", b"")]))
    assert zipfile.ZipFile(io.BytesIO(made)).namelist() == ["a.bin", "t.txt"] and told == [files[:1]]


def test_memory_stays_flat_however_large_it_is(tmp_path):
    storage = FileSystemStorage(tmp_path)
    (tmp_path / "large").write_bytes(bytes(48 * 1024 * 1024))
    files = [Packed(f"{n}.bin", "large", 48 * 1024 * 1024) for n in range(2)]
    tracemalloc.start()
    size = sum(len(piece) for piece in zip_pieces(files, storage, lambda _missing: []))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size > 96 * 1024 * 1024 and peak < 4 * 1024 * 1024


def test_what_does_not_fit_is_left_out_and_smaller_files_behind_it_are_not():
    files = [Packed("a", "a", 6), Packed("b", "b", 9), Packed("c", "c", 4)]
    assert within(files, 10) == ([files[0], files[2]], [files[1]])
