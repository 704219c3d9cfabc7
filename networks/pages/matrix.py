"""Which city took part in which meeting of a network, as far as the records name it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from iad_portal.lib.components import Link, Matrix, MatrixRow
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.text.bilingual import comma, reader_language, text_of
from networks.models import Meeting, MeetingKind, Participation
from relations.models import City, CityKind
from relations.pages.links import name_link, seen

from .words import which_meeting

# More columns do not fit a page; the latest meetings are the ones asked for.
COLUMNS = 6


def matrix_of(meetings: Iterable[Meeting], took_part: Iterable[Participation]) -> Matrix | None:
    """For components/matrix.html; None unless at least two of `meetings` name cities that took part.

    `took_part` are their rows of cities, each city fetched with its row. Drafts are left out; a host is marked.
    """
    cities: dict[int, dict[int, City]] = defaultdict(dict)
    for row in took_part:
        if city := seen(row.city):
            cities[row.meeting_id][city.pk] = city
    named = [meeting for meeting in meetings if cities.get(meeting.pk)]
    if len(named) < 2:
        return None
    columns = sorted(named, key=_age)[-COLUMNS:]
    for meeting in columns:
        if host := seen(meeting.host_city):
            cities[meeting.pk][host.pk] = host
    rows = {pk: city for meeting in columns for pk, city in cities[meeting.pk].items()}
    return Matrix(
        caption=_("Cities named in the record of each meeting"),
        corner=_("City"),
        columns=[_column(meeting) for meeting in columns],
        rows=[
            MatrixRow(name_link(city), [_cell(city, meeting, cities[meeting.pk]) for meeting in columns])
            for city in sorted(rows.values(), key=_home_first)
        ],
        totals=[len(cities[meeting.pk]) for meeting in columns],
        is_cut=len(named) > len(columns),
    )


def _age(meeting: Meeting) -> tuple[Any, ...]:
    return (meeting.starts_on.first_day if meeting.starts_on else date.min, meeting.pk)


def _home_first(city: City) -> tuple[Any, ...]:
    return (city.kind != CityKind.HOME, getattr(city, f"sort_{reader_language()}"), city.pk)


def _cell(city: City, meeting: Meeting, took_part: dict[int, City]) -> str:
    if city.pk == meeting.host_city_id:
        return "host"
    return "yes" if city.pk in took_part else ""


def _column(meeting: Meeting) -> Link:
    host = seen(meeting.host_city)
    where = str(text_of(host, "name")) if host else ""
    # Only the leaders' meetings of a series are counted through; a committee's first meeting is another count.
    is_numbered = meeting.ordinal and meeting.kind == MeetingKind.LEADERS
    label = which_meeting(meeting.ordinal) if is_numbered else meeting.get_kind_display()
    year = format_year(meeting.starts_on.year, reader_language()) if meeting.starts_on else ""
    return Link(label, meeting.get_absolute_url(), comma().join(filter(None, [where, year])))
