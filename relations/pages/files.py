"""Photos and documents of a record, as the components show them. Every room uses these."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from iad_portal.lib.bilingual import reader_language, text_of
from iad_portal.lib.date_format import format_date
from relations.models import Document, Photo


def documents_of(documents: Iterable[Document]) -> list[dict]:
    """For components/docs.html: title, address, kind, then language, size, date and note as details.

    A document without a file is on record all the same, and says so.
    """
    return [
        {
            "title": text_of(document, "title"),
            "url": document.url if document.file else "",
            "kind": document.kind_text if document.file else "",
            "details": [detail for detail in _details(document) if detail],
        }
        for document in documents
    ]


def _details(document: Document) -> list:
    language = reader_language()
    return [
        language_name(document.language),
        document.size_text(language) if document.file else _("On record; the portal holds no file yet"),
        format_date(document.dated_on, language),
        text_of(document, "note"),
    ]


def language_name(code: str) -> str:
    """The name of a document's language in the reader's own, or the code itself."""
    return {"th": _("in Thai"), "en": _("in English")}.get(code, code)


def gallery_of(photos: Iterable[Photo]) -> list[dict]:
    """For components/gallery.html: the pictures with alt text, caption and credit in the reader's language."""
    return [
        {
            "picture": photo.sources("(min-width: 48rem) 20rem, 100vw"),
            "url": photo.url,
            "alt": text_of(photo, "alt"),
            "alt_lang": lang_if_other(text_of(photo, "alt")),
            "caption": text_of(photo, "caption"),
            "credit": text_of(photo, "credit"),
        }
        for photo in photos
    ]


def lang_if_other(text) -> str:
    """The language code of a Text that fell back, for an attribute; empty when it is in the reader's own."""
    return text.language if text.is_fallback else ""
