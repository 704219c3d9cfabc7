"""What the page of one network shows: the network itself, Bangkok's part in it, its meetings and news."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.components import Cell, Fact, Follow, Ledger, Link, Row, RowGroup, Statement
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_fiscal_year
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.registers.days import as_of
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import (
    CityMembership,
    CityRole,
    Fee,
    Meeting,
    Membership,
    Network,
    NetworkStatus,
    Participation,
    Role,
    RoleState,
)
from relations.models import Document, Figure
from relations.pages.age import age_line, seen_of
from relations.pages.citations import SourceList
from relations.pages.figures import figure_facts, with_rivals
from relations.pages.files import documents_of
from relations.pages.follow import calendar as calendar_link
from relations.pages.follow import news_of
from relations.pages.links import in_a_row, name_link
from relations.pages.news_lines import latest_news
from relations.pages.share import share_entry
from relations.pages.unsaid import unsaid

from .matrix import matrix_of
from .meeting_register import in_order, ledger
from .network_data import network_data
from .network_register import current, secretariat
from .share import network_shared
from .terms import terms_plot
from .words import LONG_TITLE, number_text

# The coming and the latest ones; the register of meetings has them all.
MEETINGS = 50


def with_rows() -> QuerySet[Network]:
    """Networks with the city and the country of their secretariat: one query."""
    return Network.objects.select_related("secretariat_city__country", "secretariat_country")


def context(request: HttpRequest, network: Network) -> dict[str, Any]:
    """All that networks/network_detail.html needs, but for `news_part()`. `network` comes from `with_rows()`."""
    memberships, roles, fees = (
        _parts_of(model, network=network).rows(network=network) for model in (Membership, Role, Fee)
    )
    figures = Figure.objects.by_record([network])[network]
    newest, rivals = with_rivals(figures)
    found = _meetings(network=network)[: MEETINGS + 1]
    meetings, is_cut = found[:MEETINGS], len(found) > MEETINGS
    cities = _cities(network=network).rows(network=network)
    took_part = _cities_at(meetings=meetings).rows() if meetings else []
    claims = [network, *memberships, *roles]
    sources = SourceList([*claims, *fees, *cities, *figures])
    parts = {
        "network": network,
        "as_of": lambda: as_of(request),
        "title": lambda: text_of(network, "name"),
        "is_long": lambda: len(str(text_of(network, "name"))) > LONG_TITLE,
        "kicker": lambda: in_a_row([network.acronym, network.get_kind_display()], " · "),
        "aims": lambda: text_of(network, "aims"),
        "crumbs": lambda: [Link(_("Networks"), reverse("networks:network_list"))],
        "statement": lambda: _statement(network, memberships, roles, sources),
        "facts": lambda: _facts(network, sources),
        "memberships": lambda: _membership_ledger(memberships, sources),
        "terms": lambda: terms_plot(memberships, roles, _held(meetings), calendar.today(), is_cut=is_cut),
        "roles": lambda: _role_ledger(roles, sources),
        "cities": lambda: _city_ledger(cities, sources),
        "fees": lambda: _fee_ledger(fees, sources),
        "figures": lambda: figure_facts(newest, sources),
        "meetings": lambda: ledger(meetings, shows_network=False, shows_counts=not is_cut) if meetings else None,
        "meetings_url": lambda: f"{reverse('networks:meeting_list')}?network={network.slug}" if is_cut else "",
        "matrix": lambda: matrix_of(_held(meetings), took_part),
        "documents": lambda: documents_of(Document.objects.by_record([network])[network]),
        "structured": lambda: network_data(network),
        "share_picture": lambda: share_entry(network_shared(network)),
        "unsaid": lambda: _unsaid(network, memberships, meetings),
        "evidence": lambda: sources.evidence(rivals=figure_facts(rivals, sources), age=age_line(claims)),
    }
    return parts_of_page(network, parts)


def news_part(network: Network) -> dict[str, Any]:
    """The parts of the page that tell its news, and how to follow them: one query."""
    parts = {
        "news": lambda: latest_news("networks", network),
        "news_url": lambda: f"{reverse('news:article_list')}?network={network.slug}",
        "follow": lambda: _follow(network),
    }
    return parts_of_page(network, parts)


def _held(meetings: Sequence[Meeting]) -> list[Meeting]:
    """Those that took place, or are to."""
    return [meeting for meeting in meetings if not meeting.is_called_off]


def _follow(network: Network) -> list[Follow]:
    """The ways to its news, and the calendar of its meetings; nothing of what is withdrawn."""
    if not network.is_published():
        return []
    news = news_of(_("News of this network"), {"network": network.slug})
    return [*news, calendar_link(_("Calendar of this network’s meetings"), "network_calendar", network.slug)]


@kept_query
def _parts_of(model: type[Membership | Role | Fee], *, network: Network) -> QuerySet[Any]:
    return model.objects.filter(network=network)


@kept_query
def _meetings(*, network: Network) -> QuerySet[Meeting]:
    return in_order(Meeting.objects.published().filter(network=network))


@kept_query
def _cities(*, network: Network) -> QuerySet[CityMembership]:
    found: QuerySet[CityMembership] = CityMembership.objects.filter(network=network).of_readable_cities()
    return found


@kept_query
def _cities_at(*, meetings: Sequence[Meeting]) -> QuerySet[Participation]:
    """Who took part in `meetings`, of the cities."""
    return Participation.objects.filter(meeting__pk__in=meetings, city__isnull=False).select_related("city")


def _statement(network: Network, memberships: list[Membership], roles: list[Role], sources: SourceList) -> Statement:
    """What Bangkok is in it and for how long, how the network is, and where its secretariat is: what of it is known."""
    is_last_known = network.activity == NetworkStatus.ACTIVE and not network.is_confirmed()
    activity = age_line([network]) or _("Not confirmed") if is_last_known else network.get_activity_display()
    answers = [
        part_of_bangkok(memberships),
        Fact(_("The network itself"), activity),
        Fact(_("Secretariat"), secretariat(network), name_link(network.secretariat_city).url),
        Fact(_("Website"), urlsplit(network.website).hostname or "", network.website),
    ]
    seen = seen_of([network, *memberships, *roles])
    return Statement([answer for answer in answers if answer.value], seen, sources.links(), record=network)


def part_of_bangkok(memberships: list[Membership]) -> Fact:
    """What Bangkok is in a network with these `memberships`, and since when; without a value where none is recorded."""
    now = current(memberships)
    part = "" if not now else now.get_kind_display() if now.is_open() else _("Ended")
    return Fact(_("Bangkok’s part"), part, as_of=membership_time(now) if now else "")


def _unsaid(network: Network, memberships: list[Membership], meetings: list[Meeting]) -> SafeString | str:
    """What the register holds nothing of yet."""
    missing = [
        "" if memberships else _("what Bangkok is in the network"),
        "" if secretariat(network) else _("the secretariat"),
        "" if meetings else _("meetings"),
    ]
    return unsaid(missing)


def membership_time(row: Membership) -> SafeString | str:
    """Since when it stands, for one that is confirmed; else its term, and when it was last known."""
    if row.left_on or row.is_confirmed():
        return when(row.joined_on, row.left_on)
    begun = format_html(_("from {}"), when(row.joined_on)) if row.joined_on else ""
    return in_a_row([begun, age_line([row])], " · ")


def _facts(network: Network, sources: SourceList) -> list[Fact]:
    founded = in_a_row([when(network.founded_on), text_of(network, "founded_note")], " · ")
    facts = [
        Fact(_("Founded"), founded, sources=sources.marks(network)),
        Fact(_("Founded under the name"), _quoted(network.founded_as)),
        Fact(_("Note"), text_of(network, "note")),
    ]
    return [fact for fact in facts if fact.value]


def _quoted(name: str) -> SafeString | str:
    """A name as printed, which is not translated; empty stays empty."""
    return format_html('<cite lang="{}">{}</cite>', "en" if name.isascii() else "und", name) if name else ""


def _membership_ledger(memberships: list[Membership], sources: SourceList) -> Ledger | None:
    columns = [_("Kind of membership"), _("Since"), _("Until"), _("Note")]
    rows = shown(memberships, lambda row: _membership_row(row, sources), "memberships of a network")
    return Ledger.of_rows(columns, rows) if rows else None


def _membership_row(row: Membership, sources: SourceList) -> Row:
    until = Cell(date=row.left_on)
    if not row.left_on and row.is_open():
        until = Cell(_("Confirmed"), tag="on") if row.is_confirmed() else Cell(age_line([row]) or _("No end recorded"))
    cells = [Cell(date=row.joined_on), until, Cell(text_of(row, "note"))]
    return Row(row.get_kind_display(), cells, sources=sources.marks(row))


def _role_ledger(roles: list[Role], sources: SourceList) -> Ledger | None:
    columns = [_("Role"), _("Held by"), _("Term")]
    found = []
    for state in RoleState:
        here = [role for role in roles if role.state() == state]
        if rows := shown(here, lambda role: _role_row(role, sources), "roles in a network"):
            found.append(RowGroup(state.label, rows))
    return Ledger(columns, found) if found else None


def _role_row(role: Role, sources: SourceList) -> Row:
    term = Cell(date=role.starts_on, end=role.ends_on)
    if role.starts_on and not role.ends_on:
        words = _("since {}") if role.is_confirmed() else _("from {}; no end recorded")
        term = Cell(format_html(words, when(role.starts_on, style="short")))
    return Row(text_of(role, "title"), [Cell(text_of(role, "holder")), term], sources=sources.marks(role))


def _city_ledger(memberships: list[CityMembership], sources: SourceList) -> Ledger | None:
    """The cities of the network by what they are in it, each group in the order of their names."""
    by_name = sorted(memberships, key=lambda row: getattr(row.city, f"sort_{reader_language()}"))
    rows = shown(by_name, lambda row: _city_row(row, sources), "cities of a network")
    groups = [(role, [row for row in rows if row.record.role == role]) for role in CityRole]
    found = [RowGroup(role.label, some, len(some)) for role, some in groups if some]
    return Ledger([_("City"), _("As of"), _("Note")], found) if found else None


def _city_row(membership: CityMembership, sources: SourceList) -> Row:
    city = name_link(membership.city)
    if membership.left_on:
        known = Cell(format_html(_("until {}"), when(membership.left_on)))
    elif membership.is_confirmed() and not membership.confirmed_by_office:
        known = Cell(date=membership.as_of)
    else:
        known = Cell(age_line([membership]) or _("Not recorded"))
    cells = [known, Cell(text_of(membership, "note"))]
    return Row(city.label, cells, city.url, sources=sources.marks(membership))


def _fee_ledger(fees: list[Fee], sources: SourceList) -> Ledger | None:
    columns = [_("Fiscal year"), _("Fee a year"), _("In baht"), _("Note")]
    rows = shown(fees, lambda fee: _fee_row(fee, sources), "fees of a network")
    return Ledger.of_rows(columns, rows) if rows else None


def _fee_row(fee: Fee, sources: SourceList) -> Row:
    year = format_fiscal_year(fee.fiscal_year, reader_language()) if fee.fiscal_year else _("Year not stated")
    cells = [Cell(f"{number_text(fee.amount)} {fee.currency}"), Cell(_baht(fee)), Cell(text_of(fee, "note"))]
    return Row(year, cells, sources=sources.marks(fee))


def _baht(fee: Fee) -> str:
    return _("Not stated") if fee.amount_thb is None else number_text(fee.amount_thb)
