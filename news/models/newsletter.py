"""InterNEWS: the office's newsletter, a PDF for each number."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.fields import DayField
from iad_portal.lib.dates.fiscal_years import FiscalYearField, plausible_fiscal_year
from iad_portal.lib.records.addresses import Slugged
from iad_portal.lib.records.constraints import must, once
from iad_portal.lib.records.page_keys import OnAPage
from iad_portal.lib.records.publishing import (
    Publishable,
    PublishableQuerySet,
    publishable_constraints,
    publishable_indexes,
)
from iad_portal.lib.text.fields import LineField, ProseField
from relations.models import Sourced


class Newsletter(OnAPage, Slugged, Sourced, Publishable):
    """One number of InterNEWS. Its cover is its first photo, its PDF its first document."""

    url_name = "news:newsletter_detail"

    named_by = ("issue",)

    volume = models.PositiveSmallIntegerField(_("volume"))
    number = models.PositiveSmallIntegerField(_("number"))
    title = LineField(_("title"), max_length=200, blank=True, default="")
    fiscal_year = FiscalYearField(_("fiscal year"), null=True, blank=True)
    fiscal_quarter = models.PositiveSmallIntegerField(_("quarter of the fiscal year"), null=True, blank=True)
    published_on = DayField(_("published on"), ahead=1, null=True, blank=True)
    summary = ProseField(_("what it holds"), blank=True, default="")
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")
    photos = GenericRelation("relations.Photo", "subject_id", "subject_type")
    documents = GenericRelation("relations.Document", "subject_id", "subject_type")

    objects = PublishableQuerySet.as_manager()

    class Meta:
        verbose_name = _("newsletter")
        verbose_name_plural = _("newsletters")
        ordering = ["-volume", "-number"]
        indexes = publishable_indexes("newsletter")
        constraints = [
            *publishable_constraints("newsletter"),
            once(
                "volume",
                "number",
                name="newsletter_once",
                sentence=_("A newsletter of this volume and number is on record already."),
            ),
            must(
                Q(fiscal_quarter__isnull=True) | Q(fiscal_quarter__range=(1, 4)),
                "newsletter_quarter",
                _("A fiscal year has the quarters 1 to 4."),
                "fiscal_quarter",
            ),
            plausible_fiscal_year("newsletter_fiscal_year_plausible"),
        ]

    def __str__(self) -> str:
        return f"InterNEWS {self.volume}/{self.number}"

    @property
    def issue(self) -> str:
        """Volume and number, as its address says them."""
        return f"volume {self.volume} number {self.number}"

    @property
    def name_of_number(self) -> str:
        """What readers call it, such as “InterNEWS, volume 8, number 3”."""
        words = {"volume": self.volume, "number": self.number}
        return gettext("InterNEWS, volume %(volume)s, number %(number)s") % words
