"""The records that an article names, as links."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet, Value
from django.urls import reverse

from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.text.bilingual import Text, other_language, reader_language
from iad_portal.lib.text.sorting import sort_key
from networks.models import Network
from news.models import Article
from relations.models import Agency, City, Embassy

# kind -> (model, the field that names it, the column that ends its address)
LINKED = {
    "city": (City, "name", "slug"),
    "network": (Network, "name", "slug"),
    "embassy": (Embassy, "name", "country_id"),
    "agency": (Agency, "name", "slug"),
}
ADDRESSES = {
    "city": "relations:city_detail",
    "network": "networks:network_detail",
    "embassy": "relations:embassy_detail",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A record that an article speaks of: its name for the reader, and its page when it has one."""

    kind: str
    key: str
    label: Text
    url: str


def links_of(article: Article) -> list[Named]:
    """The published records that `article` names, of all kinds, in one query; by kind, then by name."""
    language = reader_language()
    links = [_link(row, language) for row in _rows_of_all(article=article)]
    order = list(LINKED)
    return sorted(links, key=lambda link: (order.index(link.kind), sort_key(link.label.value, link.label.language)))


@kept_query
def _rows_of_all(*, article: Article) -> QuerySet[Any]:
    parts = [_rows(kind, article) for kind in LINKED]
    return parts[0].union(*parts[1:], all=True)


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
