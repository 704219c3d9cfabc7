"""Which cities belong to which network, as lists of the networks say."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.claims.models import Confirmed, ConfirmedQuerySet
from iad_portal.lib.claims.shelf_life import ClaimKind
from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.dates.queries import ends_not_before_starts
from iad_portal.lib.records.constraints import once
from iad_portal.lib.records.publishing import READABLE, Part, Status, known_codes, visible
from iad_portal.lib.text.fields import LineField
from relations.models import Sourced


class CityRole(models.TextChoices):
    """What a city is in a network, the highest first."""

    PRESIDENT = "president", _("President")
    OFFICER = "officer", _("Officer")
    BOARD = "board", _("Board member")
    MEMBER = "member", _("Member")


class CityMembershipQuerySet(ConfirmedQuerySet):
    """Queries for the cities of networks."""

    def of_readable_cities(self):
        """Rows whose city has a page, with that city."""
        return self.filter(visible(READABLE, prefix="city__")).select_related("city")

    def of_published_networks(self):
        """Rows whose network is public, with that network."""
        return self.filter(visible((Status.PUBLISHED,), prefix="network__")).select_related("network")


class CityMembership(Part, Confirmed, Sourced):
    """A city other than Bangkok in a network, as a list of a known day says; it claims to be in it still."""

    claim_kind = ClaimKind.CITY_MEMBERSHIP
    claim_ends = "left_on"
    claim_fields = ("role",)
    claim_witnesses = ("as_of", "confirmed_on")
    # A source of today may repeat an old list: the day of the list is `as_of`.
    is_confirmed_by_sources = False

    owner_field = "network"

    network = models.ForeignKey(
        "networks.Network", models.CASCADE, related_name="city_memberships", verbose_name=_("network")
    )
    city = models.ForeignKey(
        "relations.City", models.PROTECT, related_name="network_memberships", verbose_name=_("city")
    )
    role = models.CharField(_("role"), max_length=10, choices=CityRole, default=CityRole.MEMBER)
    as_of = PartialDateField(
        _("as of"),
        ahead=0,
        null=True,
        blank=True,
        precision_field="as_of_precision",
        help_text=_("The day of the list that names the city."),
    )
    as_of_precision = PrecisionField()
    left_on = PartialDateField(_("until"), null=True, blank=True, precision_field="left_precision")
    left_precision = PrecisionField()
    note = LineField(_("note"), max_length=300, blank=True, default="")

    objects = CityMembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("member city")
        verbose_name_plural = _("member cities")
        ordering = [models.F("as_of").desc(nulls_last=True), "pk"]
        constraints = [
            known_codes("role", CityRole, "city_membership_role_known"),
            ends_not_before_starts(
                "as_of", "left_on", "left_precision", "city_membership_end_not_before_list", is_span=False
            ),
            once(
                "role",
                "network",
                "city",
                name="city_membership_once",
                sentence=_("This city already has this role in the network."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.network} · {self.city}"
