"""Any number that ages."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.claims.models import Confirmed, ConfirmedQuerySet
from iad_portal.lib.claims.shelf_life import ClaimKind
from iad_portal.lib.dates.calendar import Precision
from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.records.constraints import must, once
from iad_portal.lib.records.publishing import known_codes
from iad_portal.lib.text.fields import LineField

from .source import Sourced
from .subject import OfSubject, SubjectQuerySet


class Measure(models.TextChoices):
    """What is counted."""

    MEMBERS = "members", _("Members")
    MEMBER_COUNTRIES = "member_countries", _("Countries of members")
    FOUNDING_MEMBERS = "founding_members", _("Founding members")
    FOUNDING_COUNTRIES = "founding_countries", _("Countries at the founding")
    CITIES_IN_ASIA = "cities_in_asia", _("Cities in Asia")
    CITIES_IN_JAPAN = "cities_in_japan", _("Cities in Japan")
    JOINT_PROJECTS = "joint_projects", _("Joint projects")
    PROJECTS_JOINED = "projects_joined", _("Projects Bangkok takes part in")
    PEOPLE_REPRESENTED = "people_represented", _("People represented")
    POPULATION = "population", _("Population")
    POPULATION_URBAN = "population_urban", _("Urban population")
    POPULATION_METROPOLITAN = "population_metropolitan", _("Metropolitan population")
    AREA_KM2 = "area_km2", _("Area (sq km)")
    CITIES_ATTENDING = "cities_attending", _("Cities attending")
    PARTICIPANTS = "participants", _("Participants")
    PARTNER_CITIES_STATED = "partner_cities_stated", _("Sister cities, as stated")
    PARTNER_COUNTRIES_STATED = "partner_countries_stated", _("Countries, as stated")
    ORGANISATIONS_STATED = "organisations_stated", _("Organisations, as stated")
    EMBASSIES_STATED = "embassies_stated", _("Embassies, as stated")
    STATE_LEVEL_ACTIVITIES = "state_level_activities", _("Activities with state representatives")
    ORGANISATIONS_IN_TALKS = "organisations_in_talks", _("Organisations in talks")
    ACTIVITIES_SUPPORTED = "activities_supported", _("Activities given technical support")
    VISITS_OUT = "visits_out", _("Visits by Bangkok administrators")
    VISITS_IN = "visits_in", _("Visits by partner administrators")
    YOUTH_VISITS_OUT = "youth_visits_out", _("Youth visits from Bangkok")
    YOUTH_VISITS_IN = "youth_visits_in", _("Youth visits to Bangkok")


class Qualifier(models.TextChoices):
    """How exact the source is."""

    EXACT = "exact", _("Exactly")
    ABOUT = "about", _("About")
    OVER = "over", _("Over")
    AT_LEAST = "at_least", _("At least")


MEMBER_COUNTS = frozenset({Measure.MEMBERS, Measure.MEMBER_COUNTRIES})


class FigureQuerySet(ConfirmedQuerySet, SubjectQuerySet):
    """Queries over figures."""


class Figure(Confirmed, Sourced, OfSubject):
    """What one source says of one measure of one record at one time. Two sources that disagree are two rows."""

    claim_witnesses = ("as_of", "confirmed_on")
    claim_fields = ("value",)
    # A source of today may repeat an old count: the time of which it speaks is `as_of`.
    is_confirmed_by_sources = False

    code = models.SlugField(_("code"), max_length=40, blank=True, help_text=_("Permanent; may be left empty."))
    measure = models.CharField(_("measure"), max_length=30, choices=Measure)
    value = models.DecimalField(_("value"), max_digits=16, decimal_places=2)
    qualifier = models.CharField(_("qualifier"), max_length=8, choices=Qualifier, default=Qualifier.EXACT)
    as_of = PartialDateField(_("as of"), ahead=0, null=True, blank=True, precision_field="as_of_precision")
    as_of_precision = PrecisionField()
    note = LineField(_("note"), max_length=300, blank=True)

    objects = FigureQuerySet.as_manager()

    class Meta(OfSubject.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["measure", models.F("as_of").desc(nulls_last=True), "pk"]
        constraints = [
            known_codes("measure", Measure, "figure_measure_known"),
            known_codes("qualifier", Qualifier, "figure_qualifier_known"),
            known_codes("as_of_precision", Precision, "figure_as_of_precision", blank=True),
            must(models.Q(value__gte=0), "figure_not_negative", _("A figure cannot be less than zero."), "value"),
            once(
                "code",
                condition=~models.Q(code=""),
                name="figure_code_once",
                sentence=_("Another figure has this code."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_measure_display()} {self.value:f}"

    def in_words(self) -> str:
        """The number with its thousands apart, and the word of its qualifier before it unless it is exact."""
        number = f"{self.value.normalize():,f}"
        if self.qualifier == Qualifier.EXACT:
            return number
        words = {
            Qualifier.ABOUT: _("about %(number)s"),
            Qualifier.OVER: _("over %(number)s"),
            Qualifier.AT_LEAST: _("at least %(number)s"),
        }
        return str(words[Qualifier(self.qualifier)]) % {"number": number}

    @property
    def claim_kind(self) -> ClaimKind:
        """Which shelf life it has."""
        return ClaimKind.MEMBER_COUNT if self.measure in MEMBER_COUNTS else ClaimKind.FIGURE

    @classmethod
    def kinds_in_sql(cls) -> Mapping[ClaimKind, models.Q]:
        counts = models.Q(measure__in=[measure.value for measure in MEMBER_COUNTS])
        return {ClaimKind.MEMBER_COUNT: counts, ClaimKind.FIGURE: ~counts}
