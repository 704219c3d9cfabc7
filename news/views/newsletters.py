"""InterNEWS: the list of its numbers, and the page of one."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from iad_portal.lib.dates.format import format_fiscal_year
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.registers.listing import page_of, readable_or_404
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from news.models import Newsletter
from relations.models import Document, Photo
from relations.pages.citations import SourceList
from relations.pages.files import documents_of, lang_if_other, photo_entry

COVER_SIZES = "20rem"
COVER_IN_GRID_SIZES = "(min-width: 30rem) 18rem, 100vw"


@require_safe
def newsletter_list(request):
    """All numbers, the newest first; an honest sentence while there is none."""
    page = page_of(request, Newsletter.objects.published())
    covers = Photo.objects.by_record(page.object_list)
    cards = shown(
        page.object_list, lambda one: newsletter_card(one, next(iter(covers[one]), None)), "list of newsletters"
    )
    return render(request, "news/newsletter_list.html", {"cards": cards, "page": page})


@require_safe
def newsletter_detail(request, slug: str):
    """One number: its cover, what it holds, its PDF."""
    newsletter = readable_or_404(Newsletter.objects, slug=slug)
    cover = Photo.objects.of(newsletter).first()
    parts = {
        "newsletter": newsletter,
        "title": lambda: newsletter_title(newsletter),
        "quarter": lambda: quarter_of(newsletter),
        "summary": lambda: text_of(newsletter, "summary"),
        "subtitle": lambda: text_of(newsletter, "title"),
        "cover": lambda: photo_entry(cover, 0, 1, "third", COVER_SIZES) if cover else None,
        "facts": lambda: facts_of(newsletter),
        "documents": lambda: documents_of(Document.objects.by_record([newsletter])[newsletter]),
        "sources": lambda: SourceList([newsletter]).entries(),
        "crumbs": lambda: [{"label": _("InterNEWS newsletter"), "url": reverse("news:newsletter_list")}],
    }
    return render(request, "news/newsletter_detail.html", parts_of_page(newsletter, parts))


def facts_of(newsletter: Newsletter) -> list[dict]:
    """For components/facts.html: when it came out; nothing when that is not known."""
    day = newsletter.published_on
    return [{"label": _("Published on"), "value": when(day)}] if day else []


def newsletter_title(newsletter: Newsletter) -> str:
    """The name of one number, such as “InterNEWS, volume 8, number 3”."""
    words = {"volume": newsletter.volume, "number": newsletter.number}
    return _("InterNEWS, volume %(volume)s, number %(number)s") % words


def quarter_of(newsletter: Newsletter) -> str:
    """The quarter and fiscal year in the reader's calendar; empty when not known."""
    if not newsletter.fiscal_year:
        return ""
    year = format_fiscal_year(newsletter.fiscal_year, reader_language())
    if not newsletter.fiscal_quarter:
        return year
    return _("quarter %(quarter)s, %(year)s") % {"quarter": newsletter.fiscal_quarter, "year": year}


def newsletter_card(newsletter: Newsletter, cover: Photo | None) -> dict:
    """One number for components/card.html."""
    alt = text_of(cover, "alt") if cover else None
    return {
        "title": newsletter_title(newsletter),
        "url": newsletter.get_absolute_url(),
        "date": newsletter.published_on,
        "tags": [tag for tag in [quarter_of(newsletter)] if tag],
        "text": text_of(newsletter, "title"),
        "picture": cover.sources(COVER_IN_GRID_SIZES) if cover else None,
        "alt": alt or "",
        "alt_lang": lang_if_other(alt) if alt else "",
    }
