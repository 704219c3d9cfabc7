"""Which documents an officer may upload: PDF, today's office formats without macros, and plain text.

They are judged as programs judge them: a PDF by whether a reader opens it, an Office file by its own list of contents,
text by whether it can be read. What only lacks its end, or is in an older encoding, is mended; the rest keeps its
bytes. (Pictures are in ``lib.media.uploads``.)
"""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.media import pdf_reader
from iad_portal.lib.media.document_refusals import damaged, locked, not_taken
from iad_portal.lib.media.office_files import office_kind
from iad_portal.lib.media.text_files import as_utf8
from iad_portal.lib.media.turns import picture_turn
from iad_portal.lib.media.uploads import MEGABYTE, check_size, rewound, sha256_of

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

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# Office locks a document by putting it, encrypted, into a container of the old kind, under this name.
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class DocumentFacts:
    """A sound document: kind ("pdf", "docx" ...), MIME type, size in bytes, SHA-256 in hexadecimal."""

    kind: str
    mime: str
    size: int
    sha256: str


def inspect_document(file: BinaryIO) -> DocumentFacts:
    """Tell what document ``file`` is, from its content. Raises ValidationError as read_document does."""
    return read_document(file)[0]


def read_document(file: BinaryIO) -> tuple[DocumentFacts, BinaryIO]:
    """Tell what document ``file`` is, and give what is to be kept: the file itself, or mended bytes in its place.

    Only plain text has no mark of its own: there the name must end in .csv or .txt. Raises ValidationError, with a
    sentence that says what to do, for anything else than the kinds of DOCUMENT_MIMES.
    """
    mended = None
    with rewound(file):
        size = check_size(file, DOCUMENT_LIMIT)
        head = file.read(1024)
        if b"%PDF-" in head:
            kind, mended = "pdf", _pdf(file)
        elif head.startswith(b"PK\x03\x04"):
            kind = office_kind(file, size)
        elif head.startswith(_OLD_OFFICE):
            raise _old_office(file)
        else:
            kind, mended = _text(file, getattr(file, "name", None) or "")
    kept: Any = file  # Django's File is none of typing's
    if mended is not None:
        kept, size = ContentFile(mended), len(mended)
    return DocumentFacts(kind, DOCUMENT_MIMES[kind], size, sha256_of(kept)), kept


def _pdf(file: BinaryIO) -> bytes | None:
    """The mended PDF, or None when it is sound as it is. Raises ValidationError for one that readers cannot open."""
    file.seek(0)
    with picture_turn():
        verdict, mended = pdf_reader.look_at(file)
    if verdict == "locked":
        raise locked()
    if verdict == "too_deep":
        raise ValidationError(
            _("The PDF takes too long to read. Print it into a new PDF and upload that."), code="too_deep"
        )
    if verdict == "damaged":
        raise damaged()
    return mended


def _old_office(file: BinaryIO) -> ValidationError:
    file.seek(0)
    if _LOCKED_OFFICE in file.read():
        return locked()
    return ValidationError(
        _("This is a file of an old Office. Save it as DOCX, XLSX, PPTX or PDF and upload that."), code="old_office"
    )


def _text(file: BinaryIO, name: str) -> tuple[str, bytes | None]:
    """ "csv" or "txt", and the text in UTF-8 where the file is not. Raises ValidationError."""
    kind = PurePath(name).suffix.lower().removeprefix(".")
    if kind not in {"csv", "txt"}:
        raise not_taken()
    file.seek(0)
    data = file.read()
    text = as_utf8(data)
    return kind, None if text is data else text
