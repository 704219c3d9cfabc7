"""Which documents an officer may upload: PDF, today's office formats without macros, and UTF-8 text.

A document is handed on byte for byte, so it is looked at more sternly than a picture: what it is must show in its
content, an archive must not unpack to far more than it weighs, and nothing that a browser or a computer would run
is taken. (Pictures, and the words of a refusal, are in ``lib.uploads``.)
"""

import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.uploads import MEGABYTE, check_size, rewound, sha256_of

DOCUMENT_LIMIT = 50 * MEGABYTE
DOCUMENT_MIMES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
    "txt": "text/plain",
}
DOCUMENT_SUFFIXES = ",".join(f".{kind}" for kind in DOCUMENT_MIMES)

# An archive whose table of contents alone is this long, or that unpacks to this much, is no office document.
_DIRECTORY_LIMIT = 2 * MEGABYTE
_MEMBER_LIMIT = 5000
_UNPACKED_LIMIT = 500 * MEGABYTE
_UNPACKED_FREE = 20 * MEGABYTE
_RATIO_LIMIT = 200

_OFFICE_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_OPEN_DOCUMENTS = {DOCUMENT_MIMES[kind].encode(): kind for kind in ("odt", "ods")}
_MACROS = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml)$|^(Basic|Scripts)/.", re.IGNORECASE)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_CONTROL = bytes({*range(32), 127} - {9, 10, 12, 13})
# Text that a browser, a shell or a word processor would act on.
_ACTIVE_TEXT = (b"<", b"#!", b"{\\rtf", b"%!PS")


@dataclass(frozen=True)
class DocumentFacts:
    """A sound document: kind ("pdf", "docx" ...), MIME type, size in bytes, SHA-256 in hexadecimal."""

    kind: str
    mime: str
    size: int
    sha256: str


def inspect_document(file: BinaryIO) -> DocumentFacts:
    """Tell what document ``file`` is, from its content.

    Only plain text has no mark of its own: there the name must end in .csv or .txt. Raises ValidationError, with a
    sentence that says what to do, for anything else than the kinds of DOCUMENT_MIMES.
    """
    with rewound(file):
        size = check_size(file, DOCUMENT_LIMIT)
        head = file.read(1024)
        if b"%PDF-" in head:
            kind = _pdf(file, size)
        elif head.startswith(b"PK\x03\x04"):
            kind = _archive(file, size)
        elif head.startswith(_OLD_OFFICE):
            raise ValidationError(
                _(
                    "This is an old Office file, or one locked with a password. "
                    "Save it as DOCX, XLSX, PPTX or PDF, without a password, and upload that."
                ),
                code="old_office",
            )
        else:
            kind = _text(file, getattr(file, "name", None) or "")
    return DocumentFacts(kind, DOCUMENT_MIMES[kind], size, sha256_of(file))


def _pdf(file: BinaryIO, size: int) -> str:
    file.seek(max(0, size - 4096))
    if b"%%EOF" not in file.read():
        raise _damaged()
    return "pdf"


def _archive(file: BinaryIO, size: int) -> str:
    """The kind of the office document in the zip archive ``file``. Raises ValidationError."""
    _check_directory(file, size)
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            _check_expansion(members, size)
            return _office_kind(archive, {member.filename for member in members})
    except ValidationError:
        raise
    except Exception as error:  # a crafted archive leads zipfile to many kinds of error
        raise _damaged() from error


def _check_directory(file: BinaryIO, size: int) -> None:
    """Refuse a table of contents that would fill the memory, before zipfile reads it."""
    file.seek(max(0, size - 66_000))
    tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) < end + 22:
        raise _damaged()
    if b"PK\x06\x07" in tail or int.from_bytes(tail[end + 12 : end + 16], "little") > _DIRECTORY_LIMIT:
        raise _unpacks_too_large()


def _check_expansion(members: list[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(member.file_size for member in members)
    is_bomb = unpacked > _UNPACKED_FREE and unpacked > size * _RATIO_LIMIT
    if is_bomb or unpacked > _UNPACKED_LIMIT or len(members) > _MEMBER_LIMIT:
        raise _unpacks_too_large()


def _office_kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "[Content_Types].xml" in names:
        types = _read(archive, "[Content_Types].xml")
        kind = next((kind for part, kind in _OFFICE_PARTS.items() if part in names), "")
    else:
        types = b""
        kind = _OPEN_DOCUMENTS.get(_read(archive, "mimetype").strip(), "") if "mimetype" in names else ""
    if not kind:
        raise _not_taken()
    if b"macroenabled" in types.lower() or any(_MACROS.search(name) for name in names):
        raise ValidationError(
            _("The document contains macros. Save it without macros, or as PDF, and upload that."), code="macros"
        )
    return kind


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    """At most one megabyte of the member ``name``."""
    with archive.open(name) as member:
        return member.read(MEGABYTE)


def _text(file: BinaryIO, name: str) -> str:
    """ "csv" or "txt". Raises ValidationError for what is not plain UTF-8 text, or could be run or shown as a page."""
    kind = PurePath(name).suffix.lower().removeprefix(".")
    file.seek(0)
    data = file.read()
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:16]
    if kind not in {"csv", "txt"} or start.startswith(_ACTIVE_TEXT) or data.translate(None, _CONTROL) != data:
        raise _not_taken()
    try:
        data.decode()
    except UnicodeDecodeError as error:
        raise ValidationError(
            _(
                "The text is not in UTF-8, so Thai would be unreadable. "
                "Save it as “CSV UTF-8” or UTF-8 text and upload that."
            ),
            code="not_utf8",
        ) from error
    return kind


def _damaged() -> ValidationError:
    return ValidationError(
        _("The document is damaged or incomplete. Open it on your computer, save it again and upload the new file."),
        code="damaged",
    )


def _unpacks_too_large() -> ValidationError:
    return ValidationError(
        _("The document unpacks to far more than the site takes. Save it as PDF and upload that."), code="bomb"
    )


def _not_taken() -> ValidationError:
    return ValidationError(
        _("The site does not take this kind of file. Upload PDF, DOCX, XLSX, PPTX, ODT, ODS, CSV or TXT."),
        code="not_taken",
    )
