"""What the page of one meeting shows: what was agreed there and what followed, then who took part and what was said."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any, cast

from django.db.models import OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from iad_portal.lib.components import Doing, Fact, Link, Statement, WorkItem
from iad_portal.lib.dates import calendar
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.records.gathered import gathered, values_of
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.records.rehearsal import is_rehearsal
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import Text, text_of
from networks.models import Meeting, MeetingKind, Participation, Point, PointKind
from relations.models import Document, Figure, Person, Photo
from relations.pages.citations import SourceList
from relations.pages.commitments import commitment_items, commitments_of, progress_note
from relations.pages.figures import figure_facts
from relations.pages.files import documents_of, gallery_of
from relations.pages.links import in_a_row, name_link, seen
from relations.pages.media_pack import pack_link
from relations.pages.news_lines import latest_news
from relations.pages.photo_people import with_people
from relations.pages.posts_then import people_then, post_then
from relations.pages.share import share_entry
from relations.pages.unsaid import unsaid

from . import participants
from .courses import attendance_words, calendar_days, course_notice, remarks, when_fact
from .meeting_data import meeting_data
from .meeting_register import host_of
from .projects import named_there
from .share import meeting_shared
from .words import LONG_TITLE, numbered_kind, place, which_meeting

POINTS = {"topics": PointKind.TOPIC, "recommendations": PointKind.RECOMMENDATION}
POINT_FIELDS = ("id", "kind", "order", "text_th", "text_en")


def with_rows() -> QuerySet[Meeting]:
    """Meetings with the records they name, `gathered_points` and `took_part`: two queries."""
    points = gathered(Point.objects.filter(meeting=OuterRef("pk")), *POINT_FIELDS)
    took_part = Prefetch("participation", participants.with_city_or_agency(), to_attr="took_part")
    rows = Meeting.objects.annotate(gathered_points=points).prefetch_related(took_part)
    return rows.select_related("network", "partner", "host_city__country", "country", "part_of", "part_of__network")


def context(meeting: Meeting) -> dict[str, Any]:
    """All that networks/meeting_detail.html needs, but for `news_part()`. `meeting` comes from `with_rows()`."""
    rows = meeting.took_part
    commitments = commitments_of(meeting)
    figures = Figure.objects.by_record([meeting])[meeting]
    documents = Document.objects.by_record([meeting])[meeting]
    photos = with_people().by_record([meeting])[meeting]
    sources = SourceList([meeting, *figures, *commitments])
    title = text_of(meeting, "title")
    agreed = points_of(meeting, PointKind.OUTCOME)
    parts = {
        "meeting": meeting,
        "title": title,
        "is_long": lambda: len(str(title)) > LONG_TITLE,
        "crumbs": lambda: crumbs(meeting),
        "kicker": lambda: kicker(meeting),
        "theme": lambda: text_of(meeting, "theme"),
        "course": lambda: course_notice(meeting),
        "statement": lambda: statement_of(
            meeting, people_then("chaired_meetings", meeting, meeting.starts_on), rows, sources
        ),
        "agreed": lambda: [WorkItem(text=point) for point in agreed],
        "work": lambda: commitment_items(commitments),
        "work_note": lambda: progress_note(commitments),
        **{name: partial(points_of, meeting, kind) for name, kind in POINTS.items()},
        "projects": lambda: named_there(meeting),
        "who_title": lambda: participants.heading(rows),
        "presented": lambda: participants.presented(rows),
        "participants": lambda: participants.others(rows),
        "about": lambda: facts_of(meeting),
        "note": lambda: text_of(meeting, "note"),
        "related": lambda: related_to(meeting),
        **_files(meeting, photos, documents),
        "unsaid": lambda: unsaid_of(meeting, has_agreed=bool(agreed or commitments), has_papers=bool(documents)),
        "evidence": lambda: sources.evidence(rivals=figure_facts(figures, sources)),
        "structured": lambda: meeting_data(meeting),
    }
    return parts_of_page(meeting, parts)


def news_part(meeting: Meeting) -> dict[str, Any]:
    """The part of the page that tells its news: one query."""
    return parts_of_page(meeting, {"news": lambda: latest_news("meetings", meeting)})


def _files(meeting: Meeting, photos: Sequence[Photo], documents: Sequence[Document]) -> dict[str, Any]:
    """The parts of the page that show what is kept in files, and what may be taken away of it."""
    return {
        "documents": lambda: documents_of(documents),
        "gallery": lambda: gallery_of(photos),
        "pack": lambda: pack_link(photos, documents, reverse("networks:meeting_media", args=[meeting.slug])),
        "share_picture": lambda: share_entry(meeting_shared(meeting, photos)),
    }


def crumbs(meeting: Meeting) -> list[Link]:
    """The way down: the register, the network or the partner city, and the meeting of which this one is a part."""
    side, whole = meeting.network or meeting.partner, meeting.part_of
    above = [name_link(side), name_link(whole, "title")]
    if meeting.network and meeting.network.acronym and above[0].url:
        above[0] = Link(meeting.network.acronym, above[0].url)
    return [Link(_("Meetings"), reverse("networks:meeting_list")), *(link for link in above if link.url)]


def kicker(meeting: Meeting) -> SafeString:
    """Network (or partner city), ordinal and kind, as far as each is known.

    Leaders are numbered in the series of their network; every other number counts meetings of its own kind.
    """
    network, partner = seen(meeting.network), seen(meeting.partner)
    side = (network.acronym or text_of(network, "name")) if network else ""
    if partner:
        side = format_html(_("With {}"), marked(text_of(partner, "name")))
    is_of_series = meeting.kind == MeetingKind.LEADERS
    which = which_meeting(meeting.ordinal) if is_of_series else ""
    return in_a_row([side, which, meeting.get_kind_display() if is_of_series else numbered_kind(meeting)], " · ")


def statement_of(
    meeting: Meeting, chairs: Iterable[Person], rows: list[Participation], sources: SourceList
) -> Statement:
    """When, where, by whom, who chaired and who came: what of it is known."""
    venue, host = text_of(meeting, "venue"), host_of(meeting)
    where = place("", meeting.host_city, meeting.country)
    answers = [
        when_fact(meeting),
        Fact(_("How people take part"), attendance_words(meeting)),
        Fact(_("Where"), venue or ("" if meeting.host_city_id else where), as_of=where if venue else ""),
        Fact(_("Host"), host.value if meeting.host_city_id and where else "", host.url),
        _chaired(list(chairs)),
        participants.counted(rows),
    ]
    links = [*calendar_links(meeting), *sources.links()]
    return Statement([answer for answer in answers if answer.value], links=links, record=meeting)


def calendar_links(meeting: Meeting) -> list[Link]:
    """The way into the reader's calendar, of a published meeting whose day is known; none in a rehearsal."""
    if is_rehearsal() or not meeting.is_published() or not calendar_days(meeting):
        return []
    return [Link(_("Add to calendar"), reverse("meeting_calendar", args=[meeting.slug]))]


def _chaired(chairs: list[Person]) -> Fact:
    """Who chaired, with the post held then; several stand each with theirs on a line."""
    if len(chairs) == 1:
        return Fact(_("Chair"), chairs[0].full_name(), as_of=post_then(chairs[0]))
    lines = [in_a_row([person.full_name(), text_of(person, "post")], " ") for person in chairs]
    return Fact(_("Chairs"), in_a_row(lines, mark_safe("<br>")))  # a literal of our own; each name is escaped


def facts_of(meeting: Meeting) -> list[Fact]:
    """What else is known of it."""
    group = text_of(meeting, "mission_group")
    return [Fact(_("Mission group"), group)] if group else []


def related_to(meeting: Meeting) -> list[Doing]:
    """The meeting of which this one is a part, and the other parts, by date; with their venues: one query."""
    whole = seen(meeting.part_of)
    family = _family(meeting=meeting, whole=whole) if whole else _parts(meeting=meeting)
    members = {member.pk: member for member in [*([whole] if whole else []), *family] if member.pk != meeting.pk}
    return shown(sorted(members.values(), key=_day), _related, "related meetings")


@kept_query
def _family(*, meeting: Meeting, whole: Meeting) -> QuerySet[Meeting]:
    """The parts of `meeting`, and those of the whole of which it is itself a part."""
    return cast("QuerySet[Meeting]", Meeting.objects.published().filter(Q(part_of=meeting) | Q(part_of=whole)))


@kept_query
def _parts(*, meeting: Meeting) -> QuerySet[Meeting]:
    return cast("QuerySet[Meeting]", Meeting.objects.published().filter(part_of=meeting))


def _related(meeting: Meeting) -> Doing:
    link = name_link(meeting, "title")
    beside = in_a_row([remarks(meeting), text_of(meeting, "venue")], " · ")
    return Doing(meeting.starts_on, meeting.ends_on, link.label, link.url, beside)


def _day(meeting: Meeting) -> tuple[Any, ...]:
    return (meeting.starts_on.first_day if meeting.starts_on else date.max, meeting.pk)


def unsaid_of(meeting: Meeting, *, has_agreed: bool, has_papers: bool) -> SafeString | str:
    """What the register holds nothing of yet; of a meeting to come only what is known before it,
    and of one that was called off nothing."""
    if meeting.is_called_off:
        return ""
    is_over = meeting.starts_on and (meeting.ends_on or meeting.starts_on).last_day < calendar.today()
    missing = [
        ("" if meeting.starts_on else _("the date")),
        ("" if meeting.venue_th or meeting.venue_en else _("the venue")),
        ("" if has_agreed or not is_over else _("what was agreed")),
        ("" if meeting.took_part or not is_over else _("who took part")),
        ("" if has_papers or not is_over else _("papers")),
    ]
    return unsaid(missing)


def points_of(meeting: Meeting, kind: PointKind) -> list[Text]:
    """Topics, outcomes or recommendations, as Texts, in their order."""
    found = values_of(meeting.gathered_points, "order", "id")
    points = [Point.from_db(None, list(values), list(values.values())) for values in found if values["kind"] == kind]
    for point in points:
        point.meeting = meeting
    return shown(points, lambda point: text_of(point, "text"), "points of a meeting")
