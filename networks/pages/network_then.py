"""One network on a past day: what Bangkok was in it, and which cities, as far as dates are on record."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.components import Cell, Fact, Ledger, Link, Row
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.dates.queries import has_begun, is_not_over
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.registers.days import as_of, is_past
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import CityMembership, Membership, MembershipKind, Network, Role
from relations.pages.links import name_link

from .networks_then import time_of


def context(request: HttpRequest, network: Network, day: date) -> dict[str, Any]:
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
    words = {
        "day": format_date(day, reader_language()),
        "network": network.acronym or text_of(network, "name"),
        "part": part,
    }
    if part:
        return _("On %(day)s Bangkok was in %(network)s: %(part)s.") % words
    return _("On %(day)s no dated membership of Bangkok in %(network)s is on record.") % words


def _undated_part(number: int) -> str:
    return _("Bangkok’s membership has no recorded beginning, and is not counted for a past day.") if number else ""


def _membership(membership: Membership) -> Fact:
    label = MembershipKind(membership.kind).label
    return Fact(label, time_of(membership) if membership.joined_on else _("date to be added"), shows=[membership])


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
