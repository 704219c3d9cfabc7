"""What the register of networks shows: its totals, its rows."""

from collections.abc import Iterable
from typing import Any, cast

from django.core.paginator import Page
from django.db.models import Case, CharField, Count, Exists, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from iad_portal.lib.components import ListGroup, NetworkEntry, Total
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.registers.days import as_of
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from iad_portal.lib.text.translatable import Translatable
from networks.forms import ACTIVITY, NetworkFilter, with_activity
from networks.models import Membership, MembershipKind, Network, NetworkStatus
from relations.models import Measure
from relations.pages.age import age_line
from relations.pages.citations import SourceList
from relations.pages.figures import figure_facts, stated_by_office
from relations.pages.links import in_a_row

from .words import place

# What Bangkok is in a network, in the order in which the register groups them.
GROUPS: dict[str, tuple[Translatable, Translatable]] = {
    MembershipKind.FULL.value: (gettext_lazy("Member"), gettext_lazy("Full membership on record")),
    MembershipKind.OBSERVER.value: (gettext_lazy("Observer"), ""),
    MembershipKind.UNKNOWN.value: (
        gettext_lazy("In the network"),
        gettext_lazy("On record as taking part; in what capacity, the office has still to say"),
    ),
    MembershipKind.PARTICIPANT.value: (pgettext_lazy("group of networks", "Takes part in meetings"), ""),
    "none": (gettext_lazy("Bangkok’s part is not on record"), ""),
    "to_confirm": (gettext_lazy("Activity to be confirmed by the office"), ""),
    "past": (gettext_lazy("Past networks and memberships"), ""),
}


def context(request: HttpRequest, form: NetworkFilter, part: Page[Network]) -> dict[str, Any]:
    """All that networks/network_list.html needs: how many, which, since when; the older counts quoted beside.

    `part` holds rows of `register_rows()`.
    """
    stated = stated_by_office(Measure.ORGANISATIONS_STATED)
    sources = SourceList(stated)
    counted = totals()
    return {
        "lead": lead(counted[0].value, form.total),
        "as_of": as_of(request, figure_now()),
        "form": form,
        "result": result(form),
        "page": part,
        "is_empty": not part.object_list,
        "groups": groups_of(part, shows_counts=not part.has_other_pages()),
        "totals": counted,
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
    """All published networks, in the order of the register: each knows its `group`, a code of GROUPS."""
    rank = Case(*(When(group=code, then=Value(step)) for step, code in enumerate(GROUPS)), output_field=IntegerField())
    rows: QuerySet[Network] = Network.objects.published().with_claim_state().annotate(group=_group())
    rows = rows.select_related("secretariat_city__country", "secretariat_country")
    return rows.prefetch_related("memberships").order_by(rank, f"sort_{reader_language()}", "pk")


def _group() -> Case:
    """What is known of the network itself, else Bangkok's part in it: the kind of the membership that is open."""
    memberships = Membership.objects.filter(network=OuterRef("pk"))
    kind = Membership.objects.open_at().filter(network=OuterRef("pk")).order_by("pk").values("kind")[:1]
    return Case(
        When(activity=NetworkStatus.PAST, then=Value("past")),
        When(activity=NetworkStatus.TO_CONFIRM, then=Value("to_confirm")),
        When(~Exists(memberships), then=Value("none")),
        default=Coalesce(Subquery(kind), Value("past")),
        output_field=CharField(),
    )


def totals() -> list[Total]:
    """How many networks Bangkok is in today, and how active they are: these add up to the first; past ones apart."""
    by_activity = dict(_by_activity())
    past = _past().count()
    parts = [(label, by_activity[code], f"?membership=open&activity={code}#results")
             for code, label in ACTIVITY.items() if code in by_activity]  # fmt: skip
    return [
        Total(_("Networks in which Bangkok is on record"), sum(by_activity.values())),
        *(Total(_("of these: %(state)s") % {"state": label}, number, url) for label, number, url in parts),
        Total(_("Past networks, not counted"), past, "?activity=past#results" if past else ""),
    ]


@kept_query
def _by_activity() -> QuerySet[Network, Any]:
    rows = with_activity(Network.objects.published().with_bangkok().order_by())
    return cast("QuerySet[Network, Any]", rows.values_list("activity_now").annotate(Count("pk")))


@kept_query
def _past() -> QuerySet[Network]:
    return cast("QuerySet[Network]", Network.objects.published().filter(activity=NetworkStatus.PAST))


def lead(number: int, listed: int) -> str:
    """Over the list: in how many networks Bangkok is on record, whatever their age, and how many more are `listed`."""
    words = ngettext(
        "%(number)s organisation of cities or series of meetings in which Bangkok is on record.",
        "%(number)s organisations of cities and series of meetings in which Bangkok is on record.",
        number,
    )
    more = ngettext(
        "%(number)s more network is listed: past, or without a record of Bangkok’s part today.",
        "%(number)s more networks are listed: past, or without a record of Bangkok’s part today.",
        listed - number,
    )
    told = [(words, number), *([(more, listed - number)] if listed > number else [])]
    return " ".join(sentence % {"number": f"{count:,}"} for sentence, count in told)


def totals_note() -> str:
    """On which day the totals were counted, and what counts."""
    words = _("Counted on %(date)s: taking part without a recorded end, in a network not known to be past")
    return words % {"date": format_date(calendar.today(), reader_language())}


def figure_now() -> str:
    """A sentence that quotes in how many networks Bangkok is today: two queries."""
    number, undated = with_bangkok_now().count(), undated_now()
    words = ngettext(
        "On %(day)s Bangkok was on record in %(number)s network; of %(undated)s the date of joining is not recorded.",
        "On %(day)s Bangkok was on record in %(number)s networks; of %(undated)s the date of joining is not recorded.",
        number,
    )
    return words % {"day": format_date(calendar.today(), reader_language()), "number": number, "undated": undated}


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


def groups_of(networks: Iterable[Network], *, shows_counts: bool) -> list[ListGroup]:
    """For components/nets.html, in GROUPS; `shows_counts` when all of each group are on this page."""
    networks = list(networks)
    groups = []
    for code, (label, note) in GROUPS.items():
        here = [network for network in networks if network.group == code]
        if entries := shown(here, _entry, "register of networks"):
            groups.append(ListGroup(label, entries, f"{len(entries):,}" if shows_counts else "", note))
    return groups


def _entry(network: Network) -> NetworkEntry:
    membership = current(list(network.memberships.all()))
    dates = when(membership.joined_on, membership.left_on) if membership else ""
    if membership and membership.joined_on and not membership.left_on:
        dates = format_html(_("from {}"), dates)
    # An end is an end; what has none is only as old as its last confirmation.
    age = "" if network.group == "past" or membership is None else age_line([membership])
    where = secretariat(network)
    said = [(network, where), (membership, dates or age)]
    return NetworkEntry(
        text_of(network, "name"),
        network.get_absolute_url(),
        network.acronym,
        in_a_row([dates, where, age], " · "),
        shows=[record for record, fact in said if record and fact],
    )


def current(memberships: list[Membership]) -> Membership | None:
    """The membership that is open today, else the latest one; None when none is recorded."""
    return next((row for row in memberships if row.is_open()), memberships[0] if memberships else None)


def secretariat(network: Network) -> SafeString:
    """City (or place) and country of the secretariat as one line; empty when none is recorded."""
    city, country = network.secretariat_city, network.secretariat_country
    country = country or (city.country if city else None)
    return place("" if city else text_of(network, "secretariat_place"), city, country)
