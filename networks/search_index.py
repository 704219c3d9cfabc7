"""What search knows of this app: networks and meetings, with what was said and promised there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from django.db import connection, models

from iad_portal.lib.search.searched import (
    LEAD,
    ON_PAGE,
    TEXT,
    TITLE,
    Content,
    Searched,
    Texts,
    in_both,
    link,
    shown,
    unheld,
)
from networks.models import Commitment, Framework, Meeting, Network, Participation, Point
from plans.models import Project
from relations.models import City
from relations.search_index import beside_of, place_links


def _networks(keys: list) -> Iterator[Content]:
    rows = Network.objects.ever_published().filter(pk__in=keys).select_related("secretariat_city")
    rows = list(rows.prefetch_related("memberships", "roles", "city_memberships"))
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
            links={
                TITLE: [link(network)],
                LEAD: [*place_links(seat), link("country", network.secretariat_country_id)],
                TEXT: [link("city", row.city_id) for row in network.city_memberships.all()],
            },
            day=network.founded_on,
            countries=[code for code in (network.secretariat_country_id,) if code],
            is_named=True,
        )


def _with_acronym(network: Network, name: str) -> str:
    return name if not network.acronym or network.acronym in name else f"{name} ({network.acronym})"


def _meetings(keys: list) -> Iterator[Content]:
    rows = list(Meeting.objects.ever_published().filter(pk__in=keys).select_related("host_city", "partner"))
    beside, said = beside_of(rows), _said(rows)
    for meeting in rows:
        hosts = [city for city in (meeting.host_city, meeting.partner) if city]
        about = said[meeting]
        yield Content.of(
            meeting,
            "title",
            beside[meeting].names,
            lead=[shown(meeting, "theme"), in_both(meeting.get_kind_display)],
            text=[
                *(shown(meeting, name) for name in ("venue", "mission_group", "note", "course_note")),
                *about.points,
                *about.promises,
                *about.frameworks,
                *about.guests,
                *beside[meeting].files,
            ],
            links={
                TITLE: [link("network", meeting.network_id), *map(link, hosts)],
                LEAD: [link("country", meeting.country_id), *place_links(hosts), *about.chairs],
                TEXT: about.parties,
            },
            day=meeting.starts_on,
            countries=sorted({code for code in (meeting.country_id, *(city.country_id for city in hosts)) if code}),
        )


@dataclass
class _Said:
    """What other tables hold of one meeting: texts in the order of its page, and links to who led it and took part."""

    points: list[Texts] = field(default_factory=list)
    promises: list[Texts] = field(default_factory=list)
    frameworks: list[Texts] = field(default_factory=list)
    guests: list[Texts] = field(default_factory=list)
    chairs: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)


_POINT, _PROMISE, _GUEST, _CHAIR = 1, 2, 3, 4


def _said(meetings: list[Meeting]) -> dict[Meeting, _Said]:
    """What was said and promised at each of `meetings`, and by whom: one query over four tables."""
    found = {meeting: _Said() for meeting in meetings}
    if not found:
        return found
    by_key = {meeting.pk: meeting for meeting in meetings}
    with connection.cursor() as cursor:
        cursor.execute(_said_sql().format(keys=", ".join(map(str, by_key))))
        rows = cursor.fetchall()
    for meeting, what, _kind, _order, _pk, *texts, code, country, agency in sorted(rows, key=lambda row: row[1:5]):
        record = by_key[meeting]
        about, said = found[record], [unheld(record, *texts[:2]), unheld(record, *texts[2:])]
        if what == _POINT:
            about.points += said
        elif what == _PROMISE:
            about.promises += said
            about.frameworks += [in_both(Framework(code).label)] if code else []
        elif what == _GUEST:
            about.guests += said
            about.parties += [link("city", code), link("country", country)] if code else []
            about.parties += [link("agency", agency)] if agency else []
        else:
            about.chairs.append(link("person", code))
    return found


@cache
def _said_sql() -> str:
    """Written out: for each meeting saved, putting four queries together would cost more than asking them.

    Its columns: meeting, what it is, kind, order and key (by which rows stand), two texts in both languages, a code or
    a key (framework, city, person), the city's country, agency.
    """
    order, chairs = connection.ops.quote_name("order"), Meeting.chairs.through._meta.db_table
    country = f"(SELECT country_id FROM {City._meta.db_table} WHERE id = city_id)"
    city, agency, person = (f"CAST({name}_id AS varchar(40))" for name in ("city", "agency", "person"))
    parts = (
        (_POINT, Point._meta.db_table, f"kind, {order}, id, text_th, text_en, '', '', '', '', ''"),
        (
            _PROMISE,
            Commitment._meta.db_table,
            f"'', {order}, id, title_th, title_en, detail_th, detail_en, framework, '', ''",
        ),
        (
            _GUEST,
            Participation._meta.db_table,
            f"'', {order}, id, body_th, body_en, presented_th, presented_en, {city}, {country}, {agency}",
        ),
        (_CHAIR, chairs, f"'', 0, id, '', '', '', '', {person}, '', ''"),
    )
    return " UNION ALL ".join(
        f"SELECT meeting_id, {what}, {columns} FROM {table} WHERE meeting_id IN ({{keys}})"
        for what, table, columns in parts
    )


def _of_meetings(keys: list, changed: set[str]) -> list[models.QuerySet]:
    """Projects stand on the page of their meeting."""
    return [Project.objects.filter(meeting__in=keys)] if changed & ON_PAGE else []


SEARCHED = [Searched(Network, _networks), Searched(Meeting, _meetings, _of_meetings)]
