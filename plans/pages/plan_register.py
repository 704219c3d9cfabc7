"""What the list of plans shows: the fiscal years that have one, and the plans outside a year."""

from django.urls import reverse
from django.utils.text import capfirst

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_fiscal_year, format_range
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import reader_language, text_of
from plans.models import Plan
from relations.pages.citations import SourceList


def context() -> dict:
    """All that plans/plan_list.html needs: two queries."""
    language, plans = reader_language(), Plan.objects.published()
    current = calendar.fiscal_year(calendar.today())
    return {
        "years": [
            {"label": capfirst(format_fiscal_year(year, language)), "url": year_url(year)}
            for year in plans.fiscal_years()
        ],
        "plans": shown(plans.outside_a_year(), plan_row, "list of plans"),
        "current_year": format_fiscal_year(current, language),
        "current_url": year_url(current),
    }


def year_url(year: int) -> str:
    """The address of the fiscal year `year` (C.E.)."""
    return reverse("plans:fiscal_year", args=[year])


def plan_row(plan: Plan, sources: SourceList | None = None) -> dict:
    """A plan in a list: kind, title, period, and the numbers of its sources."""
    return {
        "kind": plan.get_kind_display(),
        "title": text_of(plan, "title"),
        "url": plan.get_absolute_url(),
        "period": period_of(plan),
        "sources": sources.marks(plan) if sources else [],
    }


def period_of(plan: Plan) -> str:
    """The stretch of time that a plan is for, in the reader's calendar; empty when not known."""
    return format_range(plan.period_from, plan.period_to, reader_language()) if plan.period_from else ""
