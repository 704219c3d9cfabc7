"""What search knows of this room: places, agreements, missions, agencies, the ledger; and whose names find others."""

from collections.abc import Iterable, Iterator
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.models import Prefetch

from iad_portal.lib.records.publishing import LISTED, Publishable
from iad_portal.lib.search.demonyms import DEMONYMS
from iad_portal.lib.search.searched import (
    LEAD,
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
    City,
    CityKind,
    Country,
    Document,
    Embassy,
    Exchange,
    Person,
    Photo,
    Post,
    Signatory,
)

# What people call a city that an agreement ties to Bangkok, whatever its form is called there.
_TIED = (
    "เมืองพี่เมืองน้อง บ้านพี่เมืองน้อง เมืองคู่มิตร เมืองมิตรภาพ เมืองคู่ความร่วมมือ ทวิภาคี "
    "sister city partner city twin city twin town friendship city bilateral"
)
# What people call a city of each kind, when they say what it is at all.
_CALLED = {CityKind.PREFECTURE: "จังหวัด", CityKind.PROVINCE: "มณฑล จังหวัด", CityKind.CAPITAL: "กรุง นครหลวง เมืองหลวง"}
_CITY = "เมือง นคร city"


def files_of(records: list[models.Model]) -> dict[models.Model, list[Texts]]:
    """What is read beside each of `records` (all of one model): titles of papers, captions of photos; one question."""
    found: dict[models.Model, list[Texts]] = {record: [] for record in records}
    if not found:
        return found
    by_key = {str(record.pk): record for record in records}
    kind, places = ContentType.objects.get_for_model(records[0]).pk, ", ".join(["%s"] * len(by_key))
    with connection.cursor() as cursor:
        cursor.execute(_files_sql().format(places=places), [kind, *by_key] * 2)
        for key, _order, _pk, thai, english in sorted(cursor.fetchall(), key=lambda row: row[:3]):
            found[by_key[key]].append(unheld(by_key[key], thai, english))
    return found


@cache
def _files_sql() -> str:
    """Written out: for each record saved, putting the questions together would cost more than asking them."""
    return " UNION ALL ".join(
        f"SELECT subject_id, {connection.ops.quote_name('order')}, id, {name}_th, {name}_en "
        f"FROM {model._meta.db_table} WHERE subject_type_id = %s AND subject_id IN ({{places}})"
        for model, name in ((Document, "title"), (Photo, "caption"))
    )


def place_links(cities: Iterable[City]) -> list[str]:
    """Links to cities and to their countries."""
    return [one for city in cities for one in (link(city), link("country", city.country_id))]


def _cities(keys: list) -> Iterator[Content]:
    rows = City.objects.ever_published().filter(pk__in=keys)
    leaders = Prefetch("posts", Post.objects.select_related("person"))
    ties = Prefetch("agreements", Agreement.objects.published().tie_making(), to_attr="ties")
    rows = list(rows.prefetch_related("aliases", leaders, ties))
    files = files_of(rows)
    for city in rows:
        yield Content.of(
            city,
            "name",
            also=[
                _CITY,
                _TIED if city.ties else "",
                _CALLED.get(city.kind, ""),
                *in_both(CityKind(city.kind).label).values(),
            ],
            text=[shown_rich(city, "profile"), shown(city, "pin_place"), *files[city]],
            links={
                # "Chinese sister cities" asks for these, before anything that was done with them.
                TITLE: [link(city), link("country", city.country_id)],
                TEXT: [link(post.person) for post in city.posts.all()],
            },
            countries=[city.country_id],
            is_named=True,
        )


def _agreements(keys: list) -> Iterator[Content]:
    rows = Agreement.objects.ever_published().filter(pk__in=keys).select_related("city")
    signatories = Prefetch("signatories", Signatory.objects.select_related("person"))
    rows = list(rows.prefetch_related("aliases", signatories, "commitments"))
    files = files_of(rows)
    for one in rows:
        titles = in_both(one.shown_title)
        promises = [shown(row, name) for row in one.commitments.all() for name in ("title", "detail")]
        yield Content.of(
            one,
            "title",
            title=in_both(one.full_title),
            also=[*titles.values(), one.original_title],
            lead=[shown(one, "cooperation")],
            text=[
                shown(one, "place"),
                shown(one, "note"),
                *promises,
                *(shown(row, "post_title") for row in one.signatories.all()),
                *files[one],
            ],
            links={
                TITLE: [link(one.city)],
                LEAD: [link("country", one.city.country_id)],
                TEXT: [link(row.person) for row in one.signatories.all()],
            },
            day=one.signed_on or one.effective_on,
            countries=[one.city.country_id],
        )


def _embassies(keys: list) -> Iterator[Content]:
    rows = Embassy.objects.ever_published().filter(pk__in=keys)
    rows = list(rows.prefetch_related("aliases", "posts"))
    files = files_of(rows)
    for one in rows:
        heads = one.posts.all()
        yield Content.of(
            one,
            "name",
            also=["สถานทูต ทูต เอกอัครราชทูต embassy ambassador"],
            text=[
                *(shown(one, name) for name in ("address", "district", "note")),
                *(shown(post, "title") for post in heads),
                *files[one],
            ],
            links={
                TITLE: [link("country", one.country_id), link(one)],
                LEAD: [link("person", post.person_id) for post in heads],
            },
            countries=[one.country_id],
            is_named=True,
        )


def _agencies(keys: list) -> Iterator[Content]:
    for one in Agency.objects.filter(pk__in=keys).prefetch_related("aliases"):
        yield Content.of(
            one,
            "name",
            lead=[shown(one, "desk")],
            text=[shown(one, "parent_name"), shown(one, "address")],
            links={TITLE: [link(one)]},
            is_named=True,
        )


def _exchanges(keys: list) -> Iterator[Content]:
    rows = Exchange.objects.ever_published().filter(pk__in=keys)
    rows = list(rows.prefetch_related("aliases", "cities", "about_cities", "embassies", "agencies", "people"))
    for one in rows:
        host = _host(one)
        if host is None:
            continue
        cities = list(dict.fromkeys([*one.cities.all(), *one.about_cities.all()]))
        yield Content.of(
            one,
            "title",
            code=one.code,
            page=host.page_key().at("done" if isinstance(host, City) else "exchanges"),
            publish_at=appears_at(one, host),
            also=list(in_both(one.get_kind_display).values()),
            lead=[shown(one, "outcome")],
            text=[shown(one, "place")],
            links={
                LEAD: [*place_links(cities), *map(link, one.embassies.all()), *map(link, one.people.all())],
                TEXT: list(map(link, one.agencies.all())),
            },
            day=one.starts_on,
            countries=[*(city.country_id for city in cities), *(row.country_id for row in one.embassies.all())],
        )


def _host(exchange: Exchange) -> Publishable | None:
    """The record on whose page the line of the ledger stands; the one that is seen first, when there are several."""
    hosts = [
        one
        for one in [*exchange.cities.all(), *exchange.embassies.all(), *exchange.about_cities.all()]
        if one.status in LISTED
    ]
    # Bangkok's own page has no ledger of what it did with others.
    hosts.sort(key=lambda one: (getattr(one, "kind", "") == CityKind.HOME, one.publish_at is not None))
    return hosts[0] if hosts else None


def _countries(keys: list) -> Iterator[Content]:
    """No page of their own: their names, and what English calls what is theirs, find cities and missions."""
    for one in Country.objects.filter(pk__in=keys).prefetch_related("aliases"):
        names = [*shown(one, "formal_name").values(), *DEMONYMS.get(one.pk, ())]
        yield Content.of(one, "name", page=None, names=names, is_named=True)


def _people(keys: list) -> Iterator[Content]:
    """No page of their own: their names, also half of them, find what they signed, chaired or took part in."""
    for one in Person.objects.filter(pk__in=keys).prefetch_related("aliases"):
        spelt = [*shown(one, "name").values(), *(alias.name for alias in one.aliases.all())]
        halves = [part for name in spelt for part in name.split() if len(part) > 2]
        full = list(in_both(one.full_name).values())
        yield Content.of(one, "name", page=None, names=[*full, *spelt, *halves], is_named=True)


_OF_HOST = {"page", "publish_at"}


def _of_agreements(keys: list, _changed: set[str]) -> list[models.QuerySet]:
    """A city is found as a sister city while an agreement ties it."""
    return [City.objects.filter(agreements__in=keys)]


def _of_cities(keys: list, changed: set[str]) -> list[models.QuerySet]:
    """Titles of agreements name the city; lines of the ledger stand on its page."""
    leaning: list[models.QuerySet] = []
    if "title" in changed:
        leaning.append(Agreement.objects.filter(city__in=keys))
    if changed & _OF_HOST:
        leaning.append(Exchange.objects.filter(models.Q(cities__in=keys) | models.Q(about_cities__in=keys)))
    return leaning


def _of_embassies(keys: list, changed: set[str]) -> list[models.QuerySet]:
    return [Exchange.objects.filter(embassies__in=keys)] if changed & _OF_HOST else []


SEARCHED = [
    Searched(City, _cities, _of_cities),
    Searched(Agreement, _agreements, _of_agreements),
    Searched(Embassy, _embassies, _of_embassies),
    Searched(Agency, _agencies),
    Searched(Exchange, _exchanges),
    Searched(Country, _countries),
    Searched(Person, _people),
]
