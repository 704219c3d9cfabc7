"""How many partner cities there are, and how the number is made: the one place that every headline asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Self, cast

from django.db.models import QuerySet
from django.utils.translation import ngettext

from iad_portal.lib.claims.age import ClaimState
from iad_portal.lib.records.kept_queries import kept_query
from relations.models import AgreementState, City

from .age import by_age, pair
from .ties import Ties, with_agreements


@dataclass(frozen=True, slots=True)
class PartnerTotal:
    """The partner cities of a day, and their countries.

    Of the cities so many are partners by ties without a date alone (`undated`), and of so many a tie is confirmed to be
    in force (`confirmed`); of the others it is what was last known.
    """

    cities: int
    countries: int
    undated: int
    confirmed: int

    @classmethod
    def today(cls) -> Self:
        """Counted by the database: one query."""
        found = _partners_counted().rows()
        countries, undated, confirmed = zip(*found, strict=True) if found else ((), (), ())
        return cls(len(found), len(set(countries)), sum(undated), sum(confirmed))

    @classmethod
    def on(cls, day: date) -> Self:
        """Of a past day, by the ties that are dated: two queries. How many are not counted, `undated_now()` says."""
        return cls.of(with_agreements(City.objects.published().partners(day)), day)

    @classmethod
    def of(cls, partners: Iterable[City], at: date) -> Self:
        """Counted from `partners` on the day `at`, who come with their `published_agreements`."""
        partners = list(partners)
        ties = [Ties(city.published_agreements, at).binding for city in partners]
        undated = sum(all(tie.state(at) == AgreementState.IN_FORCE_UNDATED for tie in some) for some in ties)
        confirmed = sum(any(tie.claim().state(at) == ClaimState.CONFIRMED for tie in some) for some in ties)
        return cls(len(partners), len({city.country_id for city in partners}), undated, confirmed)

    @property
    def dated(self) -> int:
        """Those of which at least one tie in force has a date."""
        return self.cities - self.undated

    @property
    def last_known(self) -> int:
        """Those of which no tie is confirmed to be in force."""
        return self.cities - self.confirmed

    @property
    def share(self) -> str:
        """The dated part in per cent, for a bar of both; "" where all are dated."""
        return f"{100 * self.dated / self.cities:.2f}%" if self.undated else ""

    def parts_by_date(self) -> str:
        """Its dated and its undated part in words."""
        dated = ngettext("%(number)s with a date on record", "%(number)s with a date on record", self.dated)
        undated = ngettext("%(number)s with a date to be added", "%(number)s with a date to be added", self.undated)
        return pair(dated, self.dated, undated, self.undated)

    def made(self) -> str:
        """Its parts in words: dated and undated, confirmed and last known; each pair adds up to `cities`.

        The first pair is left out where all are dated, the second where there is no partner.
        """
        parts = [self.parts_by_date()] if self.undated else []
        if self.cities:
            parts.append(by_age(self.confirmed, self.last_known))
        return " · ".join(parts)


def undated_now() -> int:
    """How many partner cities of today no past day counts, since none of their ties has a date: one query."""
    return int(City.objects.published().undated_partners().count())


@kept_query
def _partners_counted() -> QuerySet[City, Any]:
    """The country of each partner city, and whether its ties are undated, and confirmed."""
    partners = City.objects.published().partners().order_by().with_ties_told()
    return cast("QuerySet[City, Any]", partners.values_list("country", "is_undated", "is_confirmed"))
