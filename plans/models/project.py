"""Projects, and how far they are."""

from decimal import Decimal

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.claims.models import Confirmed, ConfirmedQuerySet
from iad_portal.lib.claims.shelf_life import ClaimKind
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.dates.queries import ends_not_before_starts, falls_within
from iad_portal.lib.records.codes import CodeField
from iad_portal.lib.records.constraints import must
from iad_portal.lib.records.publishing import (
    Part,
    Publishable,
    PublishableQuerySet,
    publishable_constraints,
    publishable_indexes,
)
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField, ProseField
from relations.models import Sourced

from .plan import Plan


class ProjectQuerySet(ConfirmedQuerySet, PublishableQuerySet):
    """Queries for projects."""

    def of_fiscal_year(self, year: int):
        """Projects of the plans of the fiscal year `year` (C.E.), and those that by their own dates fall in it."""
        dated = falls_within("starts", "ends", *calendar.fiscal_year_span(year))
        return self.filter(Q(plan__fiscal_year=year) | dated)


class Project(Confirmed, Sourced, Publishable):
    """A project of a plan, or one that a meeting named; it claims to be under way."""

    claim_kind = ClaimKind.PROJECT
    claim_begins = "starts_on"
    claim_ends = "ends_on"

    named_by = ("title",)

    slug = CodeField(_("code"), max_length=80, unique=True)
    plan = models.ForeignKey(
        Plan, models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("plan")
    )
    meeting = models.ForeignKey(
        "networks.Meeting", models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("meeting")
    )
    commitment = models.ForeignKey(
        "networks.Commitment",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projects",
        verbose_name=_("commitment"),
    )
    order = models.PositiveSmallIntegerField(_("number in the plan"), null=True, blank=True)
    official_code = LineField(_("project code"), max_length=60, blank=True, default="")
    title = LineField(_("title"), max_length=300)
    agencies = models.ManyToManyField(
        "relations.Agency", blank=True, related_name="projects", verbose_name=_("agencies")
    )
    cities = models.ManyToManyField(
        "relations.City", blank=True, related_name="projects", verbose_name=_("partner cities")
    )
    starts_on = PartialDateField(_("from"), null=True, blank=True, precision_field="starts_precision")
    starts_precision = PrecisionField()
    ends_on = PartialDateField(_("to"), null=True, blank=True, precision_field="ends_precision")
    ends_precision = PrecisionField()
    budget_thb = models.DecimalField(_("budget (baht)"), max_digits=16, decimal_places=2, null=True, blank=True)
    spent_thb = models.DecimalField(_("spent (baht)"), max_digits=16, decimal_places=2, null=True, blank=True)
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = [models.F("order").asc(nulls_last=True), "pk"]
        indexes = publishable_indexes("project")
        constraints = [
            *publishable_constraints("project"),
            ends_not_before_starts("starts_on", "ends_on", "ends_precision", "project_end_not_before_start"),
            must(
                Q(budget_thb__isnull=True) | Q(budget_thb__gte=Decimal(0)),
                "project_budget_not_negative",
                _("A budget cannot be less than zero."),
                "budget_thb",
            ),
            must(
                Q(spent_thb__isnull=True) | Q(spent_thb__gte=Decimal(0)),
                "project_spent_not_negative",
                _("What was spent cannot be less than zero."),
                "spent_thb",
            ),
        ]

    def __str__(self) -> str:
        return name_for_staff(self, "title")

    @property
    def progress(self) -> "ProjectProgress | None":
        """The latest note of progress, from the notes already fetched when there are any."""
        return next(iter(self.notes.all()), None)


class ProjectProgress(Part, Sourced):
    """How far a project was, at a date when that is known."""

    owner_field = "project"

    project = models.ForeignKey(Project, models.CASCADE, related_name="notes", verbose_name=_("project"))
    as_of = PartialDateField(_("as of"), ahead=0, null=True, blank=True, precision_field="as_of_precision")
    as_of_precision = PrecisionField()
    percent = models.PositiveSmallIntegerField(_("progress (per cent)"))
    note = ProseField(_("note"), blank=True, default="")

    class Meta:
        verbose_name = _("note of progress")
        verbose_name_plural = _("notes of progress")
        ordering = [models.F("as_of").desc(nulls_last=True), "-pk"]
        constraints = [
            must(
                Q(percent__range=(0, 100)),
                "progress_within_hundred",
                _("Progress lies between 0 and 100 per cent."),
                "percent",
            )
        ]

    def __str__(self) -> str:
        return f"{self.percent} %"
