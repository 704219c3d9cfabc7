"""Plans of every kind, and their projects."""

from decimal import Decimal

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.fields import MonthField, PartialDateField, PrecisionField
from iad_portal.lib.dates.fiscal_years import FiscalYearField, plausible_fiscal_year
from iad_portal.lib.dates.queries import ends_not_before_starts, falls_within
from iad_portal.lib.records.addresses import Slugged
from iad_portal.lib.records.codes import CodeField
from iad_portal.lib.records.constraints import must
from iad_portal.lib.records.publishing import (
    Part,
    Publishable,
    PublishableQuerySet,
    known_codes,
    publishable_constraints,
    publishable_indexes,
)
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField, ProseField
from relations.models import Sourced


class PlanKind(models.TextChoices):
    """What sort of plan."""

    ADMINISTRATION_PLAN = "administration_plan", _("Administration plan")
    LONG_TERM_PLAN = "long_term_plan", _("Long-term plan")
    STRATEGY = "strategy", _("Strategy")
    ACTION_PLAN = "action_plan", _("Action plan")
    ANNUAL_PLAN = "annual_plan", _("Plan of a fiscal year")
    MONTHLY_PLAN = "monthly_plan", _("Monthly plan")
    POLICY = "policy", _("Policy")
    REGISTER = "register", _("Project register")


OF_A_FISCAL_YEAR = (PlanKind.ANNUAL_PLAN, PlanKind.MONTHLY_PLAN, PlanKind.REGISTER)


class PlanQuerySet(PublishableQuerySet):
    """Questions asked of plans."""

    def of_fiscal_year(self, year: int):
        """Plans of the fiscal year `year` (C.E.; 2013 runs from 1 October 2012)."""
        return self.filter(fiscal_year=year)

    def outside_a_year(self):
        """Plans that are not those of one fiscal year; the latest period first."""
        return self.filter(fiscal_year__isnull=True).order_by(models.F("period_from").desc(nulls_last=True), "slug")

    def fiscal_years(self) -> list[int]:
        """The fiscal years (C.E.) that have a plan, the latest first."""
        years = self.filter(fiscal_year__isnull=False).order_by("-fiscal_year").values_list("fiscal_year", flat=True)
        return list(years.distinct())


class Plan(Slugged, Sourced, Publishable):
    """An administration plan, a strategy, the plan of a fiscal year or of one of its months."""

    kind = models.CharField(_("kind"), max_length=20, choices=PlanKind)
    title = LineField(_("title"), max_length=300)
    fiscal_year = FiscalYearField(_("fiscal year"), null=True, blank=True)
    month = MonthField(_("month"), null=True, blank=True, help_text=_("For a monthly plan: its month."))
    period_from = PartialDateField(_("from"), ahead=10, null=True, blank=True, precision_field="period_from_precision")
    period_from_precision = PrecisionField()
    period_to = PartialDateField(_("to"), ahead=25, null=True, blank=True, precision_field="period_to_precision")
    period_to_precision = PrecisionField()
    supersedes = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="superseded_by", verbose_name=_("supersedes")
    )
    note = ProseField(_("note"), blank=True, default="")
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")
    documents = GenericRelation("relations.Document", "subject_id", "subject_type")

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = [models.F("period_from").desc(nulls_last=True), "slug"]
        indexes = publishable_indexes("plan")
        constraints = [
            *publishable_constraints("plan"),
            known_codes("kind", PlanKind, "plan_kind_known"),
            ends_not_before_starts("period_from", "period_to", "period_to_precision", "plan_end_not_before_start"),
            must(
                Q(kind=PlanKind.MONTHLY_PLAN, month__isnull=False)
                | (~Q(kind=PlanKind.MONTHLY_PLAN) & Q(month__isnull=True)),
                "plan_month_when_monthly",
                _("A monthly plan, and only that, names its month."),
                "month",
            ),
            plausible_fiscal_year("plan_fiscal_year_plausible"),
        ]

    def __str__(self) -> str:
        return name_for_staff(self, "title")

    def get_absolute_url(self) -> str:
        return reverse("plans:plan_detail", args=[self.slug])

    def clean(self):
        super().clean()
        if self.slug and self.slug.isdigit():
            raise ValidationError({"slug": _("Digits alone are the address of a fiscal year: add a word.")})
        if self.month and self.fiscal_year and calendar.fiscal_year(self.month) != self.fiscal_year:
            raise ValidationError({"month": _("This month does not lie in that fiscal year.")})
        if self.kind in OF_A_FISCAL_YEAR and not self.fiscal_year:
            raise ValidationError({"fiscal_year": _("A plan of this kind needs its fiscal year.")})


class ProjectQuerySet(PublishableQuerySet):
    """Questions asked of projects."""

    def of_fiscal_year(self, year: int):
        """Projects of the plans of the fiscal year `year` (C.E.), and those that by their own dates fall in it."""
        dated = falls_within("starts", "ends", *calendar.fiscal_year_span(year))
        return self.filter(Q(plan__fiscal_year=year) | dated)


class Project(Sourced, Publishable):
    """A project of a plan, or one that a meeting named."""

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
