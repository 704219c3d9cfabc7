"""Projects that a meeting named."""

from typing import cast

from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext as _

from iad_portal.lib.components import Words, WorkItem
from iad_portal.lib.dates.format import format_date, format_range
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Meeting
from plans.models import Project
from relations.pages.age import age_line
from relations.pages.agencies_named import agencies_named, links_of_agencies
from relations.pages.links import in_a_row


def named_there(meeting: Meeting) -> list[WorkItem]:
    """The published projects that `meeting` named: two queries."""
    return shown(_named_there(meeting=meeting), _entry, "projects of a meeting")


@kept_query
def _named_there(*, meeting: Meeting) -> QuerySet[Project]:
    rows = Project.objects.published().filter(meeting=meeting).select_related("plan")
    rows = rows.annotate(named_agencies=agencies_named("projects")).prefetch_related("notes")
    return cast("QuerySet[Project]", rows)


def _entry(project: Project) -> WorkItem:
    plan = project.plan if project.plan and project.plan.is_published() else None
    lines = [
        _("Project code %(code)s") % {"code": project.official_code} if project.official_code else "",
        in_a_row(links_of_agencies(project)),
        text_of(plan, "title") if plan else "",
        project_time(project),
    ]
    return WorkItem(
        text_of(project, "title"),
        anchor=project.slug,
        url=plan.get_absolute_url() if plan else "",
        lines=[line for line in lines if line],
        percent=project.progress.percent if project.progress else None,
        progress_label=progress_label(project),
    )


def project_time(project: Project) -> Words:
    """From when to when, in words; that it goes on is only said of one that was confirmed lately enough."""
    if not project.starts_on or project.ends_on:
        return format_range(project.starts_on, project.ends_on, reader_language()) if project.starts_on else ""
    if project.is_confirmed():
        return format_html(_("Under way since {}"), when(project.starts_on))
    return in_a_row([format_html(_("from {}"), when(project.starts_on)), age_line([project])], " · ")


def progress_label(project: Project) -> str:
    """Of which day the latest note of progress is, in words, "" without one; its notes are fetched already."""
    if not project.progress:
        return ""
    if not project.progress.as_of:
        return _("Progress, date not recorded")
    return _("Progress as of %(day)s") % {"day": format_date(project.progress.as_of, reader_language())}
