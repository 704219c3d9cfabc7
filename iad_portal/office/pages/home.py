"""What the home page shows: the map, the computed totals, what happened lately, what comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, cast

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Card, DateItem, Doing, Evidence, Follow, Total
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import parts_when_asked, shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Meeting, Network
from news.models import Article
from news.pages.cards import SIDE_SIZES, article_cards
from relations.models import Agreement, City, Embassy, Exchange, Measure
from relations.pages.age import by_age
from relations.pages.citations import SourceList
from relations.pages.exchange_register import exchange_url
from relations.pages.exchanges import give_cities, give_embassies
from relations.pages.figures import figure_facts, stated_by_office
from relations.pages.follow import all_news
from relations.pages.follow import calendar as calendar_link
from relations.pages.growth import all_agreements, growth_of, growth_plot
from relations.pages.partner_map import partner_map
from relations.pages.partner_total import PartnerTotal
from relations.pages.ties import anniversaries, first_ties, partners_by_name, share_agreements, signed

# News: so many of the newest are looked through for one with a photograph, and so many stand beside the lead.
NEWEST, BESIDE = 12, 3
DOINGS, COMING, EVERY = 6, 6, 5

STATED = (
    Measure.PARTNER_CITIES_STATED,
    Measure.PARTNER_COUNTRIES_STATED,
    Measure.ORGANISATIONS_STATED,
    Measure.EMBASSIES_STATED,
)


class _Registers:
    """What several parts of the page are worked out from, each read when the first of them is made."""

    def __init__(self) -> None:
        self.today = calendar.today()

    @cached_property
    def agreements(self) -> list[Agreement]:
        """The published agreements with their cities."""
        return all_agreements().rows()

    @cached_property
    def partners(self) -> list[City]:
        """The partner cities of today with their agreements."""
        partners = partners_by_name().rows()
        share_agreements(self.agreements, partners)
        return partners

    @cached_property
    def ties(self) -> dict[int, Agreement | None]:
        """The first tie of each."""
        return first_ties(self.partners, self.today)

    @cached_property
    def total(self) -> PartnerTotal:
        """How many they are."""
        return PartnerTotal.of(self.partners, self.today)


def context() -> dict[str, Any]:
    """All that portal/home.html needs, computed on the day of reading; each part is made where the page shows it."""
    read = _Registers()
    today = read.today
    parts = {
        "total": lambda: read.total,
        "oldest_year": lambda: min((signed(tie).year for tie in read.ties.values() if tie), default=None),
        "partner_map": lambda: partner_map(read.partners, read.ties, draws=True),
        "totals": lambda: totals(read.total, networks().rows(), embassies().count()),
        "totals_note": lambda: totals_note_with_way(today),
        "growth": lambda: growth_plot(growth_of(read.agreements, today)),
        "news": lambda: front_news(newest()[:NEWEST], BESIDE),
        "doings": lambda: doings(recent_exchanges()[:DOINGS], past_meetings()[:DOINGS], read.agreements, today, DOINGS),
        "coming": lambda: coming(coming_meetings()[:COMING], anniversaries(read.partners, today, every=EVERY), COMING),
        "follow": follow,
        "evidence": lambda: evidence(read.total),
    }
    return parts_when_asked(None, parts)


def totals(partners: PartnerTotal, networks: Sequence[Network], embassies: int) -> list[Total]:
    """The four big numbers, each with its parts, and leading to the register from which it is counted."""
    cities_url = reverse("relations:city_list")
    return [
        Total(
            ngettext("partner city", "partner cities", partners.cities),
            partners.cities,
            cities_url,
            partners.made(),
            partners.share,
        ),
        Total(ngettext("country", "countries", partners.countries), partners.countries, cities_url),
        Total(
            ngettext("city network or organisation", "city networks and organisations", len(networks)),
            len(networks),
            reverse("networks:network_list"),
            _active(networks),
        ),
        Total(
            ngettext("embassy in the register", "embassies in the register", embassies),
            embassies,
            reverse("relations:embassy_list"),
        ),
    ]


def _active(networks: Sequence[Network]) -> str:
    """How many of `networks` are confirmed to be active, and how many were so when last known, in words."""
    confirmed = sum(network.is_confirmed() for network in networks)
    return by_age(confirmed, len(networks) - confirmed) if networks else ""


def totals_note(day: date) -> str:
    """The line under the totals: the day of reading."""
    return _("Counted from the register on %(day)s.") % {"day": format_date(day, reader_language())}


def totals_note_with_way(day: date) -> SafeString:
    """The same with the way to where each total stands as a sentence to quote."""
    link = format_html('<a href="{}#figures">{}</a>', reverse("press"), _("Cite these figures"))
    return format_html("{} {}", totals_note(day), link)


@dataclass(frozen=True, slots=True)
class FrontNews:
    """The news on the home page: the lead, those beside it, and whether all of it is type, without a photograph."""

    lead: Card
    more: Sequence[Card]
    is_type: bool


def front_news(articles: Iterable[Article], beside: int) -> FrontNews | None:
    """Of `articles`, the newest first, the newest with a photograph leads, else the newest; `beside` more, in order.

    None without any.
    """
    cards = [_dated(card) for card in article_cards(articles)]
    if not cards:
        return None
    lead = next((card for card in cards if card.picture), cards[0])
    more = [card for card in cards if card is not lead][:beside]
    small = [replace(one, text="", picture=one.picture and replace(one.picture, sizes=SIDE_SIZES)) for one in more]
    return FrontNews(lead, small, is_type=lead.picture is None)


def _dated(card: Card) -> Card:
    """The card under the days of what it tells of, where these are known: old news is not to pose as new."""
    return replace(card, date=card.event, end=card.event_end, event=None, event_end=None) if card.event else card


def shown_networks() -> QuerySet[Network]:
    """The published networks that Bangkok is in."""
    return cast("QuerySet[Network]", Network.objects.published().with_bangkok())


def shown_embassies() -> QuerySet[Embassy]:
    """The published embassies."""
    return cast("QuerySet[Embassy]", Embassy.objects.published())


networks, embassies = kept_query(shown_networks), kept_query(shown_embassies)


@kept_query
def newest() -> QuerySet[Article]:
    """The published articles, the newest first."""
    return cast("QuerySet[Article]", Article.objects.published().newest_first())


@kept_query
def past_meetings() -> QuerySet[Meeting]:
    """The published meetings with a date that are over, the latest first."""
    return cast("QuerySet[Meeting]", Meeting.objects.published().select_related("host_city").past())


@kept_query
def coming_meetings() -> QuerySet[Meeting]:
    """The published meetings to come, the nearest first."""
    return cast("QuerySet[Meeting]", Meeting.objects.published().select_related("host_city").upcoming())


@kept_query
def recent_exchanges() -> QuerySet[Exchange]:
    """The published exchanges that have begun, the latest first."""
    return cast("QuerySet[Exchange]", Exchange.objects.published().begun())


def doings(
    exchanges: Sequence[Exchange], meetings: Iterable[Meeting], agreements: Iterable[Agreement], at: date, most: int
) -> list[Doing]:
    """For components/recent.html: the latest `most` of all, the newest first; a signing stands once. Two queries."""
    give_cities(exchanges)
    give_embassies(exchanges)
    dated = [agreement for agreement in agreements if signed(agreement) and signed(agreement).first_day <= at]
    told = {exchange.agreement_id for exchange in exchanges} - {None}
    signings = sorted((one for one in dated if one.pk not in told), key=lambda one: signed(one).first_day, reverse=True)
    items = shown(exchanges, _exchange_done, "exchanges of the home page")
    items += shown(meetings, _meeting_done, "meetings of the home page")
    items += shown(signings[:most], _signing_done, "signings of the home page")
    return sorted(items, key=lambda item: item.first_day, reverse=True)[:most]


def _exchange_done(exchange: Exchange) -> Doing:
    """It has no page of its own: the first of its cities tells of it, its embassy, or its row in the register."""
    pages = [*exchange.published_cities, *exchange.published_embassies]
    url = pages[0].get_absolute_url() if pages else exchange_url(exchange)
    begun = cast(PartialDate, exchange.starts_on)
    return Doing(begun, exchange.ends_on, text_of(exchange, "title"), url, exchange.get_kind_display())


def _meeting_done(meeting: Meeting) -> Doing:
    begun = cast(PartialDate, meeting.starts_on)
    return Doing(begun, meeting.ends_on, text_of(meeting, "title"), meeting.get_absolute_url(), _("Meeting"))


def _signing_done(agreement: Agreement) -> Doing:
    day = cast(PartialDate, signed(agreement))
    return Doing(day, None, agreement.full_title(), agreement.get_absolute_url(), _("Signing"))


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


def follow() -> list[Follow]:
    """The ways to all news, and the calendar of everything."""
    return [*all_news(), calendar_link(_("Calendar of meetings and activities"), "calendar")]


def evidence(partners: PartnerTotal) -> Evidence:
    """The closed record: what the office's own pages stated of these totals before. Three queries."""
    stated = stated_by_office(*STATED)
    sources = SourceList(stated)
    note = _(
        "Partner cities are counted from the agreements not known to have ended: %(parts)s. Confirmed means that a "
        "source or the office said so within the years for which such a statement is taken to hold."
    )
    notes = [note % {"parts": partners.made()}] if partners.cities else []
    return sources.evidence(stated=figure_facts(stated, sources), notes=notes)
