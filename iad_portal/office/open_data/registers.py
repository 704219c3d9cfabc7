"""The registers that the office gives away as open data: which records, which columns."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.text.bilingual import LANGUAGES
from networks.forms import listed_commitments
from networks.models import CLOSED, CityMembership, Commitment, Meeting, Membership, Network, Participation, Progress
from news.models import Article
from plans.models import Plan, Project
from relations.models import (
    Agency,
    Agreement,
    City,
    Embassy,
    Exchange,
    Figure,
    KeyRecipient,
    Signatory,
    YouthGroup,
)
from relations.pages.ties import Ties, with_agreements

from .columns import AGE, CHUNK, KNOWN_AS_OF, PLACE, PUBLISHED_ON, OfDay, Reader, Register, both, key_of, keys, same


def _ties(city: City, day: date) -> Ties:
    return Ties(city.published_agreements, day)


def _person(language: str) -> Reader:
    """Rank and name of a signatory in `language`; "" where there is no name in it."""

    def reader(row: Signatory) -> str:
        person = row.person
        return str(person.full_name(language)) if getattr(person, f"name_{language}") else ""

    return reader


def _commitments() -> QuerySet[Commitment]:
    rows: QuerySet[Commitment] = listed_commitments().select_related("meeting", "agreement")
    return rows.prefetch_related("notes", "agencies").order_by("code")


def _agencies(commitment: Commitment) -> str:
    return ";".join(sorted(agency.slug for agency in commitment.agencies.all()))


def _progress(commitment: Commitment, day: date) -> tuple[str, date | None]:
    """Where it stood on the `day`, and on which day that was noted; "agreed" without a note."""
    notes = [note for note in commitment.notes.all() if note.noted_on <= day]
    return (notes[0].state, notes[0].noted_on) if notes else (Progress.AGREED.value, None)


def _is_overdue(commitment: Commitment, day: date) -> bool:
    is_open = _progress(commitment, day)[0] not in CLOSED
    return bool(is_open and commitment.due_on and commitment.due_on.last_day < day)


REGISTERS = (
    Register(
        "cities",
        _("Cities"),
        lambda: with_agreements(City.objects.published().select_related("country").order_by("slug")),
        (
            *same("slug"),
            *both("name"),
            *same("kind"),
            ("country", lambda row: row.country_id),
            *PLACE,
            *same("website"),
            # Who counts the partners, with and without a date, gets the totals of the pages.
            ("standing", OfDay(lambda row, day: _ties(row, day).standing.value)),
            ("first_tie_on", OfDay(lambda row, day: _ties(row, day).first_on)),
        ),
    ),
    Register(
        "agreements",
        _("Agreements"),
        lambda: Agreement.objects.published().select_related("city").order_by("number"),
        (
            *same("number"),
            ("city", key_of("city")),
            *same("instrument"),
            *both("title"),
            *same("original_title", "original_language", "signed_on"),
            *both("place"),
            *both("cooperation"),
            *same("effective_on", "expires_on"),
            ("recorded_state", OfDay(lambda row, day: row.state(day).value)),
            *AGE,
        ),
    ),
    Register(
        "signatories",
        _("Signatories of agreements"),
        lambda: (
            Signatory.objects.filter(agreement__in=Agreement.objects.published())
            .select_related("agreement", "person")
            .order_by("agreement__number", "side", "order", "pk")
        ),
        (
            ("agreement", lambda row: row.agreement.number),
            *same("side"),
            *((f"person_{code}", _person(code)) for code in LANGUAGES),
            *both("post_title"),
        ),
    ),
    Register(
        "exchanges",
        _("Exchanges"),
        lambda: Exchange.objects.published().order_by("code"),
        (
            *same("code", "kind", "direction"),
            *both("title"),
            *same("starts_on", "ends_on"),
            *both("place"),
            *keys("cities"),
            *keys("about_cities"),
            *keys("embassies", "country_id"),
            *same("headcount"),
            *both("outcome"),
        ),
    ),
    Register(
        "embassies",
        _("Embassies"),
        lambda: Embassy.objects.published().order_by("country_id"),
        (
            ("country", lambda row: row.country_id),
            *both("name"),
            *same("kind"),
            *both("address"),
            *both("district"),
            *PLACE,
            *same("website"),
            KNOWN_AS_OF,
            *AGE,
        ),
    ),
    Register(
        "networks",
        _("Networks"),
        lambda: Network.objects.published().order_by("slug"),
        (*same("slug", "acronym"), *both("name"), *same("kind", "activity", "founded_on", "website"), *AGE),
    ),
    Register(
        "memberships",
        _("Bangkok’s memberships"),
        lambda: (
            Membership.objects.filter(network__in=Network.objects.published())
            .select_related("network")
            .order_by("network__slug", "pk")
        ),
        (
            ("network", lambda row: row.network.slug),
            *same("kind", "joined_on", "left_on"),
            *AGE,
        ),
    ),
    Register(
        "city-memberships",
        _("Partners’ memberships of networks"),
        lambda: (
            CityMembership.objects.filter(network__in=Network.objects.published(), city__in=City.objects.published())
            .select_related("network", "city")
            .order_by("network__slug", "city__slug", "pk")
        ),
        (
            ("network", lambda row: row.network.slug),
            ("city", lambda row: row.city.slug),
            *same("role"),
            KNOWN_AS_OF,
            *same("left_on"),
            *AGE,
        ),
    ),
    Register(
        "youth-groups",
        _("Youth exchanges by year"),
        lambda: (
            YouthGroup.objects.filter(exchange__in=Exchange.objects.published(), city__in=City.objects.published())
            .select_related("exchange", "city")
            .order_by("exchange__code", "year", "direction", "city__slug")
        ),
        (
            ("exchange", lambda row: row.exchange.code),
            ("city", lambda row: row.city.slug),
            *same("year", "direction", "people"),
        ),
    ),
    Register(
        "key-recipients",
        _("Recipients of the Key to the City"),
        lambda: KeyRecipient.objects.shown(),
        (
            *both("name"),
            ("country", lambda row: row.country_id or ""),
            *same("received_on"),
            ("exchange", key_of("exchange", "code")),
        ),
    ),
    Register(
        "meetings",
        _("Meetings"),
        lambda: Meeting.objects.published().select_related("network", "host_city", "part_of").order_by("slug"),
        (
            *same("slug"),
            *both("title"),
            *same("kind", "ordinal"),
            ("network", key_of("network")),
            ("host_city", key_of("host_city")),
            ("country", lambda row: row.country_id or ""),
            *both("venue"),
            *same("starts_on", "ends_on"),
            *both("theme"),
            *same("course", "earlier_starts_on", "attendance"),
            *both("course_note"),
            ("part_of", key_of("part_of")),
        ),
    ),
    Register(
        "participations",
        _("Participation in meetings"),
        lambda: (
            Participation.objects.filter(meeting__in=Meeting.objects.published())
            .select_related("meeting", "city", "agency")
            .order_by("meeting__slug", "order", "pk")
        ),
        (
            ("meeting", lambda row: row.meeting.slug),
            ("city", key_of("city")),
            ("agency", lambda row: row.agency.slug if row.agency else ""),
            *both("body"),
            *both("presented"),
        ),
    ),
    Register(
        "commitments",
        _("Commitments"),
        lambda: _commitments(),
        (
            *same("code"),
            ("meeting", key_of("meeting")),
            ("agreement", key_of("agreement", "number")),
            *same("framework"),
            *both("title"),
            *both("detail"),
            ("agencies", _agencies),
            *keys("cities"),
            *same("due_on"),
            ("progress", OfDay(lambda row, day: _progress(row, day)[0])),
            ("noted_on", OfDay(lambda row, day: _progress(row, day)[1])),
            ("overdue", OfDay(_is_overdue)),
        ),
    ),
    Register(
        "plans",
        _("Plans"),
        lambda: Plan.objects.published().order_by("slug"),
        (*same("slug", "kind"), *both("title"), *same("fiscal_year", "month", "period_from", "period_to")),
    ),
    Register(
        "projects",
        _("Projects"),
        lambda: Project.objects.published().select_related("plan").prefetch_related("notes").order_by("slug"),
        (
            *same("slug", "official_code"),
            ("plan", key_of("plan")),
            *both("title"),
            *same("starts_on", "ends_on", "budget_thb", "spent_thb"),
            ("progress_percent", lambda row: row.progress.percent if row.progress else None),
            *AGE,
        ),
    ),
    Register(
        "news",
        _("News"),
        lambda: Article.objects.published().order_by("slug"),
        (*same("slug", "kind"), *both("title"), *both("lead"), *same("event_on", "event_ends_on"), PUBLISHED_ON),
    ),
    Register(
        "agencies",
        _("Agencies"),
        lambda: Agency.objects.order_by("slug"),
        (*same("slug"), *both("name"), *same("kind"), *both("desk"), *same("phone", "email"), *AGE),
    ),
    Register(
        "figures",
        _("Figures"),
        lambda: _public_figures(),
        (
            ("subject_kind", lambda row: row.subject_type.model),
            ("subject", lambda row: subject_key(row.subject)),
            *same("measure", "value", "qualifier"),
            KNOWN_AS_OF,
            *both("note"),
            *AGE,
        ),
    ),
)
BY_SLUG = {register.slug: register for register in REGISTERS}


def _public_figures() -> Iterator[Figure]:
    """Figures of records that are published, or that have no state; their records fetched a kind at a time."""
    figures = Figure.objects.select_related("subject_type").prefetch_related("subject").order_by("code", "pk")
    for row in figures.iterator(chunk_size=CHUNK):
        if row.subject is not None and getattr(row.subject, "is_published", lambda: True)():
            yield row


def subject_key(record: Any) -> str:
    """The public key of a record: its slug, number or ISO code."""
    return str(next(getattr(record, name) for name in ("slug", "number", "country_id", "pk") if hasattr(record, name)))
