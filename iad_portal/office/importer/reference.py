"""What the other modules refer to: sources, countries, the city's agencies, and people."""

from relations.models import Agency, AgencyKind, Country, Person, Region, Source

from .inventory import Inventory
from .rows import Files, Row


def load(files: Files, inventory: Inventory) -> None:
    """Read sources.csv, countries.csv, agencies.csv (with the office's own facts of office.json) and people.csv."""
    inventory.open(Source, "code")
    for row in files.csv("sources"):
        _source(row, inventory)
    inventory.open(Country, "iso")
    for row in files.csv("countries"):
        _country(row, inventory)
    inventory.open(Agency, "slug")
    office = files.record("office")
    for row in files.csv("agencies"):
        _agency(row, office, inventory)
    inventory.open(Person, "slug")
    for row in files.csv("people"):
        _person(row, inventory)


def _source(row: Row, inventory: Inventory) -> None:
    code = row.text("id")
    row.status()
    source = Source(
        code=code,
        **row.pair("publisher"),
        title=row.text("title"),
        address=row.text("address"),
        dated_on=row.date("date"),
        language=row.text("language"),
        **_one_language_is_enough(row, "credit"),
    )
    source.licence = row.text("licence")
    row.finish()
    inventory.add(source, (code,), row)


def _one_language_is_enough(row: Row, name: str) -> dict[str, str]:
    return {f"{name}_th": row.text(f"{name}_th"), f"{name}_en": row.text(f"{name}_en")}


def _country(row: Row, inventory: Inventory) -> None:
    iso = row.text("iso")
    row.pair("region")
    row.status()
    country = Country(
        iso=iso,
        iso3=row.text("iso3") or None,
        **row.pair("name"),
        **row.pair("formal", "formal_name"),
        region=row.label("region_en", Region),
        **row.pair("doubt"),
    )
    sources = row.ids("source")
    row.finish()
    inventory.add(country, (iso,), row, sources)


def _agency(row: Row, office: Row, inventory: Inventory) -> None:
    slug = row.text("id")
    row.status()
    agency = Agency(
        slug=slug,
        **row.pair("name"),
        kind=row.choice("kind", AgencyKind),
        **row.pair("parent", "parent_name"),
        **row.pair("doubt"),
    )
    sources = row.ids("source")
    row.finish()
    if slug == Agency.HOME_SLUG:
        sources = list(dict.fromkeys([*sources, *_own_facts(agency, office)]))
    inventory.add(agency, (slug,), row, sources)


def _own_facts(agency: Agency, office: Row) -> list[str]:
    """Put what office.json says of the office itself into `agency`; gives the sources of that."""
    office.expect(name_th=agency.name_th, name_en=agency.name_en)
    office.expect(parent_th=agency.parent_name_th, parent_en=agency.parent_name_en)
    facts = {**office.pair("address"), **office.pair("doubt")}
    for name, value in facts.items():
        setattr(agency, name, value)
    agency.phone, agency.email, agency.social = office.text("phone"), office.text("email"), office.text("facebook")
    if office.rows("structure"):
        raise office.fault("structure: nothing takes it")
    office.raw("pages")
    sources = office.ids("source")
    office.finish()
    return sources


def _person(row: Row, inventory: Inventory) -> None:
    slug = row.text("id")
    row.status()
    person = Person(slug=slug, **row.pair("name"), **row.pair("rank"), **row.pair("doubt"))
    sources = row.ids("source")
    row.finish()
    inventory.add(person, (slug,), row, sources)
