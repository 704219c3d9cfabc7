"""What the register of networks shows: its totals, its rows."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from iad_portal.lib.claims.age import ClaimState
from iad_portal.lib.components import Cell, Ledger, Row, RowGroup, Total
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.forms import NetworkFilter
from networks.models import Membership, MembershipKind, Network, NetworkStatus
from relations.models import Measure
from relations.pages.citations import SourceList
from relations.pages.figures import figure_facts, stated_by_office
from relations.pages.links import in_a_row

from .words import place

# In this order the register groups them.
LAST_KNOWN_ACTIVE = "last_known"
GROUPS = {
    NetworkStatus.ACTIVE: gettext_lazy("Networks confirmed to be active"),
    LAST_KNOWN_ACTIVE: gettext_lazy("Networks active when last known"),
    NetworkStatus.TO_CONFIRM: gettext_lazy("Activity to be confirmed by the office"),
    NetworkStatus.PAST: gettext_lazy("Past networks"),
}


def context(form: NetworkFilter, page: Page[Network]) -> dict[str, Any]:
    """All that networks/network_list.html needs: how many, which, since when; the older counts quoted beside.

    `page` holds rows of `register_rows()`.
    """
    stated = stated_by_office(Measure.ORGANISATIONS_STATED)
    sources = SourceList(stated)
    return {
        "form": form,
        "result": result(form),
        "page": page,
        "ledger": ledger(page, shows_counts=not page.has_other_pages()),
        "totals": totals(),
        "totals_note": totals_note(),
        "evidence": sources.evidence(stated=figure_facts(stated, sources)),
    }


def result(form: NetworkFilter) -> str:
    """How many networks pass the filters, of how many, in words."""
    words = {"count": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(count)s network", "%(count)s networks", form.total) % words
    return ngettext("%(count)s of %(total)s network", "%(count)s of %(total)s networks", form.total) % words


def register_rows() -> QuerySet[Network]:
    """All published networks, in the order of the register, with what its rows show."""
    is_confirmed = When(activity=NetworkStatus.ACTIVE, claim_code=ClaimState.CONFIRMED, then=Value(0))
    others = (NetworkStatus.ACTIVE, NetworkStatus.TO_CONFIRM, NetworkStatus.PAST)
    steps = (When(activity=status, then=Value(step)) for step, status in enumerate(others, 1))
    rank = Case(is_confirmed, *steps, output_field=IntegerField())
    rows: QuerySet[Network] = Network.objects.published().with_claim_state()
    rows = rows.select_related("secretariat_city__country", "secretariat_country")
    return rows.prefetch_related("memberships").order_by(rank, f"sort_{reader_language()}", "pk")


def totals() -> list[Total]:
    """What is counted today: Bangkok's networks, those of them still to be confirmed, and past ones apart."""
    published = Network.objects.published()
    counted = published.with_bangkok().order_by().values_list("activity").annotate(Count("pk"))
    by_activity = dict(counted)
    unconfirmed = by_activity.get(NetworkStatus.TO_CONFIRM, 0)
    past = published.filter(activity=NetworkStatus.PAST).count()
    entries = [
        (_("Networks in which Bangkok is on record"), sum(by_activity.values()), ""),
        (_("of these, activity to be confirmed"), unconfirmed, "?membership=open&activity=to_confirm#results"),
        (_("Past networks, not counted"), past, "?activity=past#results"),
    ]
    return [Total(label, value, url if value else "") for label, value, url in entries]


def totals_note() -> str:
    """On which day the totals were counted, and what counts."""
    words = _("Counted on %(date)s: taking part without a recorded end, in a network not known to be past")
    return words % {"date": format_date(calendar.today(), reader_language())}


def ledger(networks: Iterable[Network], *, shows_counts: bool) -> Ledger:
    """For components/ledger.html, in GROUPS; `shows_counts` when all rows of each group are on this page."""
    networks = list(networks)
    groups = []
    for group, label in GROUPS.items():
        rows = shown((network for network in networks if _group(network) == group), _row, "register of networks")
        if rows:
            groups.append(RowGroup(label, rows, len(rows) if shows_counts else ""))
    columns = [_("Network"), _("Bangkok’s part"), _("Since"), _("Secretariat")]
    return Ledger(columns, groups, _("Organisations of cities, and series of meetings"))


def _group(network: Network) -> str:
    """Which of GROUPS it stands in."""
    is_last_known = network.activity == NetworkStatus.ACTIVE and not network.is_confirmed()
    return LAST_KNOWN_ACTIVE if is_last_known else network.activity


def _row(network: Network) -> Row:
    membership = current(list(network.memberships.all()))
    unknown = Cell(_("Not recorded"), is_named=True)
    part = since = unknown
    if membership:
        is_open = membership.is_open() and network.activity != NetworkStatus.PAST
        part = Cell(membership.get_kind_display(), tag=tag_of(membership, is_open))
        if membership.joined_on or membership.left_on:
            since = Cell(date=membership.joined_on, end=membership.left_on)
    where = secretariat(network)
    return Row(
        text_of(network, "name"),
        [part, since, Cell(where) if where else unknown],
        network.get_absolute_url(),
        sub=in_a_row([network.acronym, network.get_kind_display()], " · "),
        shows=[network, *([membership] if membership else [])],
    )


def current(memberships: list[Membership]) -> Membership | None:
    """The membership that is open today, else the latest one; None when none is recorded."""
    return next((row for row in memberships if row.is_open()), memberships[0] if memberships else None)


def tag_of(membership: Membership, is_open: bool) -> str:
    """How the kind of a membership is framed: confirmed, confirmed but of unknown kind, last known or over."""
    if not is_open or not membership.is_confirmed():
        return "plain"
    return "doubt" if membership.kind == MembershipKind.UNKNOWN else "on"


def secretariat(network: Network) -> SafeString:
    """City (or place) and country of the secretariat as one line; empty when none is recorded."""
    city, country = network.secretariat_city, network.secretariat_country
    country = country or (city.country if city else None)
    return place("" if city else text_of(network, "secretariat_place"), city, country)
