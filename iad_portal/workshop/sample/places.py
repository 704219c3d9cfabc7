"""Sample cities with leaders, figures, other names and pictures; countries with embassies; agencies; people."""

from datetime import timedelta

from iad_portal.lib.dates.calendar import PartialDate
from relations.models import (
    Agency,
    AgencyKind,
    Alias,
    AliasKind,
    City,
    CityKind,
    Country,
    Embassy,
    Figure,
    Measure,
    Person,
    Post,
    PostKind,
    Qualifier,
    Region,
)

from .desk import RICH, Desk, of_year
from .marks import ISO
from .words import marked, one_language, texts

_KINDS = (CityKind.CITY, CityKind.CAPITAL, CityKind.PROVINCE, CityKind.PREFECTURE)
_MAYOR = ("นายกเทศมนตรี", "Mayor")
_AMBASSADOR = ("เอกอัครราชทูตประจำประเทศไทย", "Ambassador to Thailand")


def make(desk: Desk) -> None:
    """Agencies, people, countries with embassies, cities."""
    desk.agencies = desk.add(_agency(desk, number) for number in range(desk.sizes["agencies"]))
    desk.people = desk.add(_person(desk, number) for number in range(desk.sizes["people"]))
    _embassies(desk)
    _cities(desk)


def _agency(desk: Desk, number: int) -> Agency:
    name = desk.words.agencies[number % len(desk.words.agencies)]
    desk_name = ("ฝ่ายประสานงานต่างประเทศ", "Foreign affairs desk")
    return Agency(
        slug=f"sample-agency-{number + 1}",
        kind=AgencyKind.DEPARTMENT,
        phone="02 000 0000",
        email="sample@example.org",
        **texts(name=marked(name), desk=desk_name),
    )


def _person(desk: Desk, number: int) -> Person:
    rank = ("ดร.", "Dr") if number % 7 == 3 else ("", "")
    return Person(slug=f"sample-person-{number + 1}", **texts(name=marked(desk.words.person(number)), rank=rank))


def _embassies(desk: Desk) -> None:
    numbers = range(desk.sizes["embassies"])
    countries = desk.add(_country(desk, number) for number in numbers)
    desk.embassies = desk.add(_embassy(desk, number, countries[number]) for number in numbers)
    desk.add_parts(_head(desk, embassy, turn) for embassy in desk.embassies for turn in range(4))
    desk.add_parts(
        Alias(subject=country, name=f"Sample land {number + 1}", language="en", kind=AliasKind.OTHER_NAME)
        for number, country in enumerate(countries)
    )
    desk.add_parts(
        desk.album.photo(embassy, number + order, order)
        for number, embassy in enumerate(desk.embassies)
        for order in range(number % 3)
    )
    desk.cite(desk.embassies)


def _country(desk: Desk, number: int) -> Country:
    name = desk.words.city(599 - number)
    formal = (f"สาธารณรัฐ{name[0]}", f"Republic of {name[1]}")
    region = list(Region)[number % len(Region)]
    return Country(iso=ISO[number], region=region, **texts(name=marked(name), formal_name=marked(formal)))


def _embassy(desk: Desk, number: int, country: Country) -> Embassy:
    land = desk.words.city(599 - number)
    name = marked((f"สถานเอกอัครราชทูต{land[0]}", f"Embassy of {land[1]}"))
    address = ("เลขที่ 1 ถนนตัวอย่าง กรุงเทพมหานคร", "1 Sample Road, Bangkok") if number % 4 != 3 else ("", "")
    return Embassy(
        country=country,
        phone="02 000 0000",
        email="sample@example.org",
        website=f"https://example.org/{country.pk}",
        latitude="13.74",
        longitude="100.54",
        as_of=of_year(2024),
        **desk.state(number),
        **texts(name=name, address=address, district=("เขตตัวอย่าง", "Sample district")),
    )


def _head(desk: Desk, embassy: Embassy, turn: int) -> Post:
    """The latest in post, two before, and one of whom only a day is known."""
    person = desk.words.pick(desk.people)
    starts = desk.today.replace(day=1) - timedelta(days=400 + turn * 1100)
    ends = None if turn == 0 else starts + timedelta(days=1000)
    term = {"as_of": PartialDate.of(starts)} if turn == 3 else {"starts_on": starts, "ends_on": ends}
    return Post(person=person, kind=PostKind.HEAD_OF_MISSION, embassy=embassy, **term, **texts(title=_AMBASSADOR))


def _cities(desk: Desk) -> None:
    numbers, known = range(desk.sizes["cities"]), set(Country.objects.values_list("pk", flat=True))
    desk.cities = desk.add(_city(desk, number, known) for number in numbers)
    desk.add_parts(post for city in desk.cities[::2] for post in _leaders(desk, city))
    desk.add_parts(figure for number, city in enumerate(desk.cities) for figure in _figures(city, number))
    desk.add_parts(
        Alias(subject=city, name=f"Old {desk.words.city(number)[1]}", language="en", kind=AliasKind.HISTORICAL)
        for number, city in enumerate(desk.cities)
    )
    desk.add_parts(
        desk.album.photo(city, number + order, order, desk.words.sentence() if order == 0 else ("", ""))
        for number, city in enumerate(desk.cities)
        for order in range(4 if number < RICH else number % 3)
    )
    desk.add_parts(desk.album.paper(city) for city in desk.cities[::5])
    desk.cite(desk.cities)


def _city(desk: Desk, number: int, known: set[str]) -> City:
    iso, latitude, longitude = desk.words.spots[number % len(desk.words.spots)]
    near = desk.words.random.uniform
    name = marked(desk.words.city(number))
    has_profile = number < RICH or number % 3 == 0
    return City(
        slug=f"sample-city-{number + 1}",
        kind=_KINDS[number % len(_KINDS)],
        website="https://example.org/city",
        country_id=iso if iso in known else ISO[number % desk.sizes["embassies"]],
        latitude=round(max(-60, min(70, latitude + near(-2, 2))), 4),
        longitude=round(max(-179, min(179, longitude + near(-2, 2))), 4),
        **desk.state(number),
        **texts(name=name, profile=one_language(number, desk.words.body(2) if has_profile else ("", ""))),
    )


def _leaders(desk: Desk, city: City) -> list[Post]:
    seen = desk.today - timedelta(days=300)
    own = {"kind": PostKind.LEADER, "city": city, **texts(title=_MAYOR)}
    days = [PartialDate.of(seen - timedelta(days=700 * turn)) for turn in range(2)]
    return [Post(person=desk.words.pick(desk.people), as_of=day, **own) for day in days]


def _figures(city: City, number: int) -> list[Figure]:
    rows = [
        (Measure.POPULATION, 250_000 + 7_919 * number, Qualifier.ABOUT, 2023),
        (Measure.POPULATION, 240_000 + 7_919 * number, Qualifier.EXACT, 2010),
        (Measure.AREA_KM2, 120 + number, Qualifier.EXACT, 2020),
    ]
    return [
        Figure(subject=city, measure=measure, value=value, qualifier=qualifier, as_of=of_year(year))
        for measure, value, qualifier, year in rows[: 3 if number < RICH else 1]
    ]
