"""Projects as the pages of plans show them: line by line, and how far they are altogether."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.components import ProgressGroup, ProgressPlot, Words, WorkItem
from iad_portal.lib.drawings.plot_progress import cells
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import text_of
from networks.pages.projects import progress_label, project_time
from plans.models import Project
from relations.pages.links import listed
from relations.pages.unsaid import unsaid

# Fewer projects with a recorded progress are told as well by their own bars.
FEWEST_RECORDED = 3


def with_rows(rows: QuerySet[Project]) -> QuerySet[Project]:
    """Projects with all that a row of them names, in a fixed number of queries."""
    return rows.select_related("plan").prefetch_related("notes", "agencies", "cities")


def projects_of(projects: Iterable[Project]) -> list[WorkItem]:
    """What the page says of each, for components/work.html: title, code, who, when, how much, and how far."""
    return shown(projects, _project, "projects")


def unsaid_of(projects: Sequence[Project]) -> SafeString | str:
    """What is on record of none of the projects, for components/unsaid.html; "" without projects."""
    told = (
        (_("who carries the projects"), any(project.agencies.all() for project in projects)),
        (_("their budgets"), any(project.budget_thb is not None for project in projects)),
        (_("their progress"), any(project.progress for project in projects)),
    )
    return unsaid(words for words, is_told in told if not is_told) if projects else ""


def _project(project: Project) -> WorkItem:
    return WorkItem(
        text_of(project, "title"),
        anchor=project.slug,
        number=project.order or "",
        lines=[line for line in _lines(project) if line],
        percent=project.progress.percent if project.progress else None,
        progress_label=progress_label(project),
    )


def _lines(project: Project) -> list[Words]:
    names = listed(text_of(agency, "name") for agency in project.agencies.all())
    cities = listed(text_of(city, "name") for city in project.cities.all() if city.is_published())
    return [
        _("Project code %(code)s") % {"code": project.official_code} if project.official_code else "",
        names,
        format_html(_("With {}"), cities) if cities else "",
        project_time(project),
        _money(_("Budget: %(amount)s baht"), project.budget_thb),
        _money(_("Spent: %(amount)s baht"), project.spent_thb),
    ]


def _money(sentence: str, amount: Decimal | None) -> str:
    return sentence % {"amount": f"{amount:,.0f}"} if amount is not None else ""


def percents_of(projects: Iterable[Project]) -> list[int | None]:
    """How far each project is by its latest note; None where none is recorded."""
    return [project.progress.percent if project.progress else None for project in projects]


def progress_plot(percents: Sequence[int | None]) -> ProgressPlot | None:
    """How far projects are, and of how many that is known.

    Nothing when it is recorded of too few.
    """
    recorded = [percent for percent in percents if percent is not None]
    if len(recorded) < FEWEST_RECORDED:
        return None
    groups = [
        ProgressGroup("done", _("Done"), recorded.count(100)),
        ProgressGroup("going", _("Partly done"), sum(0 < percent < 100 for percent in recorded)),
        ProgressGroup("waiting", _("Not begun"), recorded.count(0)),
        ProgressGroup("unknown", _("Progress not recorded"), len(percents) - len(recorded)),
    ]
    there = [group for group in groups if group.number]
    told = ", ".join(f"{group.label}: {group.number}" for group in there)
    return ProgressPlot(
        _progress_title(len(percents), len(recorded), recorded.count(100)),
        label=_("Progress of the projects. %(counts)s") % {"counts": told},
        cells=cells(percents),
        groups=there,
    )


def _progress_title(projects: int, recorded: int, done: int) -> str:
    """What to see, and of how many it is not known."""
    words = {"projects": projects, "recorded": recorded, "done": done}
    return _("Progress is recorded for %(recorded)s of %(projects)s projects, %(done)s of them done.") % words
