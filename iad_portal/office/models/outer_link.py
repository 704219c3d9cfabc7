"""Addresses of other sites that our records name, and what became of them when they were last asked."""

import hashlib
from datetime import date, datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.dates import calendar
from iad_portal.lib.operations.outer_addresses import Answer, Fault, Outcome

# On so many different days it must have failed before it is called broken.
BROKEN_AFTER = 3
# For so long an officer's word holds that an address is right, whatever the server says to a program.
RIGHT_FOR = timedelta(days=180)


def mark_of(address: str) -> str:
    """A short name for `address`, which may be longer than an index takes."""
    return hashlib.sha256(address.encode()).hexdigest()


class OuterLinkQuerySet(models.QuerySet["OuterLink"]):
    """Which of them wait for an officer."""

    def broken(self, on: date | None = None) -> "OuterLinkQuerySet":
        """Those that failed on three days, and of which no officer said lately that they are right."""
        since = (on or calendar.today()) - RIGHT_FOR
        return self.filter(broken_since__isnull=False).exclude(right_on__gt=since)

    def moved(self) -> "OuterLinkQuerySet":
        """Those that work, and lead elsewhere for good."""
        return self.filter(outcome=Outcome.WORKS).exclude(led_to="")


class OuterLink(models.Model):
    """One address. `named_by` lists the records that name it: the label of the model, and the key.

    `failures` counts the days in a row on which it failed; from the third on it is broken since the first of them.
    """

    mark = models.CharField(max_length=64, unique=True, editable=False)
    address = models.TextField(gettext_lazy("web address"), editable=False)
    host = models.CharField(max_length=255, editable=False)
    named_by = models.JSONField(default=list, editable=False)
    asked_at = models.DateTimeField(gettext_lazy("last asked"), null=True, editable=False)
    outcome = models.CharField(max_length=6, choices=Outcome, blank=True, editable=False)
    status = models.PositiveSmallIntegerField(null=True, editable=False)
    fault = models.CharField(max_length=12, choices=Fault, blank=True, editable=False)
    led_to = models.TextField(blank=True, editable=False)
    failures = models.PositiveSmallIntegerField(default=0, editable=False)
    failed_first_on = models.DateField(null=True, editable=False)
    failed_last_on = models.DateField(null=True, editable=False)
    broken_since = models.DateField(gettext_lazy("broken since"), null=True, editable=False, db_index=True)
    right_on = models.DateField(null=True, editable=False)

    objects = OuterLinkQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("outer link")
        verbose_name_plural = gettext_lazy("outer links")
        default_permissions = ("change", "view")
        ordering = ["broken_since", "host", "pk"]

    def __str__(self) -> str:
        return self.address

    def take(self, answer: Answer, now: datetime | None = None) -> None:
        """Note `answer`, and store it."""
        self.asked_at = now or timezone.now()
        self.outcome, self.status = answer.outcome, answer.status
        self.fault, self.led_to = answer.fault, answer.led_to
        if answer.outcome == Outcome.WORKS:
            self._is_well()
        elif answer.outcome == Outcome.FAILS:
            self._failed_on(calendar.local_day(self.asked_at))
        self.save()

    def is_right(self) -> None:
        """An officer looked: it is told of no more for half a year, whatever it answers us."""
        self.right_on = calendar.today()
        self.save()

    def is_mended(self) -> None:
        """An officer mended what was wrong: it is asked anew, first of all, and begins without failures."""
        self._is_well()
        self.asked_at, self.outcome, self.status, self.fault, self.led_to = None, "", None, "", ""
        self.save()

    def _is_well(self) -> None:
        self.failures, self.failed_first_on, self.failed_last_on = 0, None, None
        self.broken_since = self.right_on = None

    def _failed_on(self, day: date) -> None:
        if self.failed_last_on == day:
            return
        self.failures, self.failed_last_on = self.failures + 1, day
        self.failed_first_on = self.failed_first_on or day
        if self.failures >= BROKEN_AFTER:
            self.broken_since = self.failed_first_on

    @property
    def last_answer(self) -> str:
        """What the last asking gave, in the officer's language."""
        if self.asked_at is None:
            return _("Not asked yet")
        if self.status is not None:
            return _("Answer %(status)s") % {"status": self.status}
        return str(Fault(self.fault).label) if self.fault else "–"
