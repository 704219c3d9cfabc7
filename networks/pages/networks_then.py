"""The register of networks on a past day: what Bangkok was in, as far as dates are on record."""

from collections import defaultdict
from datetime import date
from typing import Any, cast

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Evidence, ListGroup, NetworkEntry, Total
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.registers.days import as_of
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.forms import NetworkFilter
from networks.models import Membership, Network

from .network_register import GROUPS, result, undated_now


def register_rows(past: date) -> QuerySet[Network]:
    """The published networks that Bangkok was in on that day, by name: two queries."""
    rows = Network.objects.published().with_bangkok(past).prefetch_related("memberships")
    return cast("QuerySet[Network]", rows.order_by(f"sort_{reader_language()}", "pk"))


def context(request: HttpRequest, form: NetworkFilter, part: Page[Network]) -> dict[str, Any]:
    """All that networks/network_list.html needs. `part` holds rows of `register_rows()`."""
    past = cast(date, form.past)
    return {
        "lead": figure(form),
        "as_of": as_of(request, figure(form), left_out()),
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
    words = ngettext(
        "On %(day)s Bangkok was on record in %(number)s network by a dated membership.",
        "On %(day)s Bangkok was on record in %(number)s networks by dated memberships.",
        form.total,
    )
    return words % {"day": _day(cast(date, form.past)), "number": form.total}


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
        time_of(membership),
        shows=[membership],
    )


def time_of(membership: Membership) -> SafeString | str:
    """From when, and to when where that is recorded."""
    if membership.left_on:
        return when(membership.joined_on, membership.left_on)
    return format_html(_("from {}"), when(membership.joined_on))
