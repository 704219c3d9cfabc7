"""The lists on the home page, as the components show them."""

from collections.abc import Iterable
from datetime import date
from typing import cast

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import DateItem, Fact, Link, Locator
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.intake.places import HAS_COORDINATES
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Meeting, Network
from news.models import Article
from relations.models import Agreement, City
from relations.pages.partner_map import locator_of
from relations.pages.ties import signed


def totals(partners: list[City], networks: int, embassies: int) -> list[Fact]:
    """The four big numbers, each leading to the register from which it is counted."""
    countries = len({city.country_id for city in partners})
    cities_url = reverse("relations:city_list")
    return [
        Fact(ngettext("partner city", "partner cities", len(partners)), len(partners), cities_url),
        Fact(ngettext("country", "countries", countries), countries, cities_url),
        Fact(
            ngettext("city network or organisation", "city networks and organisations", networks),
            networks,
            reverse("networks:network_list"),
        ),
        Fact(
            ngettext("embassy in the register", "embassies in the register", embassies),
            embassies,
            reverse("relations:embassy_list"),
        ),
    ]


def totals_note(day: date, undated: int) -> str:
    """The line under the totals: the day of reading, and how many ties count although their date is not recorded."""
    note = _("Counted from the register on %(day)s.") % {"day": format_date(day, reader_language())}
    if not undated:
        return note
    without = ngettext(
        "%(number)s of the cities is counted although no source records its date.",
        "%(number)s of the cities are counted although no source records their date.",
        undated,
    )
    return f"{note} {without % {'number': undated}}"


def map_of(articles: list[Article]) -> Locator | None:
    """Where the first of `articles` leads: the city abroad that it speaks of, by name the first."""
    places = City.objects.published().abroad().filter(HAS_COORDINATES, articles__in=articles[:1])
    city = places.by_name(reader_language()).first()
    return locator_of(city) if city else None


def meeting_items(meetings: Iterable[Meeting]) -> list[DateItem]:
    """Meetings for components/dates.html: the days, the title, and the host city when it is published."""
    return shown(meetings, _meeting_item, "meetings of the home page")


def _meeting_item(meeting: Meeting) -> DateItem:
    host = meeting.host_city
    return DateItem(
        cast(PartialDate, meeting.starts_on),  # past or to come: its day is known
        text_of(meeting, "title"),
        meeting.ends_on,
        meeting.get_absolute_url(),
        text_of(host, "name") if host and host.is_published() else "",
    )


def coming(meetings: Iterable[Meeting], anniversaries: list[DateItem], most: int) -> list[DateItem]:
    """What comes next, the nearest first: all of `meetings`, then as many of `anniversaries` as find room."""
    items = meeting_items(meetings)
    items += anniversaries[: max(0, most - len(items))]
    return sorted(items, key=lambda item: item.first_day)


def network_items(networks: Iterable[Network]) -> list[Link]:
    """For components/index.html: the networks by their initials, where they have any."""
    return shown(
        networks,
        lambda network: Link(
            network.acronym or text_of(network, "name"), network.get_absolute_url(), text_of(network, "name")
        ),
        "networks of the home page",
    )


def newest_agreements(agreements: Iterable[Agreement], most: int) -> list[DateItem]:
    """For components/dates.html: the latest signed of `agreements` (with their cities) of which a date is recorded."""
    dated = [agreement for agreement in agreements if signed(agreement)]
    dated.sort(key=lambda agreement: (signed(agreement).first_day, agreement.number), reverse=True)
    return shown(
        dated[:most],
        lambda agreement: DateItem(
            cast(PartialDate, signed(agreement)),
            agreement.shown_title(),
            url=agreement.get_absolute_url(),
            text=text_of(agreement.city, "name") if agreement.city.is_published() else _("a partner city"),
        ),
        "newest agreements",
    )
