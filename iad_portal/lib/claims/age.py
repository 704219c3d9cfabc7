"""The law of age: what a claim about now is on a day, said in Python of one record and in SQL of many.

A claim has a kind (with its shelf life), perhaps a beginning and an end of its own, and witnesses: days on which
somebody said that it stood. Of a date known to its month or year only the first day bears witness, so that never more
is claimed than is known. On the day `at` a claim is, by the first of these that holds,

1. ended, when its own end, or that of its term by law, lies before `at`;
2. last known, when it begins only after `at`: what is to come is no claim about now;
3. confirmed, when it stands by its own words: until a day that is not before `at`;
4. confirmed, when a witness is younger than the shelf life. A witness of a later day than `at` (asked of a past day)
   counts where the beginning is known: what began before `at` and stood after it stood on it;
5. last known otherwise.

Own words (3) need a known beginning, or a witness of `at` or before, just as a later witness (4) needs the beginning:
of a past day nobody says what nobody knew to have begun. `Claim.state()` and `AgeInSQL.state()` must answer alike:
tests/lib/claims/test_age.py and tests/office/test_claims.py compare them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, Q, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.calendar import PartialDate

from .shelf_life import ClaimKind, years_of


class ClaimState(TextChoices):
    """What a claim about now is on a day; only what is confirmed may be said in the present tense."""

    CONFIRMED = "confirmed", _("Confirmed")
    LAST_KNOWN = "last_known", _("Last known")
    ENDED = "ended", _("Ended")


def years_before(day: date, years: int) -> date:
    """The same day so many `years` earlier (later, when negative); 28 February for a 29th that was not.

    What would lie outside the calendar is its first or last day.
    """
    if not date.min.year <= day.year - years <= date.max.year:
        return date.min if years > 0 else date.max
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


@dataclass(frozen=True)
class Claim:
    """One record's claim. All but its kind may be unknown: None, or no witness."""

    kind: ClaimKind
    begins: PartialDate | None = None
    # The last day on which it can stand at all, and the last on which it stands by its own words.
    last_day: date | None = None
    stands_until: date | None = None
    witnesses: tuple[PartialDate, ...] = ()

    def state(self, at: date) -> ClaimState:
        """What it is on the day `at`."""
        if self.last_day and self.last_day < at:
            return ClaimState.ENDED
        if self.begins and self.begins.first_day > at:
            return ClaimState.LAST_KNOWN
        days = [witness.first_day for witness in self.witnesses]
        heard = bool(self.begins) or any(day <= at for day in days)
        if heard and self.stands_until and self.stands_until >= at:
            return ClaimState.CONFIRMED
        oldest = years_before(at, years_of(self.kind))
        is_fresh = any(day >= oldest and (bool(self.begins) or day <= at) for day in days)
        return ClaimState.CONFIRMED if is_fresh else ClaimState.LAST_KNOWN

    def known_on(self, at: date) -> PartialDate | None:
        """The newest witness of the day `at` or before; None when there is none."""
        past = [witness for witness in self.witnesses if witness.first_day <= at]
        return max(past, key=lambda witness: witness.first_day, default=None)


_NEVER = Q(pk__in=[])


@dataclass(frozen=True)
class AgeInSQL:
    """The same of the rows of a model on the day `at`: which of them meet what, and which date columns bear witness.

    `kinds` says which rows are of which kind; Q() are all.
    """

    at: date
    kinds: Mapping[ClaimKind, Q]
    witnesses: Sequence[str]
    ended: Q = _NEVER
    coming: Q = _NEVER
    has_beginning: Q = _NEVER
    stands: Q = _NEVER

    def state(self) -> Case:
        """The code of ClaimState of each row."""
        return Case(
            When(self.ended, then=Value(ClaimState.ENDED.value)),
            When(self.coming, then=Value(ClaimState.LAST_KNOWN.value)),
            When(self._heard() & self.stands, then=Value(ClaimState.CONFIRMED.value)),
            When(self._is_fresh(), then=Value(ClaimState.CONFIRMED.value)),
            default=Value(ClaimState.LAST_KNOWN.value),
            output_field=CharField(),
        )

    def _heard(self) -> Q:
        heard = self.has_beginning
        for name in self.witnesses:
            heard |= Q(**{f"{name}__lte": self.at})
        return heard

    def _is_fresh(self) -> Q:
        fresh = _NEVER
        for kind, rows in self.kinds.items():
            oldest = years_before(self.at, years_of(kind))
            for name in self.witnesses:
                fresh |= rows & Q(**{f"{name}__gte": oldest}) & (self.has_beginning | Q(**{f"{name}__lte": self.at}))
        return fresh
