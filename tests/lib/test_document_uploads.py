"""Documents are taken by their content; what could run, or burst, is refused with a sentence."""

import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from iad_portal.lib import document_uploads
from iad_portal.lib.document_uploads import DOCUMENT_MIMES, DocumentFacts, inspect_document
from tests.lib.pictures import DOCX, PDF, archive, encoded

ODT = archive(mimetype=DOCUMENT_MIMES["odt"], **{"content.xml": "<x/>"})


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
        ("xlsx", "a", archive(CT="<Types/>", xl__workbook="", **{"xl__workbook.xml": "<x/>"})),
        ("pptx", "a", archive(CT="<Types/>", **{"ppt__presentation.xml": "<x/>"})),
        ("odt", "a", ODT),
        ("ods", "a", archive(mimetype=DOCUMENT_MIMES["ods"])),
        ("csv", "รายชื่อ.CSV", "ชื่อ,เมือง\nก,โตเกียว\n".encode("utf-8-sig")),
        ("txt", "a.txt", "ข้อความ\tหนึ่ง\r\n".encode()),
    ],
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
        ("damaged", "a.pdf", PDF[:-8]),
        ("damaged", "a.docx", DOCX[:-30]),
        ("damaged", "a.docx", DOCX[:-10]),
        ("damaged", "a.docx", b"PK\x03\x04" + bytes(40) + b"PK\x05\x06" + bytes(8) + b"\x2c" + bytes(9)),
        ("not_taken", "a.zip", archive(readme="x")),
        ("not_taken", "a.docx", archive(CT="<Types/>", **{"other.xml": "x"})),
        ("not_taken", "a.odt", archive(mimetype="application/epub+zip")),
        ("macros", "a.docx", archive(CT="<Types/>", **{"word__document.xml": "", "word__vbaProject.bin": "x"})),
        ("macros", "a.docx", archive(CT="<T ContentType='x.macroEnabled.main+xml'/>", **{"word__document.xml": ""})),
        ("macros", "a.odt", archive(mimetype=DOCUMENT_MIMES["odt"], **{"Basic__Standard__Module1.xml": "x"})),
        ("old_office", "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)),
        ("not_taken", "a.exe", b"MZ\x90\0" + bytes(100)),
        ("not_taken", "a.txt", b"MZ\x90\0" + bytes(100)),
        ("not_taken", "a.txt", b"#!/bin/sh\nrm -rf /\n"),
        ("not_taken", "a.txt", b"\xef\xbb\xbf \n<!doctype html><script>alert(1)</script>"),
        ("not_taken", "a.csv", b"<svg onload='alert(1)'/>"),
        ("not_taken", "a.txt", b"{\\rtf1 hello}"),
        ("not_taken", "a.html", b"plain words under a page's name"),
        ("not_taken", "a.js", b"alert(1)"),
        ("not_taken", "a.jpg", encoded()),
        ("not_utf8", "a.csv", "เมือง,ประเทศ".encode("cp874")),
    ],
    ids=range(22),
)
def test_what_is_not_a_document_is_refused(code, name, data):
    assert refusal(data, name) == code


def test_a_file_over_the_limit_is_refused_unread(monkeypatch):
    monkeypatch.setattr(document_uploads, "DOCUMENT_LIMIT", 1000)
    assert refusal(b"%PDF-" + bytes(1000)) == "too_large"


def test_an_archive_that_would_fill_the_memory_is_refused(monkeypatch):
    bomb = archive(CT="<Types/>", **{"word__document.xml": "0" * 30_000_000})
    assert refusal(bomb) == "bomb"
    many = archive(CT="<Types/>", **{"word__document.xml": ""}, **{f"m{n}": "" for n in range(20)})
    monkeypatch.setattr(document_uploads, "_MEMBER_LIMIT", 20)
    assert refusal(many) == "bomb"
    monkeypatch.setattr(document_uploads, "_DIRECTORY_LIMIT", 50)
    assert refusal(DOCX) == "bomb"


def test_a_directory_of_the_64_bit_kind_is_refused():
    assert refusal(DOCX[:-22] + b"PK\x06\x07" + bytes(16) + DOCX[-22:]) == "bomb"
