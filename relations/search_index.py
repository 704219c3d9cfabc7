"""What search knows of this app: places, agreements, missions, agencies, exchanges; and whose names find others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.utils.translation import gettext_lazy

from iad_portal.lib.records.publishing import LISTED, Publishable
from iad_portal.lib.search.demonyms import DEMONYMS
from iad_portal.lib.search.searched import (
    LEAD,
    ON_PAGE,
    TEXT,
    TITLE,
    Content,
    Searched,
    Texts,
    appears_at,
    in_both,
    link,
    shown,
    shown_rich,
    unheld,
)
from relations.models import (
    Agency,
    Agreement,
    Alias,
    City,
    CityKind,
    Country,
    Document,
    Embassy,
    Exchange,
    Person,
    Photo,
    Post,
)

# What people call a city that an agreement ties to Bangkok, whatever its form is called there. Every city has these
# words that is tied on any day; of which that is no longer so, or not yet, is asked with the query (search/query.py).
TIED = (
    "เมืองพี่เมืองน้อง บ้านพี่เมืองน้อง เมืองคู่มิตร เมืองมิตรภาพ เมืองคู่ความร่วมมือ ทวิภาคี "
    "sister city partner city twin city twin town friendship city bilateral"
)
_KEY = gettext_lazy("Key to the City")
# What people call a city of each kind, when they say what it is at all.
_CALLED = {CityKind.PREFECTURE: "จังหวัด", CityKind.PROVINCE: "มณฑล จังหวัด", CityKind.CAPITAL: "กรุง นครหลวง เมืองหลวง"}
CITY = "เมือง นคร city"


@dataclass
class Beside:
    """What rows of other tables say of one record: its other names, titles of its papers, captions of its photos.

    And the keys of the people in posts of a city.
    """

    names: list[str] = field(default_factory=list)
    files: list[Texts] = field(default_factory=list)
    people: list[str] = field(default_factory=list)


def beside_of(records: Iterable[models.Model]) -> dict[models.Model, Beside]:
    """What is read beside each of `records` (all of one model): one query."""
    found: dict[models.Model, Beside] = {record: Beside() for record in records}
    if not found:
        return found
    by_key = {str(record.pk): record for record in found}
    model = type(next(iter(found)))
    kind, places = ContentType.objects.get_for_model(model).pk, ", ".join(["%s"] * len(by_key))
    parameters: list[Any] = [kind, *by_key] * 3
    if model is City:
        parameters += by_key
    with connection.cursor() as cursor:
        cursor.execute(_beside_sql(model).format(places=places), parameters)
        rows = cursor.fetchall()
    for key, what, _order, _pk, text, other in sorted(rows, key=_as_on_the_desk):
        record = by_key[key]
        if what == _ALIAS:
            found[record].names.append(text)
        elif what == _POST:
            found[record].people.append(text)
        else:
            found[record].files.append(unheld(record, text, other))
    return found


_ALIAS, _DOCUMENT, _PHOTO, _POST = 1, 2, 3, 4


def _as_on_the_desk(row: tuple) -> tuple:
    """Other names by language and name, then papers, then photos, as officers have put them."""
    _key, what, order, pk, text, other = row
    return (what, other, text, pk) if what == _ALIAS else (what, order, pk)


@cache
def _beside_sql(model: type[models.Model]) -> str:
    """Written out: for each record saved, putting the queries together would cost more than asking them.

    Its parameters are the content type and the keys, for each of three tables, and the keys again of cities.
    """
    tables = (
        (_ALIAS, Alias, "0", "name", "language"),
        (_DOCUMENT, Document, connection.ops.quote_name("order"), "title_th", "title_en"),
        (_PHOTO, Photo, connection.ops.quote_name("order"), "caption_th", "caption_en"),
    )
    parts = [
        f"SELECT subject_id, {what}, {order}, id, {text}, {other} FROM {table._meta.db_table} "
        "WHERE subject_type_id = %s AND subject_id IN ({places})"
        for what, table, order, text, other in tables
    ]
    if model is City:
        parts.append(
            f"SELECT CAST(city_id AS varchar(40)), {_POST}, 0, id, CAST(person_id AS varchar(40)), '' "
            f"FROM {Post._meta.db_table} WHERE city_id IN ({{places}})"
        )
    return " UNION ALL ".join(parts)


def place_links(cities: Iterable[City]) -> list[str]:
    """Links to cities and to their countries."""
    return [code for city in cities for code in (link(city), link("country", city.country_id))]


def _cities(keys: list) -> Iterator[Content]:
    ties = Agreement.objects.ever_published().tie_making().filter(city=models.OuterRef("pk"))
    rows = City.objects.ever_published().filter(pk__in=keys).annotate(is_tied=models.Exists(ties))
    beside = beside_of(rows)
    for city in rows:
        yield Content.of(
            city,
            "name",
            beside[city].names,
            also=[
                CITY,
                TIED if city.is_tied else "",
                _CALLED.get(city.kind, ""),
                *in_both(CityKind(city.kind).label).values(),
            ],
            text=[shown_rich(city, "profile"), shown(city, "pin_place"), *beside[city].files],
            links={
                # "Chinese sister cities" asks for these, before anything that was done with them.
                TITLE: [link(city), link("country", city.country_id)],
                TEXT: [link("person", person) for person in beside[city].people],
            },
            countries=[city.country_id],
            is_named=True,
        )


def _agreements(keys: list) -> Iterator[Content]:
    rows = Agreement.objects.ever_published().filter(pk__in=keys).select_related("city")
    rows = list(rows.prefetch_related("signatories", "commitments"))
    beside = beside_of(rows)
    for agreement in rows:
        titles = in_both(agreement.shown_title)
        promises = [shown(row, name) for row in agreement.commitments.all() for name in ("title", "detail")]
        yield Content.of(
            agreement,
            "title",
            beside[agreement].names,
            title=in_both(agreement.full_title),
            also=[*titles.values(), agreement.original_title],
            lead=[shown(agreement, "cooperation")],
            text=[
                shown(agreement, "place"),
                shown(agreement, "note"),
                *promises,
                *(shown(row, "post_title") for row in agreement.signatories.all()),
                *beside[agreement].files,
            ],
            links={
                TITLE: [link(agreement.city)],
                LEAD: [link("country", agreement.city.country_id)],
                TEXT: [link("person", row.person_id) for row in agreement.signatories.all()],
            },
            day=agreement.signed_on or agreement.effective_on,
            countries=[agreement.city.country_id],
            repeated_by=[link(agreement.city)] if agreement.makes_tie else [],
        )


def _embassies(keys: list) -> Iterator[Content]:
    rows = Embassy.objects.ever_published().filter(pk__in=keys)
    rows = list(rows.prefetch_related("posts"))
    beside = beside_of(rows)
    for embassy in rows:
        heads = embassy.posts.all()
        yield Content.of(
            embassy,
            "name",
            beside[embassy].names,
            also=["สถานทูต ทูต เอกอัครราชทูต embassy ambassador"],
            text=[
                *(shown(embassy, name) for name in ("address", "district", "note")),
                *(shown(post, "title") for post in heads),
                *beside[embassy].files,
            ],
            links={
                TITLE: [link("country", embassy.country_id), link(embassy)],
                LEAD: [link("person", post.person_id) for post in heads],
            },
            countries=[embassy.country_id],
            is_named=True,
        )


def _agencies(keys: list) -> Iterator[Content]:
    rows = list(Agency.objects.filter(pk__in=keys))
    beside = beside_of(rows)
    for agency in rows:
        yield Content.of(
            agency,
            "name",
            beside[agency].names,
            lead=[shown(agency, "desk")],
            text=[shown(agency, "parent_name"), shown(agency, "address")],
            links={TITLE: [link(agency)]},
            is_named=True,
        )


def _exchanges(keys: list) -> Iterator[Content]:
    rows = Exchange.objects.ever_published().filter(pk__in=keys)
    rows = rows.select_related("key").prefetch_related("cities", "about_cities", "embassies", "agencies", "people")
    rows = list(rows)
    beside = beside_of(rows)
    for exchange in rows:
        key = getattr(exchange, "key", None)
        host = _host(exchange)
        if host is None:
            continue
        cities = list(dict.fromkeys([*exchange.cities.all(), *exchange.about_cities.all()]))
        yield Content.of(
            exchange,
            "title",
            beside[exchange].names,
            code=exchange.code,
            page=host.page_key().at("done" if isinstance(host, City) else "exchanges"),
            publish_at=appears_at(exchange, host),
            also=list(in_both(exchange.get_kind_display).values()),
            lead=[shown(exchange, "outcome"), *([in_both(_KEY), shown(key, "name")] if key else [])],
            text=[shown(exchange, "place")],
            links={
                LEAD: [
                    *place_links(cities),
                    *map(link, exchange.embassies.all()),
                    *map(link, exchange.people.all()),
                    *([link("person", key.person_id)] if key and key.person_id else []),
                ],
                TEXT: list(map(link, exchange.agencies.all())),
            },
            day=exchange.starts_on,
            countries=[*(city.country_id for city in cities), *(row.country_id for row in exchange.embassies.all())],
        )


def _host(exchange: Exchange) -> Publishable | None:
    """The record on whose page the exchange is listed; the one that is seen first, when there are several."""
    hosts = [
        host
        for host in [*exchange.cities.all(), *exchange.embassies.all(), *exchange.about_cities.all()]
        if host.status in LISTED
    ]
    # Bangkok's own page lists no exchanges with others.
    hosts.sort(key=lambda host: (getattr(host, "kind", "") == CityKind.HOME, host.publish_at is not None))
    return hosts[0] if hosts else None


def _countries(keys: list) -> Iterator[Content]:
    """No page of their own: their names, and what English calls what is theirs, find cities and missions."""
    rows = list(Country.objects.filter(pk__in=keys))
    beside = beside_of(rows)
    for country in rows:
        names = [*shown(country, "formal_name").values(), *DEMONYMS.get(country.pk, ())]
        yield Content.of(country, "name", beside[country].names, page=None, names=names, is_named=True)


def _people(keys: list) -> Iterator[Content]:
    """No page of their own: their names, also half of them, find what they signed, chaired or took part in."""
    rows = list(Person.objects.filter(pk__in=keys))
    beside = beside_of(rows)
    for person in rows:
        spelt = [*shown(person, "name").values(), *beside[person].names]
        halves = [part for name in spelt for part in name.split() if len(part) > 2]
        full = list(in_both(person.full_name).values())
        yield Content.of(person, "name", page=None, names=[*full, *spelt, *halves], is_named=True)


def _of_cities(keys: list, changed: set[str]) -> list[models.QuerySet]:
    """Titles of agreements name the city; exchanges are listed on its page."""
    leaning: list[models.QuerySet] = []
    if "title" in changed:
        leaning.append(Agreement.objects.filter(city__in=keys))
    if changed & ON_PAGE:
        leaning.append(Exchange.objects.filter(models.Q(cities__in=keys) | models.Q(about_cities__in=keys)))
    return leaning


def _of_embassies(keys: list, changed: set[str]) -> list[models.QuerySet]:
    return [Exchange.objects.filter(embassies__in=keys)] if changed & ON_PAGE else []


SEARCHED = [
    Searched(City, _cities, _of_cities),
    Searched(Agreement, _agreements),
    Searched(Embassy, _embassies, _of_embassies),
    Searched(Agency, _agencies),
    Searched(Exchange, _exchanges),
    Searched(Country, _countries),
    Searched(Person, _people),
]
