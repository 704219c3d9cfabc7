"""Projects that a meeting named. The room of plans lies above: the relation is walked back, nothing is imported."""

from datetime import date

from django.db.models import OuterRef
from django.utils.translation import gettext as _

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.nested_rows import NestedRows
from iad_portal.lib.text.bilingual import reader_language, text_of
from relations.models import Agency

from .commitments import AGENCY, agency_link
from .words import in_a_row


def named_there(projects) -> list[dict]:
    """The published ones of `projects` (a meeting's related manager) for components/projects.html: one question."""
    agencies = Agency.objects.filter(projects=OuterRef("pk")).order_by(f"sort_{reader_language()}", "pk")
    notes = projects.model._meta.get_field("notes").related_model.objects.filter(project=OuterRef("pk"))
    rows = (
        projects.published()
        .select_related("plan")
        .annotate(
            agency_rows=NestedRows(agencies, **{name: name for name in AGENCY}),
            note_rows=NestedRows(notes[:1], percent="percent", day="as_of", precision="as_of_precision"),
        )
    )
    return [_entry(project) for project in rows]


def _entry(project) -> dict:
    plan, note = project.plan, next(iter(project.note_rows), None)
    shows_plan = plan is not None and plan.is_published()
    lines = [
        _("Project code %(code)s") % {"code": project.official_code} if project.official_code else "",
        in_a_row(agency_link(Agency(**row)) for row in project.agency_rows),
        text_of(plan, "title") if shows_plan else "",
    ]
    return {
        "title": text_of(project, "title"),
        "url": plan.get_absolute_url() if shows_plan else "",
        "anchor": project.slug,
        "lines": [line for line in lines if line],
        "percent": note["percent"] if note else None,
        "progress_label": _progress(note),
    }


def _progress(note: dict | None) -> str:
    if note is None:
        return _("Progress is not recorded")
    if not note["day"]:
        return _("Progress, date not recorded")
    day = PartialDate.of(date.fromisoformat(note["day"]), note["precision"] or "day")
    return _("Progress as of %(day)s") % {"day": format_date(day, reader_language())}
