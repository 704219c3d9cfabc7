"""Meetings that do not take place as they were announced: what pages, lists and programs are told of it."""

from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.components import Fact, Notice, Words
from iad_portal.lib.registers.calendars import whole_days
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import text_of
from networks.models import Attendance, Meeting, MeetingCourse
from relations.pages.links import in_a_row

# How schema.org names them. What is postponed has a new day, or none yet.
_EVENT_STATUS = {MeetingCourse.CANCELLED: "EventCancelled", MeetingCourse.POSTPONED: "EventRescheduled"}
_ATTENDANCE = {
    Attendance.IN_PERSON: "OfflineEventAttendanceMode",
    Attendance.ONLINE: "OnlineEventAttendanceMode",
    Attendance.HYBRID: "MixedEventAttendanceMode",
}


def course_words(meeting: Meeting) -> Words:
    """What changed, in a word or two with the earlier day: "Postponed from 26 Jun 2019"; "" where nothing did."""
    if meeting.course == MeetingCourse.POSTPONED and meeting.earlier_starts_on:
        return format_html(_("Postponed from {}"), when(meeting.earlier_starts_on, style="short"))
    return meeting.get_course_display() if meeting.course != MeetingCourse.AS_PLANNED else ""


def attendance_words(meeting: Meeting) -> Words:
    """That people take part from afar; "" where they meet in one place, or the record does not say."""
    is_told = meeting.attendance in (Attendance.ONLINE, Attendance.HYBRID)
    return meeting.get_attendance_display() if is_told else ""


def remarks(meeting: Meeting) -> SafeString:
    """Both, for a line beside its title."""
    return in_a_row([course_words(meeting), attendance_words(meeting)], " · ")


def course_notice(meeting: Meeting) -> Notice | None:
    """What stands over the page of a meeting whose plan was changed: what changed, and why; else None."""
    words, note = course_words(meeting), text_of(meeting, "course_note")
    if not words and not note:
        return None
    if meeting.waits_for_a_day:
        words = in_a_row([words, _("no new day is set yet")], " · ")
    return Notice(words, note, kind="alert" if meeting.is_called_off else "info")


def when_fact(meeting: Meeting) -> Fact:
    """When it takes place, with what changed of that on a line under it."""
    days = when(meeting.starts_on, meeting.ends_on)
    if meeting.waits_for_a_day:
        days = SafeString(_("No new day is set yet"))
    elif meeting.is_cancelled and not meeting.starts_on and meeting.earlier_starts_on:
        days = when(meeting.earlier_starts_on)
    return Fact(_("When"), days, as_of=course_words(meeting) if meeting.course != MeetingCourse.MOVED else "")


def calendar_days(meeting: Meeting) -> tuple[date, date] | None:
    """The days under which a calendar has it; None where these are not known to the day.

    What was called off without another day stands under the one for which it was announced.
    """
    known = whole_days(meeting.starts_on, meeting.ends_on)
    return known or (whole_days(meeting.earlier_starts_on) if meeting.is_called_off else None)


def event_status(meeting: Meeting) -> str:
    """The word of schema.org for what became of it."""
    if meeting.waits_for_a_day:
        return "https://schema.org/EventPostponed"
    return f"https://schema.org/{_EVENT_STATUS.get(MeetingCourse(meeting.course), 'EventScheduled')}"


def attendance_mode(meeting: Meeting) -> str:
    """The word of schema.org for how people take part; "" where the record does not say."""
    return f"https://schema.org/{_ATTENDANCE[Attendance(meeting.attendance)]}" if meeting.attendance else ""
