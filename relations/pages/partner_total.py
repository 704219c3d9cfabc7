"""How many partner cities there are, and how the number is made: the one place that every headline asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relations.models import AgreementState, City

from .ties import Ties


@dataclass(frozen=True, slots=True)
class PartnerTotal:
    """The partner cities of a day, their countries, and how many of the cities are partners by undated ties alone."""

    cities: int
    countries: int
    undated: int

    @classmethod
    def today(cls) -> Self:
        """Counted by the database: two queries."""
        partners = City.objects.published().partners()
        counted = partners.aggregate(cities=Count("pk"), countries=Count("country", distinct=True))
        return cls(counted["cities"], counted["countries"], City.objects.published().undated_partners().count())

    @classmethod
    def of(cls, partners: Iterable[City], at: date) -> Self:
        """Counted from `partners` on the day `at`, who come with their `published_agreements`."""
        partners = list(partners)
        return cls(
            len(partners), len({city.country_id for city in partners}), sum(_is_undated(one, at) for one in partners)
        )

    @property
    def dated(self) -> int:
        """The others: at least one of their ties in force has a date."""
        return self.cities - self.undated

    @property
    def share(self) -> str:
        """The dated part in per cent, for a bar of both; "" where all are dated."""
        return f"{100 * self.dated / self.cities:.2f}%" if self.undated else ""

    def made(self) -> str:
        """Both parts in words, which add up to `cities`; "" where all are dated."""
        if not self.undated:
            return ""
        dated = ngettext("%(number)s with a date on record", "%(number)s with a date on record", self.dated)
        undated = ngettext("%(number)s with a date to be added", "%(number)s with a date to be added", self.undated)
        return _("%(one)s, %(other)s") % {
            "one": dated % {"number": self.dated},
            "other": undated % {"number": self.undated},
        }


def _is_undated(city: City, at: date) -> bool:
    ties = Ties(city.published_agreements, at).binding
    return all(tie.state(at) == AgreementState.IN_FORCE_UNDATED for tie in ties)
