"""What the page of a fiscal year shows: its months that hold something, its plans, its projects."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Chip, Link, Month
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_fiscal_year, format_year
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import reader_language
from plans.models import Plan, PlanKind, Project
from relations.pages.citations import SourceList
from relations.pages.links import in_a_row

from . import projects as rows_of
from .months import happenings, months_of
from .plan_register import plan_entry, year_url

MONTHS = 12


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
    months = months_of(year, plans, projects)
    return {
        "title": capfirst(format_fiscal_year(year, reader_language())),
        "first": first,
        "last": last,
        "years": year_chips({*years, year}, year),
        "summary": summary(len(projects), happenings(months)),
        "plans": shown(whole, plan_entry, "plans of a year"),
        "months": months,
        "quiet": quiet(months),
        "progress": rows_of.progress_plot(rows_of.percents_of(projects)),
        "projects": rows_of.projects_of(projects),
        "projects_unsaid": rows_of.unsaid_of(projects),
        "evidence": sources.evidence(),
        "crumbs": [Link(_("Plans"), reverse("plans:plan_list"))],
    }


def year_chips(years: Iterable[int], current: int) -> list[Chip]:
    """The fiscal years as chips, the earliest first."""
    language = reader_language()
    return [Chip(format_year(year, language), year_url(year), is_current=year == current) for year in sorted(years)]


def summary(projects: int, events: int) -> str:
    """How many projects and events the page has, in words; "" for none of either."""
    counted = (
        (ngettext("%(count)s project", "%(count)s projects", projects), projects),
        (ngettext("%(count)s event on record", "%(count)s events on record", events), events),
    )
    return in_a_row([words % {"count": number} for words, number in counted if number], " · ")


def quiet(months: Sequence[Month]) -> str:
    """That the other months, or all of them, hold nothing yet; "" when every month holds something."""
    if not months:
        return _("Nothing of this year is in the register yet.")
    return _("Nothing is in the register yet of the other months.") if len(months) < MONTHS else ""
