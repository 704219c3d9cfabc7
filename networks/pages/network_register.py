"""The register of networks: its filters, its totals, its rows."""

from collections.abc import Iterable

from django import forms
from django.db.models import Case, CharField, Count, Exists, IntegerField, OuterRef, Prefetch, QuerySet, Value, When
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.registers.facets import Cell
from iad_portal.lib.registers.filters import FilterForm
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Membership, MembershipKind, Network, NetworkKind, NetworkStatus
from relations.models import Agency, Figure, Measure

from .words import in_a_row, place

ALL = ("", pgettext_lazy("filter", "All"))
MEMBERSHIP = {
    "open": gettext_lazy("Open today"),
    "closed": gettext_lazy("Ended"),
    "none": gettext_lazy("Not recorded"),
}
# In this order the register groups them.
GROUPS = {
    NetworkStatus.ACTIVE: gettext_lazy("Active networks"),
    NetworkStatus.TO_CONFIRM: gettext_lazy("Activity to be confirmed by the office"),
    NetworkStatus.PAST: gettext_lazy("Past networks"),
}


class NetworkFilter(FilterForm):
    """By kind, by Bangkok's membership on the day of reading, by what is known of the network itself."""

    filters = ("kind", "membership", "activity")

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[ALL, *NetworkKind.choices])
    membership = forms.ChoiceField(label=gettext_lazy("Bangkok’s membership"), choices=[ALL, *MEMBERSHIP.items()])
    activity = forms.ChoiceField(label=gettext_lazy("The network itself"), choices=[ALL, *NetworkStatus.choices])

    def __init__(self, request: HttpRequest):
        super().__init__(request)
        self.count(cells())

    def narrow(self, rows: QuerySet) -> QuerySet:
        """`rows` as the filters in use leave them."""
        return rows.annotate(membership=membership_state()).filter(**self.values)


def membership_state() -> Case:
    """Which of MEMBERSHIP holds for a network today."""
    rows = Membership.objects.filter(network=OuterRef("pk"))
    is_open = Exists(Membership.objects.open_at().filter(network=OuterRef("pk")))
    return Case(
        When(is_open, then=Value("open")),
        When(Exists(rows), then=Value("closed")),
        default=Value("none"),
        output_field=CharField(),
    )


def cells() -> list[Cell]:
    """The published networks by kind, membership and activity: one question."""
    names = NetworkFilter.filters
    rows = Network.objects.published().order_by().annotate(membership=membership_state())
    counted = rows.values_list(*names).annotate(number=Count("pk"))
    return [(number, {name: (code,) for name, code in zip(names, codes, strict=True)}) for *codes, number in counted]


def result(form: NetworkFilter) -> str:
    """How many networks pass the filters, of how many, in words."""
    words = {"count": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(count)s network", "%(count)s networks", form.total) % words
    return ngettext("%(count)s of %(total)s network", "%(count)s of %(total)s networks", form.total) % words


def register_rows():
    """All published networks, in the order of the register, with what its rows show."""
    rank = Case(
        *(When(activity=status, then=Value(step)) for step, status in enumerate(GROUPS)), output_field=IntegerField()
    )
    rows = Network.objects.published().select_related("secretariat_city__country", "secretariat_country")
    return rows.prefetch_related(Prefetch("memberships", Membership.objects.all())).order_by(
        rank, f"sort_{reader_language()}", "pk"
    )


def totals() -> list[dict]:
    """What is counted today: Bangkok's networks, those of them still to be confirmed, and past ones apart."""
    published = Network.objects.published()
    counted = published.with_bangkok().order_by().values_list("activity").annotate(Count("pk"))
    by_activity = dict(counted)
    unconfirmed = by_activity.get(NetworkStatus.TO_CONFIRM, 0)
    past = published.filter(activity=NetworkStatus.PAST).count()
    entries = [
        (_("Networks Bangkok belongs to or takes part in"), sum(by_activity.values()), ""),
        (_("of these, activity to be confirmed"), unconfirmed, "?membership=open&activity=to_confirm#results"),
        (_("Past networks, not counted"), past, "?activity=past#results"),
    ]
    return [{"label": label, "value": value, "url": url if value else ""} for label, value, url in entries]


def totals_note() -> str:
    """On which day the totals were counted, and what counts."""
    words = _("Counted on %(date)s: an open membership or participation on record, in a network not known to be past")
    return words % {"date": format_date(calendar.today(), reader_language())}


def stated_figures() -> list[Figure]:
    """How many organisations the office's own pages said there are: one question, quoted beside the count."""
    office = Agency.objects.filter(slug=Agency.HOME_SLUG).first()
    figures = Figure.objects.filter(measure=Measure.ORGANISATIONS_STATED).order_by("value", "pk")
    return figures.by_record([office])[office] if office else []


def ledger(networks: Iterable[Network], *, shows_counts: bool) -> dict:
    """For components/ledger.html, by activity; `shows_counts` when all rows of each group are on this page."""
    networks = list(networks)
    groups = []
    for status, label in GROUPS.items():
        rows = shown((one for one in networks if one.activity == status), _row, "register of networks")
        if rows:
            groups.append({"label": label, "count": len(rows) if shows_counts else "", "rows": rows})
    columns = [_("Network"), _("Bangkok’s part"), _("Since"), _("Secretariat")]
    return {"caption": _("Organisations of cities, and series of meetings"), "columns": columns, "groups": groups}


def _row(network: Network) -> dict:
    membership = current(list(network.memberships.all()))
    part = {"value": _("Not recorded"), "named": True}
    if membership:
        is_open = membership.is_open() and network.activity != NetworkStatus.PAST
        part = {"value": membership.get_kind_display(), "tag": tag_of(membership, is_open)}
    where = secretariat(network)
    since = {"date": membership.joined_on, "end": membership.left_on} if membership else {}
    return {
        "label": text_of(network, "name"),
        "url": network.get_absolute_url(),
        "sub": in_a_row([network.acronym, network.get_kind_display()], " · "),
        "cells": [
            {"label": _("Bangkok’s part"), **part},
            {"label": _("Since"), **(since if any(since.values()) else {"value": _("Not recorded"), "named": True})},
            {"label": _("Secretariat"), "value": where or _("Not recorded"), "named": not where},
        ],
    }


def current(memberships: list[Membership]) -> Membership | None:
    """The membership that is open today, else the latest one; None when none is recorded."""
    return next((row for row in memberships if row.is_open()), memberships[0] if memberships else None)


def tag_of(membership: Membership, is_open: bool) -> str:
    """How the kind of a membership is framed: open, open but of unknown kind, or over."""
    if not is_open:
        return "plain"
    return "doubt" if membership.kind == MembershipKind.UNKNOWN else "on"


def secretariat(network: Network):
    """City (or place) and country of the secretariat as one line; empty when none is recorded."""
    city, country = network.secretariat_city, network.secretariat_country
    country = country or (city.country if city else None)
    return place("" if city else text_of(network, "secretariat_place"), city, country)
