"""Documents are taken by their content; what could run, or burst, is refused with a sentence."""

import hashlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfWriter

from iad_portal.lib.media import document_uploads, office_files
from iad_portal.lib.media.document_uploads import DOCUMENT_MIMES, DocumentFacts, inspect_document, read_document
from tests.lib.media.pictures import DOCX, MAIN_TYPES, PDF, STRICT, archive, encoded, office

VBA = '<Default Extension="x" ContentType="application/vnd.ms-office.vbaProject"/>'
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def manifest(kind="odt", inside=""):
    """The manifest of an OpenDocument file."""
    return (
        f'<m:manifest xmlns:m="{MANIFEST}"><m:file-entry m:full-path="/" m:media-type="{DOCUMENT_MIMES[kind]}"/>'
        f'<m:file-entry m:full-path="content.xml" m:media-type="text/xml">{inside}</m:file-entry></m:manifest>'
    )


def open_document(kind="odt", **members):
    return archive(mimetype=DOCUMENT_MIMES[kind], **{"META-INF__manifest.xml": manifest(kind)} | members)


def locked_pdf():
    writer, output = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(output)
    return output.getvalue()


def refusal(data, name="a.pdf"):
    with pytest.raises(ValidationError) as caught:
        inspect_document(SimpleUploadedFile(name, data))
    assert "โปรด" in caught.value.messages[0]  # each sentence says what to do
    return caught.value.code


@pytest.mark.parametrize(
    ("kind", "name", "data"),
    [
        ("pdf", "no-name", PDF),
        ("docx", "a.pdf", DOCX),
        ("docx", "a.docx", office("word/document2.xml")),
        ("docx", "a.docx", office("word/document.xml", target="/word/document.xml", relations=STRICT)),
        ("docx", "a.docx", office("Word/Document.xml", target="./word/../WORD/document.xml")),
        ("xlsx", "a", office("xl/workbook22.xml", MAIN_TYPES["xlsx"])),
        ("pptx", "a", office("ppt/presentation.xml", MAIN_TYPES["pptx"])),
        ("odt", "a", open_document()),
        ("odt", "a", archive(mimetype=DOCUMENT_MIMES["odt"])),
        ("odt", "a", archive(**{"META-INF__manifest.xml": manifest()})),
        ("ods", "a", open_document("ods")),
        ("csv", "รายชื่อ.CSV", "ชื่อ,เมือง\nก,โตเกียว\n".encode("utf-8-sig")),
        ("txt", "a.txt", "ข้อความ\tหนึ่ง\r\n".encode()),
    ],
    ids=range(13),
)
def test_each_kind_is_known_by_its_content(kind, name, data):
    upload = SimpleUploadedFile(name, data)
    expected = DocumentFacts(kind, DOCUMENT_MIMES[kind], len(data), hashlib.sha256(data).hexdigest())
    assert inspect_document(upload) == expected
    assert upload.read() == data


@pytest.mark.parametrize(
    ("code", "name", "data"),
    [
        ("empty", "a.pdf", b""),
        ("damaged", "a.pdf", PDF[: PDF.index(b"/MediaBox")]),
        ("locked", "a.pdf", locked_pdf()),
        ("damaged", "a.docx", DOCX[:-30]),
        ("damaged", "a.docx", DOCX[:-10]),
        ("damaged", "a.docx", b"PK\x03\x04" + bytes(40) + b"PK\x05\x06" + bytes(8) + b"\x2c" + bytes(9)),
        ("damaged", "a.docx", office(target="word/nothing.xml")),
        ("damaged", "a.docx", office(**{"_rels/.rels": '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'})),
        ("not_taken", "a.zip", archive(readme="x")),
        ("not_taken", "a.docx", office(type_="application/xml")),
        ("not_taken", "a.docx", office(type_=MAIN_TYPES["docx"].replace("document.main", "template.main"))),
        ("not_taken", "a.odt", archive(mimetype="application/epub+zip")),
        ("macros", "a.docx", office(**{"word__vbaProject.bin": "x"})),
        ("macros", "a.docx", office(type_="application/vnd.ms-word.document.macroEnabled.main+xml")),
        (
            "macros",
            "a.docx",
            office(extra=VBA),
        ),
        ("macros", "a.odt", open_document(**{"Basic__Standard__Module1.xml": "x"})),
        ("locked", "a.odt", open_document(**{"META-INF__manifest.xml": manifest("odt", "<m:encryption-data/>")})),
        ("old_office", "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)),
        ("locked", "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900) + "EncryptedPackage".encode("utf-16-le")),
        ("not_taken", "a.exe", b"MZ\x90\0" + bytes(100)),
        ("not_taken", "a.txt", b"MZ\x90\0" + bytes(100)),
        ("not_taken", "a.txt", b"#!/bin/sh\nrm -rf /\n"),
        ("not_taken", "a.txt", b"\xef\xbb\xbf \n<!doctype html><script>alert(1)</script>"),
        ("not_taken", "a.csv", b"<svg onload='alert(1)'/>"),
        ("not_taken", "a.txt", b"{\\rtf1 hello}"),
        ("not_taken", "a.html", b"plain words under a page's name"),
        ("not_taken", "a.js", b"alert(1)"),
        ("not_taken", "a.jpg", encoded()),
        ("not_utf8", "a.csv", "café,naïve".encode("latin-1")),
    ],
    ids=range(29),
)
def test_what_is_not_a_document_is_refused(code, name, data):
    assert refusal(data, name) == code


@pytest.mark.parametrize(
    ("name", "data", "kept"),
    [
        ("a.pdf", PDF + bytes(80_508), PDF),
        ("a.csv", "เมือง,ประเทศ\n".encode("utf-16"), "เมือง,ประเทศ\n".encode("utf-8-sig")),
        ("a.txt", "เมือง".encode("cp874"), "เมือง".encode("utf-8-sig")),
    ],
)
def test_what_is_mended_is_kept_as_mended(name, data, kept):
    facts, content = read_document(SimpleUploadedFile(name, data))
    assert content.read() == kept and (facts.size, facts.sha256) == (len(kept), hashlib.sha256(kept).hexdigest())


def test_a_pdf_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(document_uploads.pdf_reader, "SECONDS", 0.001)
    assert refusal(PDF) == "too_deep"


def test_a_member_locked_with_a_password_is_told():
    where = DOCX.index(b"PK\x01\x02") + 8
    assert refusal(DOCX[:where] + b"\x01" + DOCX[where + 1 :]) == "locked"


def test_a_file_over_the_limit_is_refused_unread(monkeypatch):
    monkeypatch.setattr(document_uploads, "DOCUMENT_LIMIT", 1000)
    assert refusal(b"%PDF-" + bytes(1000)) == "too_large"


def test_an_archive_that_would_fill_the_memory_is_refused(monkeypatch):
    assert refusal(office(**{"word__media__a.bmp": "0" * 30_000_000})) == "bomb"
    monkeypatch.setattr(office_files, "_MEMBER_LIMIT", 20)
    assert refusal(office(**{f"m{n}": "" for n in range(20)})) == "bomb"
    monkeypatch.setattr(office_files, "_DIRECTORY_LIMIT", 50)
    assert refusal(DOCX) == "bomb"


def of_64_bits(data, length=None):
    """The archive ``data`` with a table of contents as streaming programs write it."""
    end = data.rindex(b"PK\x05\x06")
    count, size, place = (int.from_bytes(data[end + a : end + b], "little") for a, b in ((10, 12), (12, 16), (16, 20)))
    record = b"PK\x06\x06" + (44).to_bytes(8, "little") + b"\x2d\0\x2d\0" + bytes(8)
    record += b"".join(n.to_bytes(8, "little") for n in (count, count, length or size, place))
    locator = b"PK\x06\x07" + bytes(4) + end.to_bytes(8, "little") + b"\1\0\0\0"
    return data[:end] + record + locator + b"PK\x05\x06" + bytes(4) + b"\xff" * 12 + bytes(2)


def test_a_directory_of_the_64_bit_kind_is_read_and_bounded():
    assert inspect_document(SimpleUploadedFile("a.docx", of_64_bits(DOCX))).kind == "docx"
    assert refusal(of_64_bits(DOCX, 2**40)) == "bomb"
    assert refusal(DOCX[:-22] + b"PK\x06\x07" + bytes(16) + DOCX[-22:]) in {"bomb", "damaged"}
