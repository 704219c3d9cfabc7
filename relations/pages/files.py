"""Photos and documents of a record, as the components show them. Every app uses these."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from iad_portal.lib.components import Doing, PhotoEntry
from iad_portal.lib.records.faults import shown
from iad_portal.lib.rich_text.photos import photo_keys
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from iad_portal.lib.text.languages import SEVERAL, UNKNOWN, language_name
from relations.models import Document, Photo
from relations.pages.links import in_a_row
from relations.pages.photo_people import named_under


def documents_of(documents: Iterable[Document]) -> list[Doing]:
    """For components/recent.html: day, title, address, note; kind of file, language and size.

    A document without a file is on record all the same, and says so.
    """
    return shown(documents, _document, "documents")


def _document(document: Document) -> Doing:
    return Doing(
        document.dated_on,
        None,
        text_of(document, "title"),
        document.url if document.file else "",
        in_a_row(_details(document), " · "),
        text_of(document, "note"),
    )


def _details(document: Document) -> list[Any]:
    if not document.file:
        return [in_language(document.language), _("not yet on this site")]
    return [document.kind_text, in_language(document.language), document.size_text(reader_language())]


def in_language(code: str) -> str:
    """In which language a document is written, in the reader's own; "" when that is not known."""
    usual = {"": "", "th": _("in Thai"), "en": _("in English"), SEVERAL: _("in several languages"), UNKNOWN: ""}
    return usual[code] if code in usual else _("in %(language)s") % {"language": language_name(code)}


# How wide a photo of a gallery is shown, by its place in the rows (static/css/components/gallery.css).
SIZES = {
    "whole": "(min-width: 62rem) 57rem, 100vw",
    "half": "(min-width: 62rem) 28rem, (min-width: 36rem) 50vw, 100vw",
    "third": "(min-width: 62rem) 19rem, (min-width: 36rem) 33vw, 100vw",
}
VIEWER_SIZES = "100vw"


def gallery_of(photos: Sequence[Photo], before: int = 0) -> list[PhotoEntry]:
    """For components/gallery.html: each photo with its words, its place in the rows, and its neighbours.

    `before` photos of the record stand elsewhere on the page (with `photo_entry()`): the numbers go on from them.
    """
    number = len(photos)
    orders = {photo: order for order, photo in enumerate(photos)}

    def entry(photo: Photo) -> PhotoEntry:
        return photo_entry(photo, before + orders[photo], before + number, place_in_rows(orders[photo], number))

    return shown(photos, entry, "photos")


# How wide a photo in a text is shown: at most --measure, as articles have it.
IN_TEXT_SIZES = "(min-width: 41rem) 39rem, 100vw"


class PhotosOfPage:
    """The photographs of the page of `record`: the lead above, those in its text, the others below; numbered so.

    `text` names those in it, each once; one that is not of the record itself, or has no picture, is left out. The lead
    is the first of `photos`, where `has_lead`; it may stand in the text as well. No query.
    """

    def __init__(self, record: Model, photos: Sequence[Photo], text: Text, *, has_lead: bool = False) -> None:
        own = [photo for photo in photos if photo.text_key and photo.renditions and photo.subject == record]
        by_key = {photo.text_key.hex: photo for photo in reversed(own)}
        self._leads = photos[:has_lead]
        self._in_text = {key: by_key[key] for key in photo_keys(text.value) if key in by_key}
        self._others = [photo for photo in photos[has_lead:] if photo not in self._in_text.values()]
        self._before = len(self._leads) + len(self._in_text)
        self._number = self._before + len(self._others)

    def lead(self, sizes: str) -> PhotoEntry | None:
        """The lead, shown as wide as `sizes` says."""
        return photo_entry(self._leads[0], 0, self._number, "whole", sizes) if self._leads else None

    def in_text(self) -> dict[str, PhotoEntry]:
        """For the filter `rich` and components/viewers.html: the photographs in the text, by their keys."""
        found = {}
        for order, (key, photo) in enumerate(self._in_text.items(), len(self._leads)):
            found[key] = photo_entry(photo, order, self._number, "whole", IN_TEXT_SIZES)
        return found

    def gallery(self) -> list[PhotoEntry]:
        """For components/gallery.html: all others."""
        return gallery_of(self._others, before=self._before)


def place_in_rows(order: int, number: int) -> str:
    """ "whole", "half" or "third" of the width, so that every row of `number` photos is full."""
    if number % 3 == 1 and order == 0:
        return "whole"
    return "half" if number % 3 == 2 and order < 2 else "third"


def photo_entry(photo: Photo, order: int, number: int, place: str, sizes: str = "") -> PhotoEntry:
    """One photo, number `order` (from 0) of `number`, for the page and for its large view (components/viewer.html)."""
    alt = text_of(photo, "alt")
    return PhotoEntry(
        picture=photo.sources(sizes or SIZES[place]),
        large=photo.sources(VIEWER_SIZES),
        url=photo.url,
        size=photo.size_text(reader_language()),
        share_url=photo.share_url,
        place=place,
        is_tall=photo.height > photo.width,
        number=order + 1,
        of=number,
        previous=order if order else None,
        next=order + 2 if order + 1 < number else None,
        alt=alt,
        alt_lang=lang_if_other(alt),
        caption=text_of(photo, "caption"),
        people=named_under(photo),
        credit=text_of(photo, "credit"),
        licence=photo.licence,
    )


def lang_if_other(text: Text) -> str:
    """The language code of a Text that fell back, for an attribute; empty when it is in the reader's own."""
    return text.language if text.is_fallback else ""
