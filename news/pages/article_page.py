"""What the page of one article shows beside its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import F, QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.components import Byline, Card, CorrectionEntry, Link, LinkGroup, Quote
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.text.bilingual import Text, other_language, reader_language, text_of
from iad_portal.lib.text.sorting import sort_key
from networks.models import Meeting, Network
from news.models import Article, Correction
from relations.models import Agency, City, Document, Embassy, Person, Photo
from relations.pages.citations import SourceList
from relations.pages.files import documents_of, gallery_of, photo_entry

from .cards import GRID_SIZES, article_cards, excerpt

MORE = 3
MAIN_PHOTO_SIZES = "(min-width: 77rem) 51rem, (min-width: 62rem) 62vw, 100vw"


@dataclass(frozen=True, slots=True)
class Named:
    """A record that an article speaks of: its name for the reader, and its page when it has one."""

    kind: str
    key: str
    label: Text
    url: str


def context(article: Article) -> dict[str, Any]:
    """All that news/article_detail.html needs."""
    photos = Photo.objects.by_record([article])[article]
    links = links_of(article)
    parts = {
        "article": article,
        "title": lambda: text_of(article, "title"),
        "lead": lambda: text_of(article, "lead"),
        "body": lambda: text_of(article, "body"),
        "excerpt": lambda: excerpt(article),
        "byline": _byline(article),
        "main_photo": lambda: photo_entry(photos[0], 0, len(photos), "whole", MAIN_PHOTO_SIZES) if photos else None,
        "gallery": lambda: gallery_of(photos[1:], before=1),
        "documents": lambda: documents_of(Document.objects.by_record([article])[article]),
        "corrections": lambda: shown(article.corrections.all(), _correction, "corrections"),
        "links": lambda: groups_of(links),
        "more": lambda: more_news(article, [link for link in links if link.kind == "city"]),
        "quote": lambda: quote_of(article),
        "evidence": lambda: SourceList([article]).evidence(),
        "crumbs": lambda: [Link(_("News"), reverse("news:article_list"))],
    }
    return parts_of_page(article, parts)


def _byline(article: Article) -> Byline:
    return Byline(
        article.event_on,
        article.event_ends_on,
        article.published_day,
        text_of(article, "credit"),
        text_of(article, "based_on"),
        article.based_on_date,
    )


def _correction(row: Correction) -> CorrectionEntry:
    return CorrectionEntry(row.corrected_on, text_of(row, "text"))


@dataclass(frozen=True, slots=True)
class MoreNews:
    """Cards of other articles under a title, and the link to all of them."""

    title: str
    cards: Sequence[Card]
    link: Link


def more_news(article: Article, cities: list[Named]) -> MoreNews | None:
    """The latest other articles about the same cities, or about anything when it names none: two queries."""
    others = Article.objects.published().exclude(pk=article.pk)
    link = Link(_("All news"), reverse("news:article_list"))
    if cities:
        about = Article.cities.through.objects.filter(city__in=article.cities.published()).values("article")
        others = others.filter(pk__in=about)
    if len(cities) == 1:
        link = Link(_("All news of this city"), f"{link.url}?city={cities[0].key}")
    cards = article_cards(others.newest_first()[:MORE], GRID_SIZES)
    return MoreNews(_("More news"), cards, link) if cards else None


def quote_of(article: Article) -> Quote:
    """How another text names it: the title, the day it came out, whose facts it tells, and the permanent address."""
    return Quote(
        text_of(article, "title"),
        article.published_day,
        settings.SITE_URL + article.get_absolute_url(),
        text_of(article, "based_on"),
        article.based_on_date,
    )


# kind -> (model, the field that names it, the column that ends its address)
LINKED = {
    "city": (City, "name", "slug"),
    "network": (Network, "name", "slug"),
    "meeting": (Meeting, "title", "slug"),
    "embassy": (Embassy, "name", "country_id"),
    "agency": (Agency, "name", "slug"),
    "person": (Person, "name", "slug"),
}
ADDRESSES = {
    "city": "relations:city_detail",
    "network": "networks:network_detail",
    "meeting": "networks:meeting_detail",
    "embassy": "relations:embassy_detail",
}


def links_of(article: Article) -> list[Named]:
    """The published records that `article` names, of all kinds, in one query; by kind, then by name."""
    language = reader_language()
    parts = [_rows(kind, article) for kind in LINKED]
    rows = parts[0].union(*parts[1:], all=True)
    links = [_link(row, language) for row in rows]
    order = list(LINKED)
    return sorted(links, key=lambda link: (order.index(link.kind), sort_key(link.label.value, link.label.language)))


def _rows(kind: str, article: Article) -> QuerySet[Any]:
    model, name, key = LINKED[kind]
    rows = model.objects.published() if hasattr(model.objects, "published") else model.objects.all()
    held = {f"held_{code}": F(f"hold_{code}") if hasattr(model, "hold_th") else Value(False) for code in ("th", "en")}
    found: QuerySet[Any] = (
        rows.filter(articles=article)
        .order_by()
        .annotate(kind_=Value(kind), key_=F(key), th_=F(f"{name}_th"), en_=F(f"{name}_en"), **held)
        .values_list("kind_", "key_", "th_", "en_", "held_th", "held_en")
    )
    return found


def _link(row: tuple[Any, ...], language: str) -> Named:
    kind, key, thai, english, held_th, held_en = row
    names = {"th": "" if held_th else thai or "", "en": "" if held_en else english or ""}
    given = language if names[language] else other_language(language)
    if kind in ADDRESSES:
        url = reverse(ADDRESSES[kind], args=[key.lower()])
    else:
        url = f"{reverse('relations:agency_list')}#{key}" if kind == "agency" else ""
    return Named(kind, key, Text(names[given], given, language), url)


def groups_of(links: list[Named]) -> list[LinkGroup]:
    """The links under a heading a kind, without the empty kinds."""
    headings = {
        "city": _("Cities"),
        "network": _("Networks"),
        "meeting": _("Meetings"),
        "embassy": _("Embassies"),
        "agency": _("City agencies"),
        "person": _("People"),
    }
    groups = [
        LinkGroup(label, [Link(link.label, link.url) for link in links if link.kind == kind])
        for kind, label in headings.items()
    ]
    return [group for group in groups if group.links]
