"""Countries, as the office groups them."""

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.intake.iso_codes import ALPHA_2, ALPHA_3, CountryCode3Field, CountryCodeField
from iad_portal.lib.records.publishing import known_codes
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField, SortKeyField

from .source import Sourced


class Region(models.TextChoices):
    """The office's own grouping of countries."""

    ASEAN = "asean", _("ASEAN")
    EAST_ASIA = "east_asia", _("East Asia")
    SOUTH_ASIA = "south_asia", _("South Asia")
    CENTRAL_ASIA = "central_asia", _("Central Asia")
    MIDDLE_EAST = "middle_east", _("Middle East")
    EUROPE = "europe", _("Europe")
    AMERICAS = "americas", _("Americas")
    AFRICA = "africa", _("Africa")
    OCEANIA = "oceania", _("Oceania")


class Country(Sourced):
    """A country: ISO 3166-1 codes (XK, Kosovo, by user assignment), short and formal names, region."""

    iso = CountryCodeField(_("ISO code"), max_length=2, primary_key=True)
    # Kosovo has none: ISO assigns it no code.
    iso3 = CountryCode3Field(_("three-letter ISO code"), max_length=3, unique=True, null=True, blank=True)
    name = LineField(_("short name"), max_length=120)
    formal_name = LineField(_("formal name"), max_length=200, blank=True)
    region = models.CharField(_("region"), max_length=20, choices=Region)
    sort_th = SortKeyField(source="name", language="th")
    sort_en = SortKeyField(source="name", language="en")
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["sort_th", "pk"]
        constraints = [known_codes("region", Region, "country_region_known")]

    def clean(self):
        super().clean()
        if self.iso in ALPHA_2 and self.iso3 and self.iso3 != ALPHA_3.get(self.iso):
            raise ValidationError({"iso3": _("This is not the three-letter code that belongs to the two letters.")})

    def save(self, *args, **kwargs):
        self.iso3 = self.iso3 or ALPHA_3.get(self.iso)
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return name_for_staff(self)
