"""What the list of plans shows: the fiscal years that have one, and the plans outside a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst

from iad_portal.lib.components import Chip, OfRecord
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_fiscal_year, format_range
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from plans.models import Plan
from relations.pages.citations import SourceList


def context() -> dict[str, Any]:
    """All that plans/plan_list.html needs: two queries."""
    language, plans = reader_language(), Plan.objects.published()
    current = calendar.fiscal_year(calendar.today())
    return {
        "years": [Chip(capfirst(format_fiscal_year(year, language)), year_url(year)) for year in plans.fiscal_years()],
        "plans": shown(plans.outside_a_year(), plan_entry, "list of plans"),
        "current_year": format_fiscal_year(current, language),
        "current_url": year_url(current),
    }


def year_url(year: int) -> str:
    """The address of the fiscal year `year` (C.E.)."""
    return reverse("plans:fiscal_year", args=[year])


@dataclass(frozen=True, slots=True)
class PlanEntry(OfRecord):
    """A plan in a list (plans/_plans.html). `period`: in words, "" when not known; `sources`: their numbers."""

    kind: str
    title: Text
    url: str
    period: str
    sources: Sequence[int]


def plan_entry(plan: Plan, sources: SourceList | None = None) -> PlanEntry:
    """`plan` as a list shows it; without `sources` no number of a source stands beside it."""
    marks = sources.marks(plan) if sources else ()
    title = text_of(plan, "title")
    return PlanEntry(plan.get_kind_display(), title, plan.get_absolute_url(), period_of(plan), marks)


def period_of(plan: Plan) -> str:
    """The stretch of time that a plan is for, in the reader's calendar; empty when not known."""
    return format_range(plan.period_from, plan.period_to, reader_language()) if plan.period_from else ""
