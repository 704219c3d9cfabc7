"""What the page of one article shows beside its text."""

from dataclasses import dataclass

from django.db.models import F, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.bilingual import Text, other_language, reader_language, text_of
from iad_portal.lib.sorting import sort_key
from networks.models import Meeting, Network
from news.cards import excerpt
from news.models import Article
from relations.citations import SourceList
from relations.models import Agency, City, Document, Embassy, Person, Photo
from relations.pages.files import documents_of, gallery_of, lang_if_other


@dataclass(frozen=True)
class Link:
    """A record that an article speaks of: its name for the reader, and its page when it has one."""

    kind: str
    label: Text
    url: str


def article_context(article: Article) -> dict:
    """Everything that templates/news/article_detail.html needs: seven questions beside the article itself."""
    photos = Photo.objects.by_record([article])[article]
    body = text_of(article, "body")
    return {
        "article": article,
        "title": text_of(article, "title"),
        "lead": text_of(article, "lead"),
        "body": body,
        "excerpt": excerpt(article),
        "byline": {
            "event": article.event_on,
            "event_end": article.event_ends_on,
            "published": article.published_on,
            "source": text_of(article, "credit"),
        },
        "main_photo": main_photo(photos[0]) if photos else None,
        "gallery": gallery_of(photos[1:]),
        "documents": documents_of(Document.objects.by_record([article])[article]),
        "corrections": [{"day": row.corrected_on, "text": text_of(row, "text")} for row in article.corrections.all()],
        "links": groups_of(links_of(article)),
        "sources": SourceList([article]).entries(),
        "crumbs": [{"label": _("News"), "url": reverse("news:article_list")}],
    }


def main_photo(photo: Photo) -> dict:
    """The photo over the text, with what is to be said of it."""
    alt = text_of(photo, "alt")
    return {
        "picture": photo.sources("(min-width: 62rem) 54rem, 100vw"),
        "share_url": photo.share_url,
        "alt": alt,
        "alt_lang": lang_if_other(alt),
        "caption": text_of(photo, "caption"),
        "credit": text_of(photo, "credit"),
    }


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


def links_of(article: Article) -> list[Link]:
    """The published records that `article` names, of all kinds, in one question; by kind, then by name."""
    language = reader_language()
    parts = [_rows(kind, article) for kind in LINKED]
    rows = parts[0].union(*parts[1:], all=True)
    links = [_link(row, language) for row in rows]
    order = list(LINKED)
    return sorted(links, key=lambda link: (order.index(link.kind), sort_key(link.label.value, link.label.language)))


def _rows(kind: str, article: Article):
    model, name, key = LINKED[kind]
    rows = model.objects.published() if hasattr(model.objects, "published") else model.objects.all()
    held = {f"held_{code}": F(f"hold_{code}") if hasattr(model, "hold_th") else Value(False) for code in ("th", "en")}
    return (
        rows.filter(articles=article)
        .order_by()
        .annotate(kind_=Value(kind), key_=F(key), th_=F(f"{name}_th"), en_=F(f"{name}_en"), **held)
        .values_list("kind_", "key_", "th_", "en_", "held_th", "held_en")
    )


def _link(row: tuple, language: str) -> Link:
    kind, key, thai, english, held_th, held_en = row
    names = {"th": "" if held_th else thai or "", "en": "" if held_en else english or ""}
    given = language if names[language] else other_language(language)
    if kind in ADDRESSES:
        url = reverse(ADDRESSES[kind], args=[key.lower()])
    else:
        url = f"{reverse('relations:agency_list')}#{key}" if kind == "agency" else ""
    return Link(kind, Text(names[given], given, language), url)


def groups_of(links: list[Link]) -> list[dict]:
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
        {"label": label, "links": [link for link in links if link.kind == kind]} for kind, label in headings.items()
    ]
    return [group for group in groups if group["links"]]
