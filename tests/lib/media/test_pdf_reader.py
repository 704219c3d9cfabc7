"""A PDF is asked of pypdf: what opens is taken, what only lacks its end is mended, what shows no page is refused."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from iad_portal.lib.media import pdf_reader
from iad_portal.lib.media.pdf_reader import child, judged, look_at
from tests.lib.media.pictures import pdf

TWO = pdf(2)
TABLE = TWO.rindex(b"xref\n0")


def locked(user, algorithm="RC4-128", owner="owner"):
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt(user, owner, algorithm=algorithm)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


@pytest.mark.parametrize("data", [TWO, locked(""), locked("", "AES-128"), locked("", "AES-256")], ids=range(4))
def test_what_opens_keeps_its_bytes(data):
    assert judged(data) == ("sound", b"")


@pytest.mark.parametrize(
    "data",
    [
        TWO + bytes(80_508),
        TWO + b"<html><script>alert(1)</script>",
        b"HTTP/1.1 200 OK\r\n\r\n" + TWO,
        b"MZ\0\0" + TWO,
        TWO.rstrip().removesuffix(b"%%EOF"),
        TWO.rstrip()[:-3],
        TWO[: TWO.rindex(b"startxref")],
        TWO[:TABLE],
        TWO[: TABLE + 30],
        TWO + b"7 0 obj\n<< /Kind /Note >>\nendobj\nstartxref\n%d\n" % TABLE,
    ],
    ids=range(10),
)
def test_what_lacks_only_its_end_is_mended(data):
    verdict, body = judged(data)
    assert verdict == "mended" and judged(body) == ("sound", b"")
    assert body.startswith(b"%PDF-") and body.rstrip().endswith(b"%%EOF")
    assert len(PdfReader(io.BytesIO(body), strict=True).pages) == 2


@pytest.mark.parametrize(
    "data",
    [
        TWO[: len(TWO) // 2],
        TWO[: TWO.index(b"endobj", TWO.index(b"4 0 obj"))],
        TWO[: TWO.index(b"4 0 obj")],
        pdf(0),
        b"%PDF-1.7\n" + b"x" * 1000 + b"%%EOF",
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 100_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
        TWO.replace(b"/Kids [3 0 R 4 0 R]", b"/Kids [2 0 R 2 0 R]"),
        TWO.replace(b"/Kids [3 0 R 4 0 R]", b"/Kids [9 0 R 8 0 R]"),
    ],
    ids=range(8),
)
def test_what_shows_no_page_is_damaged(data):
    assert judged(data) == ("damaged", b"")


@pytest.mark.parametrize("data", [locked("secret", kind) for kind in ("RC4-128", "AES-128", "AES-256")], ids=range(3))
def test_what_needs_a_password_is_locked(data):
    assert judged(data) == ("locked", b"")


def test_the_child_answers_like_the_judge():
    assert look_at(io.BytesIO(TWO)) == ("sound", None)
    assert look_at(io.BytesIO(TWO + b"\0")) == ("mended", TWO)
    output = io.BytesIO()
    child(io.BytesIO(TWO + b"\0"), output)
    assert output.getvalue() == b'"mended"\n' + TWO


def test_a_child_that_takes_too_long_or_too_much_is_ended(monkeypatch):
    monkeypatch.setattr(pdf_reader, "SECONDS", 0.01)
    assert look_at(io.BytesIO(TWO)) == ("too_deep", None)
    monkeypatch.setattr(pdf_reader, "SECONDS", 20)
    monkeypatch.setattr(pdf_reader, "KILOBYTES", 20_000)
    assert look_at(io.BytesIO(TWO)) == ("too_deep", None)


def test_memory_that_runs_out_is_no_verdict(monkeypatch):
    monkeypatch.setattr(pdf_reader, "_opens", lambda body: (_ for _ in ()).throw(MemoryError))
    with pytest.raises(MemoryError):
        judged(TWO)


def test_more_parts_than_any_paper_has_are_damage(monkeypatch):
    monkeypatch.setattr(pdf_reader, "_MOST_OBJECTS", 2)
    assert judged(TWO[:TABLE]) == ("damaged", b"")
