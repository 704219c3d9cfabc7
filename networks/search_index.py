"""What search knows of this app: networks and meetings, with what was said and promised there."""

from collections.abc import Iterator

from django.db.models import Prefetch

from iad_portal.lib.search.searched import LEAD, TEXT, TITLE, Content, Searched, in_both, link, shown
from networks.models import Meeting, Network, Participation
from relations.search_index import beside_of, place_links


def _networks(keys: list) -> Iterator[Content]:
    rows = Network.objects.ever_published().filter(pk__in=keys).select_related("secretariat_city")
    rows = list(rows.prefetch_related("memberships", "roles"))
    beside = beside_of(rows)
    for network in rows:
        seat = [network.secretariat_city] if network.secretariat_city else []
        yield Content.of(
            network,
            "name",
            beside[network].names,
            title={language: _with_acronym(network, name) for language, name in shown(network, "name").items()},
            names=[*shown(network, "name").values(), network.acronym, network.founded_as],
            also=["เครือข่าย พหุภาคี network multilateral", *in_both(network.get_kind_display).values()],
            lead=[shown(network, "aims")],
            text=[
                *(shown(network, name) for name in ("founded_note", "secretariat_place", "note")),
                *(shown(row, name) for row in network.roles.all() for name in ("title", "holder")),
                *(shown(row, "note") for row in network.memberships.all()),
                *beside[network].files,
            ],
            links={TITLE: [link(network)], LEAD: [*place_links(seat), link("country", network.secretariat_country_id)]},
            day=network.founded_on,
            countries=[code for code in (network.secretariat_country_id,) if code],
            is_named=True,
        )


def _with_acronym(network: Network, name: str) -> str:
    return name if not network.acronym or network.acronym in name else f"{name} ({network.acronym})"


def _meetings(keys: list) -> Iterator[Content]:
    rows = Meeting.objects.ever_published().filter(pk__in=keys).select_related("host_city", "partner")
    there = Prefetch("participation", Participation.objects.select_related("city"))
    rows = list(rows.prefetch_related("points", "commitments", "chairs", there))
    beside = beside_of(rows)
    for meeting in rows:
        hosts = [city for city in (meeting.host_city, meeting.partner) if city]
        guests = list(meeting.participation.all())
        yield Content.of(
            meeting,
            "title",
            beside[meeting].names,
            lead=[shown(meeting, "theme"), in_both(meeting.get_kind_display)],
            text=[
                *(shown(meeting, name) for name in ("venue", "mission_group", "note")),
                *(shown(row, "text") for row in meeting.points.all()),
                *(shown(row, name) for row in meeting.commitments.all() for name in ("title", "detail")),
                *(in_both(row.get_framework_display) for row in meeting.commitments.all() if row.framework),
                *(shown(row, name) for row in guests for name in ("body", "presented")),
                *beside[meeting].files,
            ],
            links={
                TITLE: [link("network", meeting.network_id), *map(link, hosts)],
                LEAD: [link("country", meeting.country_id), *place_links(hosts), *map(link, meeting.chairs.all())],
                TEXT: [
                    *place_links(row.city for row in guests if row.city),
                    *(link("agency", row.agency_id) for row in guests if row.agency_id),
                ],
            },
            day=meeting.starts_on,
            countries=sorted({code for code in (meeting.country_id, *(city.country_id for city in hosts)) if code}),
        )


SEARCHED = [Searched(Network, _networks), Searched(Meeting, _meetings)]
