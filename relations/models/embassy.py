"""Embassies and other missions in Bangkok, one a country."""

from datetime import date

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.claims.models import Confirmed, ConfirmedQuerySet
from iad_portal.lib.claims.shelf_life import ClaimKind
from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.intake.places import Placed, place_on_earth
from iad_portal.lib.records.page_keys import OnAPage, PageKey
from iad_portal.lib.records.publishing import (
    Publishable,
    PublishableQuerySet,
    known_codes,
    publishable_constraints,
    publishable_indexes,
)
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField, ProseField, SortKeyField

from .person import PostKind
from .source import Sourced


class EmbassyKind(models.TextChoices):
    """The rank of the mission."""

    EMBASSY = "embassy", _("Embassy")
    NUNCIATURE = "nunciature", _("Apostolic nunciature")


class EmbassyQuerySet(ConfirmedQuerySet, PublishableQuerySet):
    """Queries over embassies."""


class Embassy(OnAPage, Placed, Confirmed, Sourced, Publishable):
    """The mission of one country: names, and the place and contacts it claims. Its heads are people in posts."""

    url_name = "relations:embassy_detail"
    address_column = "country_id"
    claim_kind = ClaimKind.ADDRESS
    claim_witnesses = ("as_of", "confirmed_on")
    claim_fields = ("address", "phone", "email", "website")

    country = models.OneToOneField(
        "relations.Country", models.PROTECT, related_name="embassy", verbose_name=_("country")
    )
    name = LineField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=EmbassyKind, default=EmbassyKind.EMBASSY)
    address = ProseField(_("address"), blank=True, default="")
    district = LineField(_("district"), max_length=120, blank=True)
    phone = LineField(_("telephone"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    fax = LineField(_("fax"), max_length=80, blank=True, default="")
    hours = LineField(_("opening hours"), max_length=200, blank=True, default="")
    contacts_as_of = PartialDateField(
        _("telephone and e-mail as of"), ahead=0, null=True, blank=True, precision_field="contacts_as_of_precision"
    )
    contacts_as_of_precision = PrecisionField()
    website = models.URLField(_("website"), max_length=300, blank=True)
    wikidata = models.CharField(_("Wikidata item"), max_length=20, blank=True)
    as_of = PartialDateField(_("address as of"), ahead=0, null=True, blank=True, precision_field="as_of_precision")
    as_of_precision = PrecisionField()
    note = ProseField(_("note"), blank=True, default="")
    sort_th = SortKeyField(source="name", language="th")
    sort_en = SortKeyField(source="name", language="en")
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")
    photos = GenericRelation("relations.Photo", "subject_id", "subject_type")

    place_in = "TH-10"  # its pin stands in Bangkok, not in its country

    objects = EmbassyQuerySet.as_manager()

    class Meta:
        verbose_name = _("embassy")
        verbose_name_plural = _("embassies")
        ordering = ["country__sort_th", "pk"]
        indexes = publishable_indexes("embassy")
        constraints = [
            *publishable_constraints("embassy"),
            known_codes("kind", EmbassyKind, "embassy_kind_known"),
            place_on_earth("embassy_place_on_earth"),
        ]

    def __str__(self) -> str:
        return name_for_staff(self)

    @classmethod
    def page_of(cls, value: object) -> PageKey:
        return PageKey(cls.url_name, str(value).lower())

    def heads(self, at: date | None = None):
        """Its heads of mission, the latest known first; with `at`, those in post on that day."""
        posts = self.posts.filter(kind=PostKind.HEAD_OF_MISSION).select_related("person")
        return (posts.open_at(at) if at else posts).latest_first()
