"""What the register of meetings shows: its order, its rows."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.core.paginator import Page
from django.db.models import Case, F, QuerySet, When
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Follow, Ledger, Row, RowGroup
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from iad_portal.lib.text.quick_html import quick_html
from networks.forms import WHEN, MeetingFilter
from networks.models import Meeting
from relations.pages.follow import calendar
from relations.pages.links import linked, name_link, seen

from .courses import remarks
from .words import place

# What a row shows of other records.
SHOWN = ("network", "partner", "host_city", "country", "part_of")


def context(form: MeetingFilter, part: Page[Meeting]) -> dict[str, Any]:
    """All that networks/meeting_list.html needs: coming meetings, then past ones year by year.

    A part of a meeting is listed by itself. `part` holds rows of `in_order()`.
    """
    return {
        "form": form,
        "result": result(form),
        "page": part,
        "is_empty": not part.object_list,
        "ledger": ledger(part, shows_network=True, shows_counts=not part.has_other_pages(), by_year=True),
    }


def follow() -> list[Follow]:
    """The calendar of everything."""
    return [calendar(_("Calendar of meetings and activities"), "calendar")]


def result(form: MeetingFilter) -> str:
    """How many meetings pass the filters, of how many, in words."""
    words = {"count": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(count)s meeting", "%(count)s meetings", form.total) % words
    return ngettext("%(count)s of %(total)s meeting", "%(count)s of %(total)s meetings", form.total) % words


def in_order(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """`rows` as a register has them: coming ones first, the nearest on top; then the past, the latest on top.

    Each knows `is_coming`; meetings without a date come last.
    """
    rows = rows.select_related(*SHOWN).with_is_coming()
    nearest = Case(When(is_coming=True, then=F("starts_on")))
    return rows.order_by(F("is_coming").desc(), nearest.asc(), F("starts_on").desc(nulls_last=True), "-pk")


def ledger(meetings: Iterable[Meeting], *, shows_network: bool, shows_counts: bool, by_year: bool = False) -> Ledger:
    """For components/ledger.html: coming and past, or with `by_year` the past year by year.

    `meetings` come from `in_order()`; `shows_counts` when all rows of each group are on this page.
    """
    columns = [_("Meeting"), _("When"), *([_("Network or partner")] if shows_network else []), _("Host"), _("Kind")]
    groups: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        groups.setdefault(_group(meeting, by_year), []).append(meeting)
    row, found = partial(_row, shows_network=shows_network), []
    for label, members in groups.items():
        if rows := shown(members, row, "register of meetings"):
            found.append(RowGroup(label, rows, len(rows) if shows_counts else ""))
    return Ledger(columns, found)


def _group(meeting: Meeting, by_year: bool) -> str:
    if meeting.is_coming:
        return str(WHEN["coming"])
    if meeting.waits_for_a_day:
        return _("Postponed, no new day set yet")
    if meeting.is_cancelled and not (by_year and meeting.starts_on):
        return _("Cancelled meetings")
    if not meeting.starts_on:
        return _("Date not recorded")
    return format_year(meeting.starts_on.year, reader_language()) if by_year else str(WHEN["past"])


def _row(meeting: Meeting, *, shows_network: bool) -> Row:
    cells = [
        Cell(_("Not recorded"), meeting.starts_on, meeting.ends_on, is_named=not meeting.starts_on),
        *([side_of(meeting)] if shows_network else []),
        host_of(meeting),
        Cell(meeting.get_kind_display()),
    ]
    theme = text_of(meeting, "theme")
    whole = linked(meeting.part_of, "title")
    sub = quick_html(_("Part of {}"), whole) if whole else quoted(theme)
    changed = remarks(meeting)
    about = quick_html('<span class="tag">{}</span>', changed) if changed else ""
    return Row(text_of(meeting, "title"), cells, meeting.get_absolute_url(), sub=sub, about=about)


def quoted(theme: Text) -> SafeString | str:
    """A theme as a quotation, with the language it is really in; "" without one."""
    return quick_html('<q lang="{}">{}</q>', theme.language, theme) if theme else ""


def side_of(meeting: Meeting) -> Cell:
    """The network by its initials, or the partner city, each under its own label; internal meetings have neither."""
    if seen(meeting.network):
        network = name_link(meeting.network)
        return Cell(meeting.network.acronym or network.label, url=network.url, label=_("Network"))
    partner = name_link(meeting.partner)
    label = _("Partner city") if partner.label else _("Network")
    return Cell(partner.label, url=partner.url, label=label)


def host_of(meeting: Meeting) -> Cell:
    """The host city with its country, or the country alone."""
    where = place("", meeting.host_city, meeting.country)
    return Cell(where or _("Not recorded"), url=name_link(meeting.host_city).url, is_named=not where)
