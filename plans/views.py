"""Plans: the list, a fiscal year with its twelve months, and the page of one plan."""

from collections.abc import Iterable

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import BE_OFFSET
from iad_portal.lib.dates.format import format_fiscal_year, format_year
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.registers.listing import readable_or_404
from iad_portal.lib.text.bilingual import reader_language, text_of
from plans.models import OF_A_FISCAL_YEAR, Plan, PlanKind, Project
from plans.pages.months import months_of
from plans.pages.plan import percents_of, plan_facts, plan_links, plan_row, progress_plot, projects_of
from relations.models import Document
from relations.pages.citations import SourceList
from relations.pages.files import documents_of

# A year in an address up to this is C.E.; beyond it, B.E. The office's records lie between 1900 and 2100 C.E.
LAST_CE_YEAR = 2200


@require_safe
def plan_list(request):
    """The fiscal years that have a plan, and the plans outside a year."""
    language = reader_language()
    plans = Plan.objects.published()
    outside = shown(plans.outside_a_year(), plan_row, "list of plans")
    years = [
        {
            "label": capfirst(format_fiscal_year(year, language)),
            "url": reverse("plans:fiscal_year", args=[year]),
        }
        for year in plans.fiscal_years()
    ]
    current = calendar.fiscal_year(calendar.today())
    context = {
        "years": years,
        "plans": outside,
        "current_year": format_fiscal_year(current, language),
        "current_url": reverse("plans:fiscal_year", args=[current]),
    }
    return render(request, "plans/plan_list.html", context)


@require_safe
def fiscal_year(request, year: int):
    """The plans of one fiscal year (C.E. in the address; a B.E. year leads there): yearly, monthly, projects."""
    if LAST_CE_YEAR < year <= LAST_CE_YEAR + BE_OFFSET:
        return HttpResponsePermanentRedirect(reverse("plans:fiscal_year", args=[year - BE_OFFSET]))
    years = Plan.objects.published().fiscal_years()
    # The running year is a page from its first day, before anybody has entered its plans.
    if year not in years and year != calendar.fiscal_year(calendar.today()):
        raise Http404
    plans = list(Plan.objects.published().of_fiscal_year(year).order_by("month", "slug"))
    projects = list(projects_to_show(Project.objects.published().of_fiscal_year(year)))
    whole = [plan for plan in plans if plan.kind != PlanKind.MONTHLY_PLAN]
    sources = SourceList([*plans, *projects])
    first, last = calendar.fiscal_year_span(year)
    context = {
        "year": year,
        "title": capfirst(format_fiscal_year(year, reader_language())),
        "bare_year": format_year(year, reader_language()),
        "first": first,
        "last": last,
        "years": year_chips({*years, year}, year),
        "plans": shown(whole, lambda plan: plan_row(plan, sources), "plans of a year"),
        "months": months_of(year, plans, projects),
        "progress": progress_plot(percents_of(projects)),
        "projects": projects_of(projects, sources),
        "sources": sources.entries(),
        "crumbs": [{"label": _("Plans"), "url": reverse("plans:plan_list")}],
        "updated_at": max((row.updated_at for row in [*plans, *projects]), default=None),
    }
    return render(request, "plans/fiscal_year.html", context)


def projects_to_show(rows):
    """Projects with all that a row of them names, in a fixed number of questions."""
    return rows.select_related("plan").prefetch_related("notes", "agencies", "cities")


def year_chips(years: Iterable[int], current: int) -> list[dict]:
    """The fiscal years as chips, the earliest first."""
    language = reader_language()
    return [
        {
            "label": format_year(year, language),
            "url": reverse("plans:fiscal_year", args=[year]),
            "is_current": year == current,
        }
        for year in sorted(years)
    ]


@require_safe
def plan_detail(request, slug: str):
    """One plan: its kind and period, what it supersedes, its projects and papers."""
    plan = readable_or_404(Plan.objects, slug=slug)
    projects = list(projects_to_show(Project.objects.published().filter(plan=plan)))
    sources = SourceList([plan, *projects])
    parts = {
        "plan": plan,
        "title": lambda: text_of(plan, "title"),
        "note": lambda: text_of(plan, "note"),
        "facts": lambda: plan_facts(plan),
        "supersedes": lambda: plan_links(plan.supersedes.published().order_by("slug")),
        "superseded_by": lambda: plan_links(plan.superseded_by.published().order_by("slug")),
        "progress": lambda: progress_plot(percents_of(projects)),
        "projects": lambda: projects_of(projects, sources),
        "documents": lambda: documents_of(Document.objects.by_record([plan])[plan]),
        "sources": lambda: sources.entries(),
        "crumbs": lambda: plan_crumbs(plan),
    }
    return render(request, "plans/plan_detail.html", parts_of_page(plan, parts))


def plan_crumbs(plan: Plan) -> list[dict]:
    """The way to a plan: the list, and its fiscal year when it is one of a year's plans."""
    crumbs = [{"label": _("Plans"), "url": reverse("plans:plan_list")}]
    if plan.kind in OF_A_FISCAL_YEAR and plan.is_published():
        label = format_fiscal_year(plan.fiscal_year, reader_language())
        crumbs.append({"label": label, "url": reverse("plans:fiscal_year", args=[plan.fiscal_year])})
    return crumbs
