"""Articles of every kind, and their corrections."""

from datetime import date

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.fields import DayField, PartialDateField, PrecisionField
from iad_portal.lib.dates.queries import ends_not_before_starts
from iad_portal.lib.desk.row_rules import is_named
from iad_portal.lib.records.addresses import Slugged
from iad_portal.lib.records.page_keys import OnAPage
from iad_portal.lib.records.publishing import (
    Part,
    Publishable,
    PublishableQuerySet,
    known_codes,
    publishable_constraints,
    publishable_indexes,
)
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.cuts import cut_to
from iad_portal.lib.text.fields import LineField, ProseField, RichTextField
from relations.models import Sourced


class ArticleKind(models.TextChoices):
    """What sort of news."""

    NEWS = "news", _("News item")
    PRESS_RELEASE = "press_release", _("Press release")
    ANNOUNCEMENT = "announcement", _("Announcement")
    INTERVIEW = "interview", _("Interview")


class ArticleQuerySet(PublishableQuerySet):
    """Queries for articles."""

    def newest_first(self):
        """By the moment of first publication; where that is not known, by the day of the event."""
        return self.order_by("-dated_at", "-pk")


class Article(OnAPage, Slugged, Sourced, Publishable):
    """One piece of news: the day it tells of stands apart from the day it came out."""

    url_name = "news:article_detail"

    kind = models.CharField(_("kind"), max_length=14, choices=ArticleKind, default=ArticleKind.NEWS)
    title = LineField(_("title"), max_length=300)
    lead = ProseField(_("lead"), blank=True, default="", help_text=_("One or two sentences, shown in lists and feeds."))
    body = RichTextField(_("text"), blank=True, default="")
    event_on = PartialDateField(_("event from"), ahead=5, null=True, blank=True, precision_field="event_precision")
    event_precision = PrecisionField()
    event_ends_on = PartialDateField(
        _("event to"), ahead=5, null=True, blank=True, precision_field="event_ends_precision"
    )
    event_ends_precision = PrecisionField()
    published_on = DayField(
        _("first published on"),
        ahead=1,
        null=True,
        blank=True,
        help_text=_(
            "Only for news that came out before it was entered here: the day, where it is known. "
            "Otherwise leave it empty: the portal notes the moment of publication by itself."
        ),
    )
    # Lists and feeds sort by one moment, filters go by its day: publication, else the event, else the entry of the
    # record. An event to come does not lead the news before its day.
    dated_at = models.DateTimeField(editable=False)
    dated_on = models.DateField(_("sorted by"), editable=False)
    credit = LineField(
        _("source of the news"), max_length=200, blank=True, default="", help_text=_("As the office prints it.")
    )
    based_on = LineField(
        _("based on facts published by"),
        max_length=250,
        blank=True,
        default="",
        help_text=_("For an article in the office’s words on what somebody else has published: their name."),
    )
    based_on_date = PartialDateField(
        _("published there on"), ahead=0, null=True, blank=True, precision_field="based_on_precision"
    )
    based_on_precision = PrecisionField()
    press_contact = models.ForeignKey(
        "news.PressContact",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("press contact"),
        help_text=_("Only where somebody else than the office’s press desk answers."),
    )
    cities = models.ManyToManyField("relations.City", blank=True, related_name="articles", verbose_name=_("cities"))
    networks = models.ManyToManyField(
        "networks.Network", blank=True, related_name="articles", verbose_name=_("networks")
    )
    meetings = models.ManyToManyField(
        "networks.Meeting", blank=True, related_name="articles", verbose_name=_("meetings")
    )
    exchanges = models.ManyToManyField(
        "relations.Exchange", blank=True, related_name="articles", verbose_name=_("exchanges")
    )
    embassies = models.ManyToManyField(
        "relations.Embassy", blank=True, related_name="articles", verbose_name=_("embassies")
    )
    agencies = models.ManyToManyField(
        "relations.Agency", blank=True, related_name="articles", verbose_name=_("agencies")
    )
    projects = models.ManyToManyField("plans.Project", blank=True, related_name="articles", verbose_name=_("projects"))
    people = models.ManyToManyField("relations.Person", blank=True, related_name="articles", verbose_name=_("people"))
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")
    photos = GenericRelation("relations.Photo", "subject_id", "subject_type")
    documents = GenericRelation("relations.Document", "subject_id", "subject_type")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-dated_at", "-pk"]
        indexes = [
            *publishable_indexes("article"),
            # Lists, counts and filters of the news read this alone, and not the long texts beside it. The date comes
            # first: led by the status, it would tempt SQLite away from the keys of cities and networks.
            models.Index(
                fields=["-dated_at", "-id", "status", "publish_at", "dated_on", "kind"], name="article_newest_first"
            ),
        ]
        constraints = [
            *publishable_constraints("article"),
            known_codes("kind", ArticleKind, "article_kind_known"),
            ends_not_before_starts("event_on", "event_ends_on", "event_ends_precision", "article_end_not_before_start"),
        ]

    def __str__(self) -> str:
        return name_for_staff(self, "title")

    noted_fields = (*Publishable.noted_fields, "dated_at", "dated_on")

    @property
    def published_day(self) -> date | None:
        """The day it first came out: as the office knows it, else as the portal noted it; None when nobody knows."""
        moment = self.first_published_at
        known = self._meta.get_field("published_on").to_python(self.published_on)
        return known or (calendar.local_day(moment) if moment else None)

    def note_publication(self) -> None:
        super().note_publication()
        entered = calendar.local_day(self.created_at or timezone.now())
        event = min(self.event_on.first_day, entered) if self.event_on else entered
        self.dated_on, moment = self.published_day or event, self.first_published_at
        is_that_day = moment is not None and calendar.local_day(moment) == self.dated_on
        self.dated_at = moment if is_that_day else calendar.day_begins(self.dated_on)

    def clean(self):
        super().clean()
        latest = max(calendar.today(), calendar.local_day(self.publish_at) if self.publish_at else calendar.today())
        if self.published_on and self.published_on > latest:
            raise ValidationError({"published_on": _("It cannot have come out on a day that has not come yet.")})


class Correction(Part):
    """What was changed in an article after it came out, shown before its text."""

    owner_field = "article"

    article = models.ForeignKey(Article, models.CASCADE, related_name="corrections", verbose_name=_("article"))
    corrected_on = DayField(_("corrected on"), ahead=0, default=calendar.today)
    text = ProseField(_("what was corrected"))

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-corrected_on", "-pk"]

    def clean(self):
        super().clean()
        published = self.article.published_on if is_named(self, "article") else None
        if published and self.corrected_on and self.corrected_on < published:
            raise ValidationError({"corrected_on": _("It cannot have been corrected before it was published.")})

    def __str__(self) -> str:
        return f"{self.corrected_on} {cut_to(name_for_staff(self, 'text'), 60)}"
