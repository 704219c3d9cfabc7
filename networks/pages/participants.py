"""Who took part in a meeting: cities, the city's own agencies, other bodies; and what each presented."""

from django.db.models import Q, QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Fact, Link, LinkGroup, Words
from iad_portal.lib.records.publishing import READABLE, visible
from iad_portal.lib.text.bilingual import text_of
from networks.models import Participation
from relations.models import Agency, CityKind
from relations.pages.links import agency_link, linked, listed, name_link


def with_city_or_agency() -> QuerySet[Participation]:
    """The rows of participation with their city or agency, in their order, without draft cities."""
    rows = Participation.objects.filter(Q(city__isnull=True) | visible(READABLE, prefix="city__"))
    return rows.select_related("city", "agency").order_by("order", "pk")


def others(rows: list[Participation]) -> list[LinkGroup]:
    """Those who presented nothing on record: cities, agencies and other bodies, for components/agencies.html.

    Empty groups are left out.
    """
    rows = [row for row in rows if not text_of(row, "presented")]
    groups = [
        (_("Cities"), [name_link(row.city) for row in rows if row.city]),
        (_("Agencies of Bangkok"), [_agency(row.agency) for row in rows if row.agency]),
        (_("Other bodies"), [Link(text_of(row, "body")) for row in rows if not row.city and not row.agency]),
    ]
    return [LinkGroup(label, links) for label, links in groups if links]


def _agency(agency: Agency) -> Link:
    return Link(text_of(agency, "name"), agency.get_absolute_url())


def counted(rows: list[Participation]) -> Fact:
    """How many are on the list, for a statement: "8 capitals", under it "and 1 other body"; without any, no value."""
    cities = [row.city for row in rows if row.city]
    agencies = sum(1 for row in rows if row.agency)
    bodies = len(rows) - len(cities) - agencies
    are_capitals = all(city.kind in {CityKind.CAPITAL, CityKind.HOME} for city in cities)
    told = [
        ngettext("%(count)s capital", "%(count)s capitals", len(cities))
        if are_capitals
        else ngettext("%(count)s city", "%(count)s cities", len(cities)),
        ngettext("%(count)s agency of Bangkok", "%(count)s agencies of Bangkok", agencies),
        ngettext("%(count)s other body", "%(count)s other bodies", bodies),
    ]
    numbers = (len(cities), agencies, bodies)
    words = [phrase % {"count": number} for phrase, number in zip(told, numbers, strict=True) if number]
    first, *further = words or [""]
    return Fact(_("Took part"), first, as_of=format_html(_("and {}"), listed(further)) if further else "")


def heading(rows: list[Participation]) -> str:
    """What the list of those who took part is headed: whether it tells what they presented."""
    return _("Who took part, and what they presented") if presented(rows) else _("Who took part")


def presented(rows: list[Participation]) -> list[Fact]:
    """For components/facts.html: who presented what, as far as it is on record."""
    return [Fact(_name(row), text_of(row, "presented")) for row in rows if text_of(row, "presented")]


def _name(row: Participation) -> Words:
    if row.city:
        return linked(row.city)
    return agency_link(row.agency) if row.agency else text_of(row, "body")
