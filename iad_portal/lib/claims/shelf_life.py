"""How many years a claim of each kind may stand in the present tense after it was last confirmed.

The numbers below hold until the office sets its own (relations.models.ShelfLife). What it set is read once for each
version of the content, in every process by itself, and once a minute where no page is read.
"""

from time import monotonic

from django.apps import apps
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from iad_portal.lib.records.content_versions import mark_of_request


class ClaimKind(TextChoices):
    """What may be said of a record in the present tense."""

    AGREEMENT = "agreement", _("Agreement in force")
    ELECTED_POST = "elected_post", _("Elected post held")
    HEAD_OF_MISSION = "head_of_mission", _("Mission headed")
    OTHER_POST = "other_post", _("Other post held")
    MEMBERSHIP = "membership", _("Membership open")
    CITY_MEMBERSHIP = "city_membership", _("Partner’s membership of a network")
    ROLE = "role", _("Role in a network held")
    NETWORK = "network", _("Network active")
    CONTACT = "contact", _("Contact of an agency")
    ADDRESS = "address", _("Address and contact of a mission")
    PROJECT = "project", _("Project under way")
    COMMITMENT = "commitment", _("Where a commitment stands")
    MEMBER_COUNT = "member_count", pgettext_lazy("kind of claim", "Number of members")
    FIGURE = "figure", _("Other figure")


YEARS = {
    ClaimKind.AGREEMENT: 5,
    ClaimKind.ELECTED_POST: 4,
    ClaimKind.HEAD_OF_MISSION: 4,
    ClaimKind.OTHER_POST: 2,
    ClaimKind.MEMBERSHIP: 2,
    ClaimKind.CITY_MEMBERSHIP: 2,
    ClaimKind.ROLE: 2,
    ClaimKind.NETWORK: 2,
    ClaimKind.CONTACT: 1,
    ClaimKind.ADDRESS: 1,
    ClaimKind.PROJECT: 1,
    ClaimKind.COMMITMENT: 1,
    ClaimKind.MEMBER_COUNT: 2,
    ClaimKind.FIGURE: 5,
}
_SECONDS = 60


class _Set:
    """What the office has set, by kind: read of which content, and fresh until when (monotonic seconds) without one."""

    years: dict[str, int] = {}
    mark: str | None = None
    fresh_until: float = float("-inf")


def years_of(kind: str) -> int:
    """The shelf life of claims of `kind`, a code of ClaimKind, in whole years."""
    return _set_by_office().get(kind, YEARS[ClaimKind(kind)])


def years_that_are_set() -> frozenset[tuple[str, int]]:
    """What the office has set, as (kind, years): whatever was worked out with it holds as long as this is the same."""
    return frozenset(_set_by_office().items())


def _set_by_office() -> dict[str, int]:
    mark = mark_of_request("relations")
    if monotonic() >= _Set.fresh_until if mark is None else mark != _Set.mark:
        _Set.years = dict(apps.get_model("relations", "ShelfLife").objects.values_list("kind", "years"))
        _Set.mark, _Set.fresh_until = mark, monotonic() + _SECONDS
    return _Set.years


def read_again() -> None:
    """Let the next question read what the office has set: something of it was changed."""
    _Set.mark, _Set.fresh_until = None, float("-inf")
