"""Bangkok in a network on one line of time: memberships and roles as bars, meetings as marks."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import cast

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Lane, MarkKind, Marks, TermsPlot
from iad_portal.lib.dates.calendar import BE_OFFSET, PartialDate
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.drawings.plot_terms import Stretch, moments, stretch
from iad_portal.lib.drawings.plots import YearAxis
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Meeting, Membership, MembershipKind, Role
from relations.models import CityKind
from relations.pages.links import in_a_row, seen
from relations.pages.partner_map import short_name

# The registers of the page tell fewer dates at a glance.
FEWEST_DATES = 3
# The axis goes on past today: what is open today needs room for its arrow.
ROOM = timedelta(days=183)
# More bars than these are a wall, not a picture.
ROLES = 12


def terms_plot(
    memberships: Sequence[Membership], roles: Sequence[Role], meetings: Sequence[Meeting], at: date, *, is_cut: bool
) -> TermsPlot | None:
    """Nothing when too few dates are on record.

    `is_cut` when there are more meetings than the `meetings` handed over.
    """
    dated = [meeting for meeting in meetings if meeting.starts_on]
    termed = sorted((role for role in roles if role.starts_on or role.ends_on), key=_begin)
    days = _days(memberships, termed[-ROLES:], dated)
    if len(days) < FEWEST_DATES:
        return None
    axis = YearAxis(min(days).year, max(*days, at + ROOM).year)
    lanes = [_membership(row, axis, at) for row in sorted(memberships, key=lambda row: row.joined_on or date.min)]
    return TermsPlot(
        _title(memberships, dated, axis, at),
        lanes=lanes + [_role(role, axis, at) for role in termed[-ROLES:]],
        meetings=_meetings(dated, axis),
        ticks=axis.ticks(BE_OFFSET if reader_language() == "th" else 0, at_beginning=True),
        today=stretch(axis, None, at, at).end,
        notes=_notes(len(roles) - len(termed), len(termed), len(meetings) - len(dated), len(dated) if is_cut else 0),
    )


def _begin(role: Role) -> date:
    return cast(date, role.starts_on or role.ends_on)  # one of them is known, or it would not be drawn


def _days(memberships: Sequence[Membership], roles: Sequence[Role], meetings: Sequence[Meeting]) -> list[date]:
    days = [day for row in memberships for day in (row.joined_on, row.left_on)]
    days += [day for role in roles for day in (role.starts_on, role.ends_on)]
    return [day.last_day for day in [*days, *(meeting.starts_on for meeting in meetings)] if day]


def _membership(row: Membership, axis: YearAxis, at: date) -> Lane:
    is_open = row.is_open(at) and not row.left_on and row.is_confirmed(at)
    return Lane(
        row.get_kind_display() if row.kind != MembershipKind.UNKNOWN else _("Membership"),
        _term(row.joined_on, row.left_on, is_open=is_open),
        _stretch(row.joined_on, row.left_on, axis, at, is_open=is_open),
        kind="membership",
    )


def _role(role: Role, axis: YearAxis, at: date) -> Lane:
    return Lane(
        text_of(role, "title"),
        in_a_row([text_of(role, "holder"), _term(role.starts_on, role.ends_on, is_open=False)], " · "),
        _stretch(role.starts_on, role.ends_on, axis, at, is_open=False),
        kind="role",
    )


def _stretch(begin: PartialDate | None, end: PartialDate | None, axis: YearAxis, at: date, *, is_open: bool) -> Stretch:
    return stretch(axis, begin and begin.first_day, end and end.last_day, at, is_open=is_open)


def _term(begin: PartialDate | None, end: PartialDate | None, *, is_open: bool) -> SafeString | str:
    """The term in words; what is not known of it is said."""
    if begin and end:
        return when(begin, end, "short")
    if begin:
        words = _("since {}, confirmed") if is_open else _("from {}; no end recorded")
        return format_html(words, when(begin, style="short"))
    if end:
        return format_html(_("{}; no beginning recorded"), when(None, end, "short"))
    return _("confirmed; no beginning recorded") if is_open else _("neither beginning nor end recorded")


def _meetings(meetings: Sequence[Meeting], axis: YearAxis) -> Marks | None:
    """The marks of the meetings, those held in Bangkok ahead where room is scarce, then the latest."""
    if not meetings:
        return None
    ranked = sorted(meetings, key=lambda meeting: (is_home(meeting), meeting.starts_on.first_day), reverse=True)
    drawn = moments(
        axis, [(_middle(meeting.starts_on), _held(meeting), _where(meeting)) for meeting in ranked if meeting.starts_on]
    )
    kinds = {mark.kind for mark in drawn}
    words = (("home", _("held in Bangkok")), ("abroad", _("held elsewhere")), ("unknown", _("host not recorded")))
    number = len(meetings)
    label = ngettext("%(count)s meeting", "%(count)s meetings", number) % {"count": number}
    return Marks(label, drawn, [MarkKind(kind, label) for kind, label in words if kind in kinds])


def _held(meeting: Meeting) -> str:
    if is_home(meeting):
        return "home"
    return "abroad" if seen(meeting.host_city) or meeting.country_id else "unknown"


def is_home(meeting: Meeting) -> bool:
    """Whether Bangkok is on record as its host."""
    host = seen(meeting.host_city)
    return host is not None and host.kind == CityKind.HOME


def _middle(day: PartialDate) -> date:
    """The middle of what is known of the day."""
    return day.first_day + (day.last_day - day.first_day) / 2


def _where(meeting: Meeting) -> str:
    """City and year; the year alone where the city is not known, or named in the other language only."""
    year, host = format_year(meeting.starts_on.year, reader_language()), seen(meeting.host_city)
    name = (text_of(host, "name") if is_home(meeting) else short_name(host)) if host else ""
    return f"{name} {year}" if name and not name.is_fallback else year


def _title(memberships: Sequence[Membership], meetings: Sequence[Meeting], axis: YearAxis, at: date) -> str:
    """What to see."""
    language = reader_language()
    since = min((row.joined_on for row in memberships if row.joined_on and row.is_open(at)), default=None)
    sentences = []
    if since:
        sentences.append(_("Bangkok joined in %(year)s.") % {"year": format_year(since.year, language)})
    if meetings:
        number, hosted = len(meetings), sum(is_home(meeting) for meeting in meetings)
        words = ngettext(
            "%(number)s dated meeting, %(hosted)s of them in Bangkok.",
            "%(number)s dated meetings, %(hosted)s of them in Bangkok.",
            number,
        )
        sentences.append(words % {"number": number, "hosted": hosted})
    years = {"first": format_year(axis.first, language), "last": format_year(axis.last, language)}
    return " ".join(sentences) or _("What is on record from %(first)s to %(last)s.") % years


def _notes(untermed: int, termed: int, undated: int, latest: int) -> list[str]:
    """What the drawing leaves out."""
    roles = ngettext(
        "Not drawn: %(number)s role whose term is not recorded.",
        "Not drawn: %(number)s roles whose terms are not recorded.",
        untermed,
    )
    meetings = ngettext(
        "Not drawn: %(number)s meeting without a recorded date.",
        "Not drawn: %(number)s meetings without a recorded date.",
        undated,
    )
    counted = (
        (roles, untermed),
        (_("Only the latest %(number)s roles are drawn."), ROLES if termed > ROLES else 0),
        (meetings, undated),
        (_("Only the latest %(number)s meetings are drawn."), latest),
    )
    return [sentence % {"number": number} for sentence, number in counted if number]
