"""A page of the office."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.addresses import Slugged
from iad_portal.lib.records.page_keys import OnAPage
from iad_portal.lib.records.publishing import (
    Publishable,
    PublishableQuerySet,
    publishable_constraints,
    publishable_indexes,
)
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField, ProseField, RichTextField
from relations.models import Sourced


class Page(OnAPage, Slugged, Sourced, Publishable):
    """A page about the office itself: mission, duties, history, privacy, accessibility."""

    url_name = "page_detail"

    title = LineField(_("title"), max_length=200)
    lead = ProseField(_("lead"), blank=True, default="")
    body = RichTextField(_("text"), blank=True, default="")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")
    photos = GenericRelation("relations.Photo", "subject_id", "subject_type")
    documents = GenericRelation("relations.Document", "subject_id", "subject_type")

    objects = PublishableQuerySet.as_manager()

    class Meta:
        verbose_name = _("page of the office")
        verbose_name_plural = _("pages of the office")
        ordering = ["order", "pk"]
        indexes = publishable_indexes("page")
        constraints = publishable_constraints("page")

    def __str__(self) -> str:
        return name_for_staff(self, "title")
