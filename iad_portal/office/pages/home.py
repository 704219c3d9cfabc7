"""The lists on the home page, as the components show them."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.dates.format import format_date
from iad_portal.lib.intake.places import HAS_COORDINATES
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Meeting, Network
from news.models import Article
from relations.models import Agreement, City
from relations.pages.partner_map import locator_of
from relations.pages.ties import signed


def totals(partners: list[City], networks: int, embassies: int) -> list[dict]:
    """The four big numbers, each leading to the register from which it is counted."""
    countries = len({city.country_id for city in partners})
    cities_url = reverse("relations:city_list")
    return [
        {"label": ngettext("partner city", "partner cities", len(partners)), "value": len(partners), "url": cities_url},
        {"label": ngettext("country", "countries", countries), "value": countries, "url": cities_url},
        {
            "label": ngettext("city network or organisation", "city networks and organisations", networks),
            "value": networks,
            "url": reverse("networks:network_list"),
        },
        {
            "label": ngettext("embassy in the register", "embassies in the register", embassies),
            "value": embassies,
            "url": reverse("relations:embassy_list"),
        },
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


def map_of(articles: list[Article]) -> dict | None:
    """Where the first of `articles` leads: {locator, label} of the city abroad that it speaks of, by name the first."""
    places = City.objects.published().abroad().filter(HAS_COORDINATES, articles__in=articles[:1])
    city = places.by_name(reader_language()).first()
    return locator_of(city) if city else None


def meeting_items(meetings: Iterable[Meeting]) -> list[dict]:
    """Meetings for components/dates.html: the days, the title, and the host city when it is published."""
    return shown(
        meetings,
        lambda meeting: {
            "date": meeting.starts_on,
            "end": meeting.ends_on,
            "label": text_of(meeting, "title"),
            "url": meeting.get_absolute_url(),
            "text": text_of(meeting.host_city, "name")
            if meeting.host_city and meeting.host_city.is_published()
            else "",
        },
        "meetings of the home page",
    )


def coming(meetings: Iterable[Meeting], anniversaries: list[dict], most: int) -> list[dict]:
    """What comes next, the nearest first: all of `meetings`, then as many of `anniversaries` as find room."""
    items = meeting_items(meetings)
    items += anniversaries[: max(0, most - len(items))]
    return sorted(items, key=lambda item: getattr(item["date"], "first_day", item["date"]))


def network_items(networks: Iterable[Network]) -> list[dict]:
    """For components/index.html: the networks by their initials, where they have any."""
    return shown(
        networks,
        lambda network: {
            "label": network.acronym or text_of(network, "name"),
            "url": network.get_absolute_url(),
            "text": text_of(network, "name"),
        },
        "networks of the home page",
    )


def newest_agreements(agreements: Iterable[Agreement], most: int) -> list[dict]:
    """For components/dates.html: the latest signed of `agreements` (with their cities) of which a date is recorded."""
    dated = [one for one in agreements if signed(one)]
    dated.sort(key=lambda one: (signed(one).first_day, one.number), reverse=True)
    return shown(
        dated[:most],
        lambda agreement: {
            "date": signed(agreement),
            "label": agreement.shown_title(),
            "url": agreement.get_absolute_url(),
            "text": text_of(agreement.city, "name") if agreement.city.is_published() else _("a partner city"),
        },
        "newest agreements",
    )
