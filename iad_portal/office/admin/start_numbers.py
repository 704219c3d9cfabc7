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
from django.db.models import CharField, Count, Min, Q, Value
from django.db.models.functions import Cast, Coalesce, Concat, TruncDate

from iad_portal.lib.dates import calendar
from iad_portal.lib.desk.filters import written
from iad_portal.lib.records.content_versions import kept
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.records.publishing import Publishable, Status
from iad_portal.lib.records.sides import SINCE, is_behind
from iad_portal.office.caching import publishable_models
from iad_portal.office.models import Difference, Message, OuterLink, Page
from iad_portal.office.pages.home import shown_embassies, shown_networks
from networks.models import Commitment
from news.models import Article
from plans.models import Plan, PlanKind
from relations.models import Agency, Agreement, AgreementState, Photo
from relations.models.photo import is_lacking

# The address of the page on the office's structure, once the office has written it.
STRUCTURE_PAGE = "structure"


@dataclass(frozen=True, slots=True)
class Number:
    """How many, and the earliest day among them where one is told of."""

    count: int = 0
    earliest: date | None = None


NONE = Number()
ALL_ROWS = Q()
Numbers = dict[tuple[str, str], Number]


def numbers(today: date) -> Numbers:
    """By what is counted ("draft", "doubt", "behind_th" …) and the label of the model; zeros are left out."""
    return kept("numbers of the first page of the desk", (), lambda: _told(_of_content(today)))


def numbers_apart() -> Numbers:
    """The same of what changes without the content of the site: asked for each page, one query."""
    return _told(_apart())


@kept_query
def _of_content(today: date) -> models.QuerySet[Any]:
    return _all_of([*_by_condition(), *_by_query(today)])


@kept_query
def _apart() -> models.QuerySet[Any]:
    sent_on = TruncDate("sent_at", tzinfo=calendar.BANGKOK)
    return _all_of(
        [
            (Message.objects.waiting(), [_Count("message", day=sent_on)]),
            (Difference.objects.filter(is_set_aside=False), [_Count("differing")]),
            (OuterLink.objects.broken(), [_Count("broken")]),
        ]
    )


@dataclass(frozen=True, slots=True)
class _Count:
    """What is counted, of which rows (all), and the column or expression of the day; "" where none is told."""

    what: str
    where: Q = ALL_ROWS
    day: Any = ""

    def said(self, label: str) -> Any:
        """Its number of rows of the model `label`, with the day, as a text that a line break ends."""
        earliest = Coalesce(Cast(Min(self.day, filter=self.where), CharField()), Value("")) if self.day else Value("")
        number = Cast(Count("pk", filter=self.where), CharField())
        return Concat(
            Value(f"{self.what}|{label}|"), number, Value("|"), earliest, Value("\n"), output_field=CharField()
        )


def _all_of(parts: Iterable[tuple[models.QuerySet[Any], list[_Count]]]) -> models.QuerySet[Any]:
    first, *others = (_row(*part) for part in parts)
    return first.union(*others, all=True)


def _row(rows: models.QuerySet[Any], counts: list[_Count]) -> models.QuerySet[Any]:
    """All `counts` of `rows`, which are read once, as one text.

    One column: Django keeps no order of columns where the rows of a union are annotated differently.
    """
    label = rows.model._meta.label
    said = [one.said(label) for one in counts]
    told = Concat(*said, output_field=CharField()) if len(said) > 1 else said[0]
    named = rows.order_by().annotate(of_what=Value(label)).values("of_what")
    return named.annotate(told=told).values_list("told", flat=True)


def _told(rows: Iterable[str]) -> Numbers:
    told = (one.split("|") for row in rows for one in row.splitlines())
    return {
        (what, label): Number(int(count), date.fromisoformat(day[:10]) if day else None)
        for what, label, count, day in told
        if count != "0"
    }


def _by_condition() -> Iterator[tuple[models.QuerySet[Any], list[_Count]]]:
    """What is asked of every row of a model."""
    for model in dict.fromkeys((*publishable_models(), *admin.site._registry)):
        counts = []
        if issubclass(model, Publishable):
            behind = [_Count(f"behind_{language}", is_behind(language), column) for language, column in SINCE.items()]
            counts += [_Count("draft", Q(status=Status.DRAFT)), *behind]
        if hasattr(model, "doubt_th") and model in admin.site._registry:
            counts.append(_Count("doubt", written("doubt_th") | written("doubt_en")))
        if model is Photo:
            counts += [_Count(f"without_{text}", is_lacking(text)) for text in ("credit", "alt")]
        if counts:
            yield model._base_manager.all(), counts


def _by_query(today: date) -> Iterator[tuple[models.QuerySet[Any], list[_Count]]]:
    """What the records' own queries find."""
    yield Agreement.objects.in_state(AgreementState.IN_FORCE_UNDATED, today), [_Count("undated")]
    yield Agreement.objects.ending(today), [_Count("ending", day="expires_on")]
    yield Agency.objects.exclude(written("desk_th")), [_Count("without_desk")]
    yield Commitment.objects.overdue(today), [_Count("overdue", day="due_on")]
    for rows in (Agreement.objects.published(), Article.objects.published(), shown_embassies(), shown_networks()):
        yield rows, [_Count("public")]
    yield Page.objects.published().filter(slug=STRUCTURE_PAGE), [_Count("structure")]
    this_month = Plan.objects.filter(kind=PlanKind.MONTHLY_PLAN, month=today.replace(day=1))
    yield this_month, [_Count("this_month")]
