"""What the page of a fiscal year shows: its plans, its twelve months, its projects."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from iad_portal.lib.components import Chip, Link
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_fiscal_year, format_year
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import reader_language
from plans.models import Plan, PlanKind, Project
from relations.pages.citations import SourceList

from . import projects as rows_of
from .months import months_of
from .plan_register import plan_entry, year_url


def has_page(year: int, years: Iterable[int]) -> bool:
    """Whether `year` (C.E.) is one of the `years` with a plan, or the running one, before anybody enters its plans."""
    return year in years or year == calendar.fiscal_year(calendar.today())


def context(year: int, years: Iterable[int]) -> dict[str, Any]:
    """All that plans/fiscal_year.html needs for `year` (C.E.); `years` are those with a plan."""
    plans = list(Plan.objects.published().of_fiscal_year(year).order_by("month", "slug"))
    projects = list(rows_of.with_rows(Project.objects.published().of_fiscal_year(year)))
    whole = [plan for plan in plans if plan.kind != PlanKind.MONTHLY_PLAN]
    sources = SourceList([*plans, *projects])
    first, last = calendar.fiscal_year_span(year)
    return {
        "title": capfirst(format_fiscal_year(year, reader_language())),
        "first": first,
        "last": last,
        "years": year_chips({*years, year}, year),
        "plans": shown(whole, lambda plan: plan_entry(plan, sources), "plans of a year"),
        "months": months_of(year, plans, projects),
        "progress": rows_of.progress_plot(rows_of.percents_of(projects)),
        "projects": rows_of.projects_of(projects),
        "evidence": sources.evidence(),
        "crumbs": [Link(_("Plans"), reverse("plans:plan_list"))],
    }


def year_chips(years: Iterable[int], current: int) -> list[Chip]:
    """The fiscal years as chips, the earliest first."""
    language = reader_language()
    return [Chip(format_year(year, language), year_url(year), is_current=year == current) for year in sorted(years)]
