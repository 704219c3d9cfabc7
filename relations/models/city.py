"""Cities; what they are to Bangkok on a day stands in standing.py."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.intake.places import Placed, place_on_earth
from iad_portal.lib.records.addresses import Slugged
from iad_portal.lib.records.constraints import once
from iad_portal.lib.records.page_keys import OnAPage
from iad_portal.lib.records.publishing import (
    Publishable,
    known_codes,
    publishable_constraints,
    publishable_indexes,
)
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField, RichTextField, SortKeyField

from .source import Sourced
from .standing import StandingQuerySet


class CityKind(models.TextChoices):
    """What sort of place signs for itself."""

    HOME = "home", _("Bangkok (the home city)")
    CAPITAL = "capital", _("Capital city")
    CITY = "city", pgettext_lazy("kind of place", "City")
    PREFECTURE = "prefecture", _("Prefecture")
    PROVINCE = "province", _("Province")


class CityQuerySet(StandingQuerySet):
    """Queries over cities."""

    def abroad(self):
        """All cities but Bangkok."""
        return self.exclude(kind=CityKind.HOME)

    def by_name(self, language: str):
        """In dictionary order of the names in `language`."""
        return self.order_by(f"sort_{language}", "pk")


class City(OnAPage, Slugged, Placed, Sourced, Publishable):
    """A city, province, prefecture or capital that the office meets."""

    url_name = "relations:city_detail"

    named_by = ("name",)

    name = LineField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=12, choices=CityKind, default=CityKind.CITY)
    country = models.ForeignKey("relations.Country", models.PROTECT, related_name="cities", verbose_name=_("country"))
    pin_place = LineField(
        _("where the pin stands"),
        max_length=160,
        blank=True,
        help_text=_("For a province: the city whose place the map shows."),
    )
    website = models.URLField(_("website"), max_length=300, blank=True)
    office_order = models.PositiveSmallIntegerField(
        _("place on the office's published list"),
        null=True,
        blank=True,
        help_text=_("As printed on the old site's list of 32."),
    )
    profile = RichTextField(_("profile"), blank=True, default="")
    profile_as_of = PartialDateField(
        _("profile as of"), ahead=0, null=True, blank=True, precision_field="profile_as_of_precision"
    )
    profile_as_of_precision = PrecisionField()
    sort_th = SortKeyField(source="name", language="th")
    sort_en = SortKeyField(source="name", language="en")
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")
    figures = GenericRelation("relations.Figure", "subject_id", "subject_type")
    photos = GenericRelation("relations.Photo", "subject_id", "subject_type")
    documents = GenericRelation("relations.Document", "subject_id", "subject_type")

    objects = CityQuerySet.as_manager()

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ["sort_th", "pk"]
        indexes = publishable_indexes("city")
        constraints = [
            *publishable_constraints("city"),
            known_codes("kind", CityKind, "city_kind_known"),
            once(
                "kind",
                condition=models.Q(kind=CityKind.HOME),
                name="city_one_home",
                sentence=_("Bangkok is on record already, and there is one home city only: choose another kind."),
            ),
            place_on_earth("city_place_on_earth"),
        ]

    def __str__(self) -> str:
        return name_for_staff(self)
