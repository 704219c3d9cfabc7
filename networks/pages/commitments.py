"""What was promised at a meeting, and where it stands."""

from datetime import date

from django.db.models import OuterRef, QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.records.nested_rows import NestedRows
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import CLOSED, Commitment, CommitmentNote, Progress
from relations.models import Agency, City

from .words import in_a_row, linked

AGENCY = ("slug", "name_th", "name_en")
CITY = (*AGENCY, "hold_th", "hold_en", "status")
STEPS = (Progress.AGREED, Progress.UNDER_WAY, Progress.DONE)


def with_all(commitments: QuerySet) -> QuerySet:
    """`commitments` with their state, agencies, cities and notes up to today, in one question."""
    order = f"sort_{reader_language()}"
    agencies = Agency.objects.filter(commitments=OuterRef("pk")).order_by(order, "pk")
    cities = City.objects.readable().filter(commitments=OuterRef("pk")).order_by(order, "pk")
    notes = CommitmentNote.objects.filter(commitment=OuterRef("pk"), noted_on__lte=calendar.today())
    fields = ("noted_on", "state", "text_th", "text_en")
    return commitments.with_state().annotate(
        agency_rows=NestedRows(agencies, **{name: name for name in AGENCY}),
        city_rows=NestedRows(cities, **{name: name for name in CITY}),
        note_rows=NestedRows(notes.order_by("-noted_on", "-pk"), **{name: name for name in fields}),
    )


def commitment_entry(commitment: Commitment, marks=()) -> dict:
    """One of `with_all()` for components/commitments.html; `marks` are the numbers of its sources."""
    notes = [CommitmentNote(commitment=commitment, **row) for row in commitment.note_rows]
    agencies = in_a_row(agency_link(Agency(**row)) for row in commitment.agency_rows)
    cities = in_a_row(linked(City(**row)) for row in commitment.city_rows)
    lines = [
        text_of(commitment, "detail"),
        format_html(_("With {}"), cities) if cities else "",
        format_html(_("Carried by {}"), agencies) if agencies else "",
        due_line(commitment),
        *(_note_line(note) for note in notes),
        "" if notes else _("No note of progress is recorded."),
    ]
    return {
        "title": text_of(commitment, "title"),
        "framework": commitment.get_framework_display(),
        "steps": steps_of(commitment.latest_state),
        "lines": [line for line in lines if line],
        "sources": marks,
    }


def agency_link(agency: Agency):
    """The name of an agency, which leads to its focal point."""
    return format_html('<a href="{}">{}</a>', agency.get_absolute_url(), marked(text_of(agency, "name")))


def steps_of(state: str) -> list[dict]:
    """Agreed, under way, done; a promise that was dropped ends there."""
    if state == Progress.DROPPED:
        return [{"label": Progress.AGREED.label, "state": "done"}, {"label": Progress.DROPPED.label, "state": "now"}]
    reached = STEPS.index(state)
    states = ["done" if place < reached or state == Progress.DONE else "" for place in range(len(STEPS))]
    if state != Progress.DONE:
        states[reached] = "now"
    return [{"label": step.label, "state": mark} for step, mark in zip(STEPS, states, strict=True)]


def due_line(commitment: Commitment):
    """Until when, whether that day is past while the promise is open; mostly that no source says so."""
    if not commitment.due_on:
        return _("No source says until when.")
    is_late = commitment.latest_state not in CLOSED and commitment.due_on.last_day < calendar.today()
    words = _("Due {}; that day is past") if is_late else _("Due {}")
    return format_html(words, when(commitment.due_on))


def _note_line(note: CommitmentNote):
    state = in_a_row([when(date.fromisoformat(note.noted_on)), Progress(note.state).label], " · ")
    return in_a_row([state, text_of(note, "text")], ": ")
