"""A small named world that every test knows: Bangkok and its friends, made by plain functions.

Each function makes one record that is published and complete in both languages; pass what the test is about.
"""

from itertools import count

from iad_portal.lib.claims.witnesses import say_still_so
from networks.models import Meeting, MeetingKind, Membership, Network, NetworkKind
from news.models import Article
from plans.models import Plan, PlanKind, Project
from relations.models import (
    Agency,
    AgencyKind,
    Agreement,
    Citation,
    City,
    CityKind,
    Country,
    Direction,
    Embassy,
    Exchange,
    ExchangeKind,
    Figure,
    Instrument,
    Measure,
    Person,
    Region,
    Source,
)

PUBLISHED = {"status": "published"}
_numbers = count(10_001)  # five digits: no name of a record can be read as a year

COUNTRIES = {
    "TH": ("THA", "ไทย", "Thailand", Region.ASEAN),
    "US": ("USA", "สหรัฐอเมริกา", "United States", Region.AMERICAS),
    "JP": ("JPN", "ญี่ปุ่น", "Japan", Region.EAST_ASIA),
    "HU": ("HUN", "ฮังการี", "Hungary", Region.EUROPE),
    "ZA": ("ZAF", "แอฟริกาใต้", "South Africa", Region.AFRICA),
}


def country(iso: str = "JP", **facts) -> Country:
    """One of COUNTRIES, made once."""
    iso3, name_th, name_en, region = COUNTRIES[iso]
    defaults = {"iso3": iso3, "name_th": name_th, "name_en": name_en, "region": region, **facts}
    return Country.objects.get_or_create(iso=iso, defaults=defaults)[0]


def bangkok() -> City:
    """The home city, made once."""
    found = City.objects.filter(slug="bangkok").first()
    return found or city(
        "bangkok",
        kind=CityKind.HOME,
        iso="TH",
        name_th="กรุงเทพมหานคร",
        name_en="Bangkok",
        latitude="13.754",
        longitude="100.5014",
    )


def city(slug: str = "", iso: str = "JP", **facts) -> City:
    """A city; without a slug, one of its own."""
    slug = slug or f"city-{next(_numbers)}"
    defaults = {"name_th": f"เมือง {slug}", "name_en": f"City {slug}", "latitude": "35.68", "longitude": "139.76"}
    return City.objects.create(slug=slug, country=country(iso), **PUBLISHED | defaults | facts)


def washington() -> City:
    """The oldest partner, with its agreement of 19 February 1962."""
    partner = city(
        "washington-dc",
        "US",
        name_th="กรุงวอชิงตัน ดี.ซี.",
        name_en="Washington, D.C.",
        latitude="38.8951",
        longitude="-77.0364",
    )
    agreement(partner, signed_on="1962-02-19", place_th="กรุงวอชิงตัน ดี.ซี.", place_en="Washington, D.C.")
    return partner


def agreement(partner: City | None = None, **facts) -> Agreement:
    """A sister city agreement; undated unless `signed_on` is given."""
    defaults = {"number": next(_numbers), "instrument": Instrument.SISTER_CITY}
    return Agreement.objects.create(city=partner or city(), **PUBLISHED | defaults | facts)


def exchange(*cities: City, embassies=(), about=(), **facts) -> Exchange:
    """One exchange: `cities` took part, it was only `about` those others."""
    code = facts.pop("code", f"exchange-{next(_numbers)}")
    defaults = {
        "kind": ExchangeKind.OFFICIAL_VISIT,
        "direction": Direction.IN,
        "title_th": f"การเยือน {code}",
        "title_en": f"Visit {code}",
        "starts_on": "2019-05-23",
    }
    made = Exchange.objects.create(code=code, **PUBLISHED | defaults | facts)
    made.cities.set(cities)
    made.about_cities.set(about)
    made.embassies.set(embassies)
    return made


def embassy(iso: str = "JP", **facts) -> Embassy:
    """The embassy of a country."""
    defaults = {"name_th": f"สถานเอกอัครราชทูต {iso}", "name_en": f"Embassy of {iso}"}
    return Embassy.objects.create(country=country(iso), **PUBLISHED | defaults | facts)


def agency(slug: str = "environment", **facts) -> Agency:
    """A department of the city."""
    defaults = {"name_th": f"สำนัก {slug}", "name_en": f"{slug} Department", "kind": AgencyKind.DEPARTMENT}
    return Agency.objects.create(slug=slug, **defaults | facts)


def person(slug: str = "", **facts) -> Person:
    """Someone in public life."""
    slug = slug or f"person-{next(_numbers)}"
    return Person.objects.create(slug=slug, **{"name_th": f"คุณ {slug}", "name_en": f"Someone {slug}"} | facts)


def figure(record, **facts) -> Figure:
    """A population figure of `record`."""
    return Figure.objects.create(subject=record, **{"measure": Measure.POPULATION, "value": 1000} | facts)


def source(code: str = "", **facts) -> Source:
    """A source with both names of its publisher."""
    code = code or f"source-{next(_numbers)}"
    defaults = {
        "publisher_th": "สำนักข่าว",
        "publisher_en": "The News",
        "title": code,
        "address": f"https://example.org/{code}",
    }
    return Source.objects.create(code=code, **defaults | facts)


def cite(record, *sources: Source) -> None:
    """Let `record` lean on `sources` (a new one by default)."""
    for order, cited in enumerate(sources or (source(),)):
        Citation.objects.create(subject=record, source=cited, order=order)


def network(slug: str = "", member: bool = True, **facts) -> Network:
    """A network, with Bangkok in it unless `member` is false."""
    slug = slug or f"network-{next(_numbers)}"
    defaults = {
        "name_th": f"เครือข่าย {slug}",
        "name_en": f"Network {slug}",
        "kind": NetworkKind.ORGANISATION,
        "activity": "active",
    }
    made = Network.objects.create(slug=slug, **PUBLISHED | defaults | facts)
    if member:
        Membership.objects.create(network=made, joined_on="2011-09-01")
    return made


def meeting(slug: str = "", **facts) -> Meeting:
    """A leaders' meeting in June 2019."""
    slug = slug or f"meeting-{next(_numbers)}"
    defaults = {
        "title_th": f"การประชุม {slug}",
        "title_en": f"Meeting {slug}",
        "kind": MeetingKind.LEADERS,
        "starts_on": "2019-06-26",
        "ends_on": "2019-06-28",
    }
    return Meeting.objects.create(slug=slug, **PUBLISHED | defaults | facts)


def plan(slug: str = "", **facts) -> Plan:
    """The plan of the fiscal year 2013."""
    slug = slug or f"plan-{next(_numbers)}"
    defaults = {
        "kind": PlanKind.ANNUAL_PLAN,
        "title_th": f"แผน {slug}",
        "title_en": f"Plan {slug}",
        "fiscal_year": 2013,
        "period_from": "2012-10-01",
        "period_to": "2013-09-30",
    }
    return Plan.objects.create(slug=slug, **PUBLISHED | defaults | facts)


def project(of: Plan | None = None, **facts) -> Project:
    """A project of a plan."""
    slug = facts.pop("slug", f"project-{next(_numbers)}")
    defaults = {"title_th": f"โครงการ {slug}", "title_en": f"Project {slug}"}
    return Project.objects.create(slug=slug, plan=of, **PUBLISHED | defaults | facts)


def article(slug: str = "", **facts) -> Article:
    """A news item of May 2019."""
    slug = slug or f"article-{next(_numbers)}"
    defaults = {
        "title_th": f"ข่าว {slug}",
        "title_en": f"News {slug}",
        "body_th": "<p>เนื้อข่าวภาษาไทย</p>",
        "body_en": "<p>The text in English</p>",
        "published_on": "2019-05-23",
    }
    return Article.objects.create(slug=slug, **PUBLISHED | defaults | facts)


def still_so(record, officer, on=None):
    """Let `officer` have confirmed the stored `record` on the day `on` (today)."""
    say_still_so(record, officer, on)
    record.save()
