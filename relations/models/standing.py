"""What a city is to Bangkok on a day: one rule, said in Python and, for many cities at once, in SQL.

A city is a partner while a published agreement of a tie-making instrument is in force, a former partner when such an
agreement has ended and none is in force, and neither otherwise. Today ties whose date is not recorded count; on a past
day they do not, since nobody knows whether they stood then. `standing_of()` and `StandingQuerySet` must answer alike:
tests/relations/test_standing.py compares them.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, CharField, Exists, OuterRef, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.claims.age import ClaimState
from iad_portal.lib.records.publishing import PublishableQuerySet

from .agreement import Agreement, AgreementState


class Standing(TextChoices):
    """What a city is to Bangkok on a day."""

    PARTNER = "partner", _("Partner city")
    FORMER = "former", _("Former partner city")
    OTHER = "other", _("Not a partner city")


def standing_of(agreements: Iterable[Agreement], at: date) -> Standing:
    """The standing on the day `at` of the city whose published agreements are `agreements`."""
    ties = [agreement for agreement in agreements if agreement.makes_tie]
    if any(tie.is_in_force(at) for tie in ties):
        return Standing.PARTNER
    return Standing.FORMER if any(tie.state(at) == AgreementState.ENDED for tie in ties) else Standing.OTHER


def _ties():
    return Agreement.objects.published().tie_making().filter(city=OuterRef("pk"))


class StandingQuerySet(PublishableQuerySet):
    """Queries about the standing of cities on the day `at` (today)."""

    def with_standing(self, at: date | None = None):
        """Each city with its code of Standing as `standing`."""
        standing = Case(
            When(Exists(_ties().in_force(at)), then=Value(Standing.PARTNER.value)),
            When(Exists(_ties().ended(at)), then=Value(Standing.FORMER.value)),
            default=Value(Standing.OTHER.value),
            output_field=CharField(),
        )
        return self.annotate(standing=standing)

    def in_standing(self, standing: str, at: date | None = None):
        """Cities whose standing is `standing`, a code of Standing."""
        is_bound, was_bound = Exists(_ties().in_force(at)), Exists(_ties().ended(at))
        if standing == Standing.PARTNER:
            return self.filter(is_bound)
        others = self.exclude(is_bound)
        return others.filter(was_bound) if standing == Standing.FORMER else others.exclude(was_bound)

    def partners(self, at: date | None = None):
        """Partner cities; of a past day without those whose tie has no date: see `undated_partners()`."""
        return self.in_standing(Standing.PARTNER, at)

    def tied_another_day(self):
        """Cities with a tie that lists show, or will show, and that are no partners today: it ended, or is to come."""
        listed = Agreement.objects.ever_published().tie_making().filter(city=OuterRef("pk"))
        return self.filter(Exists(listed)).exclude(Exists(_ties().in_force()))

    def with_ties_told(self):
        """Each city with what is known of its ties in force today.

        `is_undated`: none has a recorded date; `is_confirmed`: one is confirmed to be in force (lib.claims).
        """
        in_force = _ties().in_force()
        return self.annotate(
            is_undated=~Exists(in_force.dated()),
            is_confirmed=Exists(in_force.in_claim_state(ClaimState.CONFIRMED)),
        )

    def undated_partners(self):
        """Partners of today none of whose ties in force has a recorded date."""
        return self.partners().with_ties_told().filter(is_undated=True)
