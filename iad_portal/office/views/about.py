"""Pages about the office itself, and the sources that the whole site leans on."""

from typing import Any

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from iad_portal.lib.components import Link
from iad_portal.lib.records.faults import shown
from iad_portal.lib.registers.listing import kept_page, part_of_list, readable_or_404
from iad_portal.lib.text.bilingual import text_of
from iad_portal.office.models import Page
from iad_portal.office.pages import key_recipients as keys
from relations.models import Document, Source
from relations.pages.citations import SourceList, entry
from relations.pages.cited import credits_due, publicly_cited
from relations.pages.files import PhotosOfPage, documents_of
from relations.pages.photo_people import with_people


@require_safe
def about(request):
    """The list of the office's own pages."""
    return render(request, "portal/about.html", kept_page(request, ("office",), _own_pages))


def _own_pages() -> dict[str, Any]:
    items = shown(
        Page.objects.published(),
        lambda page: Link(text_of(page, "title"), page.get_absolute_url(), text_of(page, "lead")),
        "pages of the office",
    )
    return {"items": items}


@require_safe
def page_detail(request, slug: str):
    """One page of the office."""
    page = readable_or_404(Page.objects.all, slug=slug)
    context = kept_page(request, ("relations", "office"), lambda: _page(page))
    return render(request, "portal/page_detail.html", context)


def _page(page: Page) -> dict[str, Any]:
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
        "register": keys.register_link() if page.slug == keys.KEY_PAGE else None,
        "evidence": SourceList([page]).evidence(),
    }


@require_safe
def key_recipients(request):
    """Who received the Key to the City."""
    context = kept_page(request, ("relations", "office"), keys.context)
    return render(request, "portal/key_recipients.html", context)


@require_safe
def sources(request):
    """Every source that a record on the site names, with the credits that are due to data and maps."""
    cited = publicly_cited()
    part = part_of_list(request, cited)
    whole = Source.objects.in_bulk([source.pk for source in part])
    context = {
        "sources": shown((whole[source.pk] for source in part), entry, "list of sources"),
        "page": part,
        "credits": [text_of(row, "credit") for row in credits_due(cited)],
    }
    return render(request, "portal/sources.html", context)
