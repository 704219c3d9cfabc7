"""Which partner cities are in which networks, read both ways: by network and by city."""

from collections import defaultdict
from typing import Any, cast

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Ledger, Link, Row
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.queries import is_not_over
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import CityMembership, Membership, Network
from relations.models import City
from relations.pages.age import age_line
from relations.pages.citations import SourceList
from relations.pages.links import in_a_row, link_to

Found = dict[Any, list[CityMembership]]


def context() -> dict[str, Any]:
    """All that networks/membership_list.html needs."""
    memberships = _memberships().rows()
    by_network, by_city = _by(memberships, "network"), _by(memberships, "city")
    bangkok = {row.network_id: row for row in _of_bangkok().rows() if row.is_open()}
    sources = SourceList(memberships)
    return {
        "crumbs": [Link(_("Networks"), reverse("networks:network_list"))],
        "lead": lead(len(by_city), len(by_network)),
        "networks": _network_ledger(by_network, bangkok, sources),
        "cities": _city_ledger(by_city),
        "evidence": sources.evidence(age=age_line(memberships)),
    }


def lead(cities: int, networks: int) -> str:
    """How many partner cities are on record in how many networks."""
    words = {
        "cities": ngettext("%(number)s partner city", "%(number)s partner cities", cities) % {"number": cities},
        "networks": ngettext("%(number)s network", "%(number)s networks", networks) % {"number": networks},
    }
    return _("The networks’ own lists name %(cities)s in %(networks)s.") % words


@kept_query
def _memberships() -> QuerySet[CityMembership]:
    """The memberships without a recorded end of cities that are partners today, in published networks."""
    rows = CityMembership.objects.of_published_networks().select_related("network", "city")
    still = rows.filter(is_not_over("left_on", "left_precision", calendar.today()))
    return cast("QuerySet[CityMembership]", still.filter(city__in=City.objects.published().partners()).order_by("pk"))


@kept_query
def _of_bangkok() -> QuerySet[Membership]:
    return Membership.objects.filter(network__in=Network.objects.published())


def _by(memberships: list[CityMembership], link: str) -> Found:
    """`memberships` by their network or city, these in the order of their names; several roles count once."""
    order = f"sort_{reader_language()}"
    other = "city" if link == "network" else "network"
    found: dict[Any, dict[Any, CityMembership]] = defaultdict(dict)
    for row in sorted(memberships, key=lambda row: (getattr(getattr(row, other), order), row.pk)):
        found[getattr(row, link)].setdefault(getattr(row, other), row)
    by_name = sorted(found, key=lambda record: (getattr(record, order), record.pk))
    return {record: list(found[record].values()) for record in by_name}


def _network_ledger(by_network: Found, bangkok: dict[int, Membership], sources: SourceList) -> Ledger:
    columns = [_("Network"), _("Partner cities in it"), _("Which"), _("Bangkok’s part"), _("As of")]

    def row(network: Network) -> Row:
        memberships = by_network[network]
        own = bangkok.get(network.pk)
        number = len(memberships)
        counted = ngettext("%(count)s city", "%(count)s cities", number) % {"count": number}
        cells = [
            Cell(counted, url=f"{reverse('relations:city_list')}?network={network.slug}", is_named=True),
            Cell(in_a_row(link_to(one.city, text_of(one.city, "name")) for one in memberships)),
            Cell(own.get_kind_display() if own else _("not on record")),
            Cell(age_line(memberships) or _("Not recorded")),
        ]
        marks = sorted({mark for one in memberships for mark in sources.marks(one)})
        return Row(
            network.acronym or text_of(network, "name"),
            cells,
            network.get_absolute_url(),
            sub=text_of(network, "name") if network.acronym else "",
            sources=marks,
            shows=memberships,
        )

    return Ledger.of_rows(columns, shown(by_network, row, "partner cities of networks"))


def _city_ledger(by_city: Found) -> Ledger:
    def row(city: City) -> Row:
        networks = [_named(one) for one in by_city[city]]
        cells = [Cell(in_a_row(networks)), Cell(str(len(networks)), is_named=True)]
        return Row(text_of(city, "name"), cells, city.get_absolute_url(), shows=by_city[city])

    return Ledger.of_rows([_("City"), _("Networks"), _("Number")], shown(by_city, row, "networks of partner cities"))


def _named(membership: CityMembership) -> SafeString:
    network = membership.network
    return format_html("{}", link_to(network, network.acronym or text_of(network, "name")))
