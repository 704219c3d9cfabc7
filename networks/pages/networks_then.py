"""The register of networks, and one network, on a past day: what Bangkok was in, as far as dates are on record."""

from collections import defaultdict
from datetime import date
from typing import Any, cast

from django.core.paginator import Page
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Evidence, Fact, Ledger, Link, ListGroup, NetworkEntry, Row, Total
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.dates.queries import has_begun, is_not_over
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.registers.days import as_of, is_past
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.forms import NetworkFilter
from networks.models import CityMembership, Membership, MembershipKind, Network, Role
from relations.pages.links import name_link

from .network_register import GROUPS, result


def register_rows(past: date) -> QuerySet[Network]:
    """The published networks that Bangkok was in on that day, by name: two queries."""
    rows = Network.objects.published().with_bangkok(past).prefetch_related("memberships")
    return cast("QuerySet[Network]", rows.order_by(f"sort_{reader_language()}", "pk"))


def context(form: NetworkFilter, part: Page[Network]) -> dict[str, Any]:
    """All that networks/network_list.html needs. `part` holds rows of `register_rows()`."""
    past = cast(date, form.past)
    return {
        "lead": figure(form),
        "form": form,
        "result": result(form),
        "page": part,
        "is_empty": not part.object_list,
        "groups": groups_of(list(part), past, shows_counts=not part.has_other_pages()),
        "totals": [Total(_("Networks in which Bangkok was on record"), form.total)],
        "totals_note": _("Counted for %(date)s by memberships whose beginning is on record.") % {"date": _day(past)},
        "evidence": Evidence(),
    }


def _day(day: date) -> str:
    return format_date(day, reader_language())


def figure(form: NetworkFilter) -> str:
    """A sentence that quotes in how many networks Bangkok was, on the day of the page."""
    if past := form.past:
        number = form.total
        words = ngettext(
            "On %(day)s Bangkok was on record in %(number)s network by a dated membership.",
            "On %(day)s Bangkok was on record in %(number)s networks by dated memberships.",
            number,
        )
        return words % {"day": _day(past), "number": number}
    return figure_now()


def figure_now() -> str:
    """The same sentence of today: two queries."""
    number, undated = with_bangkok_now().count(), undated_now()
    words = ngettext(
        "On %(day)s Bangkok was on record in %(number)s network; of %(undated)s the date of joining is not recorded.",
        "On %(day)s Bangkok was on record in %(number)s networks; of %(undated)s the date of joining is not recorded.",
        number,
    )
    return words % {"day": _day(calendar.today()), "number": number, "undated": undated}


@kept_query
def with_bangkok_now() -> QuerySet[Network]:
    """The published networks that Bangkok is in today."""
    return cast("QuerySet[Network]", Network.objects.published().with_bangkok())


@kept_query
def _with_bangkok_undated() -> QuerySet[Network]:
    dated = Membership.objects.open_at().filter(network=OuterRef("pk"), joined_on__isnull=False)
    return cast("QuerySet[Network]", Network.objects.published().with_bangkok().exclude(Exists(dated)))


def undated_now() -> int:
    """In how many networks Bangkok is today by memberships without a recorded beginning alone: one query."""
    return _with_bangkok_undated().count()


def left_out() -> str:
    """That so many networks of today are not counted for a past day; "" where all have a date."""
    number = undated_now()
    words = ngettext(
        "Not counted: %(number)s network of today, of which the date of joining is not recorded.",
        "Not counted: %(number)s networks of today, of which the date of joining is not recorded.",
        number,
    )
    return words % {"number": number} if number else ""


def groups_of(networks: list[Network], past: date, *, shows_counts: bool) -> list[ListGroup]:
    """For components/nets.html: by what Bangkok was in each."""
    by_kind: dict[str, list[Network]] = defaultdict(list)
    for network in networks:
        by_kind[_then(network, past).kind].append(network)
    groups = []
    for code, (label, _note) in GROUPS.items():
        if entries := shown(by_kind[code], lambda one: _entry(one, past), "networks of a day"):
            groups.append(ListGroup(label, entries, f"{len(entries):,}" if shows_counts else ""))
    return groups


def _then(network: Network, past: date) -> Membership:
    """The membership that was open on that day: there is one, by `register_rows()`."""
    return next(row for row in network.memberships.all() if row.is_open(past))


def _entry(network: Network, past: date) -> NetworkEntry:
    membership = _then(network, past)
    return NetworkEntry(
        text_of(network, "name"),
        f"{network.get_absolute_url()}?at={past.isoformat()}",
        network.acronym,
        _time(membership),
        shows=[membership],
    )


def _time(membership: Membership) -> SafeString | str:
    if membership.left_on:
        return when(membership.joined_on, membership.left_on)
    return format_html(_("from {}"), when(membership.joined_on))


def network_then(request: HttpRequest, network: Network, day: date) -> dict[str, Any]:
    """All that networks/network_then.html needs: what Bangkok was in the network on the `day`, and which cities."""
    open_rows = list(Membership.objects.open_at(day).filter(network=network))
    undated = Membership.objects.open_at().filter(network=network, joined_on__isnull=True).count()
    part = open_rows[0].get_kind_display() if open_rows else ""
    parts = {
        "network": network,
        "name": lambda: text_of(network, "name"),
        "kicker": lambda: network.acronym,
        "crumbs": lambda: [
            Link(_("Networks"), reverse("networks:network_list")),
            Link(network.acronym or text_of(network, "name"), network.get_absolute_url()),
        ],
        "part": lambda: part,
        "as_of": lambda: as_of(
            request, _part_figure(network, part, day), _undated_part(undated) if is_past(day) else ""
        ),
        "memberships": lambda: shown(open_rows, _membership, "memberships of a day"),
        "roles": lambda: shown(Role.objects.held_at(day).filter(network=network), _role, "roles of a day"),
        "cities": lambda: city_ledger(network, day),
    }
    return parts_of_page(network, parts)


def _part_figure(network: Network, part: str, day: date) -> str:
    words = {"day": _day(day), "network": network.acronym or text_of(network, "name"), "part": part}
    if part:
        return _("On %(day)s Bangkok was in %(network)s: %(part)s.") % words
    return _("On %(day)s no dated membership of Bangkok in %(network)s is on record.") % words


def _undated_part(number: int) -> str:
    return _("Bangkok’s membership has no recorded beginning, and is not counted for a past day.") if number else ""


def _membership(membership: Membership) -> Fact:
    label = MembershipKind(membership.kind).label
    return Fact(label, _time(membership) if membership.joined_on else _("date to be added"), shows=[membership])


def _role(role: Role) -> Fact:
    return Fact(text_of(role, "title"), when(role.starts_on, role.ends_on), as_of=text_of(role, "holder"), shows=[role])


def city_ledger(network: Network, day: date) -> Ledger | None:
    """The cities that lists of that day, or before, name; None without any."""
    rows = CityMembership.objects.filter(network=network).of_readable_cities()
    rows = rows.filter(is_not_over("left_on", "left_precision", day))
    if is_past(day):
        rows = rows.filter(has_begun("as_of", day))
    by_name = rows.order_by(f"city__sort_{reader_language()}", "pk")
    found = shown(by_name, _city, "cities of a network on a day")
    return Ledger.of_rows([_("City"), _("Role"), _("List of")], found) if found else None


def _city(row: CityMembership) -> Row:
    city = name_link(row.city)
    return Row(city.label, [Cell(row.get_role_display()), Cell(_("Not recorded"), row.as_of)], city.url, shows=[row])
