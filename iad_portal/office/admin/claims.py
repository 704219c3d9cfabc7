"""Everything that the portal claims about now, for those who confirm it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from iad_portal.lib.claims.age import ClaimState
from iad_portal.lib.claims.models import Confirmed
from iad_portal.lib.claims.shelf_life import ClaimKind
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.records.publishing import LISTED, visible
from networks.models import CityMembership, Membership, Network, Role
from plans.models import Project
from relations.models import Agency, Agreement, Embassy, Post


@dataclass(frozen=True)
class ClaimRow:
    """One claim: of which kind, as `label` for officers, by which record, last confirmed when, and what it is now."""

    kind: ClaimKind
    label: str
    record: Confirmed
    confirmed_on: PartialDate | None
    state: ClaimState


def claims(at: date | None = None) -> list[ClaimRow]:
    """All that lists show and that has not ended on the day `at` (today), what was confirmed longest ago first."""
    at = at or calendar.today()
    rows = [_row(record, at) for rows in shown_claims() for record in rows]
    unended = [row for row in rows if row.state != ClaimState.ENDED]
    return sorted(unended, key=lambda row: row.confirmed_on.first_day if row.confirmed_on else date.min)


def _row(record: Confirmed, at: date) -> ClaimRow:
    claim = record.claim()
    return ClaimRow(claim.kind, str(record), record, claim.known_on(at), claim.state(at))


def shown_claims() -> Iterator[models.QuerySet[Any]]:
    """What lists show, a query a model. Figures are left out: each says the day of which it speaks."""
    yield Agreement.objects.published().claiming().select_related("city")
    yield Network.objects.published()
    for part in (Membership, Role):
        yield part.objects.filter(visible(LISTED, prefix="network__")).select_related("network")
    cities = CityMembership.objects.filter(visible(LISTED, prefix="network__"), visible(LISTED, prefix="city__"))
    yield cities.select_related("network", "city")
    yield Post.objects.select_related("person")
    yield Agency.objects.all()
    yield Embassy.objects.published()
    yield Project.objects.published()
