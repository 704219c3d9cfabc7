"""The registers that the office gives away as open data: which records, which columns.

Every column is a name and a function of the record. Texts come in both languages; one that is held back is empty.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.records.chunks import in_chunks
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.publishing import LISTED, visible
from iad_portal.lib.text.bilingual import is_held
from iad_portal.lib.text.translatable import Translatable
from networks.models import CityMembership, Meeting, Membership, Network
from news.models import Article
from plans.models import Plan, Project
from relations.models import Agency, Agreement, City, Embassy, Exchange, Figure, KeyRecipient, YouthGroup
from relations.pages.ties import Ties, with_agreements

Column = tuple[str, Callable]
# So many records are in memory at once, however long a register is.
CHUNK = 2000


def both(field: str, name: str = "") -> list[Column]:
    """The columns of a bilingual text, Thai first."""

    def reader(language: str) -> Callable:
        return lambda row: "" if is_held(row, language) else getattr(row, f"{field}_{language}") or ""

    return [(f"{name or field}_{language}", reader(language)) for language in ("th", "en")]


def same(*names: str) -> list[Column]:
    """Columns that are attributes of the record, under their own names."""
    return [(name, lambda row, name=name: getattr(row, name)) for name in names]


@dataclass(frozen=True)
class Keys:
    """Reads the keys of the published records of a relation, joined by semicolons, in the order of their making.

    They are fetched for a chunk of records at once, as plain keys: a record made for each link was half of the cost.
    """

    relation: str
    attribute: str

    def __call__(self, row) -> str:
        return ";".join(row.linked_keys[self.relation])

    def fetch(self, rows: list) -> None:
        """Give each of `rows` its keys. One query."""
        linked = defaultdict(list)
        field = rows[0]._meta.get_field(self.relation)
        here, there = field.m2m_field_name(), field.m2m_reverse_field_name()
        links = field.remote_field.through.objects.filter(visible(LISTED, prefix=f"{there}__"), **{f"{here}__in": rows})
        for key, link in links.order_by(there).values_list(f"{here}_id", f"{there}__{self.attribute}"):
            linked[key].append(str(link))
        for row in rows:
            row.__dict__.setdefault("linked_keys", {})[self.relation] = linked[row.pk]


def keys(name: str, attribute: str = "slug") -> list[Column]:
    """A column with the keys of the published records of a relation."""
    return [(name, Keys(name, attribute))]


# `as_of` is in every file the day it was read; the day of which a record itself speaks has a name of its own.
# What a record claims about now: when that was confirmed last, and what it is today: confirmed, last_known or ended;
# both are empty where it claims nothing.
AGE: tuple[Column, ...] = (
    ("confirmed_on", lambda row: row.claim().known_on(calendar.today())),
    ("state", lambda row: row.claim_state().value if row.claims_about_now else ""),
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

    def table(self) -> Iterator[list]:
        """The values of all published records, a list a record, read as they are asked for: CHUNK at a time."""
        readers = [reader for _name, reader in self._all_columns]
        linked = [reader for reader in readers if isinstance(reader, Keys)]
        for some in in_chunks(self._read(), CHUNK):
            for column in linked:
                column.fetch(some)
            yield from shown(some, lambda row: [reader(row) for reader in readers], f"file {self.slug}")

    def _read(self) -> Iterable:
        rows = self.rows()
        return rows.iterator(chunk_size=CHUNK) if isinstance(rows, QuerySet) else rows


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
            ("exchange", _key_of("exchange", "code")),
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
            *same("course", "earlier_starts_on", "attendance"),
            *both("course_note"),
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


def _public_figures() -> Iterator[Figure]:
    """Figures of records that are published, or that have no state; their records fetched a kind at a time."""
    figures = Figure.objects.select_related("subject_type").prefetch_related("subject").order_by("code", "pk")
    for row in figures.iterator(chunk_size=CHUNK):
        if row.subject is not None and getattr(row.subject, "is_published", lambda: True)():
            yield row


def subject_key(record) -> str:
    """The public key of a record: its slug, number or ISO code."""
    return str(next(getattr(record, name) for name in ("slug", "number", "country_id", "pk") if hasattr(record, name)))
