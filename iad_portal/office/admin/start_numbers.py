"""How many records need an officer, of every sort that the desk's first page tells of: one query for all of them.

The numbers are the same for every officer, and counted once for each version of the content; which of them an officer
is shown follows rights (start.py).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import CharField, Count, Min, Value
from django.db.models.functions import Cast, Coalesce, Concat, TruncDate

from iad_portal.lib.dates import calendar
from iad_portal.lib.desk.filters import written
from iad_portal.lib.records.content_versions import kept
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.records.publishing import Status
from iad_portal.lib.records.sides import SINCE, is_behind
from iad_portal.office.caching import publishable_models
from iad_portal.office.models import Difference, Message, OuterLink, Page
from iad_portal.office.pages.home import shown_embassies, shown_networks
from networks.models import Commitment
from news.models import Article
from plans.models import Plan, PlanKind
from relations.models import Agency, Agreement, AgreementState, Photo

# The address of the page on the office's structure, once the office has written it.
STRUCTURE_PAGE = "structure"


@dataclass(frozen=True, slots=True)
class Number:
    """How many, and the earliest day among them where one is told of."""

    count: int = 0
    earliest: date | None = None


NONE = Number()
Numbers = dict[tuple[str, str], Number]


def numbers(today: date) -> Numbers:
    """By what is counted ("draft", "doubt", "behind_th" …) and the label of the model; zeros are left out."""
    return kept("numbers of the first page of the desk", (), lambda: _told(_of_content(today)))


def numbers_apart() -> Numbers:
    """The same of what changes without the content of the site: asked for each page, one query."""
    return _told(_apart())


@kept_query
def _of_content(today: date) -> models.QuerySet[Any]:
    return _all_of(_parts(today))


@kept_query
def _apart() -> models.QuerySet[Any]:
    parts = [
        ("message", Message.objects.waiting(), TruncDate("sent_at", tzinfo=calendar.BANGKOK)),
        ("differing", Difference.objects.filter(is_set_aside=False)),
        ("broken", OuterLink.objects.broken()),
    ]
    return _all_of(parts)


def _all_of(parts: Iterable[tuple[Any, ...]]) -> models.QuerySet[Any]:
    first, *others = (_number(*part) for part in parts)
    return first.union(*others, all=True)


def _told(rows: Iterable[str]) -> Numbers:
    told = (row.split("|") for row in rows)
    return {
        (what, label): Number(int(count), date.fromisoformat(day[:10]) if day else None)
        for what, label, count, day in told
        if count != "0"
    }


def _number(what: str, rows: models.QuerySet[Any], day: Any = "") -> models.QuerySet[Any]:
    """One row of one column: Django keeps no order of columns where the rows of a union are annotated differently."""
    named = rows.order_by().annotate(of_what=Value(what)).values("of_what")
    earliest = Coalesce(Cast(Min(day), CharField()), Value("")) if day else Value("")
    count = Cast(Count("pk"), CharField())
    told = Concat(Value(f"{what}|{rows.model._meta.label}|"), count, Value("|"), earliest, output_field=CharField())
    return named.annotate(told=told).values_list("told", flat=True)


def _parts(today: date) -> Iterator[tuple[Any, ...]]:
    """What is counted, the rows, and the column of the day."""
    for model in publishable_models():
        yield "draft", model._base_manager.filter(status=Status.DRAFT)
        for language, column in SINCE.items():
            yield f"behind_{language}", model._base_manager.filter(is_behind(language)), column
    for model in admin.site._registry:
        if hasattr(model, "doubt_th"):
            yield "doubt", model._base_manager.filter(written("doubt_th") | written("doubt_en"))
    yield "undated", Agreement.objects.in_state(AgreementState.IN_FORCE_UNDATED, today)
    yield "ending", Agreement.objects.ending(today), "expires_on"
    yield "without_desk", Agency.objects.exclude(written("desk_th"))
    yield "overdue", Commitment.objects.overdue(today), "due_on"
    yield "without_credit", Photo.objects.lacking("credit")
    yield "without_alt", Photo.objects.lacking("alt")
    for rows in (Agreement.objects.published(), Article.objects.published(), shown_embassies(), shown_networks()):
        yield "public", rows
    yield "structure", Page.objects.published().filter(slug=STRUCTURE_PAGE)
    yield "this_month", Plan.objects.filter(kind=PlanKind.MONTHLY_PLAN, month=today.replace(day=1))
