"""City networks with Bangkok's part in them."""

from networks.models import (
    CityMembership,
    CityRole,
    Fee,
    Membership,
    MembershipKind,
    Network,
    NetworkKind,
    NetworkStatus,
    Role,
)
from relations.models import City, Country

from .inventory import Gone, Inventory
from .rows import Files, Row


def load(files: Files, inventory: Inventory) -> None:
    """Read networks.csv, memberships.csv, roles.csv, fees.csv and city_memberships.csv."""
    inventory.open(Network, "slug")
    for row in files.csv("networks"):
        _network(row, inventory)
    for name, model, reader in (("memberships", Membership, _membership), ("roles", Role, _role), ("fees", Fee, _fee)):
        for row in files.csv(name):
            _part(row, inventory, model, reader)
    for row in files.csv("city_memberships"):
        _city_membership(row, inventory)


def _network(row: Row, inventory: Inventory) -> None:
    slug, city = row.text("id"), row.text("secretariat_city")
    place = row.pair("secretariat_city", "secretariat_place")
    network = Network(
        slug=slug,
        status=row.status(),
        acronym=row.text("acronym"),
        **row.pair("name"),
        kind=row.choice("kind", NetworkKind),
        activity=row.choice("status", NetworkStatus),
        **row.pair("aims"),
        founded_on=row.date("founded", "founded_precision"),
        **row.pair("founded_note"),
        founded_as=row.text("founded_as"),
        secretariat_city_id=inventory.find_or_none(City, city, row),
        secretariat_country_id=inventory.find_or_none(Country, row.text("secretariat_country"), row),
        website=row.text("website"),
        **row.pair("note"),
        **row.pair("doubt"),
        # The city's own record says its name; the place is for a city that has none.
        **({} if city else place),
    )
    sources = row.ids("source")
    row.finish()
    inventory.add(network, (slug,), row, sources)


def _part(row: Row, inventory: Inventory, model, reader) -> None:
    row.status()
    doubt, sources = row.pair("doubt"), row.ids("source")
    try:
        network = inventory.find(Network, row.text("network"), row)
    except Gone:
        inventory.leave(model)
        return
    part = model(network_id=network, **reader(row), **doubt)
    row.finish()
    inventory.add_part(part, Network, network, row, sources)


def _membership(row: Row) -> dict:
    return {
        "kind": row.choice("kind", MembershipKind),
        "joined_on": row.date("joined", "joined_precision"),
        "left_on": row.date("left", "left_precision"),
        **row.pair("note"),
    }


def _role(row: Row) -> dict:
    row.span("from", "to")
    return {
        **row.pair("role", "title"),
        **row.pair("holder"),
        "starts_on": row.date("from", "from_precision"),
        "ends_on": row.date("to", "to_precision"),
    }


def _fee(row: Row) -> dict:
    row.expect(per="year")
    return {
        "fiscal_year": row.number("fiscal_year"),
        "amount": row.decimal("amount"),
        "currency": row.text("currency"),
        "amount_thb": row.decimal("amount_thb"),
        **row.pair("note"),
    }


def _city_membership(row: Row, inventory: Inventory) -> None:
    try:
        network = inventory.find(Network, row.text("network"), row)
        membership = CityMembership(
            network_id=network,
            city_id=inventory.find(City, row.text("city"), row),
            role=row.choice("role", CityRole),
            as_of=row.date("as_of"),
            **row.pair("note"),
        )
    except Gone:
        inventory.leave(CityMembership)
        return
    sources = row.ids("source")
    row.status()
    row.finish()
    inventory.add_part(membership, Network, network, row, sources)
