"""What search knows of this room: networks and meetings, with what was said and promised there."""

from collections.abc import Iterator

from django.db.models import Prefetch

from iad_portal.lib.search.searched import LEAD, TEXT, TITLE, Content, Searched, in_both, link, shown
from networks.models import Meeting, Network, Participation
from relations.search_index import beside_of, place_links


def _networks(keys: list) -> Iterator[Content]:
    rows = Network.objects.ever_published().filter(pk__in=keys).select_related("secretariat_city")
    rows = list(rows.prefetch_related("memberships", "roles"))
    beside = beside_of(rows)
    for one in rows:
        seat = [one.secretariat_city] if one.secretariat_city else []
        yield Content.of(
            one,
            "name",
            beside[one].names,
            title={language: _with_acronym(one, name) for language, name in shown(one, "name").items()},
            names=[*shown(one, "name").values(), one.acronym, one.founded_as],
            also=["เครือข่าย พหุภาคี network multilateral", *in_both(one.get_kind_display).values()],
            lead=[shown(one, "aims")],
            text=[
                *(shown(one, name) for name in ("founded_note", "secretariat_place", "note")),
                *(shown(row, name) for row in one.roles.all() for name in ("title", "holder")),
                *(shown(row, "note") for row in one.memberships.all()),
                *beside[one].files,
            ],
            links={TITLE: [link(one)], LEAD: [*place_links(seat), link("country", one.secretariat_country_id)]},
            day=one.founded_on,
            countries=[code for code in (one.secretariat_country_id,) if code],
            is_named=True,
        )


def _with_acronym(network: Network, name: str) -> str:
    return name if not network.acronym or network.acronym in name else f"{name} ({network.acronym})"


def _meetings(keys: list) -> Iterator[Content]:
    rows = Meeting.objects.ever_published().filter(pk__in=keys).select_related("host_city", "partner")
    there = Prefetch("participation", Participation.objects.select_related("city"))
    rows = list(rows.prefetch_related("points", "commitments", "chairs", there))
    beside = beside_of(rows)
    for one in rows:
        hosts = [city for city in (one.host_city, one.partner) if city]
        guests = list(one.participation.all())
        yield Content.of(
            one,
            "title",
            beside[one].names,
            lead=[shown(one, "theme"), in_both(one.get_kind_display)],
            text=[
                *(shown(one, name) for name in ("venue", "mission_group", "note")),
                *(shown(row, "text") for row in one.points.all()),
                *(shown(row, name) for row in one.commitments.all() for name in ("title", "detail")),
                *(in_both(row.get_framework_display) for row in one.commitments.all() if row.framework),
                *(shown(row, name) for row in guests for name in ("body", "presented")),
                *beside[one].files,
            ],
            links={
                TITLE: [link("network", one.network_id), *map(link, hosts)],
                LEAD: [link("country", one.country_id), *place_links(hosts), *map(link, one.chairs.all())],
                TEXT: [
                    *place_links(row.city for row in guests if row.city),
                    *(link("agency", row.agency_id) for row in guests if row.agency_id),
                ],
            },
            day=one.starts_on,
            countries=sorted({code for code in (one.country_id, *(city.country_id for city in hosts)) if code}),
        )


SEARCHED = [Searched(Network, _networks), Searched(Meeting, _meetings)]
