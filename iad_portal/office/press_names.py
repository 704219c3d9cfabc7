"""Official names in both languages, for newsrooms: cities, networks, agencies, and the people of public records."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.publishing import LISTED, visible
from iad_portal.lib.text.bilingual import Text, text_of
from networks.models import Meeting, Network
from news.models import Article
from relations.models import Agency, City, Exchange, Person, Post, Signatory

COLUMNS = ["kind", "name_th", "name_en", "rank_th", "rank_en", "acronym"]


def rows() -> Iterator[list[Any]]:
    """A line for each name, in the order of the English ones within a kind: five queries."""
    for kind, records in (
        ("city", City.objects.published().order_by("sort_en", "pk")),
        ("network", Network.objects.published().order_by("sort_en", "pk")),
        ("agency", Agency.objects.order_by("sort_en", "pk")),
        ("person", people_of_public_records()),
    ):
        yield from shown(records, lambda record, kind=kind: _row(kind, record), "names for the press")


def _row(kind: str, record: Any) -> list[Any]:
    names = [_own(text_of(record, "name", code)) for code in ("th", "en")]
    ranks = [getattr(record, f"rank_{code}", "") or "" for code in ("th", "en")]
    return [kind, *names, *ranks, getattr(record, "acronym", "")]


def _own(text: Text) -> str:
    return "" if text.is_fallback else str(text)


def people_of_public_records() -> QuerySet[Person]:
    """The people whom a record names that lists show; one of drafts alone is nobody's business."""
    named: Any = Q()
    for rows_, link in (
        (Article.objects.published(), "people"),
        (Exchange.objects.published(), "people"),
        (Meeting.objects.published(), "chairs"),
    ):
        named |= Exists(rows_.filter(**{link: OuterRef("pk")}))
    signed = Signatory.objects.filter(visible(LISTED, prefix="agreement__"), person=OuterRef("pk"))
    in_city, in_embassy = visible(LISTED, prefix="city__"), visible(LISTED, prefix="embassy__")
    held = Post.objects.filter(in_city | in_embassy, person=OuterRef("pk"))
    found: QuerySet[Person] = Person.objects.filter(named | Exists(signed) | Exists(held))
    return found.order_by("sort_en", "pk")
