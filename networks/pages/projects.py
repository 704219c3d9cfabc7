"""Projects that a meeting named."""

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from iad_portal.lib.components import WorkItem
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Meeting
from plans.models import Project
from relations.models import Agency
from relations.pages.links import agency_link, in_a_row


def named_there(meeting: Meeting) -> list[WorkItem]:
    """The published projects that `meeting` named: three queries."""
    agencies = Prefetch("agencies", Agency.objects.order_by(f"sort_{reader_language()}", "pk"))
    rows = Project.objects.published().filter(meeting=meeting).select_related("plan")
    return shown(rows.prefetch_related(agencies, "notes"), _entry, "projects of a meeting")


def _entry(project: Project) -> WorkItem:
    plan = project.plan if project.plan and project.plan.is_published() else None
    lines = [
        _("Project code %(code)s") % {"code": project.official_code} if project.official_code else "",
        in_a_row(map(agency_link, project.agencies.all())),
        text_of(plan, "title") if plan else "",
    ]
    return WorkItem(
        text_of(project, "title"),
        anchor=project.slug,
        url=plan.get_absolute_url() if plan else "",
        lines=[line for line in lines if line],
        percent=project.progress.percent if project.progress else None,
        progress_label=progress_label(project),
    )


def progress_label(project: Project) -> str:
    """Of which day the latest note of progress is, in words, "" without one; its notes are fetched already."""
    if not project.progress:
        return ""
    if not project.progress.as_of:
        return _("Progress, date not recorded")
    return _("Progress as of %(day)s") % {"day": format_date(project.progress.as_of, reader_language())}
