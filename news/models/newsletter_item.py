"""What one number of InterNEWS holds: headlines with their pages, linked to the news they tell of."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.publishing import Part
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField

from .article import Article
from .newsletter import Newsletter


class NewsletterItem(Part):
    """One line of the contents of a newsletter."""

    owner_field = "newsletter"

    newsletter = models.ForeignKey(Newsletter, models.CASCADE, related_name="items", verbose_name=_("newsletter"))
    headline = LineField(_("headline"), max_length=300)
    page = models.PositiveSmallIntegerField(_("page"), null=True, blank=True)
    article = models.ForeignKey(
        Article, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("article here")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("line of the contents")
        verbose_name_plural = _("contents")
        ordering = ["order", "page", "pk"]

    def __str__(self) -> str:
        return name_for_staff(self, "headline")
