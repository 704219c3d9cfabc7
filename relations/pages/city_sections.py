"""The parts of a city's page, as the components show them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Chip, DateItem, Fact, Ledger, Link, Row, TimelineItem, Words
from iad_portal.lib.dates.calendar import PartialDate, Precision
from iad_portal.lib.records.faults import shown
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import text_of
from networks.models import CityMembership, Meeting
from relations.models import (
    Agreement,
    AgreementState,
    City,
    CityKind,
    Document,
    Exchange,
    Photo,
    Post,
    Side,
    Signatory,
)
from relations.pages.citations import SourceList

from .age import age_line, agreement_tag, post_time
from .links import in_a_row, link_to, name_link
from .ties import Ties, anniversary, signed
from .unsaid import unsaid


def strip_of(ties: Ties, exchanges: Sequence[Any], meetings: Sequence[Any]) -> list[Fact]:
    """For components/strip.html: a city in at most four facts; what there is none of is left out."""
    in_force = [agreement for agreement in ties.agreements if agreement.is_in_force(ties.at)]
    confirmed = sum(agreement.is_confirmed(ties.at) for agreement in in_force)
    together = sum(bool(meeting.bangkok_was_there) for meeting in meetings)
    facts = [
        Fact(_("First recorded agreement"), when(ties.first_on) or (_("no date recorded") if ties.made else "")),
        Fact(_("Agreements confirmed in force"), confirmed)
        if confirmed
        else Fact(_("Agreements without a recorded end"), len(in_force)),
        Fact(_("Visits, calls and joint work on record"), len(exchanges)),
        Fact(_("Meetings at which both cities were present"), together),
    ]
    return [fact for fact in facts if fact.value]


def timeline_of(ties: Ties, city: City, sources: SourceList) -> list[TimelineItem]:
    """For components/timeline.html: the coming anniversary, then the agreements, the newest first.

    The agreements come with their signatories and these with their persons.
    """
    by_key: dict[int | None, Agreement] = {agreement.pk: agreement for agreement in ties.agreements}
    items = shown(
        ties.agreements,
        lambda agreement: _agreement_item(agreement, by_key, city, sources, ties.at),
        "agreements of a city",
    )
    coming = ties.next_anniversary()
    return [_anniversary_item(*coming), *items] if coming else items


def _anniversary_item(day: date, years: int) -> TimelineItem:
    line = format_html("{} · {}", when(day), _("counted from the first recorded agreement"))
    return TimelineItem(day, anniversary(years), lines=[line], is_next=True)


def _agreement_item(
    agreement: Agreement, by_key: Mapping[int | None, Agreement], city: City, sources: SourceList, at: date
) -> TimelineItem:
    lines = (
        _instrument(agreement),
        _signing(agreement),
        _term(agreement),
        _renewal(by_key.get(agreement.renews_id)),
        age_line([agreement], at),
    )
    return TimelineItem(
        signed(agreement),
        agreement.shown_title(),
        agreement.get_absolute_url(),
        lines=[line for line in lines if line],
        tags=[agreement_tag(agreement, by_key.values(), at)],
        sources=sources.marks(agreement),
        facts=_sides(agreement, city) + _fields(agreement),
        is_kept=agreement.state(at) != AgreementState.ENDED,
    )


def _instrument(agreement: Agreement) -> str:
    instrument = agreement.get_instrument_display()
    return "" if str(agreement.shown_title()).casefold() == instrument.casefold() else instrument


def _signing(agreement: Agreement) -> SafeString | str:
    day, place = agreement.signed_on, marked(text_of(agreement, "place"))
    if day is None:
        return _("Date to be added")
    words = _("Signed on {day}, {place}") if place else _("Signed on {day}")
    if day.precision != Precision.DAY:
        words = _("Signed in {day}, {place}") if place else _("Signed in {day}")
    return format_html(words, day=when(day), place=place)


def _term(agreement: Agreement) -> SafeString | str:
    parts = [
        (_("In force from"), agreement.effective_on),
        (_("In force until"), agreement.expires_on),
        (_("Terminated on"), agreement.terminated_on),
    ]
    return format_html_join(" · ", "{} {}", ((label, when(day)) for label, day in parts if day))


def _renewal(renewed: Agreement | None) -> SafeString | str:
    if renewed is None:
        return ""
    return format_html("{} {} {}", _("Renews"), link_to(renewed, renewed.shown_title()), when(renewed.signed_on))


def _sides(agreement: Agreement, city: City) -> list[Fact]:
    """Who signed, by side. When only one side is named, the other is said to be missing."""
    signatories = agreement.signatories.all()
    labels = {Side.BANGKOK: _("For Bangkok"), Side.PARTNER: _("For %(city)s") % {"city": text_of(city, "name")}}
    facts = []
    for side, label in labels.items():
        names = [_signed_by(signatory) for signatory in signatories if signatory.side == side]
        # The break is a literal of our own; format_html_join escapes every name.
        value = format_html_join(mark_safe("<br>"), "{}", names) or _("Names to be added")
        facts.append(Fact(label, value))
    return facts if signatories else []


def _signed_by(signatory: Signatory) -> tuple[Any, ...]:
    post = text_of(signatory, "post_title")
    name = marked(signatory.person.full_name())
    return (format_html("{}, {}", name, marked(post)) if post else name,)


def _fields(agreement: Agreement) -> list[Fact]:
    cooperation = text_of(agreement, "cooperation")
    return [Fact(_("Fields of cooperation"), cooperation)] if cooperation else []


def leader_facts(posts: Iterable[Post], sources: SourceList) -> list[Fact]:
    """For components/facts.html: who held which post, and when a source saw them in it."""
    return shown(
        posts,
        lambda post: Fact(
            text_of(post, "title"),
            post.person.full_name(),
            as_of=post_time(post),
            sources=sources.marks(post),
            shows=[post, post.person],
        ),
        "leaders of a city",
    )


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
    """Country, position of the pin, website."""
    facts = [Fact(_("Country"), text_of(city.country, "name"))]
    if city.coordinates:
        pin = text_of(city, "pin_place")
        facts.append(Fact(_("Coordinates"), position(*city.coordinates), as_of=marked(pin)))
    if city.website:
        host = city.website.split("//")[-1].strip("/")
        facts.append(Fact(_("Website"), host, city.website))
    return facts


def position(latitude: Decimal, longitude: Decimal) -> str:
    """Degrees north and east to a hundred metres: 38.895, −77.036."""
    return f"{latitude:.3f}, {longitude:.3f}".replace("-", "−")


def meeting_ledger(meetings: Sequence[Meeting], city: City) -> Ledger:
    """For components/ledger.html: the meetings that the city hosted or attended, the latest first.

    Bangkok's own page, which lists those it hosted, does not say so in each row.
    """
    columns = [_("Meeting"), _("When"), _("Network")] + ([] if city.kind == CityKind.HOME else [_("Part taken")])
    return Ledger.of_rows(columns, shown(meetings, lambda meeting: _meeting(meeting, city), "meetings of a city"))


def _meeting(meeting: Meeting, city: City) -> Row:
    network = name_link(meeting.network)
    cells = [
        Cell(_("date not recorded"), meeting.starts_on, meeting.ends_on),
        Cell((meeting.network.acronym or network.label) if network.label else "", url=network.url),
    ]
    if city.kind != CityKind.HOME:
        cells.append(Cell(_("Host") if meeting.host_city_id == city.pk else _("Took part")))
    return Row(text_of(meeting, "title"), cells, meeting.get_absolute_url())


def network_items(memberships: Iterable[CityMembership], meetings: Sequence[Any]) -> list[Link]:
    """For components/index.html: published networks to which the city belongs, or in which it met Bangkok.

    `memberships` come with their network; of `meetings` those count that Bangkok attended too.
    """
    words: dict[models.Model, list[Words]] = {}
    for membership in memberships:
        if membership.network.is_published():
            words.setdefault(membership.network, []).append(_membership(membership))
    met = Counter(meeting.network for meeting in meetings if meeting.bangkok_was_there and meeting.network)
    for network, number in met.items():
        if network.is_published():
            told = ngettext("%(number)s meeting with both cities", "%(number)s meetings with both cities", number)
            words.setdefault(network, []).append(told % {"number": number})
    return [
        Link(network.acronym or text_of(network, "name"), network.get_absolute_url(), in_a_row(told, " · "))
        for network, told in words.items()
    ]


def _membership(membership: CityMembership) -> Words:
    """What the city is in the network, and on which day a list said so."""
    role = membership.get_role_display()
    if membership.as_of is None:
        return role
    return format_html(_("{role}, as of {day}"), role=role, day=when(membership.as_of))


def coming_dates(exchanges: Iterable[Exchange], meetings: Iterable[Any], ties: Ties) -> list[DateItem]:
    """For components/dates.html: exchanges and meetings to come, and the next anniversary, the nearest first."""
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
    if coming := ties.next_anniversary():
        dates.append(DateItem(coming[0], anniversary(coming[1])))
    return sorted(dates, key=lambda item: item.first_day)


def city_items(cities: Iterable[City]) -> list[Chip]:
    """For components/chips.html: cities by name."""
    return shown(cities, lambda city: Chip(text_of(city, "name"), city.get_absolute_url()), "chips of cities")


def unsaid_of(
    city: City, ties: Ties, exchanges: Sequence[Exchange], photos: Sequence[Photo], documents: Sequence[Document]
) -> Words:
    """For components/unsaid.html: what readers look for on the page of a city, and the register does not hold yet."""
    parts = {
        _("agreements with Bangkok"): ties.agreements,
        _("visits and joint work"): exchanges,
        _("the story of the city"): text_of(city, "profile"),
        _("photographs"): photos,
        _("documents"): documents,
    }
    return unsaid(name for name, part in parts.items() if not part)


def lead_of_other(meetings: Sequence[Any], exchanges: Sequence[Any]) -> str:
    """The lead of a city that is not a partner: how Bangkok meets it."""
    if meetings:
        return _("Not a partner city: Bangkok meets it at international meetings.")
    if exchanges:
        return _("Not a partner city; Bangkok has worked with it all the same.")
    return _("Not a partner city of Bangkok.")
