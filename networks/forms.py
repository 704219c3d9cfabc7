"""The filters of the registers of networks, of meetings and of commitments."""

from collections import Counter
from datetime import date
from typing import Any

from django import forms
from django.db.models import Case, CharField, Count, Exists, F, OuterRef, QuerySet, Value, When
from django.http import HttpRequest
from django.utils.translation import gettext_lazy, pgettext_lazy

from iad_portal.lib.claims.age import ClaimState
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.queries import Year
from iad_portal.lib.records.content_versions import kept
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.records.publishing import LISTED, visible
from iad_portal.lib.registers.facets import Cell, tally
from iad_portal.lib.registers.filters import CountedFilter, FilterForm, year_choices
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import (
    Commitment,
    Meeting,
    MeetingKind,
    Membership,
    Network,
    NetworkKind,
    NetworkStatus,
    Progress,
)
from relations.models import Agency, City

ALL = ("", pgettext_lazy("filter", "All"))
MEMBERSHIP = {
    "confirmed": gettext_lazy("Confirmed"),
    "open": gettext_lazy("No end recorded"),
    "closed": gettext_lazy("Ended"),
    "none": gettext_lazy("Not recorded"),
}
ACTIVITY = {
    "confirmed": gettext_lazy("Confirmed to be active"),
    "last_known": gettext_lazy("Active when last known"),
    NetworkStatus.TO_CONFIRM.value: NetworkStatus.TO_CONFIRM.label,
    NetworkStatus.PAST.value: NetworkStatus.PAST.label,
}
WHEN = {"coming": pgettext_lazy("meetings", "Coming"), "past": pgettext_lazy("meetings", "Past")}


class NetworkFilter(FilterForm):
    """By kind, by Bangkok's membership on the day of reading, by what is known of the network itself."""

    filters = ("kind", "membership", "activity")
    quick = "kind"
    searched, search_label = "network", gettext_lazy("Search in networks")

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[ALL, *NetworkKind.choices])
    membership = forms.ChoiceField(label=gettext_lazy("Bangkok’s membership"), choices=[ALL, *MEMBERSHIP.items()])
    activity = forms.ChoiceField(label=gettext_lazy("The network itself"), choices=[ALL, *ACTIVITY.items()])

    def __init__(self, request: HttpRequest, at: date | None = None):
        super().__init__(request, at)
        self.count(_cells_of_day(self.past) if self.past else _cells_of_networks())

    def narrow(self, rows: QuerySet) -> QuerySet:
        """`rows` as the filters in use leave them."""
        wanted = dict(self.values)
        if "membership" in wanted:
            wanted["membership__in"] = [code for code in MEMBERSHIP if wanted["membership"] in _also(code)]
            del wanted["membership"]
        if "activity" in wanted:
            wanted["activity_now"] = wanted.pop("activity")
        return with_activity(rows).annotate(membership=_membership_state()).filter(**wanted)


class PastNetworkFilter(NetworkFilter):
    """Of a past day only the networks that Bangkok was in are told: what is known of a network itself is of today."""

    filters = ("kind",)  # type: ignore[assignment]

    membership = activity = None  # type: ignore[assignment]

    def narrow(self, rows: QuerySet) -> QuerySet:
        """`rows` as the filters in use leave them."""
        return rows.filter(**self.values)


def with_activity(networks: QuerySet[Any]) -> QuerySet[Any]:
    """`networks`, each with the code of ACTIVITY that it has today as `activity_now`."""
    kept = (NetworkStatus.TO_CONFIRM, NetworkStatus.PAST)
    age = Network.age_in_sql(calendar.today()).state()
    now = Case(*(When(activity=status, then=Value(status.value)) for status in kept), default=age)
    return networks.annotate(activity_now=now)


def _also(membership: str) -> tuple[str, ...]:
    """The codes of MEMBERSHIP that are true of a network in this state: what is confirmed has no recorded end."""
    return ("confirmed", "open") if membership == "confirmed" else (membership,)


def _membership_state() -> Case:
    """The first of MEMBERSHIP that holds for a network today; of a past network nobody is a member any more."""
    rows = Membership.objects.filter(network=OuterRef("pk"))
    open_rows = Membership.objects.open_at().filter(network=OuterRef("pk"))
    return Case(
        When(Exists(rows), activity=NetworkStatus.PAST, then=Value("closed")),
        When(Exists(open_rows.in_claim_state(ClaimState.CONFIRMED)), then=Value("confirmed")),
        When(Exists(open_rows), then=Value("open")),
        When(Exists(rows), then=Value("closed")),
        default=Value("none"),
        output_field=CharField(),
    )


def _cells_of_networks() -> list[Cell]:
    """The published networks by kind, membership and activity: one query."""
    return [
        (number, {"kind": (kind,), "membership": _also(membership), "activity": (activity,)})
        for kind, membership, activity, number in _codes_of_networks()
    ]


def _cells_of_day(past: date) -> list[Cell]:
    """The published networks that Bangkok was in on the day `past`, by kind: one query."""
    rows = Network.objects.published().with_bangkok(past).order_by()
    return [(number, {"kind": (kind,)}) for kind, number in rows.values_list("kind").annotate(number=Count("pk"))]


@kept_query
def _codes_of_networks() -> QuerySet:
    rows = with_activity(Network.objects.published().order_by()).annotate(membership=_membership_state())
    return rows.values_list("kind", "membership", "activity_now").annotate(number=Count("pk"))


class MeetingFilter(CountedFilter):
    """By day, network, year (C.E. in the address, the reader's era on the page) and kind."""

    filters = ("when", "network", "year", "kind")
    quick = "year"
    searched, search_label = "meeting", gettext_lazy("Search in meetings")

    when = forms.ChoiceField(label=gettext_lazy("When"), choices=[ALL, *WHEN.items()])
    network = forms.ChoiceField(label=gettext_lazy("Network"))
    year = forms.TypedChoiceField(label=gettext_lazy("Year"), coerce=int)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[ALL, *MeetingKind.choices])

    def fill(self) -> None:
        """Only networks and years of published meetings can be asked for: two queries."""
        self._cells = _cells_of_meetings()
        self.fields["network"].choices = [ALL, *_networks()]
        self.fields["year"].choices = [("", gettext_lazy("All years")), *year_choices(self._cells)]

    def narrow(self, rows: QuerySet) -> QuerySet:
        """`rows` (each with `is_coming`) as the filters in use leave them."""
        values = self.values
        if "when" in values:
            is_asked = values["when"] == "coming"
            rows = (rows if is_asked else rows.not_called_off()).filter(is_coming=is_asked)
        if "network" in values:
            rows = rows.filter(network__slug=values["network"])
        if "year" in values:
            rows = rows.filter(starts_on__year=values["year"])
        return rows.filter(kind=values["kind"]) if "kind" in values else rows


def _cells_of_meetings() -> list[Cell]:
    """The published meetings by day, network, year and kind: one query."""
    return [
        (
            number,
            {
                "when": ("coming",) if is_coming else () if is_called_off else ("past",),
                "network": (network,),
                "year": (year,),
                "kind": (kind,),
            },
        )
        for is_coming, is_called_off, network, year, kind, number in _codes_of_meetings()
    ]


@kept_query
def _codes_of_meetings() -> QuerySet:
    called_off = ~Exists(Meeting.objects.not_called_off().filter(pk=OuterRef("pk")))
    rows = Meeting.objects.published().order_by().with_is_coming()
    rows = rows.annotate(year=Year("starts_on"), is_called_off=called_off)
    return rows.values_list("is_coming", "is_called_off", "network__slug", "year", "kind").annotate(number=Count("pk"))


def _networks() -> list[tuple]:
    return [(network.slug, network.acronym or str(text_of(network, "name"))) for network in _networks_that_met()]


@kept_query
def _networks_that_met() -> QuerySet:
    met = Meeting.objects.published().filter(network=OuterRef("pk"))
    return Network.objects.published().filter(Exists(met)).by_name(reader_language())


# An open commitment is overdue beside its state.
OVERDUE = "overdue"
STATES = [*Progress.choices, (OVERDUE, gettext_lazy("Past its due day"))]


class CommitmentFilter(CountedFilter):
    """By where it stands, the network and the meeting at which it was promised, who carries it out, with which city."""

    filters = ("state", "network", "meeting", "agency", "city")
    quick = "state"

    state = forms.ChoiceField(label=gettext_lazy("Where it stands"), choices=[ALL, *STATES])
    network = forms.ChoiceField(label=gettext_lazy("Network"))
    meeting = forms.ChoiceField(label=gettext_lazy("Meeting"))
    agency = forms.ChoiceField(label=gettext_lazy("Agency"))
    city = forms.ChoiceField(label=gettext_lazy("Partner city"))

    def fill(self) -> None:
        """Only what commitments on public pages have can be asked for: five queries."""
        self._cells = _cells_of_commitments()
        for name in _NAMED:
            there = sorted({code for _number, codes in self._cells for code in codes[name] if code})
            self.fields[name].choices = [ALL, *_named(name, there, self.data.get(name, ""))]

    @property
    def states_of_all(self) -> Counter[Any]:
        """How many commitments of the whole register are in each of STATES."""
        return tally(self._cells, {}, ("state",))[1]["state"]

    def narrow(self, rows: QuerySet) -> QuerySet:
        """`rows` (from `listed_commitments()`) as the filters in use leave them."""
        values = self.values
        if "state" in values:
            is_late = values["state"] == OVERDUE
            rows = rows.filter(is_overdue=True) if is_late else rows.filter(latest_state=values["state"])
        if "meeting" in values:
            rows = rows.filter(meeting__slug=values["meeting"])
        if "network" in values:
            rows = rows.filter(meeting__network__slug=values["network"])
        for name, link in (("agency", "agencies"), ("city", "cities")):
            if name in values:
                chosen = Commitment.objects.filter(pk=OuterRef("pk"), **{f"{link}__slug": values[name]})
                rows = rows.filter(Exists(chosen))
        return rows


def listed_commitments() -> QuerySet[Commitment]:
    """The commitments of published meetings and agreements, each with `latest_state` and `is_overdue` of today."""
    rows = Commitment.objects.filter(visible(LISTED, prefix="meeting__") | visible(LISTED, prefix="agreement__"))
    late = Exists(Commitment.objects.overdue().filter(pk=OuterRef("pk")))
    found: QuerySet[Commitment] = rows.with_state().annotate(is_overdue=late)
    return found


def _cells_of_commitments() -> list[Cell]:
    """Every commitment of the register with its codes; kept as long as these do not change."""
    return kept("cells of commitments", ("relations", "networks"), _read_commitments)


def _read_commitments() -> list[Cell]:
    """The same, read now, also the codes of what was promised together: one query."""
    found: dict[int, dict[str, set[Any]]] = {}
    for pk, state, is_late, *codes in _codes_of_commitments():
        cell = found.setdefault(pk, {name: set() for name in ("state", *_NAMED)})
        cell["state"] |= {state, OVERDUE} if is_late else {state}
        for name, code in zip(_NAMED, codes, strict=True):
            cell[name].add(code)
    return [(1, codes) for codes in found.values()]


@kept_query
def _codes_of_commitments() -> QuerySet:
    def public(path: str) -> Case:
        return Case(When(visible(LISTED, prefix=f"{path}__"), then=F(f"{path}__slug")))

    rows = (
        listed_commitments()
        .order_by()
        .annotate(network=public("meeting__network"), at_meeting=public("meeting"), city=public("cities"))
    )
    return rows.values_list("pk", "latest_state", "is_overdue", "network", "at_meeting", "agencies__slug", "city")


# The filters whose choices are records, in the order of `_codes_of_commitments()`.
_NAMED = ("network", "meeting", "agency", "city")


# So many choices of one filter are offered: more make the page heavy, and nobody reads them.
_MOST_CHOICES = 300


def _named(name: str, slugs: list[str], asked: str) -> list[tuple[str, str]]:
    """The choices of the filter `name`: the records with one of `slugs`, by name, meetings the latest first.

    Of many the first ones, and in any case the one that is `asked` for.
    """
    rows = _chosen(name, slugs=slugs)[:_MOST_CHOICES] if slugs else []
    if asked in slugs and all(row.slug != asked for row in rows):
        rows += _chosen(name, slugs=[asked])
    field = "title" if name == "meeting" else "name"
    return [(row.slug, getattr(row, "acronym", "") or str(text_of(row, field))) for row in rows]


@kept_query
def _chosen(name: str, *, slugs: list[str]) -> QuerySet:
    by_name = f"sort_{reader_language()}"
    rows = {
        "network": lambda: Network.objects.published().order_by(by_name, "pk"),
        "meeting": lambda: Meeting.objects.published().order_by(F("starts_on").desc(nulls_last=True), "pk"),
        "agency": lambda: Agency.objects.order_by(by_name, "pk"),
        "city": lambda: City.objects.published().order_by(by_name, "pk"),
    }[name]()
    return rows.filter(slug__in=slugs)
