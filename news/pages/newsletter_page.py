"""What the page of one newsletter shows."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.components import Fact, Link, OfRecord, Words
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import text_of
from news.models import Newsletter, NewsletterItem
from relations.models import Document, Photo
from relations.pages.citations import SourceList
from relations.pages.files import documents_of, photo_entry
from relations.pages.links import name_link

from .newsletter_register import quarter_of

COVER_SIZES = "20rem"


@dataclass(frozen=True, slots=True)
class ContentsLine(OfRecord):
    """A headline of a newsletter (issue_contents.html), the article here, and the page, None when not known."""

    headline: Words
    url: str
    page: int | None


def context(newsletter: Newsletter) -> dict[str, Any]:
    """All that news/newsletter_detail.html needs."""
    cover = Photo.objects.of(newsletter).first()
    documents = Document.objects.by_record([newsletter])[newsletter]
    has_file = any(document.file for document in documents)
    parts = {
        "newsletter": newsletter,
        "title": lambda: newsletter.name_of_number,
        "quarter": lambda: quarter_of(newsletter),
        "summary": lambda: text_of(newsletter, "summary"),
        "subtitle": lambda: text_of(newsletter, "title"),
        "cover": lambda: photo_entry(cover, 0, 1, "third", COVER_SIZES) if cover else None,
        "facts": lambda: facts_of(newsletter),
        "contents": lambda: contents_of(newsletter),
        "documents": lambda: documents_of(documents),
        "unsaid": lambda: "" if has_file else _("This issue is not yet on this site."),
        "evidence": lambda: SourceList([newsletter]).evidence(),
        "crumbs": lambda: [Link(_("InterNEWS newsletter"), reverse("news:newsletter_list"))],
    }
    return parts_of_page(newsletter, parts)


def contents_of(newsletter: Newsletter) -> list[ContentsLine]:
    """What the number holds, by pages: one query. What readers may not open is no link."""
    rows = _items(newsletter=newsletter).rows(newsletter=newsletter)
    return shown(rows, _line, "contents of a newsletter")


def _line(item: NewsletterItem) -> ContentsLine:
    link = name_link(item.article, "title")
    return ContentsLine(text_of(item, "headline"), link.url, item.page)


@kept_query
def _items(*, newsletter: Newsletter) -> QuerySet[NewsletterItem]:
    return NewsletterItem.objects.filter(newsletter=newsletter).select_related("article")


def facts_of(newsletter: Newsletter) -> list[Fact]:
    """When it came out; nothing when that is not known."""
    day = newsletter.published_on
    return [Fact(_("Published on"), when(day))] if day else []
