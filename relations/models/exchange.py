"""What was done with partners and embassies: one row an exchange."""

from datetime import date

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.dates.queries import ends_not_before_starts
from iad_portal.lib.records.codes import CodeField
from iad_portal.lib.records.constraints import must, once
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

from .source import Sourced


class ExchangeKind(models.TextChoices):
    """What was done."""

    OFFICIAL_VISIT = "official_visit", _("Official visit")
    COURTESY_CALL = "courtesy_call", _("Courtesy call")
    FAREWELL_CALL = "farewell_call", _("Farewell call")
    TALKS = "talks", _("Talks")
    SIGNING = "signing", _("Signing")
    STUDY_VISIT = "study_visit", _("Study visit")
    EXPERT_VISIT = "expert_visit", _("Expert visit")
    YOUTH_EXCHANGE = "youth_exchange", _("Youth exchange")
    COUNCIL_EXCHANGE = "council_exchange", _("Council exchange")
    FESTIVAL = "festival", _("Cultural event")
    EXHIBITION = "exhibition", _("Exhibition")
    CONFERENCE = "conference", _("Conference or workshop")
    GIFT = "gift", _("Gift")
    ONLINE_EXCHANGE = "online_exchange", _("Online exchange")
    PROJECT = "project", _("Joint project")
    PROPOSAL = "proposal", _("Proposed activity")


class Direction(models.TextChoices):
    """Who came to whom."""

    IN = "in", _("To Bangkok")
    OUT = "out", _("From Bangkok")
    MUTUAL = "mutual", _("Both ways")
    ONLINE = "online", _("Online")
    JOINT = "joint", _("Joint")


class ExchangeQuerySet(PublishableQuerySet):
    """Queries over exchanges."""

    def of_city(self, city):
        """Exchanges in which `city` took part, or which were about it; each once."""
        took_part, about = self.model.cities.through, self.model.about_cities.through
        keys = (through.objects.filter(city=city).values("exchange") for through in (took_part, about))
        return self.filter(Q(pk__in=next(keys)) | Q(pk__in=next(keys)))

    def upcoming(self, at: date | None = None):
        """Exchanges that begin after the day `at` (today), the nearest first."""
        return self.filter(starts_on__gt=at or calendar.today()).order_by("starts_on", "pk")

    def begun(self, at: date | None = None):
        """Exchanges that began by the day `at` (today), the latest first.

        None of them is without a date, so nothing is said of where such stand: PostgreSQL reads the index then.
        """
        return self.filter(starts_on__lte=at or calendar.today()).order_by("-starts_on", "-pk")

    def newest_first(self):
        """The latest first; those without a date last."""
        return self.order_by(models.F("starts_on").desc(nulls_last=True), "-pk")


class Exchange(Sourced, Publishable):
    """One thing done with partners or embassies: what, which way, when, where, who, how many, with what outcome."""

    named_by = ("title",)

    code = CodeField(_("code"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=ExchangeKind)
    direction = models.CharField(_("direction"), max_length=8, choices=Direction)
    title = LineField(_("title"), max_length=300)
    starts_on = PartialDateField(_("from"), ahead=5, null=True, blank=True, precision_field="starts_precision")
    starts_precision = PrecisionField()
    ends_on = PartialDateField(_("to"), ahead=5, null=True, blank=True, precision_field="ends_precision")
    ends_precision = PrecisionField()
    place = LineField(_("place"), max_length=250, blank=True)
    cities = models.ManyToManyField(
        "relations.City", blank=True, related_name="exchanges", verbose_name=_("cities that took part")
    )
    about_cities = models.ManyToManyField(
        "relations.City",
        blank=True,
        related_name="exchanges_about",
        verbose_name=_("cities it was about"),
        help_text=_("Cities that were spoken of, or whose tie was marked, but that took no part themselves."),
    )
    embassies = models.ManyToManyField(
        "relations.Embassy", blank=True, related_name="exchanges", verbose_name=_("embassies")
    )
    agencies = models.ManyToManyField(
        "relations.Agency", blank=True, related_name="exchanges", verbose_name=_("agencies")
    )
    people = models.ManyToManyField("relations.Person", blank=True, related_name="exchanges", verbose_name=_("people"))
    headcount = models.PositiveIntegerField(_("number of people"), null=True, blank=True)
    outcome = ProseField(_("outcome"), blank=True, default="")
    agreement = models.ForeignKey(
        "relations.Agreement",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="exchanges",
        verbose_name=_("agreement"),
    )
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")

    objects = ExchangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("exchange")
        verbose_name_plural = _("exchanges")
        ordering = [models.F("starts_on").desc(nulls_last=True), "-pk"]
        indexes = [
            *publishable_indexes("exchange"),
            # The register, its counts and its filters read this alone, as those of the news do.
            models.Index(
                fields=["-starts_on", "-id", "status", "publish_at", "kind"],
                name="exchange_latest_first",
            ),
        ]
        constraints = [
            *publishable_constraints("exchange"),
            known_codes("kind", ExchangeKind, "exchange_kind_known"),
            known_codes("direction", Direction, "exchange_direction_known"),
            ends_not_before_starts("starts_on", "ends_on", "ends_precision", "exchange_end_not_before_start"),
        ]

    def __str__(self) -> str:
        return name_for_staff(self, "title")


class YouthGroup(Part, Sourced):
    """How many young people went to a city, or came from it, in one year of a youth exchange."""

    owner_field = "exchange"

    exchange = models.ForeignKey(
        Exchange, models.CASCADE, related_name="youth_groups", verbose_name=_("youth exchange")
    )
    city = models.ForeignKey("relations.City", models.PROTECT, related_name="youth_groups", verbose_name=_("city"))
    year = models.PositiveSmallIntegerField(_("year (C.E.)"))
    direction = models.CharField(_("direction"), max_length=8, choices=Direction)
    people = models.PositiveIntegerField(
        _("number of young people"), null=True, blank=True, help_text=_("Leave empty when no source states it.")
    )

    class Meta:
        verbose_name = _("group of young people")
        verbose_name_plural = _("groups of young people")
        ordering = ["year", "pk"]
        constraints = [
            known_codes("direction", Direction, "youth_group_direction_known"),
            must(
                Q(year__range=(1900, 2100)),
                "youth_group_year_plausible",
                _("Type a year of the Common Era, such as 2019."),
                "year",
            ),
            once(
                "exchange",
                "year",
                "direction",
                "city",
                name="youth_group_once",
                sentence=_("This city, year and direction are already on the list."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.city} · {self.year}"
