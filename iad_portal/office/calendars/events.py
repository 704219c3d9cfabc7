"""What stands in the public calendars: meetings, activities of monthly plans, anniversaries, events of news.

Only what is published, and only what is known to the day: what is known to its month or year is left out.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from html import unescape
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.kept_queries import Kept, kept_query
from iad_portal.lib.records.publishing import LISTED, Publishable, visible
from iad_portal.lib.registers.calendars import Happening, whole_days
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from networks.models import Attendance, Meeting, Network, Participation
from networks.pages.courses import attendance_words, calendar_days, course_words
from networks.pages.words import place
from news.models import Article
from plans.models import PlanKind, Project
from relations.models import City, CityKind
from relations.pages.files import in_language
from relations.pages.growth import all_agreements
from relations.pages.links import seen
from relations.pages.ties import (
    anniversary_with,
    partners_by_name,
    round_anniversary_of,
    share_agreements,
    with_agreements,
)

# More of a kind are no calendar but an archive: the latest are the ones that are asked for.
MOST = 1000


def everything() -> list[Happening]:
    """All of it: five queries."""
    partners = partners_by_name().rows()
    share_agreements(all_agreements().rows(), partners)
    return [*_meetings(_all_meetings()), *_activities(_all_activities()), *_anniversaries(partners)]


def of_network(network: Network) -> list[Happening]:
    """Its meetings."""
    return _meetings(meetings().filter(network=network))


def of_city(city: City) -> list[Happening]:
    """Meetings that it hosts, attends or that are held with it; activities with it; the anniversary of its ties."""
    hosted = Q(host_city=city)
    took_part = Exists(Participation.objects.filter(meeting=OuterRef("pk"), city=city))
    rows = meetings().filter(hosted if city.kind == CityKind.HOME else hosted | Q(partner=city) | took_part)
    partners = with_agreements(City.objects.published().filter(pk=city.pk))
    return [*_meetings(rows), *_activities(_dated_activities().filter(cities=city)), *_anniversaries(partners)]


def meetings() -> QuerySet[Meeting]:
    """The published meetings, the latest first, with what is told of them."""
    rows: QuerySet[Meeting] = Meeting.objects.published().newest_first()
    return rows.select_related("network", "partner", "host_city", "country")


def activities() -> QuerySet[Project]:
    """The published activities of published monthly plans, the latest first."""
    rows: QuerySet[Project] = Project.objects.published().filter(visible(LISTED, prefix="plan__"))
    return rows.filter(plan__kind=PlanKind.MONTHLY_PLAN).select_related("plan").order_by("-starts_on", "-pk")


def _dated_activities() -> QuerySet[Project]:
    return activities().filter(starts_on__isnull=False)


_all_meetings, _all_activities = kept_query(meetings), kept_query(_dated_activities)


def _meetings(rows: QuerySet[Meeting] | Kept) -> list[Happening]:
    return _known(shown(rows[:MOST], meeting_event, "calendar: meetings"))


def _activities(rows: QuerySet[Project] | Kept) -> list[Happening]:
    return _known(shown(rows[:MOST], _activity, "calendar: activities"))


def _known(found: Iterable[Happening | None]) -> list[Happening]:
    return [happening for happening in found if happening]


def meeting_event(meeting: Meeting) -> Happening | None:
    """One meeting; None when its day is not known. One that was called off stays, and says so."""
    days = calendar_days(meeting)
    if days is None:
        return None
    title = text_of(meeting, "title")
    if meeting.is_cancelled:
        title = _before(title, _("Cancelled: %(title)s"))
    elif meeting.waits_for_a_day:
        title = _before(title, _("Postponed: %(title)s"))
    return Happening(
        ("meeting", meeting.pk), title, *days, _absolute(meeting), **_changes(meeting),
        text=_lines(_about(meeting), title, meeting), place=_place(meeting), position=_position(meeting),
        is_cancelled=meeting.is_called_off,
    )  # fmt: skip


def _before(title: Text, words: str) -> Text:
    return Text(words % {"title": title.value}, title.language, title.wanted)


def _about(meeting: Meeting) -> Iterator[Any]:
    """Lines on a meeting, as its page says them."""
    side = seen(meeting.network) or seen(meeting.partner)
    yield text_of(side, "name") if side else ""
    yield meeting.get_kind_display()
    yield attendance_words(meeting)
    yield course_words(meeting)
    yield text_of(meeting, "course_note")
    yield text_of(meeting, "theme")


def _place(meeting: Meeting) -> str:
    where = _plain(place(text_of(meeting, "venue"), meeting.host_city, meeting.country))
    return where or (str(meeting.get_attendance_display()) if meeting.attendance == Attendance.ONLINE else "")


def _position(meeting: Meeting) -> tuple[Decimal, Decimal] | None:
    """That of the host city, where no venue is named: where a venue lies in its city is not on record."""
    city = seen(meeting.host_city)
    if not city or not city.coordinates or text_of(meeting, "venue") or meeting.attendance == Attendance.ONLINE:
        return None
    return city.coordinates.latitude, city.coordinates.longitude


def _activity(project: Project) -> Happening | None:
    days = whole_days(project.starts_on, project.ends_on)
    if days is None or project.plan is None:
        return None
    title, url = text_of(project, "title"), _absolute(project.plan)
    lines = [text_of(project.plan, "title")]
    return Happening(
        ("project", project.pk), title, *days, url, **_changes(project), text=_lines(lines, title, project)
    )


def _anniversaries(partners: Iterable[City]) -> list[Happening]:
    today = calendar.today()
    return _known(shown(partners, lambda city: _anniversary(city, today), "calendar: anniversaries"))


def _anniversary(city: City, at: date) -> Happening | None:
    coming = round_anniversary_of(city, at)
    if coming is None:
        return None
    agreement, day, years = coming
    name = text_of(city, "name")
    title = Text(_plain(anniversary_with(city, years)), reader_language(), reader_language())
    return Happening(
        ("anniversary", agreement.pk, years), title, day, day, _absolute(city), **_changes(agreement),
        text=_lines([_plain(agreement.full_title())], name, agreement),
    )  # fmt: skip


def article_event(article: Article) -> Happening | None:
    """The event that an article tells of; None when its day is not known."""
    days = whole_days(article.event_on, article.event_ends_on)
    if days is None:
        return None
    title = text_of(article, "title")
    return Happening(
        ("article", article.pk), title, *days, _absolute(article), **_changes(article),
        text=_lines([text_of(article, "lead")], title, article),
    )  # fmt: skip


def _changes(record: Publishable) -> dict[str, Any]:
    """Since when a record stands as it does; of what was loaded and never changed since, when it was entered."""
    changed: datetime | None = record.changed_at
    return {"version": record.version, "changed": changed or record.created_at, "is_entry": changed is None}


def _absolute(record: Any) -> str:
    return f"{settings.SITE_URL}{record.get_absolute_url()}"


def _lines(lines: Iterable[Any], title: Text, record: Any) -> str:
    """The plain text of an event: what is known, in which language it is where that is the other one, any doubt."""
    said = [_plain(line) for line in lines]
    said.append(f"({in_language(title.language)})" if title.is_fallback else "")
    said.append(_("To be confirmed by the office") if record.is_doubtful else "")
    return "\n".join(line for line in said if line)


def _plain(words: Any) -> str:
    """`words` without markup where they are HTML; a typed text as it is."""
    return unescape(strip_tags(str(words))) if hasattr(words, "__html__") else str(words)
