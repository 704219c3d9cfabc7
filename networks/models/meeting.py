"""Meetings: of a network, with a partner city, or of neither; and who took part."""

from datetime import date

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.dates.queries import ends_not_before_starts, is_not_over
from iad_portal.lib.records.addresses import Slugged
from iad_portal.lib.records.constraints import must, once
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
from iad_portal.lib.text.fields import LineField, ProseField
from relations.models import Sourced


class MeetingKind(models.TextChoices):
    """Who sits at the table."""

    LEADERS = "leaders", _("Leaders’ meeting")
    SENIOR_OFFICIALS = "senior_officials", _("Senior officials’ meeting")
    COMMITTEE = "committee", _("Committee meeting")
    INTERNAL = "internal", _("Internal meeting")
    ASSEMBLY = "assembly", _("General assembly")
    BOARD = "board", _("Executive board meeting")
    CONFERENCE = "conference", _("Conference")


class MeetingCourse(models.TextChoices):
    """Whether it takes place as it was announced first."""

    AS_PLANNED = "as_planned", _("As announced")
    POSTPONED = "postponed", _("Postponed")
    MOVED = "moved", _("Moved to another place")
    CANCELLED = "cancelled", _("Cancelled")


class Attendance(models.TextChoices):
    """How people take part; nothing where the record does not say."""

    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online meeting")
    HYBRID = "hybrid", _("In person and online")


class MeetingQuerySet(PublishableQuerySet):
    """Queries for meetings."""

    def not_called_off(self):
        """Meetings that took place, or are to: neither cancelled, nor postponed without a new day."""
        waits = Q(course=MeetingCourse.POSTPONED, starts_on__isnull=True)
        return self.exclude(Q(course=MeetingCourse.CANCELLED) | waits)

    def upcoming(self, at: date | None = None):
        """Meetings not over on the day `at` (today), the nearest first; no cancelled ones."""
        at = at or calendar.today()
        running = Q(ends_on__isnull=False) & is_not_over("ends_on", "ends_precision", at)
        single = Q(ends_on__isnull=True, starts_on__isnull=False) & is_not_over("starts_on", "starts_precision", at)
        return self.not_called_off().filter(running | single).order_by("starts_on", "pk")

    def past(self, at: date | None = None):
        """Meetings with a date that are over on the day `at` (today), the latest first; no cancelled ones.

        Each row tells that by itself, and nothing is said of where rows without a date stand: so PostgreSQL reads the
        index, and only as far as is needed.
        """
        at = at or calendar.today()
        lasted = Q(ends_on__isnull=False) & ~is_not_over("ends_on", "ends_precision", at)
        single = Q(ends_on__isnull=True) & ~is_not_over("starts_on", "starts_precision", at)
        return self.not_called_off().filter(lasted | single, starts_on__lte=at).order_by("-starts_on", "-pk")

    def with_is_coming(self):
        """Each with `is_coming`: whether it is to come, or not over today."""
        coming = Meeting.objects.upcoming().order_by().filter(pk=models.OuterRef("pk"))
        return self.annotate(is_coming=models.Exists(coming))

    def newest_first(self):
        """The latest first; those without a date last."""
        return self.order_by(models.F("starts_on").desc(nulls_last=True), "-pk")


# A text column is empty when it is NULL or ''; each text has one for each language.
NO_COURSE_NOTE = Q(
    Q(course_note_th="") | Q(course_note_th__isnull=True), Q(course_note_en="") | Q(course_note_en__isnull=True)
)


def _constraints_of_course() -> list[models.BaseConstraint]:
    """A change of plan says what readers need: from when, from where; and what was not changed says nothing."""
    return [
        known_codes("course", MeetingCourse, "meeting_course_known"),
        known_codes("attendance", Attendance, "meeting_attendance_known", blank=True),
        must(
            ~Q(course=MeetingCourse.POSTPONED) | Q(earlier_starts_on__isnull=False) | ~NO_COURSE_NOTE,
            "meeting_postponed_from",
            _("A postponed meeting needs the day for which it was announced first, or a note on the change."),
            "earlier_starts_on",
        ),
        must(
            ~Q(course=MeetingCourse.MOVED) | ~NO_COURSE_NOTE,
            "meeting_moved_from",
            _("A meeting that moved to another place needs a note that says from where."),
            "course",
        ),
        must(
            Q(earlier_starts_on__isnull=True) | Q(course__in=[MeetingCourse.POSTPONED, MeetingCourse.CANCELLED]),
            "meeting_earlier_day_of_a_change",
            _("Only a postponed or cancelled meeting has an earlier day: choose that, or take the day away."),
            "earlier_starts_on",
        ),
    ]


class Meeting(OnAPage, Slugged, Sourced, Publishable):
    """A meeting. A part of another (a senior officials' meeting) is a whole meeting of its own."""

    url_name = "networks:meeting_detail"

    title = LineField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=18, choices=MeetingKind)
    network = models.ForeignKey(
        "networks.Network", models.PROTECT, null=True, blank=True, related_name="meetings", verbose_name=_("network")
    )
    partner = models.ForeignKey(
        "relations.City",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="bilateral_meetings",
        verbose_name=_("partner city"),
        help_text=_("For a meeting of two cities outside any network."),
    )
    part_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )
    ordinal = models.PositiveSmallIntegerField(_("ordinal"), null=True, blank=True)
    host_city = models.ForeignKey(
        "relations.City",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted_meetings",
        verbose_name=_("host city"),
    )
    country = models.ForeignKey(
        "relations.Country", models.PROTECT, null=True, blank=True, related_name="meetings", verbose_name=_("country")
    )
    venue = LineField(_("venue"), max_length=250, blank=True, default="")
    starts_on = PartialDateField(_("from"), ahead=5, null=True, blank=True, precision_field="starts_precision")
    starts_precision = PrecisionField()
    ends_on = PartialDateField(_("to"), ahead=5, null=True, blank=True, precision_field="ends_precision")
    ends_precision = PrecisionField()
    course = models.CharField(
        _("whether it takes place"), max_length=10, choices=MeetingCourse, default=MeetingCourse.AS_PLANNED
    )
    earlier_starts_on = PartialDateField(
        _("announced first for"),
        ahead=5,
        null=True,
        blank=True,
        precision_field="earlier_precision",
        help_text=_("The day before it was postponed. Leave “from” empty while no new day is set."),
    )
    earlier_precision = PrecisionField()
    attendance = models.CharField(_("how people take part"), max_length=9, choices=Attendance, blank=True, default="")
    course_note = ProseField(
        _("reason and what changed"),
        blank=True,
        default="",
        help_text=_("Readers see it: why it was cancelled, postponed or moved, and from where."),
    )
    theme = LineField(_("theme"), max_length=300, blank=True, default="")
    mission_group = LineField(_("mission group"), max_length=300, blank=True, default="")
    chairs = models.ManyToManyField(
        "relations.Person", blank=True, related_name="chaired_meetings", verbose_name=_("chairs")
    )
    note = ProseField(_("note"), blank=True, default="")
    figures = GenericRelation("relations.Figure", "subject_id", "subject_type")
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")
    photos = GenericRelation("relations.Photo", "subject_id", "subject_type")
    documents = GenericRelation("relations.Document", "subject_id", "subject_type")

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = [models.F("starts_on").desc(nulls_last=True), "-pk"]
        indexes = [*publishable_indexes("meeting"), models.Index(fields=["-starts_on", "-id"], name="meeting_latest")]
        constraints = [
            *publishable_constraints("meeting"),
            known_codes("kind", MeetingKind, "meeting_kind_known"),
            *_constraints_of_course(),
            ends_not_before_starts("starts_on", "ends_on", "ends_precision", "meeting_end_not_before_start"),
            must(
                Q(network__isnull=True) | Q(partner__isnull=True),
                "meeting_network_or_partner",
                _("A meeting belongs to a network or to a partner city, not to both."),
                "partner",
            ),
            must(
                Q(part_of__isnull=True) | ~Q(part_of=models.F("pk")),
                "meeting_part_of_another",
                _("A meeting cannot be a part of itself."),
                "part_of",
            ),
        ]

    def __str__(self) -> str:
        return name_for_staff(self, "title")

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place, or did not."""
        return self.course == MeetingCourse.CANCELLED

    @property
    def waits_for_a_day(self) -> bool:
        """Whether it was postponed, and no new day is set."""
        return self.course == MeetingCourse.POSTPONED and self.starts_on is None

    @property
    def is_called_off(self) -> bool:
        """Whether there is no day on which it takes place, or took place, because its plan was changed."""
        return self.is_cancelled or self.waits_for_a_day


class PointKind(models.TextChoices):
    """Where in the record of a meeting a sentence stands."""

    TOPIC = "topic", _("Topic")
    OUTCOME = "outcome", _("Outcome")
    RECOMMENDATION = "recommendation", _("Recommendation")


class Point(Part):
    """One sentence of a meeting's record: a topic discussed, an outcome, a recommendation."""

    owner_field = "meeting"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="points", verbose_name=_("meeting"))
    kind = models.CharField(_("kind"), max_length=14, choices=PointKind)
    text = ProseField(_("text"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("topic, outcome or recommendation")
        verbose_name_plural = _("topics, outcomes and recommendations")
        ordering = ["kind", "order", "pk"]
        constraints = [known_codes("kind", PointKind, "point_kind_known")]

    def __str__(self) -> str:
        return cut_to(name_for_staff(self, "text"), 80)


# A text column is empty when it is NULL or ''. The body has one for each language, and clean() asks for both.
NO_BODY = Q(Q(body_th="") | Q(body_th__isnull=True), Q(body_en="") | Q(body_en__isnull=True))


class Participation(Part):
    """A city, or an agency, or a body named in both languages, that took part; and what it presented."""

    owner_field = "meeting"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="participation", verbose_name=_("meeting"))
    city = models.ForeignKey(
        "relations.City", models.PROTECT, null=True, blank=True, related_name="participation", verbose_name=_("city")
    )
    agency = models.ForeignKey(
        "relations.Agency",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participation",
        verbose_name=_("agency"),
    )
    body = LineField(_("other body"), max_length=200, blank=True, default="")
    presented = ProseField(_("what it presented"), blank=True, default="")
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participation")
        ordering = ["order", "pk"]
        constraints = [
            must(
                (Q(city__isnull=False, agency__isnull=True) & NO_BODY)
                | (Q(city__isnull=True, agency__isnull=False) & NO_BODY)
                | (Q(city__isnull=True, agency__isnull=True) & ~NO_BODY),
                "participation_exactly_one",
                _("Name exactly one: a city, an agency or another body."),
            ),
            once("meeting", "city", name="participation_city_once", sentence=_("This city is already on the list.")),
            once(
                "meeting", "agency", name="participation_agency_once", sentence=_("This agency is already on the list.")
            ),
        ]

    def __str__(self) -> str:
        return str(self.city or self.agency or name_for_staff(self, "body"))

    def clean(self):
        super().clean()
        if sum(bool(value) for value in (self.city_id, self.agency_id, self.body_th or self.body_en)) != 1:
            raise ValidationError(_("Name exactly one: a city, an agency or another body."))
        if bool(self.body_th) != bool(self.body_en):
            raise ValidationError(_("Name the body in both languages."))
