"""What binds one city to Bangkok, worked out from its published agreements for one day; and the words for it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import cast

from django.db.models import Prefetch, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from iad_portal.lib.components import DateItem
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate, Precision
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import reader_language, text_of
from iad_portal.lib.text.quick_html import quick_html
from relations.models import Agreement, AgreementState, City, Instrument, Standing, standing_of

# The senior instrument first, as the office ranks them.
RANK = {code: position for position, code in enumerate(Instrument.values)}
# Of how many years the anniversaries are that are marked.
ROUND = 5


def signed(agreement: Agreement) -> PartialDate | None:
    """The recorded day of the signing, else of the entry into force."""
    return agreement.signed_on or agreement.effective_on


@dataclass(frozen=True)
class Ties:
    """The ties of one city on the day `at`. `agreements` are its published ones."""

    agreements: Iterable[Agreement]
    at: date

    @cached_property
    def made(self) -> list[Agreement]:
        """Agreements of a tie-making instrument that bind on the day, or did before it."""
        return [
            agreement
            for agreement in self.agreements
            if agreement.makes_tie and agreement.state(self.at) != AgreementState.NOT_YET
        ]

    @cached_property
    def binding(self) -> list[Agreement]:
        """Those of them that are in force on the day."""
        return [agreement for agreement in self.made if agreement.is_in_force(self.at)]

    @cached_property
    def standing(self) -> Standing:
        """Partner, former partner, or neither."""
        return standing_of(self.agreements, self.at)

    @cached_property
    def first(self) -> Agreement | None:
        """The tie with the earliest recorded date; None when none is recorded.

        Of 2006-02 and 2006-02-08 it is the latter: the day by which, as far as is known, there was a tie.
        """
        known = [agreement for agreement in self.made if signed(agreement)]
        return min(known, key=lambda one: (signed(one).last_day, signed(one).first_day), default=None)

    @property
    def first_on(self) -> PartialDate | None:
        """The earliest recorded date of a tie; None when none is recorded."""
        return signed(self.first) if self.first else None

    @property
    def ended_on(self) -> PartialDate | date | None:
        """The latest recorded end, of a former partner."""
        ends = [end for agreement in self.made if (end := agreement.terminated_on or agreement.expires_on)]
        return max(ends, key=lambda value: getattr(value, "last_day", value), default=None)

    @cached_property
    def stated(self) -> list[Agreement]:
        """Those with a stated instrument that count today (or did, for a former partner)."""
        return [one for one in self.binding or self.made if one.instrument != Instrument.NOT_STATED]

    @property
    def instruments(self) -> list[str]:
        """The names of the stated instruments, the senior first."""
        codes = {agreement.instrument for agreement in self.stated}
        return [str(Instrument(code).label) for code in sorted(codes, key=RANK.__getitem__)]

    @property
    def kind(self) -> str:
        """The word for the tie: the senior instrument where it is stated, else the standing."""
        codes = [agreement.instrument for agreement in self.binding if agreement.instrument != Instrument.NOT_STATED]
        return str(Instrument(min(codes, key=RANK.__getitem__)).label) if codes else str(self.standing.label)

    @property
    def is_confirmed(self) -> bool:
        """Whether an agreement that makes it a partner was confirmed lately enough."""
        return any(agreement.is_confirmed(self.at) for agreement in self.binding)

    def next_anniversary(self) -> tuple[date, int] | None:
        """The next day on which the first tie completes a year, from the day itself on, and how many those are.

        None unless the city is a partner and that date is known to the day.
        """
        first = self.first_on
        if self.standing != Standing.PARTNER or first is None or first.precision != Precision.DAY:
            return None
        years = calendar.years_between(first.first_day, self.at)
        if not years or on_year(first.first_day, first.year + years) != self.at:
            years += 1
        return on_year(first.first_day, first.year + years), years

    def next_round_anniversary(self) -> tuple[date, int] | None:
        """The same of the next that is a multiple of ROUND years."""
        coming = self.next_anniversary()
        if coming is None or self.first_on is None:
            return None
        years = -(-coming[1] // ROUND) * ROUND
        return on_year(self.first_on.first_day, self.first_on.year + years), years


@kept_query
def partners_by_name() -> QuerySet[City]:
    """The partner cities of today with their countries."""
    partners = City.objects.published().partners().select_related("country")
    return cast("QuerySet[City]", partners.by_name(reader_language()))


def with_agreements(cities: QuerySet[City]) -> QuerySet[City]:
    """`cities` with `published_agreements`, the newest first: one query more for all of them."""
    agreements = Agreement.objects.published().newest_first()
    return cities.prefetch_related(Prefetch("agreements", agreements, to_attr="published_agreements"))


def share_agreements(agreements: Iterable[Agreement], cities: Iterable[City]) -> None:
    """Give each of `cities` its `published_agreements` out of `agreements`, which are already at hand."""
    of_city = defaultdict(list)
    for agreement in agreements:
        of_city[agreement.city_id].append(agreement)
    for city in cities:
        city.published_agreements = of_city[city.pk]


def fetch_agreements(cities: Sequence[City]) -> None:
    """Give each of `cities` its `published_agreements`, the newest first, by a kept query."""
    agreements = _agreements_of(cities=cities).rows() if cities else []
    by_key = {city.pk: city for city in cities}
    for agreement in agreements:
        agreement.city = by_key[agreement.city_id]
    share_agreements(agreements, cities)


@kept_query
def _agreements_of(*, cities: Sequence[City]) -> QuerySet[Agreement]:
    found: QuerySet[Agreement] = Agreement.objects.published().filter(city__pk__in=cities).newest_first()
    return found


def first_ties(cities: Iterable[City], at: date) -> dict[int, Agreement | None]:
    """Each city's first tie with a recorded date (None without one) by its key; cities never tied are left out.

    `cities` come from `with_agreements()`, `fetch_agreements()` or `share_agreements()`.
    """
    ties = {city.pk: Ties(city.published_agreements, at) for city in cities}
    return {key: tie.first for key, tie in ties.items() if tie.made}


def anniversary(years: int) -> str:
    """The name of an anniversary."""
    return ngettext("%(years)s year of ties", "%(years)s years of ties", years) % {"years": years}


def anniversaries(cities: Iterable[City], at: date, every: int = 1) -> list[DateItem]:
    """For components/dates.html: the anniversaries of the year that begins on the day `at`, the nearest first.

    One for each partner among `cities` (see `first_ties()`) whose first tie is known to the day. `every`: only those
    of so many years, and their multiples.
    """
    items = shown(cities, lambda city: _coming_anniversary(city, at, every), "anniversaries")
    return sorted(filter(None, items), key=lambda item: item.first_day)


def round_anniversary_of(city: City, at: date) -> tuple[Agreement, date, int] | None:
    """The next anniversary of a partner that is marked: the agreement, the day, the years. It comes within ROUND years.

    `city` as for `anniversaries()`; None where there is none.
    """
    ties = Ties(city.published_agreements, at)
    coming = ties.next_round_anniversary()
    return (ties.first, *coming) if ties.first and coming else None


def anniversary_with(city: City, years: int) -> SafeString:
    """The name of an anniversary, with the city."""
    words = ngettext("{years} year of ties with {city}", "{years} years of ties with {city}", years)
    return quick_html(words, years=years, city=marked(text_of(city, "name")))


def _coming_anniversary(city: City, at: date, every: int) -> DateItem | None:
    ties = Ties(city.published_agreements, at)
    coming = ties.next_anniversary()
    if ties.first is None or coming is None or coming[1] % every:
        return None
    day, years = coming
    return DateItem(day, anniversary_with(city, years), url=city.get_absolute_url(), shows=[ties.first])


def on_year(day: date, year: int) -> date:
    """The same day of another year; 29 February is kept on 1 March."""
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return date(year, 3, 1)
