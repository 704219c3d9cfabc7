"""How many years a claim of each kind may stand in the present tense after it was last confirmed.

The numbers below hold until the office sets its own (relations.models.ShelfLife). What it set is read once a minute at
most, in every process by itself: asking for it costs a page no query.
"""

from time import monotonic

from django.apps import apps
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ClaimKind(TextChoices):
    """What may be said of a record in the present tense."""

    AGREEMENT = "agreement", _("Agreement in force")
    ELECTED_POST = "elected_post", _("Elected post held")
    HEAD_OF_MISSION = "head_of_mission", _("Mission headed")
    OTHER_POST = "other_post", _("Other post held")
    MEMBERSHIP = "membership", _("Membership open")
    ROLE = "role", _("Role in a network held")
    NETWORK = "network", _("Network active")
    CONTACT = "contact", _("Contact of an agency")
    ADDRESS = "address", _("Address and contact of a mission")
    PROJECT = "project", _("Project under way")
    MEMBER_COUNT = "member_count", pgettext_lazy("kind of claim", "Number of members")
    FIGURE = "figure", _("Other figure")


YEARS = {
    ClaimKind.AGREEMENT: 5,
    ClaimKind.ELECTED_POST: 4,
    ClaimKind.HEAD_OF_MISSION: 4,
    ClaimKind.OTHER_POST: 2,
    ClaimKind.MEMBERSHIP: 2,
    ClaimKind.ROLE: 2,
    ClaimKind.NETWORK: 2,
    ClaimKind.CONTACT: 1,
    ClaimKind.ADDRESS: 1,
    ClaimKind.PROJECT: 1,
    ClaimKind.MEMBER_COUNT: 2,
    ClaimKind.FIGURE: 5,
}
_SECONDS = 60


class _Set:
    """What the office has set, by kind, and until when (monotonic seconds) this process need not ask again."""

    years: dict[str, int] = {}
    fresh_until: float = float("-inf")


def years_of(kind: str) -> int:
    """The shelf life of claims of `kind`, a code of ClaimKind, in whole years."""
    if monotonic() >= _Set.fresh_until:
        _Set.years = dict(apps.get_model("relations", "ShelfLife").objects.values_list("kind", "years"))
        _Set.fresh_until = monotonic() + _SECONDS
    return _Set.years.get(kind, YEARS[ClaimKind(kind)])


def read_again() -> None:
    """Let the next question read what the office has set: something of it was changed."""
    _Set.fresh_until = float("-inf")
