"""What the page of one plan shows: its year or period, what it supersedes, its projects and documents."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.components import Fact, Link, Statement
from iad_portal.lib.dates.format import format_fiscal_year
from iad_portal.lib.records.faults import parts_of_page
from iad_portal.lib.text.bilingual import reader_language, text_of
from plans.models import OF_A_FISCAL_YEAR, Plan, Project
from relations.models import Document
from relations.pages.citations import SourceList
from relations.pages.files import documents_of
from relations.pages.links import linked, listed
from relations.pages.unsaid import unsaid

from . import projects as rows_of
from .plan_register import period_of, year_url


def context(plan: Plan) -> dict[str, Any]:
    """All that plans/plan_detail.html needs."""
    projects = list(rows_of.with_rows(Project.objects.published().filter(plan=plan)))
    documents = Document.objects.by_record([plan])[plan]
    sources = SourceList([plan, *projects])
    parts = {
        "plan": plan,
        "title": lambda: text_of(plan, "title"),
        "note": lambda: text_of(plan, "note"),
        "statement": lambda: statement_of(plan),
        "progress": lambda: rows_of.progress_plot(rows_of.percents_of(projects)),
        "projects": lambda: rows_of.projects_of(projects),
        "projects_unsaid": lambda: rows_of.unsaid_of(projects),
        "documents": lambda: documents_of(documents),
        "unsaid": lambda: unsaid(
            ["" if projects else _("projects of the plan"), "" if documents else _("the plan as a document")]
        ),
        "evidence": lambda: sources.evidence(),
        "crumbs": lambda: crumbs(plan),
    }
    return parts_of_page(plan, parts)


def statement_of(plan: Plan) -> Statement:
    """Its fiscal year or its period, and which plans it supersedes or is superseded by: two queries."""
    answers = [
        _fiscal_year(plan),
        Fact(_("Period"), period_of(plan)),
        Fact(_("Supersedes"), _names(plan.supersedes.published())),
        Fact(_("Superseded by"), _names(plan.superseded_by.published())),
    ]
    return Statement([answer for answer in answers if answer.value], record=plan)


def _fiscal_year(plan: Plan) -> Fact:
    if not plan.fiscal_year:
        return Fact(_("Fiscal year"), "")
    url = year_url(plan.fiscal_year) if plan.is_published() else ""
    return Fact(_("Fiscal year"), format_fiscal_year(plan.fiscal_year, reader_language()), url)


def _names(plans: QuerySet[Plan]) -> SafeString:
    return listed(linked(plan, "title") for plan in plans.order_by("slug"))


def crumbs(plan: Plan) -> list[Link]:
    """The way to a plan: the list, and its fiscal year when it is one of a year's plans."""
    above = [Link(_("Plans"), reverse("plans:plan_list"))]
    if plan.kind in OF_A_FISCAL_YEAR and plan.is_published():
        label = format_fiscal_year(plan.fiscal_year, reader_language())
        above.append(Link(label, year_url(plan.fiscal_year)))
    return above
