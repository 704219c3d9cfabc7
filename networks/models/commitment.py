"""What was promised, at a meeting or in an agreement, and where it stands."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.fields import DayField, PartialDateField, PrecisionField
from iad_portal.lib.dates.queries import begins_after, is_not_over
from iad_portal.lib.desk.row_rules import is_named
from iad_portal.lib.records.codes import CodeField
from iad_portal.lib.records.constraints import must
from iad_portal.lib.records.movable import Movable
from iad_portal.lib.records.publishing import Part, known_codes
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField, ProseField
from relations.models import Sourced


class Framework(models.TextChoices):
    """Between how many."""

    BILATERAL = "bilateral", _("Bilateral")
    MULTILATERAL = "multilateral", _("Multilateral")
    BOTH = "both", _("Bilateral and multilateral")


class Progress(models.TextChoices):
    """Where a commitment stands, as the latest dated note says."""

    AGREED = "agreed", _("Agreed")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")


CLOSED = (Progress.DONE, Progress.DROPPED)


class CommitmentQuerySet(models.QuerySet):
    """Queries for commitments."""

    def with_state(self, at: date | None = None):
        """Each with `latest_state`: that of its latest note up to the day `at` (today), "agreed" without one."""
        notes = CommitmentNote.objects.filter(commitment=models.OuterRef("pk"), noted_on__lte=at or calendar.today())
        latest = models.Subquery(notes.order_by("-noted_on", "-pk").values("state")[:1])
        return self.annotate(latest_state=models.functions.Coalesce(latest, models.Value(Progress.AGREED.value)))

    def open_at(self, at: date | None = None):
        """Commitments neither done nor dropped on the day `at` (today)."""
        return self.with_state(at).exclude(latest_state__in=CLOSED)

    def overdue(self, at: date | None = None):
        """Open commitments whose due day, month or year is over on the day `at` (today). Without a due date: never."""
        at = at or calendar.today()
        return self.open_at(at).filter(due_on__isnull=False).exclude(is_not_over("due_on", "due_precision", at))


class Commitment(Movable, Part, Sourced):
    """One promise: what, within which framework, by which agencies, with which cities, until when."""

    named_by = ("title",)
    homes = ("meeting", "agreement")

    code = CodeField(_("code"), max_length=80, unique=True)
    meeting = models.ForeignKey(
        "networks.Meeting", models.CASCADE, null=True, blank=True, related_name="commitments", verbose_name=_("meeting")
    )
    agreement = models.ForeignKey(
        "relations.Agreement",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("agreement"),
    )
    framework = models.CharField(_("framework"), max_length=12, choices=Framework)
    title = LineField(_("title"), max_length=250)
    detail = ProseField(_("detail"), blank=True, default="")
    agencies = models.ManyToManyField(
        "relations.Agency", blank=True, related_name="commitments", verbose_name=_("agencies")
    )
    cities = models.ManyToManyField(
        "relations.City", blank=True, related_name="commitments", verbose_name=_("partner cities")
    )
    due_on = PartialDateField(
        _("due"),
        ahead=30,
        null=True,
        blank=True,
        precision_field="due_precision",
        help_text=_("Often unknown: leave it empty then."),
    )
    due_precision = PrecisionField()
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = ["order", "pk"]
        constraints = [
            known_codes("framework", Framework, "commitment_framework_known"),
            must(
                Q(meeting__isnull=False, agreement__isnull=True) | Q(meeting__isnull=True, agreement__isnull=False),
                "commitment_one_origin",
                _("A commitment comes from one meeting or one agreement."),
            ),
        ]

    def __str__(self) -> str:
        return name_for_staff(self, "title")

    @property
    def owner(self):
        """The meeting or agreement in which it was promised."""
        return self.meeting or self.agreement

    def clean(self):
        super().clean()
        if is_named(self, "meeting") == is_named(self, "agreement"):
            raise ValidationError(_("A commitment comes from one meeting or one agreement."))
        promised = self.agreement.signed_on if is_named(self, "agreement") else self.meeting.starts_on
        if begins_after(promised, self.due_on):
            raise ValidationError({"due_on": _("It cannot be due before it was promised.")})


class CommitmentNote(Part):
    """A dated note of where a commitment stands."""

    owner_field = "commitment"

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="notes", verbose_name=_("commitment"))
    noted_on = DayField(_("as of"), ahead=0)
    state = models.CharField(_("where it stands"), max_length=10, choices=Progress)
    text = ProseField(_("note"), blank=True, default="")

    class Meta:
        verbose_name = _("note of progress")
        verbose_name_plural = _("notes of progress")
        ordering = ["-noted_on", "-pk"]
        constraints = [known_codes("state", Progress, "commitment_note_state_known")]

    def __str__(self) -> str:
        return f"{self.noted_on} {self.get_state_display()}"
