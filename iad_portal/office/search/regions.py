"""Parts of the world in a query: "partner cities in Europe" asks for the countries that the office groups so."""

from functools import cache

from django.db.models import QuerySet

from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.search.searched import in_both, link
from iad_portal.lib.search.words import key_of, sound_of
from relations.models import Country
from relations.models.country import Region

# What people call a region besides its name.
_ALSO = {
    Region.ASEAN: ("South-East Asia", "Southeast Asian", "เอเชียตะวันออกเฉียงใต้"),
    Region.EAST_ASIA: ("East Asian",),
    Region.SOUTH_ASIA: ("South Asian",),
    Region.CENTRAL_ASIA: ("Central Asian",),
    Region.MIDDLE_EAST: ("Middle Eastern",),
    Region.EUROPE: ("European", "ทวีปยุโรป"),
    Region.AMERICAS: ("America", "ทวีปอเมริกา"),
    Region.AFRICA: ("African", "ทวีปแอฟริกา"),
    Region.OCEANIA: ("Oceanian",),
}
_ASIA = (Region.ASEAN, Region.EAST_ASIA, Region.SOUTH_ASIA, Region.CENTRAL_ASIA)
_LARGER = {"Asia": _ASIA, "Asian": _ASIA, "เอเชีย": _ASIA, "ทวีปเอเชีย": _ASIA}


@cache
def _by_key() -> dict[str, tuple[Region, ...]]:
    """The regions by their names, as names are compared."""
    names = {name: (region,) for region in Region for name in (*in_both(region.label).values(), *_ALSO[region])}
    return {sound_of(key_of(name)): regions for name, regions in (names | _LARGER).items()}


def regions_called(key: str) -> tuple[Region, ...]:
    """The regions whose name, compared by its sound, is `key`; none for anything else."""
    return _by_key().get(key, ())


def links_of(regions: tuple[Region, ...]) -> tuple[str, ...]:
    """Links to the countries of `regions`: one query."""
    return tuple(link("country", key) for key in _countries_of(regions))


@kept_query
def _countries_of(regions: tuple[Region, ...]) -> QuerySet[Country, str]:
    return Country.objects.filter(region__in=regions).order_by("pk").values_list("pk", flat=True)
