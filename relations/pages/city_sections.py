"""The parts of a city's page, as the components show them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django.db import models
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.claims.age import ClaimState
from iad_portal.lib.components import Chip, ChipGroup, DateItem, Fact, Link, TimelineItem, Visit, Visits, Words
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import CityMembership, Meeting
from relations.models import Agreement, AgreementState, City, Document, Exchange, Photo, Post, Signatory, Standing
from relations.pages.citations import SourceList

from .age import age_line, agreement_tag, post_time
from .exchanges import visits_of
from .links import in_a_row, link_to, linked, listed, whole_name
from .ties import Ties, signed
from .unsaid import unsaid


def timeline_of(ties: Ties) -> list[TimelineItem]:
    """For components/timeline.html: the agreements, the newest first.

    They come with their signatories and these with their persons.
    """
    by_key = {agreement.pk: agreement for agreement in ties.agreements}
    return shown(ties.agreements, lambda agreement: _agreement_item(agreement, by_key, ties.at), "agreements of a city")


def _agreement_item(agreement: Agreement, by_key: Mapping[int, Agreement], at: date) -> TimelineItem:
    signatories = agreement.shown_signatories
    beside = (_signed_by(signatories), _renewal(by_key.get(agreement.renews_id or 0)), _term(agreement))
    lines = (in_a_row(beside, " · "), text_of(agreement, "cooperation"))
    return TimelineItem(
        signed(agreement),
        agreement.shown_title(),
        agreement.get_absolute_url(),
        lines=[line for line in lines if line],
        tags=[agreement_tag(agreement, by_key.values(), at)],
        occasion=_when_and_where(agreement),
        is_kept=agreement.state(at) != AgreementState.ENDED,
        shows=[agreement, *(signatory.person for signatory in signatories)],
    )


def _when_and_where(agreement: Agreement) -> SafeString:
    """The day and the place of signing; that the day is to be added where none is recorded."""
    day = when(agreement.signed_on) or _("Date to be added")
    return in_a_row([day, text_of(agreement, "place")], " ")


def _signed_by(signatories: Iterable[Signatory]) -> SafeString | str:
    names = listed(whole_name(signatory.person.full_name()) for signatory in signatories)
    return format_html(_("Signed by {}"), names) if names else ""


def _term(agreement: Agreement) -> SafeString | str:
    parts = [
        (_("In force from"), agreement.effective_on),
        (_("In force until"), agreement.expires_on),
        (_("Terminated on"), agreement.terminated_on),
    ]
    return format_html_join(" · ", "{} {}", ((label, when(day)) for label, day in parts if day))


def _renewal(renewed: Agreement | None) -> SafeString | str:
    """Which agreement it renews, by its year."""
    if renewed is None:
        return ""
    day = signed(renewed)
    label = format_date(PartialDate.of(day, "year"), reader_language()) if day else renewed.shown_title()
    return format_html(_("Renews that of {}"), link_to(renewed, label))


def governor_facts(posts: Iterable[Post], sources: SourceList) -> list[Fact]:
    """For components/facts.html: each term and who held it."""
    return shown(
        posts,
        lambda post: Fact(
            post_time(post), post.person.full_name(), sources=sources.marks(post), shows=[post, post.person]
        ),
        "governors",
    )


def as_of(day: PartialDate | None) -> SafeString | str:
    """The day of which a fact is known, in words; "" when that is not known."""
    return format_html(_("as of {day}"), day=when(day)) if day else ""


def place_facts(city: City) -> list[Fact]:
    """For components/facts.html: its website."""
    if not city.website:
        return []
    return [Fact(_("Website"), city.website.split("//")[-1].strip("/"), city.website)]


def pin_note(city: City) -> SafeString | str:
    """Where the pin of the map stands; "" for a city without a place."""
    if not city.coordinates:
        return ""
    place = in_a_row([text_of(city, "pin_place"), position(*city.coordinates)], " ")
    return format_html(_("The pin on the map: {}"), place)


def position(latitude: Decimal, longitude: Decimal) -> str:
    """Degrees north and east to a hundred metres: 38.895, −77.036."""
    return f"{latitude:.3f}, {longitude:.3f}".replace("-", "−")


def meeting_visits(meetings: Sequence[Meeting], city: City) -> Visits | None:
    """For components/visits.html: the meetings that the city hosted or attended, the latest first; None without any."""
    return visits_of(shown(meetings, lambda meeting: _meeting(meeting, city), "meetings of a city"), _("Part taken"))


def _meeting(meeting: Meeting, city: City) -> Visit:
    return Visit(
        meeting.starts_on,
        meeting.ends_on,
        text_of(meeting, "title"),
        meeting.get_absolute_url(),
        sub=linked(meeting.network),
        who=_("Host") if meeting.host_city_id == city.pk else _("Took part"),
    )


def network_items(memberships: Iterable[CityMembership], meetings: Sequence[Any], at: date) -> list[Link]:
    """For components/index.html: published networks to which the city belongs, or in which it met Bangkok.

    `memberships` are of published networks and come with them; of `meetings` those count that Bangkok attended too.
    """
    words: dict[models.Model, list[Words]] = {}
    for membership in memberships:
        words.setdefault(membership.network, []).append(_membership(membership, at))
    met = Counter(meeting.network for meeting in meetings if meeting.bangkok_was_there and meeting.network)
    for network, number in met.items():
        if network.is_published():
            told = ngettext("%(number)s meeting with both cities", "%(number)s meetings with both cities", number)
            words.setdefault(network, []).append(told % {"number": number})
    return [
        Link(network.acronym or text_of(network, "name"), network.get_absolute_url(), in_a_row(told, " · "))
        for network, told in words.items()
    ]


def _membership(membership: CityMembership, at: date) -> Words:
    """What the city is in the network: by a list that holds still, or when it was last known, or until when it was."""
    role = membership.get_role_display()
    if membership.claim_state(at) == ClaimState.ENDED:
        return format_html(_("{role} until {day}"), role=role, day=when(membership.left_on))
    if membership.is_confirmed(at) and membership.as_of == membership.claim().known_on(at):
        return format_html(_("{role}, as of {day}"), role=role, day=when(membership.as_of))
    return in_a_row([role, age_line([membership], at)], " · ")


def coming_dates(exchanges: Iterable[Exchange], meetings: Iterable[Any]) -> list[DateItem]:
    """For components/dates.html: exchanges and meetings to come, the nearest first."""
    dates = [
        DateItem(cast(PartialDate, exchange.starts_on), text_of(exchange, "title"), exchange.ends_on)
        for exchange in exchanges
    ]
    dates += shown(
        meetings,
        lambda meeting: DateItem(
            meeting.starts_on, text_of(meeting, "title"), meeting.ends_on, meeting.get_absolute_url()
        ),
        "coming dates of a city",
    )
    return nearest_first(dates)


def nearest_first(dates: Iterable[DateItem]) -> list[DateItem]:
    """The dates in their order."""
    return sorted(dates, key=lambda item: item.first_day)


def neighbour_groups(neighbours: Iterable[Any]) -> list[ChipGroup]:
    """For components/chipset.html: partner cities, then the others, each by name; a kind without any is left out.

    `neighbours` come from `with_standing()`.
    """
    chips = shown(neighbours, lambda city: Chip(text_of(city, "name"), city.get_absolute_url()), "chips of cities")
    partners: list[Chip] = []
    others: list[Chip] = []
    for chip in chips:
        (partners if cast(Any, chip.record).standing == Standing.PARTNER else others).append(chip)
    groups = [ChipGroup(_("Partner cities"), partners), ChipGroup(_("Also met"), others, is_quiet=True)]
    return [group for group in groups if group.chips]


def lead_of_home() -> str:
    """The sentence under the name of Bangkok."""
    return _("The capital of Thailand. This register tells of its relations with cities of the world.")


def crumb_of(ties: Ties, *, is_home: bool) -> Link:
    """The list in which the city stands, under its name; Bangkok leads to its partners."""
    labels = {
        Standing.PARTNER: _("Partner cities"),
        Standing.FORMER: _("Former partner cities"),
        Standing.OTHER: _("Also met"),
    }
    url = reverse("relations:city_list")
    standing = Standing.PARTNER if is_home else ties.standing
    return Link(labels[standing], url if standing == Standing.PARTNER else f"{url}?standing={standing}")


def unsaid_of(
    city: City, exchanges: Sequence[Exchange], photos: Sequence[Photo], documents: Sequence[Document]
) -> Words:
    """For components/unsaid.html: what readers look for on the page of a city, and the register does not hold yet.

    That no agreement was made, the statement says.
    """
    parts = {
        _("visits and joint work"): exchanges,
        _("the story of the city"): text_of(city, "profile"),
        _("photographs"): photos,
        _("documents"): documents,
    }
    return unsaid(name for name, part in parts.items() if not part)
