"""Plans of every kind: of years, of one fiscal year, of one month."""

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.fields import MonthField, PartialDateField, PrecisionField
from iad_portal.lib.dates.fiscal_years import FiscalYearField, plausible_fiscal_year
from iad_portal.lib.dates.queries import ends_not_before_starts
from iad_portal.lib.records.addresses import Slugged
from iad_portal.lib.records.constraints import must
from iad_portal.lib.records.page_keys import OnAPage
from iad_portal.lib.records.publishing import (
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
    """Queries for plans."""

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


class Plan(OnAPage, Slugged, Sourced, Publishable):
    """An administration plan, a strategy, the plan of a fiscal year or of one of its months."""

    url_name = "plans:plan_detail"

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

    def clean(self):
        super().clean()
        if self.slug and self.slug.isdigit():
            raise ValidationError({"slug": _("Digits alone are the address of a fiscal year: add a word.")})
        if self.month and self.fiscal_year and calendar.fiscal_year(self.month) != self.fiscal_year:
            raise ValidationError({"month": _("This month does not lie in that fiscal year.")})
        if self.kind in OF_A_FISCAL_YEAR and not self.fiscal_year:
            raise ValidationError({"fiscal_year": _("A plan of this kind needs its fiscal year.")})
