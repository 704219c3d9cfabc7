"""What registers say of an agreement on a day: one rule, said in Python and, for many agreements at once, in SQL.

Each agreement is one of these, so that their numbers add up to all. `listed_as()` and `with_list_state()` must
answer alike: tests/relations/test_listed_as.py compares them.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Exists, OuterRef, QuerySet, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.claims.age import ClaimState
from iad_portal.lib.dates import calendar

from .agreement import Agreement, AgreementState


class ListedAs(TextChoices):
    """What an agreement is listed as."""

    CONFIRMED = "confirmed", _("Confirmed in force")
    LAST_KNOWN = "last_known", _("No end recorded")
    RENEWED = "renewed", _("Renewed")
    STATEMENT = "statement", _("Statement of intent")
    ENDED = "ended", _("Ended")
    NOT_YET = "not_yet", _("Not yet in force")


_PLAIN = {
    AgreementState.ENDED: ListedAs.ENDED,
    AgreementState.NOT_YET: ListedAs.NOT_YET,
    AgreementState.STATEMENT: ListedAs.STATEMENT,
}


def listed_as(agreement: Agreement, renewals: Iterable[Agreement], at: date) -> ListedAs:
    """What `agreement` is listed as on the day `at`; `renewals` may hold any agreements, those that renew it count."""
    if plain := _PLAIN.get(agreement.state(at)):
        return plain
    if renewed_on(agreement, renewals, at):
        return ListedAs.RENEWED
    return ListedAs.CONFIRMED if agreement.is_confirmed(at) else ListedAs.LAST_KNOWN


def renewed_on(agreement: Agreement, renewals: Iterable[Agreement], at: date) -> date | None:
    """When an agreement among `renewals` that renews it began, the latest by the day `at`; None when none did."""
    begun = (other.begins_on for other in renewals if other.renews_id == agreement.pk and other.claims_about_now)
    return max((day.first_day for day in begun if day and day.first_day <= at), default=None)


def with_list_state(agreements: QuerySet[Any], at: date | None = None) -> QuerySet[Any]:
    """`agreements` with the code of ListedAs of each on the day `at` (today) as `list_state`."""
    at = at or calendar.today()
    age = Agreement.age_in_sql(at)
    renewals = Agreement.objects.published().binding().dated().filter(renews=OuterRef("pk")).exclude(age.coming)
    return agreements.alias(claim_code=age.state()).annotate(
        list_state=Case(
            When(age.ended, then=Value(ListedAs.ENDED.value)),
            When(~Agreement.claiming_in_sql(), then=Value(ListedAs.STATEMENT.value)),
            When(age.coming, then=Value(ListedAs.NOT_YET.value)),
            When(Exists(renewals), then=Value(ListedAs.RENEWED.value)),
            When(claim_code=ClaimState.CONFIRMED, then=Value(ListedAs.CONFIRMED.value)),
            default=Value(ListedAs.LAST_KNOWN.value),
            output_field=CharField(),
        )
    )
