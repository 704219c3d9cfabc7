"""A meeting in lines of plain text: when and where, what was on the table, what was agreed, who took part."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_range
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Meeting, Participation, PointKind
from relations.pages.links import seen

from .meeting_page import points_of


def told_of(meeting: Meeting) -> list[str]:
    """The lines, the title first; `meeting` comes from `meeting_page.with_rows()`. What is not known is left out."""
    days = format_range(meeting.starts_on, meeting.ends_on, reader_language()) if meeting.starts_on else ""
    city, country = seen(meeting.host_city), meeting.country
    places = [text_of(meeting, "venue"), *(text_of(one, "name") for one in (city, country) if one)]
    lines = [str(text_of(meeting, "title")), days, ", ".join(str(place) for place in places if place)]
    lines = [line for line in lines if line]
    lines += _part(_("Topics"), points_of(meeting, PointKind.TOPIC))
    lines += _part(_("What was agreed"), points_of(meeting, PointKind.OUTCOME))
    lines += _part(_("Recommendations"), points_of(meeting, PointKind.RECOMMENDATION))
    lines += _part(_("Who took part"), [_participant(row) for row in meeting.took_part])
    return lines


def _part(heading: str, rows: Iterable[Any]) -> list[str]:
    listed = [f"- {row}" for row in rows if str(row)]
    return ["", heading, *listed] if listed else []


def _participant(row: Participation) -> str:
    record = row.city or row.agency
    name = text_of(record, "name") if record else text_of(row, "body")
    presented = text_of(row, "presented")
    return f"{name}: {presented}" if presented else str(name)
