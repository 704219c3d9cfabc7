"""What an Office file is, found as programs find it: by its package's own list of contents, not by names of parts.

A zip archive is an Office document when `_rels/.rels` leads to a main part and `[Content_Types].xml` says what that
part is (ECMA-376 part 2: Microsoft 365 in the browser calls it `word/document2.xml`), and an OpenDocument when its
`mimetype`, or else its manifest, says so (OpenDocument 1.3 part 2).
"""

import posixpath
import re
import zipfile
from typing import BinaryIO
from xml.etree import ElementTree

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.media.document_refusals import damaged, locked, not_taken
from iad_portal.lib.media.uploads import MEGABYTE

# An archive whose table of contents alone is this long, or that unpacks to this much, is no office document.
_DIRECTORY_LIMIT = 2 * MEGABYTE
_MEMBER_LIMIT = 5000
_UNPACKED_LIMIT = 500 * MEGABYTE
_UNPACKED_FREE = 20 * MEGABYTE
_RATIO_LIMIT = 200

_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_TYPES, _RELATIONS, _MANIFEST = "[Content_Types].xml", "_rels/.rels", "META-INF/manifest.xml"
_MAIN_PART = "/relationships/officeDocument"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_MAIN_TYPES = {
    f"{_OFFICE}wordprocessingml.document.main+xml": "docx",
    f"{_OFFICE}spreadsheetml.sheet.main+xml": "xlsx",
    f"{_OFFICE}presentationml.presentation.main+xml": "pptx",
}
_OPEN_DOCUMENTS = {
    f"application/vnd.oasis.opendocument.{kind}": suffix for kind, suffix in (("text", "odt"), ("spreadsheet", "ods"))
}
_MACRO_PARTS = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml)$|^(Basic|Scripts)/.", re.IGNORECASE)
_MACRO_TYPES = re.compile(r"macroenabled|vbaproject|vbadata", re.IGNORECASE)


def office_kind(file: BinaryIO, size: int) -> str:
    """The kind ("docx", "odt" ...) of the zip archive `file` of `size` bytes. Raises ValidationError."""
    _check_directory(file, size)
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            _check_expansion(members, size)
            # The names of parts are the same in capitals and small letters.
            parts = {member.filename.lower(): member for member in members}
            if _TYPES.lower() in parts:
                return _office_document(archive, parts)
            return _open_document(archive, parts)
    except ValidationError:
        raise
    except Exception as error:  # a crafted archive leads zipfile and the parser to many kinds of error
        raise damaged() from error


def _office_document(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> str:
    types = _xml(archive, parts[_TYPES.lower()])
    by_name, by_suffix = {}, {}
    for entry in types:
        type_ = entry.get("ContentType", "")
        if entry.tag.endswith("}Override"):
            by_name[entry.get("PartName", "").lstrip("/").lower()] = type_
        else:
            by_suffix[entry.get("Extension", "").lower()] = type_
    targets = [
        posixpath.normpath(relation.get("Target", "")).lstrip("/").lower()
        for relation in _xml(archive, parts[_RELATIONS])
        if relation.get("Type", "").endswith(_MAIN_PART) and relation.get("TargetMode") != "External"
    ]
    main = next((target for target in targets if target in parts), None)
    if main is None:
        raise damaged()
    said = [*by_name.values(), *by_suffix.values()]
    _refuse_macros(archive, any(_MACRO_TYPES.search(type_) for type_ in said))
    kind = _MAIN_TYPES.get(by_name.get(main, by_suffix.get(main.rpartition(".")[2], "")))
    if not kind:
        raise not_taken()
    return kind


def _open_document(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> str:
    said, entries = "", []
    if _MANIFEST.lower() in parts:
        entries = list(_xml(archive, parts[_MANIFEST.lower()]))
        said = next((_of(entry, "media-type") for entry in entries if _of(entry, "full-path") == "/"), "")
    if "mimetype" in parts:
        said = _read(archive, parts["mimetype"]).decode("ascii", "replace").strip()
    kind = _OPEN_DOCUMENTS.get(said)
    if not kind:
        raise not_taken()
    if any(child.tag.endswith("}encryption-data") for entry in entries for child in entry):
        raise locked()
    _refuse_macros(archive, False)
    return kind


def _of(entry: ElementTree.Element, name: str) -> str:
    return next((value for key, value in entry.attrib.items() if key.endswith(f"}}{name}")), "")


def _refuse_macros(archive: zipfile.ZipFile, is_said: bool) -> None:
    if is_said or any(_MACRO_PARTS.search(name) for name in archive.namelist()):
        raise ValidationError(
            _("The document contains macros. Save it without macros, or as PDF, and upload that."), code="macros"
        )


def _xml(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> ElementTree.Element:
    """The root of a small XML part. A part with a DTD is no part of an Office file: it could unfold without end."""
    data = _read(archive, member)
    if b"<!DOCTYPE" in data or b"<\0!\0D" in data or b"\0<\0!\0D" in data:
        raise damaged()
    return ElementTree.fromstring(data)  # noqa: S314  # expat of Python 3.11 is safe but for DTDs, refused above


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """At most one megabyte of `member`."""
    if member.flag_bits & 1:
        raise locked()
    with archive.open(member) as part:
        return part.read(MEGABYTE)


def _check_directory(file: BinaryIO, size: int) -> None:
    """Refuse a table of contents that would fill the memory, before zipfile reads it."""
    start = max(0, size - 66_000)
    file.seek(start)
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + 22:
        raise damaged()
    length = int.from_bytes(tail[end + 12 : end + 16], "little")
    if tail[max(0, end - 20) : end].startswith(_END_64):
        # Streamed by a program that could not know the size: the real figures stand in a record of their own.
        file.seek(int.from_bytes(tail[end - 12 : end - 4], "little"))
        length = int.from_bytes(file.read(56)[40:48], "little")
    if length > _DIRECTORY_LIMIT:
        raise unpacks_too_large()


def _check_expansion(members: list[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(member.file_size for member in members)
    is_bomb = unpacked > _UNPACKED_FREE and unpacked > size * _RATIO_LIMIT
    if is_bomb or unpacked > _UNPACKED_LIMIT or len(members) > _MEMBER_LIMIT:
        raise unpacks_too_large()


def unpacks_too_large() -> ValidationError:
    """The refusal of an archive that unpacks to far more than it weighs."""
    return ValidationError(
        _("The document unpacks to far more than the site takes. Save it as PDF and upload that."), code="bomb"
    )
