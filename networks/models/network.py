"""City networks, and Bangkok's part in them: membership, roles, fees."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from iad_portal.lib.claims.age import AgeInSQL, Claim
from iad_portal.lib.claims.models import Confirmed, ConfirmedQuerySet
from iad_portal.lib.claims.shelf_life import ClaimKind
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.dates.fiscal_years import FiscalYearField, plausible_fiscal_year
from iad_portal.lib.dates.queries import ends_not_before_starts, has_begun, is_not_over
from iad_portal.lib.desk.row_rules import JudgedTogether
from iad_portal.lib.intake.iso_codes import CurrencyField
from iad_portal.lib.records.addresses import Slugged
from iad_portal.lib.records.constraints import must, once
from iad_portal.lib.records.page_keys import OnAPage
from iad_portal.lib.records.publishing import (
    Part,
    Publishable,
    PublishableQuerySet,
    known_codes,
    publishable_constraints,
    publishable_indexes,
)
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField, ProseField, SortKeyField
from relations.models import Sourced


class NetworkKind(models.TextChoices):
    """Whether it has members and organs, or is a series of meetings."""

    ORGANISATION = "organisation", _("Organisation")
    FORUM = "forum", _("Forum or meeting series")


class NetworkStatus(models.TextChoices):
    """What is known of the network itself, apart from Bangkok's part in it."""

    ACTIVE = "active", _("Active")
    PAST = "past", _("Past")
    TO_CONFIRM = "to_confirm", _("To be confirmed")


class MembershipQuerySet(ConfirmedQuerySet):
    """Queries for memberships."""

    def open_at(self, at: date | None = None):
        """Memberships open on the day `at` (today). Those without a recorded beginning count from today on only."""
        at = at or calendar.today()
        rows = self.filter(Q(joined_on__isnull=True) | has_begun("joined_on", at)).filter(
            is_not_over("left_on", "left_precision", at)
        )
        return rows if at >= calendar.today() else rows.filter(joined_on__isnull=False)


class NetworkQuerySet(ConfirmedQuerySet, PublishableQuerySet):
    """Queries for networks."""

    def with_bangkok(self, at: date | None = None):
        """Networks that Bangkok belongs to, or takes part in, on the day `at` (today); past ones count then only."""
        open_rows = Membership.objects.open_at(at).filter(network=models.OuterRef("pk"))
        rows = self.filter(models.Exists(open_rows))
        return rows if at and at < calendar.today() else rows.exclude(activity=NetworkStatus.PAST)

    def by_name(self, language: str):
        """In dictionary order of the names in `language`."""
        return self.order_by(f"sort_{language}", "pk")


class Network(OnAPage, Slugged, Confirmed, Sourced, Publishable):
    """A city network, an organisation of cities, or a series of meetings; it may claim to be active."""

    claim_kind = ClaimKind.NETWORK
    claim_fields = ("activity",)

    url_name = "networks:network_detail"

    named_by = ("acronym", "name")

    acronym = LineField(_("acronym"), max_length=40, blank=True, default="")
    name = LineField(_("name"), max_length=250)
    kind = models.CharField(_("kind"), max_length=14, choices=NetworkKind)
    activity = models.CharField(
        _("the network itself"), max_length=10, choices=NetworkStatus, default=NetworkStatus.TO_CONFIRM
    )
    aims = ProseField(_("aims"), blank=True, default="")
    founded_on = PartialDateField(
        _("founded"), since=1800, ahead=0, null=True, blank=True, precision_field="founded_precision"
    )
    founded_precision = PrecisionField()
    founded_note = LineField(_("on the founding"), max_length=300, blank=True, default="")
    founded_as = LineField(_("founded under the name"), max_length=250, blank=True, default="")
    secretariat_city = models.ForeignKey(
        "relations.City",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("city of the secretariat"),
    )
    secretariat_place = LineField(
        _("place of the secretariat"),
        max_length=160,
        blank=True,
        default="",
        help_text=_("When that city is not in the register."),
    )
    secretariat_country = models.ForeignKey(
        "relations.Country",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("country of the secretariat"),
    )
    website = models.URLField(_("website"), max_length=300, blank=True, default="")
    note = ProseField(_("note"), blank=True, default="")
    sort_th = SortKeyField(source="name", language="th")
    sort_en = SortKeyField(source="name", language="en")
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")
    figures = GenericRelation("relations.Figure", "subject_id", "subject_type")
    photos = GenericRelation("relations.Photo", "subject_id", "subject_type")
    documents = GenericRelation("relations.Document", "subject_id", "subject_type")

    objects = NetworkQuerySet.as_manager()

    class Meta:
        verbose_name = _("network")
        verbose_name_plural = _("networks")
        ordering = ["sort_th", "pk"]
        indexes = publishable_indexes("network")
        constraints = [
            *publishable_constraints("network"),
            known_codes("kind", NetworkKind, "network_kind_known"),
            known_codes("activity", NetworkStatus, "network_activity_known"),
        ]

    def __str__(self) -> str:
        return self.acronym or name_for_staff(self)

    def claim(self) -> Claim:
        """That it is active: not of one that is past, and nobody bears witness to what is to be confirmed."""
        claim = super().claim()
        if self.activity == NetworkStatus.PAST:
            return replace(claim, last_day=date.min)
        return claim if self.activity == NetworkStatus.ACTIVE else replace(claim, witnesses=())

    @classmethod
    def age_in_sql(cls, at: date) -> AgeInSQL:
        return replace(super().age_in_sql(at), ended=Q(activity=NetworkStatus.PAST))

    @classmethod
    def kinds_in_sql(cls) -> Mapping[ClaimKind, Q]:
        return {cls.claim_kind: Q(activity=NetworkStatus.ACTIVE)}


class MembershipKind(models.TextChoices):
    """In what capacity Bangkok takes part."""

    FULL = "full", _("Full member")
    OBSERVER = "observer", _("Observer")
    PARTICIPANT = "participant", _("Takes part")
    UNKNOWN = "unknown", _("Kind not stated")


class Membership(JudgedTogether, Part, Confirmed, Sourced):
    """A stretch of time in which Bangkok belongs to, or takes part in, a network; it claims to be open."""

    claim_kind = ClaimKind.MEMBERSHIP
    claim_begins = "joined_on"
    claim_ends = "left_on"

    owner_field = "network"

    network = models.ForeignKey(Network, models.CASCADE, related_name="memberships", verbose_name=_("network"))
    kind = models.CharField(_("kind"), max_length=12, choices=MembershipKind, default=MembershipKind.UNKNOWN)
    joined_on = PartialDateField(_("since"), ahead=1, null=True, blank=True, precision_field="joined_precision")
    joined_precision = PrecisionField()
    left_on = PartialDateField(_("until"), null=True, blank=True, precision_field="left_precision")
    left_precision = PrecisionField()
    note = ProseField(_("note"), blank=True, default="")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = [models.F("joined_on").desc(nulls_last=True), "pk"]
        constraints = [
            known_codes("kind", MembershipKind, "membership_kind_known"),
            ends_not_before_starts("joined_on", "left_on", "left_precision", "membership_end_not_before_start"),
            once(
                "network",
                condition=Q(left_on__isnull=True),
                name="membership_one_open",
                sentence=_("This network already has an open membership: close it first."),
                beside="left_on",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.network} · {self.get_kind_display()}"

    @classmethod
    def faults_between(cls, rows):
        """Memberships of one network that surely overlap one before them."""
        before = []
        for row in rows:
            if any(overlap(row.joined_on, row.left_on, other.joined_on, other.left_on) for other in before):
                sentence = _("This period overlaps another membership of the same network.")
                yield row, ValidationError({"joined_on": sentence})
            before.append(row)

    def is_open(self, at: date | None = None) -> bool:
        """Whether it stands on the day `at` (today); without a recorded beginning it does from today on only."""
        at = at or calendar.today()
        begun = self.joined_on.first_day <= at if self.joined_on else at >= calendar.today()
        return begun and (self.left_on is None or self.left_on.last_day >= at)


def overlap(start, end, other_start, other_end) -> bool:
    """Whether two periods surely share more than their border day; None as start or end means open on that side.

    One that ends in 2016 and one that begins in 2016 need not share a day, as long as only the year is known.
    """
    return not (_may_follow(start, other_end) or _may_follow(other_start, end))


def _may_follow(start, end) -> bool:
    return start is not None and end is not None and start.last_day >= end.first_day


class RoleState(models.TextChoices):
    """What a role is on a day."""

    HELD = "held", _("No end recorded")
    COMING = "coming", _("To come")
    PAST = "past", pgettext_lazy("roles", "Past")
    UNKNOWN = "unknown", _("Term not recorded")


class RoleQuerySet(ConfirmedQuerySet):
    """Queries for Bangkok's roles: `Role.state()` in the database's words."""

    def held_at(self, at: date | None = None):
        """Roles held on the day `at` (today); one whose beginning is not recorded never is."""
        at = at or calendar.today()
        return self.filter(has_begun("starts_on", at) & is_not_over("ends_on", "ends_precision", at))


class Role(Part, Confirmed, Sourced):
    """An office that Bangkok, or its governor, holds or held in a network; it claims to be held."""

    claim_kind = ClaimKind.ROLE
    claim_begins = "starts_on"
    claim_ends = "ends_on"

    owner_field = "network"

    network = models.ForeignKey(Network, models.CASCADE, related_name="roles", verbose_name=_("network"))
    title = LineField(_("role"), max_length=200)
    holder = LineField(_("held by"), max_length=200, blank=True, default="")
    starts_on = PartialDateField(_("from"), ahead=5, null=True, blank=True, precision_field="starts_precision")
    starts_precision = PrecisionField()
    ends_on = PartialDateField(_("to"), null=True, blank=True, precision_field="ends_precision")
    ends_precision = PrecisionField()

    objects = RoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("role in the network")
        verbose_name_plural = _("roles in the network")
        ordering = [models.F("starts_on").desc(nulls_last=True), "pk"]
        constraints = [ends_not_before_starts("starts_on", "ends_on", "ends_precision", "role_end_not_before_start")]

    def __str__(self) -> str:
        return name_for_staff(self, "title")

    def state(self, at: date | None = None) -> RoleState:
        """What it is on the day `at` (today), as far as its term is recorded; the same rule as `held_at()`."""
        at = at or calendar.today()
        if self.ends_on and self.ends_on.last_day < at:
            return RoleState.PAST
        if not self.starts_on:
            return RoleState.UNKNOWN
        return RoleState.HELD if self.starts_on.first_day <= at else RoleState.COMING


class Fee(Part, Sourced):
    """What membership costs in a fiscal year, as stated by a source."""

    owner_field = "network"

    network = models.ForeignKey(Network, models.CASCADE, related_name="fees", verbose_name=_("network"))
    fiscal_year = FiscalYearField(
        _("fiscal year"), null=True, blank=True, help_text=_("Leave empty when the source does not state it.")
    )
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2)
    currency = CurrencyField(_("currency"), max_length=3, help_text=_("ISO 4217 code, such as USD"))
    amount_thb = models.DecimalField(_("in baht"), max_digits=14, decimal_places=2, null=True, blank=True)
    note = LineField(_("note"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("fee")
        verbose_name_plural = _("fees")
        ordering = [models.F("fiscal_year").desc(nulls_last=True), "pk"]
        constraints = [
            must(Q(amount__gte=0), "fee_not_negative", _("A fee cannot be less than zero."), "amount"),
            must(
                Q(amount_thb__isnull=True) | Q(amount_thb__gte=0),
                "fee_in_baht_not_negative",
                _("A fee cannot be less than zero."),
                "amount_thb",
            ),
            once(
                "network",
                "fiscal_year",
                name="fee_once_a_year",
                sentence=_("The fee of this fiscal year is already on the list."),
            ),
            plausible_fiscal_year("fee_fiscal_year_plausible"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"
