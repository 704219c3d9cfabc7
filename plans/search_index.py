"""What search knows of this app: plans, and their projects, which are lines on a plan's or a meeting's page."""

from collections.abc import Iterator
from datetime import date

from django.db import models

from iad_portal.lib.dates.format import format_fiscal_year
from iad_portal.lib.records.publishing import LISTED
from iad_portal.lib.search.searched import LEAD, TEXT, Content, Searched, appears_at, in_both, link, shown
from plans.models import Plan, Project
from relations.search_index import beside_of, place_links


def _plans(keys: list) -> Iterator[Content]:
    rows = list(Plan.objects.ever_published().filter(pk__in=keys))
    beside = beside_of(rows)
    for plan in rows:
        yield Content.of(
            plan,
            "title",
            beside[plan].names,
            also=[*_fiscal_year(plan), *in_both(plan.get_kind_display).values()],
            lead=[shown(plan, "note")],
            text=beside[plan].files,
            day=_first_day(plan),
            year=plan.fiscal_year,
        )


def _projects(keys: list) -> Iterator[Content]:
    rows = Project.objects.ever_published().filter(pk__in=keys).select_related("plan", "meeting")
    rows = list(rows.prefetch_related("cities", "agencies"))
    beside = beside_of(rows)
    for project in rows:
        host = next((host for host in (project.plan, project.meeting) if host and host.status in LISTED), None)
        if host is None:
            continue
        cities = list(project.cities.all())
        yield Content.of(
            project,
            "title",
            beside[project].names,
            code=project.slug,
            page=host.page_key().at("projects"),
            publish_at=appears_at(project, host),
            also=["โครงการ project", project.official_code],
            lead=[shown(project.plan, "title")] if host == project.plan else [],
            text=[{"th": text} for text in _fiscal_year(project.plan)] if project.plan else [],
            links={LEAD: place_links(cities), TEXT: list(map(link, project.agencies.all()))},
            day=project.starts_on or (_first_day(project.plan) if project.plan else None),
            year=project.plan.fiscal_year if project.plan else None,
            countries=sorted({city.country_id for city in cities}),
        )


def _fiscal_year(plan: Plan) -> list[str]:
    return [format_fiscal_year(plan.fiscal_year, language) for language in ("th", "en")] if plan.fiscal_year else []


def _first_day(plan: Plan) -> date | None:
    october = date(plan.fiscal_year - 1, 10, 1) if plan.fiscal_year else None
    return plan.month or plan.period_from or october


def _of_plans(keys: list, _changed: set[str]) -> list[models.QuerySet]:
    """Projects show the plan's title and year, and stand on its page."""
    return [Project.objects.filter(plan__in=keys)]


SEARCHED = [Searched(Plan, _plans, _of_plans), Searched(Project, _projects)]
