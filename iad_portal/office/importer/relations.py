"""Cities, embassies, agreements with their signatories, and exchanges."""

from collections.abc import Iterable

from django.db.models import Model

from iad_portal.lib.rich_text.fields import paragraphs
from relations.models import (
    Agency,
    Agreement,
    City,
    CityKind,
    Country,
    Direction,
    Embassy,
    EmbassyKind,
    Exchange,
    ExchangeKind,
    Instrument,
    KeyRecipient,
    Person,
    Side,
    Signatory,
    Source,
    YouthGroup,
)

from .inventory import Gone, Inventory
from .rows import Files, Row


def load(files: Files, inventory: Inventory) -> None:
    """Read what relations/ holds: places, missions, agreements with who signed, exchanges with groups and keys."""
    inventory.open(City, "slug")
    profiles = by_key(files.csv("city_profiles"), "city")
    for row in files.csv("cities"):
        _city(row, profiles.pop(row.text("slug"), None), inventory)
    inventory.open(Embassy, "country_id")
    contacts = by_key(files.csv("embassy_contacts"), "country")
    for row in files.csv("embassies"):
        _embassy(row, contacts.pop(row.text("country"), None), inventory)
    for row in (*profiles.values(), *contacts.values()):
        raise row.fault("no record is called so")
    inventory.open(Agreement, "number")
    numbers: dict[str, int] = {}
    for row in files.csv("agreements"):
        _agreement(row, inventory, numbers)
    names = {row.text("id"): (row.text("name_th"), row.text("name_en")) for row in files.csv("people")}
    for row in files.csv("signatories"):
        _signatory(row, inventory, numbers, names)
    inventory.open(Exchange, "code")
    for row in files.csv("exchanges"):
        _exchange(row, inventory, numbers)
    for row in files.csv("youth_exchanges"):
        _youth_group(row, inventory)
    inventory.open(KeyRecipient, "name_en")
    for row in files.csv("key_recipients"):
        _key_recipient(row, inventory)


def by_key(rows: Iterable[Row], column: str) -> dict[str, Row]:
    """The rows of a file that adds to the records of another, by the key of the record; a Fault for two of one."""
    found: dict[str, Row] = {}
    for row in rows:
        if found.setdefault(row.text(column), row) is not row:
            raise row.fault(f"{column}: {row.text(column)!r} is given twice")
    return found


def add_to(record: Model, facts: dict, row: Row) -> list[str]:
    """Put `facts` and the doubt of `row` into `record`; gives the sources of the row, which is read to its end."""
    for name, value in facts.items():
        setattr(record, name, value)
    for name, doubt in row.pair("doubt").items():
        setattr(record, name, "\n".join(filter(None, [getattr(record, name), doubt])))
    row.status()
    sources = row.ids("source")
    row.finish()
    return sources


def _city(row: Row, profile: Row | None, inventory: Inventory) -> None:
    slug = row.text("slug")
    city = City(
        slug=slug,
        status=row.status(),
        **row.pair("name"),
        kind=row.choice("kind", CityKind),
        country_id=inventory.find(Country, row.text("country"), row),
        latitude=row.degrees("lat"),
        longitude=row.degrees("lon"),
        **row.pair("pin", "pin_place"),
        website=row.text("website"),
        office_order=row.number("office_order"),
        **row.pair("doubt"),
    )
    sources = row.ids("source")
    row.finish()
    if profile is not None:
        texts = {name: paragraphs([text]) for name, text in profile.pair("profile").items()}
        more = add_to(city, {**texts, "profile_as_of": profile.date("as_of")}, profile)
        sources = list(dict.fromkeys([*sources, *more]))
    inventory.add(city, (slug,), row, sources)


def _embassy(row: Row, contacts: Row | None, inventory: Inventory) -> None:
    iso = row.text("country")
    embassy = Embassy(
        country_id=inventory.find(Country, iso, row),
        status=row.status(),
        **row.pair("name"),
        kind=row.choice("kind", EmbassyKind),
        **row.pair("address"),
        **row.pair("district"),
        latitude=row.degrees("lat"),
        longitude=row.degrees("lon"),
        website=row.text("website"),
        wikidata=row.text("wikidata"),
        as_of=row.date("as_of"),
        **row.pair("note"),
        **row.pair("doubt"),
    )
    sources = row.ids("source")
    row.finish()
    if contacts is not None:
        facts = {name: contacts.text(name) for name in ("phone", "email", "fax")} | contacts.pair("hours")
        more = add_to(embassy, {**facts, "contacts_as_of": contacts.date("as_of")}, contacts)
        sources = list(dict.fromkeys([*sources, *more]))
    inventory.add(embassy, (iso,), row, sources)


def _agreement(row: Row, inventory: Inventory, numbers: dict[str, int]) -> None:
    number, code, renews = row.number("number"), row.text("id"), row.text("renews")
    if renews and renews not in numbers:
        raise row.fault(f"renews: no agreement above is called {renews!r}")
    if number is None or code in numbers or number in numbers.values():
        raise row.fault(f"number {number!r} or id {code!r} is missing or given twice")
    numbers[code] = number
    effective_on, expires_on = row.span("effective_from", "effective_to")
    try:
        agreement = Agreement(
            number=number,
            status=row.status(),
            city_id=inventory.find(City, row.text("city"), row),
            instrument=row.choice("instrument", Instrument),
            original_title=row.text("title_original"),
            original_language=row.text("title_language"),
            **row.pair("title"),
            signed_on=row.date("signed_on", "precision"),
            **row.pair("place"),
            **row.pair("fields", "cooperation"),
            effective_on=effective_on,
            expires_on=expires_on,
            renews_id=inventory.find_or_none(Agreement, numbers.get(renews), row),
            announced_ordinal=row.number("announced_ordinal"),
            **row.pair("note"),
            **row.pair("doubt"),
        )
    except Gone:
        inventory.leave(Agreement)
        return
    sources = row.ids("source")
    row.finish()
    inventory.add(agreement, (number,), row, sources)


def _signatory(row: Row, inventory: Inventory, numbers: dict[str, int], names: dict) -> None:
    code, person = row.text("agreement"), row.text("person")
    if code not in numbers:
        raise row.fault(f"there is no agreement {code!r}")
    if person not in names:
        raise row.fault(f"there is no person {person!r}")
    row.expect(name_th=names[person][0], name_en=names[person][1])
    row.status()
    try:
        agreement = inventory.find(Agreement, numbers[code], row)
        signatory = Signatory(
            agreement_id=agreement,
            person_id=inventory.find(Person, person, row),
            side=row.choice("side", Side),
            order=row.number("order") or 0,
            **row.pair("post", "post_title"),
        )
    except Gone:
        inventory.leave(Signatory)
        return
    # The agreement cites the same sources: a signatory has no list of its own.
    inventory.find_all(Source, row.ids("source"), row)
    row.finish()
    inventory.add_part(signatory, Agreement, agreement, row)


def _exchange(row: Row, inventory: Inventory, numbers: dict[str, int]) -> None:
    code, agreement = row.text("id"), row.text("agreement")
    if agreement and agreement not in numbers:
        raise row.fault(f"agreement: there is no agreement {agreement!r}")
    starts_on, ends_on = row.when("start", "end", "precision")
    try:
        agreement_id = inventory.find_or_none(Agreement, numbers.get(agreement), row)
    except Gone:
        agreement_id = None
    exchange = Exchange(
        code=code,
        status=row.status(),
        kind=row.choice("kind", ExchangeKind),
        direction=row.choice("direction", Direction),
        **row.pair("title"),
        starts_on=starts_on,
        ends_on=ends_on,
        **row.pair("place"),
        headcount=row.number("headcount"),
        **row.pair("outcome"),
        agreement_id=agreement_id,
        **row.pair("doubt"),
    )
    many = {
        "cities": inventory.find_all(City, row.ids("cities"), row),
        "about_cities": inventory.find_all(City, row.ids("about_cities"), row),
        "embassies": inventory.find_all(Embassy, row.ids("embassies"), row),
        "agencies": inventory.find_all(Agency, row.ids("agencies"), row),
        "people": inventory.find_all(Person, row.ids("people"), row),
    }
    sources = row.ids("source")
    row.finish()
    inventory.add(exchange, (code,), row, sources, many)


def _youth_group(row: Row, inventory: Inventory) -> None:
    try:
        exchange = inventory.find(Exchange, row.text("exchange"), row)
        group = YouthGroup(
            exchange_id=exchange,
            city_id=inventory.find(City, row.text("city"), row),
            year=row.number("year") or 0,
            direction=row.choice("direction", Direction),
            people=row.number("people"),
            **row.pair("doubt"),
        )
    except Gone:
        inventory.leave(YouthGroup)
        return
    sources = row.ids("source")
    row.status()
    row.finish()
    inventory.add_part(group, Exchange, exchange, row, sources)


def _key_recipient(row: Row, inventory: Inventory) -> None:
    try:
        recipient = KeyRecipient(
            **row.pair("recipient", "name"),
            person_id=inventory.find_or_none(Person, row.text("person"), row),
            country_id=inventory.find_or_none(Country, row.text("country"), row),
            received_on=row.date("date", "precision"),
            exchange_id=inventory.find_or_none(Exchange, row.text("exchange"), row),
            **row.pair("doubt"),
        )
    except Gone:
        inventory.leave(KeyRecipient)
        return
    sources = row.ids("source")
    row.status()
    row.finish()
    inventory.add(recipient, (recipient.name_en,), row, sources)
