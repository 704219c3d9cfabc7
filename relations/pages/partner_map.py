"""The world map of partner cities, with its equal list: for the home page and the list of cities."""

from collections import defaultdict
from collections.abc import Sequence
from typing import cast

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import CityMap, Locator, MapEntry, MapGroup
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.drawings.world_map import ALONE, Frame, locator, world_map
from iad_portal.lib.drawings.world_map import City as MapCity
from iad_portal.lib.intake.places import Coordinates
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from relations.models import Agreement, City, Region

from .ties import signed


def partner_map(
    cities: Sequence[City], first_ties: dict[int, Agreement | None], *, draws: bool = False, are_partners: bool = True
) -> CityMap:
    """What components/map.html needs for `cities` (with their countries fetched).

    `first_ties` gives for each city's key its first tie, or None when no date is recorded; a city that never had a tie
    is not in it. `draws` lets the arcs draw themselves once. `are_partners` is false when the
    list holds other cities too.
    """
    pins = shown((city for city in cities if city.coordinates), _pin, "pin on the map")
    number = len(cities)
    summary = ngettext("%(number)s city as a list", "All %(number)s cities as a list", number)
    return CityMap(
        worldmap=world_map(pins, _("Bangkok")),
        label=_label(number, are_partners),
        summary=summary % {"number": number},
        groups=_by_region(cities, first_ties),
        draws=draws,
    )


def _degrees(city: City) -> tuple[float, float]:
    """Degrees north and east of a city that has a place."""
    north, east = map(float, cast(Coordinates, city.coordinates))
    return north, east


def _pin(city: City) -> MapCity:
    north, east = _degrees(city)
    return MapCity(city.slug, north, east, short_name(city).value, city.get_absolute_url())


def _label(number: int, are_partners: bool) -> str:
    if are_partners:
        words = ngettext(
            "Map of %(number)s partner city of Bangkok", "Map of the %(number)s partner cities of Bangkok", number
        )
    else:
        words = ngettext("Map of Bangkok and %(number)s city", "Map of Bangkok and %(number)s cities", number)
    return words % {"number": number}


def locator_of(city: City, *, frame: Frame = ALONE, has_arc: bool = True) -> Locator:
    """For components/locator.html: the drawing of the way from Bangkok to `city`, which has a place, and its label.

    `frame` and `has_arc` are as lib.drawings.world_map.locator() has them.
    """
    north, east = _degrees(city)
    drawing = locator(north, east, str(short_name(city)), _("Bangkok"), frame=frame, has_arc=has_arc)
    return Locator(drawing, _("Map: Bangkok and %(city)s") % {"city": text_of(city, "name")})


def short_name(city: City) -> Text:
    """The name without กรุง, นคร, เมือง, จังหวัด and the like before it: for the map, where room is scarce."""
    name = text_of(city, "name")
    if name.language != "th":
        return name
    for prefix in ("กรุง", "นครหลวง", "นคร", "เมือง", "จังหวัด", "มณฑล"):
        if name.value.startswith(prefix) and len(name.value) > len(prefix) + 1:
            return Text(name.value[len(prefix) :], name.language, name.wanted)
    return name


def _by_region(cities: Sequence[City], first_ties: dict[int, Agreement | None]) -> list[MapGroup]:
    regions = defaultdict(list)

    def line(city: City) -> MapEntry:
        first = first_ties.get(city.pk)
        note = _("year to be added") if city.pk in first_ties else ""
        if first:
            note = format_year(signed(first).year, reader_language())
        return MapEntry(text_of(city, "name"), city.get_absolute_url(), note, shows=[first] if first else [])

    for row in shown(cities, line, "list under the map"):
        regions[row.record.country.region].append(row)
    return [
        MapGroup(Region(region).label, len(regions[region]), regions[region])
        for region in Region.values
        if regions[region]
    ]
