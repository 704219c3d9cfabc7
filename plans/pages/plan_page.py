"""What the page of one plan shows: its kind and period, what it supersedes, its projects and documents."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.components import Fact, Link
from iad_portal.lib.dates.format import format_fiscal_year
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.text.bilingual import reader_language, text_of
from plans.models import OF_A_FISCAL_YEAR, Plan, Project
from relations.models import Document
from relations.pages.citations import SourceList
from relations.pages.files import documents_of

from . import projects as rows_of
from .plan_register import period_of, year_url


def context(plan: Plan) -> dict[str, Any]:
    """All that plans/plan_detail.html needs."""
    projects = list(rows_of.with_rows(Project.objects.published().filter(plan=plan)))
    sources = SourceList([plan, *projects])
    parts = {
        "plan": plan,
        "title": lambda: text_of(plan, "title"),
        "note": lambda: text_of(plan, "note"),
        "facts": lambda: facts_of(plan),
        "supersedes": lambda: plan_links(plan.supersedes.published().order_by("slug")),
        "superseded_by": lambda: plan_links(plan.superseded_by.published().order_by("slug")),
        "progress": lambda: rows_of.progress_plot(rows_of.percents_of(projects)),
        "projects": lambda: rows_of.projects_of(projects),
        "documents": lambda: documents_of(Document.objects.by_record([plan])[plan]),
        "evidence": lambda: sources.evidence(),
        "crumbs": lambda: crumbs(plan),
    }
    return parts_of_page(plan, parts)


def plan_links(plans: Iterable[Plan]) -> list[Link]:
    """Plans as links."""
    return shown(plans, lambda plan: Link(text_of(plan, "title"), plan.get_absolute_url()), "links to plans")


def facts_of(plan: Plan) -> list[Fact]:
    """Kind, fiscal year, month or period."""
    facts = [Fact(_("Kind of plan"), plan.get_kind_display())]
    if plan.fiscal_year:
        label = format_fiscal_year(plan.fiscal_year, reader_language())
        url = year_url(plan.fiscal_year) if plan.is_published() else ""
        facts.append(Fact(_("Fiscal year"), label, url))
    if period_of(plan):
        facts.append(Fact(_("Period"), period_of(plan)))
    return facts


def crumbs(plan: Plan) -> list[Link]:
    """The way to a plan: the list, and its fiscal year when it is one of a year's plans."""
    above = [Link(_("Plans"), reverse("plans:plan_list"))]
    if plan.kind in OF_A_FISCAL_YEAR and plan.is_published():
        label = format_fiscal_year(plan.fiscal_year, reader_language())
        above.append(Link(label, year_url(plan.fiscal_year)))
    return above
