"""The lists on the home page, as the components show them."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.bilingual import reader_language, text_of
from iad_portal.lib.date_format import format_date
from networks.models import Meeting
from relations.models import Agreement, City
from relations.pages.agreements import agreement_title


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


def meeting_items(meetings: Iterable[Meeting]) -> list[dict]:
    """Meetings for components/dates.html: the days, the title, and the host city when it is published."""
    return [
        {
            "date": meeting.starts_on,
            "end": meeting.ends_on,
            "label": text_of(meeting, "title"),
            "url": meeting.get_absolute_url(),
            "text": text_of(meeting.host_city, "name")
            if meeting.host_city and meeting.host_city.is_published()
            else "",
        }
        for meeting in meetings
    ]


def agreement_items(agreements: Iterable[Agreement]) -> list[dict]:
    """The newest agreements for components/dates.html."""
    return [
        {
            "date": agreement.signed_on or agreement.effective_on,
            "label": agreement_title(agreement),
            "url": agreement.get_absolute_url(),
            "text": text_of(agreement.city, "name") if agreement.city.is_published() else _("a partner city"),
        }
        for agreement in agreements
    ]
