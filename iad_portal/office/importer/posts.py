"""Who held which post: governors, leaders of cities, heads of missions, and others."""

import re

from relations.models import City, Country, Embassy, Person, Post, PostKind

from .inventory import Gone, Inventory
from .rows import Files, Row

GOVERNOR = re.compile(r"Governor of Bangkok")
# An ambassador to Thailand, or whoever acts for one, of a country whose embassy is in the inventory.
HEAD_OF_MISSION = re.compile(r"Ambassador of .+ to Thailand|.*\bacting chargé d’affaires, Embassy of .+")
# The first citizen of the very city that the post belongs to; {name} is the city's English name, long or short:
# George Town for “George Town, Penang Island”, Vientiane for “Vientiane Capital”.
LEADER = (
    r"(Acting )?Mayor of {name}",
    r"Governor of {name}",
    r"Chairman, People’s Committee of {name}",
    r"President, Municipal Council of .+, and Mayor of {name}",
)
LONGER = re.compile(r",.*| Capital$")


def kind_of_post(title_en: str, city_name_en: str, has_embassy: bool) -> PostKind:
    """What the English title of a post makes of it, given its city's name ("" for none)."""
    if GOVERNOR.fullmatch(title_en):
        return PostKind.GOVERNOR
    if has_embassy and HEAD_OF_MISSION.fullmatch(title_en):
        return PostKind.HEAD_OF_MISSION
    names = "|".join(re.escape(name) for name in (city_name_en, LONGER.sub("", city_name_en)) if name)
    if names and any(re.fullmatch(pattern.replace("{name}", f"({names})"), title_en) for pattern in LEADER):
        return PostKind.LEADER
    return PostKind.OTHER


def load(files: Files, inventory: Inventory) -> None:
    """Read posts.csv."""
    names = {row.text("slug"): row.text("name_en") for row in files.csv("cities")}
    missions = {row.text("country") for row in files.csv("embassies")}
    for row in files.csv("posts"):
        _post(row, inventory, names, missions)


def _post(row: Row, inventory: Inventory, names: dict[str, str], missions: set[str]) -> None:
    country, city, title = row.text("country"), row.text("city"), row.pair("title")
    kind = kind_of_post(title["title_en"], names.get(city, ""), country in missions and not city)
    starts_on = row.date("from", "from_precision")
    ends_on = row.date("to", "to_precision")
    row.span("from", "to")
    row.status()
    try:
        person = inventory.find(Person, row.text("person"), row)
        embassy = inventory.find(Embassy, country, row) if kind == PostKind.HEAD_OF_MISSION else None
        post = Post(
            person_id=person,
            kind=kind,
            **title,
            **row.pair("body"),
            city_id=inventory.find_or_none(City, city, row),
            country_id=inventory.find_or_none(Country, country, row),
            embassy_id=embassy,
            starts_on=starts_on,
            ends_on=ends_on,
            as_of=row.date("as_of"),
            **row.pair("doubt"),
        )
    except Gone:
        inventory.leave(Post)
        return
    sources = row.ids("source")
    row.finish()
    inventory.add_part(post, Person, person, row, sources)
