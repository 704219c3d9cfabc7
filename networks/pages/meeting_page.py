"""What the page of one meeting shows: when, where, who, what was said, agreed and promised there."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from iad_portal.lib.components import Fact, Link, Part
from iad_portal.lib.dates.calendar import Precision
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import LANGUAGES, Text, reader_language, text_of
from networks.models import Meeting, MeetingKind, Point, PointKind
from news.models import Article
from relations.models import Document, Figure, Person, Photo, Post
from relations.pages.citations import SourceList
from relations.pages.commitments import commitment_entries, commitments_of
from relations.pages.figures import figure_facts
from relations.pages.files import documents_of, gallery_of
from relations.pages.links import in_a_row, linked, seen
from relations.pages.news_lines import news_lines

from . import participants
from .meeting_register import host_of, part_line, quoted
from .projects import named_there
from .words import LONG_TITLE, numbered_kind, place, which_meeting

NEWS = 6
POINTS = {"topics": PointKind.TOPIC, "outcomes": PointKind.OUTCOME, "recommendations": PointKind.RECOMMENDATION}


def with_rows() -> QuerySet[Meeting]:
    """Meetings with the records they name, `points_in_order` and `took_part`: three queries."""
    return Meeting.objects.select_related(
        "network", "partner", "host_city__country", "country", "part_of", "part_of__network"
    ).prefetch_related(
        Prefetch("points", Point.objects.order_by("order", "pk"), to_attr="points_in_order"),
        Prefetch("participation", participants.with_city_or_agency(), to_attr="took_part"),
    )


def context(meeting: Meeting) -> dict[str, Any]:
    """All that networks/meeting_detail.html needs. `meeting` comes from `with_rows()`."""
    rows = meeting.took_part
    commitments = commitments_of(meeting)
    figures = Figure.objects.by_record([meeting])[meeting]
    documents = Document.objects.by_record([meeting])[meeting]
    sources = SourceList([meeting, *figures, *commitments])
    title = text_of(meeting, "title")
    parts = {
        "meeting": meeting,
        "title": title,
        "is_long": lambda: len(str(title)) > LONG_TITLE,
        "crumbs": lambda: crumbs(meeting),
        "kicker": lambda: kicker(meeting),
        "theme": lambda: quoted(text_of(meeting, "theme")),
        "strip": lambda: strip_of(meeting, chairs_of(meeting)),
        "facts": lambda: facts_of(meeting, sources),
        "note": lambda: text_of(meeting, "note"),
        "parts": lambda: parts_of(meeting),
        **{name: partial(points_of, meeting, kind) for name, kind in POINTS.items()},
        "counted": lambda: participants.counted(rows),
        "participants": lambda: participants.participants(rows),
        "presented": lambda: participants.presented(rows),
        "figures": lambda: figure_facts(figures, sources),
        "commitments": lambda: commitment_entries(commitments),
        "projects": lambda: named_there(meeting),
        "documents": lambda: documents_of(documents),
        "gallery": lambda: gallery_of(Photo.objects.by_record([meeting])[meeting]),
        "cards": lambda: news_lines(Article.objects.published().filter(meetings=meeting).newest_first()[:NEWS]),
        "evidence": lambda: sources.evidence(),
    }
    return parts_of_page(meeting, parts)


def crumbs(meeting: Meeting) -> list[Link]:
    """The way down: the register, and the meeting of which this one is a part."""
    whole = meeting.part_of if meeting.part_of and meeting.part_of.is_published() else None
    above = [Link(text_of(whole, "title"), whole.get_absolute_url())] if whole else []
    return [Link(_("Meetings"), reverse("networks:meeting_list")), *above]


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


def chairs_of(meeting: Meeting) -> QuerySet[Any]:
    """Who chaired, each with `post_th` and `post_en`: the post held on that day, when the day is known."""
    day = meeting.starts_on
    posts = Post.objects.none()
    if day and day.precision == Precision.DAY:
        posts = Post.objects.open_at(day.first_day).filter(person=OuterRef("pk")).latest_first()
    titles = {f"post_{code}": Subquery(posts.values(f"title_{code}")[:1]) for code in LANGUAGES}
    chairs: QuerySet[Any] = meeting.chairs.annotate(**titles)
    return chairs.order_by(f"sort_{reader_language()}", "pk")


def _chair(person: Person) -> SafeString:
    return in_a_row([person.full_name(), text_of(person, "post")], ", ")


def strip_of(meeting: Meeting, chairs: Iterable[Person]) -> list[Fact]:
    """The facts at a glance."""
    where = place(text_of(meeting, "venue"), meeting.host_city, meeting.country)
    host = host_of(meeting)
    entries = [
        Fact(_("When"), when(meeting.starts_on, meeting.ends_on) or _("Not recorded")),
        Fact(_("Where"), where or _("Not recorded")),
        Fact(_("Host"), host.value, host.url),
    ]
    # A literal of our own; every name between the breaks is escaped.
    if names := in_a_row(map(_chair, chairs), mark_safe("<br>")):
        entries.append(Fact(_("Chair"), names))
    return entries


def facts_of(meeting: Meeting, sources: SourceList) -> list[Fact]:
    """What the meeting belongs to."""
    facts = [
        Fact(_("Kind"), meeting.get_kind_display(), sources=sources.marks(meeting)),
        Fact(_("Network"), linked(meeting.network)),
        Fact(_("Partner city"), linked(meeting.partner)),
        Fact(_("Part of"), linked(meeting.part_of, "title")),
        Fact(_("Mission group"), text_of(meeting, "mission_group")),
    ]
    return [fact for fact in facts if fact.value]


def parts_of(meeting: Meeting) -> list[Part]:
    """The whole meeting and its parts by date, this one without a link; [] if alone."""
    whole = seen(meeting.part_of)
    family = Meeting.objects.published().filter(Q(part_of=meeting) | Q(part_of__isnull=False, part_of=whole))
    members = {member.pk: member for member in [*([whole] if whole else []), meeting, *family]}
    if len(members) < 2:
        return []
    return [_part(member, is_this=member.pk == meeting.pk) for member in sorted(members.values(), key=_day)]


def _part(meeting: Meeting, *, is_this: bool) -> Part:
    return Part(
        meeting.starts_on,
        meeting.ends_on,
        text_of(meeting, "title"),
        url=meeting.get_absolute_url() if meeting.is_published() and not is_this else "",
        text=in_a_row([part_line(meeting), _("this meeting") if is_this else ""], " · "),
    )


def _day(meeting: Meeting) -> tuple[Any, ...]:
    return (meeting.starts_on.first_day if meeting.starts_on else date.max, meeting.pk)


def points_of(meeting: Meeting, kind: PointKind) -> list[Text]:
    """Topics, outcomes or recommendations, as Texts."""
    points = (point for point in meeting.points_in_order if point.kind == kind)
    return shown(points, lambda point: text_of(point, "text"), "points of a meeting")
