"""What a newsroom takes away of one record: its photographs in full size, their words, what happened, its papers."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from iad_portal.lib.components import Link
from iad_portal.lib.media.file_names import as_file_name
from iad_portal.lib.media.packs import Packed, within, zip_pieces
from iad_portal.lib.records.rehearsal import is_rehearsal
from iad_portal.lib.registers.export import csv_pieces
from iad_portal.lib.text.bilingual import LANGUAGES, Text, text_of
from iad_portal.lib.text.structured_data import absolute
from relations.models import Document, Photo

from .photo_people import in_the_picture, people_in, with_people

# A larger pack breaks off on slow lines; what does not fit is named with its address.
MOST = 400 * 1024 * 1024
# Asked for again each time, and answered with 304 while nothing has changed.
CACHE = "public, no-cache"
# Words of a record in the reader's language: the title, and then lines of text.
Told = Callable[[], Sequence[str]]


@dataclass(frozen=True)
class Pack:
    """The pack of `record`: `told` gives its title and what there is to tell, in the language that is active."""

    record: Any
    told: Told
    photos: Sequence[Photo]
    documents: Sequence[Document]

    def files(self) -> list[tuple[Packed, Photo | Document]]:
        """As `files_of()` says."""
        return files_of(self.photos, self.documents)


def pack_of(record: Any, told: Told) -> Pack:
    """The pack of `record`: two queries."""
    photos, documents = with_people().by_record([record])[record], Document.objects.by_record([record])[record]
    return Pack(record, told, photos, documents)


def files_of(photos: Iterable[Photo], documents: Iterable[Document]) -> list[tuple[Packed, Photo | Document]]:
    """Photographs, then papers, each with its row, in their order and with names that no two share."""
    found: list[tuple[Packed, Photo | Document]] = []
    # The names are the same on a Thai and on an English page.
    with translation.override("th"):
        for number, photo in enumerate((one for one in photos if one.image), 1):
            found.append((_packed(photo, photo.image, f"photos/{number:02}"), photo))
        for number, paper in enumerate((one for one in documents if one.file), 1):
            found.append((_packed(paper, paper.file, f"documents/{number:02}"), paper))
    return found


def pack_link(photos: Iterable[Photo], documents: Iterable[Document], url: str) -> Link | None:
    """The way to the pack at `url`, with its size in words; None where there is nothing in it but words. No query.

    None in a rehearsal: nothing lies at that address before the record is public.
    """
    if is_rehearsal():
        return None
    files, _left = within([packed for packed, _row in files_of(photos, documents)], MOST)
    if not files:
        return None
    return Link(_("Media pack (zip)"), url, filesizeformat(sum(file.size for file in files)))


def _packed(row: Photo | Document, file: FieldFile, place: str) -> Packed:
    words = as_file_name(row.title_for_saving)
    name = f"{place} {words}" if words else place
    stored = str(file.name)
    return Packed(name + PurePath(stored).suffix, stored, row.size)


def answer(request: HttpRequest, pack: Pack, name: str) -> HttpResponseBase:
    """The pack as a zip called `name`, streamed; 304 where the asker has it as it is."""
    about = {"Content-Disposition": f'attachment; filename="{name}.zip"', "Cache-Control": CACHE}
    etag = _etag(pack)
    kept = get_conditional_response(request, etag=etag)
    if kept is None and request.method == "HEAD":
        kept = HttpResponse(content_type="application/zip", headers=about)
    if kept is not None:
        kept["ETag"], kept["Cache-Control"] = etag, CACHE
        return kept
    taken, left = within([packed for packed, _row in pack.files()], MOST)

    def texts(missing: list[Packed]) -> Iterator[tuple[str, bytes]]:
        return _texts(pack, missing, left)

    pieces = zip_pieces(taken, default_storage, texts)
    return StreamingHttpResponse(pieces, content_type="application/zip", headers={**about, "ETag": etag})


def _etag(pack: Pack) -> str:
    """Of all that is in it: the version of the record counts every change of its photographs and papers."""
    said = [type(pack.record).__name__, pack.record.pk, pack.record.version, *(file for file, _row in pack.files())]
    said += [person.pk for photo in pack.photos for person in people_in(photo)]
    words: list[str] = []
    for language in LANGUAGES:
        with translation.override(language):
            words += pack.told()
    return f'"{hashlib.sha256(repr((said, words)).encode()).hexdigest()[:32]}"'


def _texts(pack: Pack, missing: list[Packed], left: list[Packed]) -> Iterator[tuple[str, bytes]]:
    """The words of the pack: a table for programs, and a text in each language."""
    if pack.photos:
        yield "captions.csv", "".join(csv_pieces(COLUMNS, _captions(pack))).encode()
    for language in LANGUAGES:
        with translation.override(language):
            lines = "\r\n".join(_lines(pack, missing, left)) + "\r\n"
        yield f"read-me.{language}.txt", ("\ufeff" + lines).encode()


_BOTH = ("caption", "alt", "credit")
COLUMNS = ["file", *(f"{name}_{code}" for name in _BOTH for code in LANGUAGES), "licence", "people_th", "people_en"]


def _captions(pack: Pack) -> Iterator[list[Any]]:
    for packed, row in pack.files():
        if isinstance(row, Photo):
            words = [_own(text_of(row, name, code)) for name in _BOTH for code in LANGUAGES]
            people = [", ".join(_names(row, code)) for code in LANGUAGES]
            yield [packed.name, *words, row.licence, *people]


def _own(text: Text) -> str:
    """The text in the language that was asked for, or ""."""
    return "" if text.is_fallback else str(text)


def _names(photo: Photo, language: str | None = None) -> list[str]:
    return [str(person.full_name(language)) for person in people_in(photo)]


def _lines(pack: Pack, missing: list[Packed], left: list[Packed]) -> Iterator[str]:
    """All that the read-me of one language says."""
    title, *told = pack.told()
    yield from (title, absolute(pack.record.get_absolute_url()), "", *told, "")
    yield _("Whoever uses a photograph names its credit. What is allowed beyond that, its licence says; where none is")
    yield _("given, ask the office: %(address)s") % {"address": absolute(reverse("press") + "#terms")}
    for packed, row in pack.files():
        if packed in left:
            note = _("left out: the pack would be too large. It is at %(address)s") % {"address": absolute(row.url)}
        elif packed in missing:
            note = _("left out: the file could not be read")
        else:
            note = ""
        yield from ("", packed.name, *_words_of(row), *([note] if note else []))


def _words_of(row: Photo | Document) -> Iterator[str]:
    if isinstance(row, Document):
        yield str(text_of(row, "title"))
        return
    names = _names(row)
    told: Iterable[tuple[str, Any]] = (
        ("%s", text_of(row, "caption") or text_of(row, "alt")),
        ("%s", in_the_picture(len(names)).format(", ".join(names)) if names else ""),
        (_("Credit: %s"), text_of(row, "credit")),
        (_("Licence: %s"), row.licence),
    )
    yield from (words % value for words, value in told if value)
