"""The registers that the office gives away as open data: which records, which columns.

Every column is a name and a function of the record. Texts come in both languages; one that is held back is empty.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import is_held
from iad_portal.lib.text.translatable import Translatable
from networks.models import Meeting, Membership, Network
from news.models import Article
from plans.models import Plan, Project
from relations.models import Agency, Agreement, City, Embassy, Exchange, Figure
from relations.pages.ties import Ties, with_agreements

Column = tuple[str, Callable]


def both(field: str, name: str = "") -> list[Column]:
    """The columns of a bilingual text, Thai first."""

    def reader(language: str) -> Callable:
        return lambda row: "" if is_held(row, language) else getattr(row, f"{field}_{language}") or ""

    return [(f"{name or field}_{language}", reader(language)) for language in ("th", "en")]


def same(*names: str) -> list[Column]:
    """Columns that are attributes of the record, under their own names."""
    return [(name, lambda row, name=name: getattr(row, name)) for name in names]


def keys(name: str, attribute: str = "slug") -> list[Column]:
    """A column with the keys of the published records of a prefetched relation, joined by semicolons."""
    return [(name, lambda row: ";".join(str(getattr(related, attribute)) for related in getattr(row, name).all()))]


# `as_of` is in every file the day it was read; the day of which a record itself speaks has a name of its own.
# What a record claims about now: when that was confirmed last, and what it is today: confirmed, last_known or ended.
AGE: tuple[Column, ...] = (
    ("confirmed_on", lambda row: row.claim().known_on(calendar.today())),
    ("state", lambda row: row.claim_state().value),
)
KNOWN_AS_OF: Column = ("known_as_of", lambda row: row.as_of)
PLACE = (
    ("latitude", lambda row: row.coordinates.latitude if row.coordinates else None),
    ("longitude", lambda row: row.coordinates.longitude if row.coordinates else None),
)

# That the office has still to confirm something of the row is public; what it is, is not.
TO_BE_CONFIRMED: Column = ("to_be_confirmed", lambda row: row.is_doubtful)
PUBLISHED_ON: Column = ("published_on", lambda row: row.published_day)


@dataclass(frozen=True)
class Register:
    """One register: its address, its title, how to fetch it, its columns."""

    slug: str
    title: Translatable
    rows: Callable[[], Iterable]
    columns: tuple[Column, ...]

    @property
    def _all_columns(self) -> tuple[Column, ...]:
        return (*self.columns, TO_BE_CONFIRMED)

    def names(self) -> list[str]:
        """The names of the columns, in order; every register ends with the same one."""
        return [name for name, _reader in self._all_columns]

    def table(self) -> list[list]:
        """The values of all published records, a list a record."""
        return shown(self.rows(), lambda row: [reader(row) for _name, reader in self._all_columns], f"file {self.slug}")


def published_of(field: str, model) -> Prefetch:
    """Fetch a relation, leaving out what is not published."""
    return Prefetch(field, model.objects.published().order_by("pk"))


def _ties(city: City) -> Ties:
    return Ties(city.published_agreements, calendar.today())


def _key_of(field: str, attribute: str = "slug") -> Callable:
    def reader(row):
        record = getattr(row, field)
        return getattr(record, attribute) if record is not None and record.is_published() else ""

    return reader


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
            ("standing", lambda row: _ties(row).standing.value),
            ("first_tie_on", lambda row: _ties(row).first_on),
        ),
    ),
    Register(
        "agreements",
        _("Agreements"),
        lambda: Agreement.objects.published().select_related("city").order_by("number"),
        (
            *same("number"),
            ("city", _key_of("city")),
            *same("instrument"),
            *both("title"),
            *same("original_title", "original_language", "signed_on"),
            *both("place"),
            *both("cooperation"),
            *same("effective_on", "expires_on"),
            ("recorded_state", lambda row: row.state().value),
            *AGE,
        ),
    ),
    Register(
        "exchanges",
        _("Exchanges"),
        lambda: (
            Exchange.objects.published()
            .order_by("code")
            .prefetch_related(
                published_of("cities", City), published_of("about_cities", City), published_of("embassies", Embassy)
            )
        ),
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
        "meetings",
        _("Meetings"),
        lambda: Meeting.objects.published().select_related("network", "host_city", "part_of").order_by("slug"),
        (
            *same("slug"),
            *both("title"),
            *same("kind", "ordinal"),
            ("network", _key_of("network")),
            ("host_city", _key_of("host_city")),
            ("country", lambda row: row.country_id or ""),
            *both("venue"),
            *same("starts_on", "ends_on"),
            *both("theme"),
            ("part_of", _key_of("part_of")),
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
            ("plan", _key_of("plan")),
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


def _public_figures() -> list[Figure]:
    """Figures of records that are published, or that have no state; their records fetched a kind at a time."""
    figures = Figure.objects.select_related("subject_type").prefetch_related("subject").order_by("code", "pk")
    return [row for row in figures if row.subject is not None and getattr(row.subject, "is_published", lambda: True)()]


def subject_key(record) -> str:
    """The public key of a record: its slug, number or ISO code."""
    return str(next(getattr(record, name) for name in ("slug", "number", "country_id", "pk") if hasattr(record, name)))
