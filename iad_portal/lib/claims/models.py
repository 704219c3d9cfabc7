"""What a record that claims something about now keeps of its confirmation, and how that is asked."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.dates.queries import is_not_over
from iad_portal.lib.records.labels import Labelled

from .age import AgeInSQL, Claim, ClaimState
from .shelf_life import ClaimKind


class ConfirmedQuerySet(models.QuerySet[Any]):
    """Queries over records that claim something about now."""

    def claiming(self) -> Self:
        """Records that claim something about now at all."""
        return self.filter(self.model.claiming_in_sql())

    def with_claim_state(self, at: date | None = None) -> Self:
        """Each record with its code of ClaimState on the day `at` (today) as `claim_code`."""
        return self.annotate(claim_code=self.model.age_in_sql(at or calendar.today()).state())

    def in_claim_state(self, state: str, at: date | None = None) -> Self:
        """Records whose claim is, on the day `at` (today), in `state`, a code of ClaimState."""
        return self.alias(claim_code=self.model.age_in_sql(at or calendar.today()).state()).filter(claim_code=state)


class Confirmed(Labelled):
    """A record that claims something about now, with its newest confirmation: of an officer, or of a dated source.

    A model says with the `claim_…` names which kind of claim it makes and which of its columns tell the term; one whose
    term is more than two columns overrides `claim()` and `age_in_sql()`, both. `confirmed_on` is written by
    witnesses.py alone.
    """

    claim_kind: ClaimKind
    claim_begins = ""
    claim_ends = ""
    claim_witnesses: tuple[str, ...] = ("confirmed_on",)
    # The fields that say what it claims, for officers; () is its end alone.
    claim_fields: tuple[str, ...] = ()
    # Whether a dated source that the record cites confirms it.
    is_confirmed_by_sources = True

    confirmed_on = PartialDateField(
        _("confirmed on"), ahead=1, null=True, blank=True, editable=False, precision_field="confirmed_precision"
    )
    confirmed_precision = PrecisionField()
    # Empty where a source confirmed it.
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("confirmed by"),
    )

    objects = ConfirmedQuerySet.as_manager()

    class Meta:
        abstract = True

    def claim(self) -> Claim:
        """What it claims about now, with the term and the witnesses."""
        begins, ends = self._date(self.claim_begins), self._date(self.claim_ends)
        last_day = ends.last_day if ends else None
        return Claim(self.claim_kind, begins, last_day, last_day, self.witnesses_of_claim())

    def claim_state(self, at: date | None = None) -> ClaimState:
        """What its claim is on the day `at` (today)."""
        return self.claim().state(at or calendar.today())

    def is_confirmed(self, at: date | None = None) -> bool:
        """Whether it may be said in the present tense on the day `at` (today)."""
        return self.claim_state(at) == ClaimState.CONFIRMED

    @property
    def claims_about_now(self) -> bool:
        """Whether it claims anything about now; what does not is never confirmed, and nobody is asked about it."""
        return True

    @classmethod
    def claiming_in_sql(cls) -> Q:
        """`claims_about_now` in the database's words; Q() are all."""
        return Q()

    @property
    def closing_field(self) -> str:
        """The field in which an officer notes that it has ended; "" where there is none."""
        return self.claim_ends

    @property
    def claiming_fields(self) -> tuple[str, ...]:
        """The fields of its form beside which its confirmation stands, the one to change first."""
        return self.claim_fields or (self.closing_field,)

    @property
    def confirmed_by_office(self) -> PartialDate | None:
        """The day on which an officer confirmed it; None when its newest confirmation is a source, or there is none."""
        return self.confirmed_on if self.confirmed_by_id else None

    def witnesses_of_claim(self) -> tuple[PartialDate, ...]:
        """The recorded days on which somebody said that it stood; its beginning is one."""
        dates = (self._date(name) for name in (self.claim_begins, *self.claim_witnesses))
        return tuple(day for day in dates if day)

    def _date(self, name: str) -> PartialDate | None:
        return getattr(self, name) if name else None

    @classmethod
    def age_in_sql(cls, at: date) -> AgeInSQL:
        """`claim()` in the database's words, for the day `at`."""
        term: dict[str, Q] = {}
        if begins := cls.claim_begins:
            term = {"coming": Q(**{f"{begins}__gt": at}), "has_beginning": Q(**{f"{begins}__isnull": False})}
        if ends := cls.claim_ends:
            has_end = Q(**{f"{ends}__isnull": False})
            not_over = is_not_over(ends, cls._meta.get_field(ends).precision_field, at)
            term |= {"stands": has_end & not_over, "ended": has_end & ~not_over}
        witnesses = [name for name in (cls.claim_begins, *cls.claim_witnesses) if name]
        return AgeInSQL(at, cls.kinds_in_sql(), witnesses, **term)

    @classmethod
    def kinds_in_sql(cls) -> Mapping[ClaimKind, Q]:
        """Which rows make which kind of claim; Q() are all."""
        return {cls.claim_kind: Q()}
