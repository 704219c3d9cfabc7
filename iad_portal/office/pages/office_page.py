"""What one page of the office shows."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.components import Link
from iad_portal.lib.text.bilingual import text_of
from iad_portal.office.models import Page
from relations.models import Document
from relations.pages.citations import SourceList
from relations.pages.files import PhotosOfPage, documents_of
from relations.pages.photo_people import with_people

from .key_recipients import KEY_PAGE, register_link


def context(page: Page) -> dict[str, Any]:
    """All that portal/page_detail.html needs."""
    body = text_of(page, "body")
    photos = PhotosOfPage(page, with_people().by_record([page])[page], body)
    return {
        "page": page,
        "title": text_of(page, "title"),
        "lead": text_of(page, "lead"),
        "body": body,
        "in_text": photos.in_text(),
        "crumbs": [Link(_("About the office"), reverse("about"))],
        "documents": documents_of(Document.objects.by_record([page])[page]),
        "gallery": photos.gallery(),
        "register": register_link() if page.slug == KEY_PAGE else None,
        "evidence": SourceList([page]).evidence(),
    }
