"""The records that an article names."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.db.models import F, QuerySet, Value
from django.urls import reverse

from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.text.bilingual import Text, other_language, reader_language
from iad_portal.lib.text.sorting import sort_key
from networks.models import Meeting, Network
from news.models import Article
from relations.models import Agency, City, Embassy
from relations.pages.posts_then import people_then

from .article_rows import keys_of

# kind -> (model, the field of articles, the column that ends its address)
LINKED = {
    "city": (City, "cities", "slug"),
    "network": (Network, "networks", "slug"),
    "embassy": (Embassy, "embassies", "country_id"),
    "agency": (Agency, "agencies", "slug"),
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


class NamedRecords:
    """What `article` (of `article_rows.with_rows()`) names, as far as it is published: asked once, when needed."""

    def __init__(self, article: Article):
        self.article = article

    @cached_property
    def links(self) -> list[Named]:
        """Cities, networks, embassies and agencies, by kind, then by name: one query."""
        language = reader_language()
        keys = {kind: keys_of(self.article, field) for kind, (_model, field, _key) in LINKED.items()}
        links = [_link(row, language) for row in _rows_of_all(**keys)]
        order = list(LINKED)
        return sorted(links, key=lambda link: (order.index(link.kind), sort_key(link.label.value, link.label.language)))

    @cached_property
    def meetings(self) -> list[Meeting]:
        """In their usual order: one query."""
        return _meetings(keys=keys_of(self.article, "meetings")).rows()

    @cached_property
    def people(self) -> list[Any]:
        """By name, each with the post held on the day of the event: one query."""
        return people_then("pk__in", keys_of(self.article, "people"), self.article.event_on)

    @cached_property
    def subject(self) -> tuple[str, str]:
        """What other news may share with it: "meetings", "cities" or "" for nothing; and the slug of one city alone."""
        cities = [named.key for named in self.links if named.kind == "city"]
        about = "meetings" if self.meetings else "cities" if cities else ""
        return about, cities[0] if len(cities) == 1 else ""


@kept_query
def _meetings(*, keys: list[int]) -> QuerySet[Meeting]:
    found = Meeting.objects.published().filter(pk__in=keys)
    return cast("QuerySet[Meeting]", found.select_related("host_city", "country"))


@kept_query
def _rows_of_all(**keys: list[int]) -> QuerySet[Any]:
    parts = [_rows(kind, keys[kind]) for kind in LINKED]
    return parts[0].union(*parts[1:], all=True)


def _rows(kind: str, keys: list[int]) -> QuerySet[Any]:
    model, _field, key = LINKED[kind]
    rows = model.objects.published() if hasattr(model.objects, "published") else model.objects.all()
    held = {f"held_{code}": F(f"hold_{code}") if hasattr(model, "hold_th") else Value(False) for code in ("th", "en")}
    found: QuerySet[Any] = (
        rows.filter(pk__in=keys)
        .order_by()
        .annotate(kind_=Value(kind), key_=F(key), th_=F("name_th"), en_=F("name_en"), **held)
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
